import type { Range } from "@parley/case";
import { proposalReason } from "../messages.ts";
import type { CueVerb } from "../rules/language-pack.ts";
import { resolved } from "./former-latter.ts";
import { hedgesIn, saysAgain } from "./hedges.ts";
import type { Mention } from "./mentions.ts";
import { baseOf, type QuotationProposal, spokenBy } from "./proposal.ts";
import { anyOf, placeOf, type Reading, type Sentence } from "./reading.ts";
import { mainSubject, subjectAfter, subjectBefore } from "./speaker.ts";

/** What a cue says of the words around it. */
interface Found {
  rule: string;
  content: Range;
  mention: Mention | undefined;
  cue: Range;
  verb: CueVerb | undefined;
  confidence: number;
}

/**
 * Speech that is reported in the reporter's words: a verb of saying, who says it, and what. Of low confidence: how close
 * the words are to what was said is not known. Several things said in one sentence ("that … and that …") are several
 * proposals.
 */
export function indirectIn(reading: Reading, direct: readonly QuotationProposal[]): QuotationProposal[] {
  if (reading.pack === undefined) return [];
  const taken = new Set(direct.flatMap((q) => (q.cue === undefined ? [] : [q.cue.range[0]])));
  const result: QuotationProposal[] = [];
  for (const sentence of reading.sentences) {
    const seen = new Set<number>();
    for (const found of foundIn(reading, sentence, taken)) {
      if (
        seen.has(found.content[0]) ||
        direct.some((q) => q.mode === "direct" && covers(q.range, found.content))
      )
        continue;
      seen.add(found.content[0]);
      result.push(propose(reading, sentence, found));
    }
  }
  return result;
}

/** Whether a direct quotation is nearly all of it: then it has been proposed already. */
function covers([a, b]: Range, [start, end]: Range): boolean {
  return Math.min(b, end) - Math.max(a, start) >= 0.8 * (end - start);
}

function propose(reading: Reading, sentence: Sentence, found: Found): QuotationProposal {
  const { document, pack } = reading;
  const mention = resolved(document, found.mention, sentence.range, reading.finder);
  const words = document.text.slice(...found.content);
  const cue = document.text.slice(...found.cue);
  const hedges = hedgesIn(pack!, words);
  const proposal: QuotationProposal = {
    kind: "quotation",
    mode: "indirect",
    ...baseOf(document, placeOf(sentence, found.content), found.rule),
    ...spokenBy(mention),
    cue: { text: cue, range: found.cue },
    act: found.verb?.act ?? "asserts",
    voice: sentence.voice,
    reason: proposalReason.indirect(
      cue,
      mention === undefined ? undefined : document.text.slice(...mention.range),
    ),
    confidence: found.confidence * (mention === undefined ? 0.6 : 1),
  };
  if (hedges.length > 0) proposal.hedges = hedges;
  if (saysAgain(pack!, cue) || saysAgain(pack!, near(document.text, found.cue))) proposal.again = true;
  return proposal;
}

/** A few words before a verb and the verb itself. */
const near = (text: string, [start, end]: Range): string => text.slice(Math.max(0, start - 24), end);

function foundIn(reading: Reading, sentence: Sentence, taken: ReadonlySet<number>): Found[] {
  const result: Found[] = [];
  const [start] = sentence.range;
  const { text } = sentence;
  result.push(...accordingTo(reading, sentence));
  for (const match of text.matchAll(reading.cues.pattern)) {
    const cue: Range = [start + match.index, start + match.index + match[0].length];
    const known = reading.cues.verb(match[0]);
    if (known === undefined || taken.has(cue[0])) continue;
    // A verb within somebody's own words is not the reporter's; a verb within marks of its own neither.
    if (sentence.quoted.some((q) => q.inner[0] <= cue[0] && q.inner[1] >= cue[1])) continue;
    const before = text.slice(0, match.index);
    if (
      reading.pack!.code === "en" &&
      !speaks(before, text.slice(match.index + match[0].length), known.participle)
    )
      continue;
    const earlier = result.at(-1);
    const subject = subjectFor(reading, sentence, match.index, known.participle, earlier);
    const after = text.slice(match.index + match[0].length);
    const posted = afterContent(reading, sentence, match.index, match[0].length, subject);
    if (posted !== undefined) {
      result.push({ ...posted, cue, verb: known.verb });
      continue;
    }
    const aside = asAside(sentence, match.index, match[0].length, subject);
    if (aside !== undefined) {
      for (const content of contents(reading, sentence, aside))
        result.push({
          rule: "indirect-as",
          content,
          mention: subject,
          cue,
          verb: known.verb,
          confidence: 0.65,
        });
      continue;
    }
    const complement = complementOf(reading, after, known.verb, subject !== undefined);
    if (complement === undefined) continue;
    const from = cue[1] + complement.skip;
    // A name right after the verb, in a language whose verb comes first.
    const mention =
      subject ??
      (complement.between !== undefined && reading.pack!.code !== "en"
        ? subjectAfter(complement.between, cue[1], reading)
        : undefined);
    if (mention === undefined && complement.type !== "that") continue;
    for (const content of contents(reading, sentence, from)) {
      const rule = known.participle ? "indirect-participle" : `indirect-${complement.type}`;
      result.push({ rule, content, mention, cue, verb: known.verb, confidence: CONFIDENCE[complement.type] });
    }
  }
  return result;
}

/** Whether an English verb form is somebody's saying: not a noun or a passive, nor a participle that describes. */
function speaks(before: string, after: string, participle: boolean): boolean {
  // "offered no timeline" offers nothing.
  if (
    /^ no (?!\p{Lu})/u.test(after) &&
    /^ no (?:timeline|details?|comment|conditions?|explanation)/u.test(after)
  )
    return false;
  return participle
    ? /(?:,|and|by|while|in|before|after) $|^$/u.test(before) || after.startsWith(" that ")
    : !PASSIVE_OR_NOUN.test(before);
}

const CONFIDENCE = { that: 0.75, infinitive: 0.6, object: 0.5, bare: 0.45 } as const;
type Complement = keyof typeof CONFIDENCE;

/** "is expected", "the reports", "of claims": no verb of saying by somebody. */
export const PASSIVE_OR_NOUN: RegExp =
  /(?<!\p{L})(?:is|are|was|were|been|being|be|[Tt]he|[Aa]n?|of|[Tt]heir|[Hh]is|[Hh]er|[Ii]ts|these|those|no|any|to|key|main|such|for)(?: \p{L}+ly)? $/u;

/** Who stands before the verb; for a verb joined to an earlier one, whoever said that. */
function subjectFor(
  reading: Reading,
  sentence: Sentence,
  index: number,
  participle: boolean,
  earlier: Found | undefined,
): Mention | undefined {
  const [start] = sentence.range;
  const before = sentence.text.slice(0, index);
  if (participle) {
    return (
      earlier?.mention ??
      mainSubject(before, start, reading.finder) ??
      leadingSubject(before, start, reading) ??
      subjectBefore(before.replace(/, $/, " "), start, reading)
    );
  }
  const own = subjectBefore(before, start, reading);
  if (own !== undefined) return own;
  if (/(?:^|[, ])(?:and|but|then|,)(?: (?:has|have|had|also|later|then|again|\p{Ll}+ly))* $/u.test(before))
    return earlier?.mention ?? mainSubject(before, start, reading.finder);
  return undefined;
}

/** "European leaders, including …, echoed …, warning that": the noun the sentence begins with. */
function leadingSubject(before: string, at: number, reading: Reading): Mention | undefined {
  const head = /^[^,;:]{2,60}?(?=,| (?:has|have|had) )/u.exec(before);
  if (head === null) return undefined;
  return subjectBefore(`${head[0]} `, at, reading);
}

/** What follows the verb, and how many characters stand before what is said. */
function complementOf(
  reading: Reading,
  after: string,
  verb: CueVerb,
  hasSubject: boolean,
): { type: Complement; skip: number; between?: string } | undefined {
  const { pack } = reading;
  const that = anyOf(pack!.that, "iu");
  const english = pack!.code === "en";
  const head = /^[ \u00a0][^.;:!?“”«»„]{0,90}/u.exec(after)?.[0] ?? "";
  const joined = that.exec(head);
  if (joined !== null) {
    const between = head.slice(0, joined.index);
    const clean = english
      ? /^ (?:[\p{L}\p{M}\p{N}’'.-]+ ){0,6}$/u.test(between) &&
        !/(?:^| )(?:it|the|day|fact|of|and|to) $/u.test(between)
      : !between.includes(",");
    if (clean && (verb.takes.includes("clause") || verb.takes.includes("hearer")))
      return { type: "that", skip: blanks(after, joined.index + joined[0].length), between };
  } else if (!english) {
    // « il a annoncé qu’un … »: the joining word is written onto the next.
    const onto = /^ (?:qu[’'])/u.exec(head);
    if (onto !== null) return { type: "that", skip: onto[0].length };
  }
  if (pack!.code === "ar" && verb.takes.includes("object")) {
    // The verb comes first, then who, then what: who is told apart by the list of those who speak.
    const first = subjectAfter(/^[ \u00a0]+[^ ]+/u.exec(after)?.[0] ?? "", 0, reading);
    if (first !== undefined)
      return { type: "object", skip: blanks(after, first.range[1]), between: after.slice(0, first.range[1]) };
  }
  if (!hasSubject || !/^[ \u00a0][\p{L}\p{N}“«„"€$£]/u.test(after)) return undefined;
  if (english) {
    const to = /^ (?:[\p{L}\p{M}’'-]+ ){0,5}?to \p{Ll}/u.exec(after);
    if (to !== null && (verb.takes.includes("infinitive") || verb.takes.includes("hearer")))
      return { type: "infinitive", skip: 1 };
    if (/^ (?:in|on|at|by|for|from|with|to|about|after|before|as|and|or|during)(?!\p{L})/u.test(after))
      return undefined;
  } else if (verb.takes.includes("infinitive") && /^ (?:de |d’|d'|à )?\p{Ll}/u.test(after)) {
    return { type: "infinitive", skip: 1 };
  }
  if (verb.takes.includes("object")) return { type: "object", skip: 1 };
  return english && verb.takes.includes("clause") && BARE.test(after) ? { type: "bare", skip: 1 } : undefined;
}

/** A clause without "that": who, then a verb within a few words. */
const BARE =
  /^ (?:(?:the|an?|his|her|their|its|both|no|some|all|any|most|two|three|neither|any)(?!\p{L})|\p{Lu}|it |they |he |she |we |“)/u;

const blanks = (text: string, at: number): number => at + /^[ \u00a0]*/u.exec(text.slice(at))![0].length;

/** Where what is said ends: at a word that turns to something else, outside quotation marks. */
const TURNS =
  /,? [—–-] |—|;|, (?:while|whereas|although|though|but|yet|even as|adding|which)(?!\p{L})|, an? \p{Ll}+ (?:he|she|they|it|which|that|who)(?!\p{L})/gu;

/** What is said from a place on: to where the sentence turns, in parts where it says "and that". */
function contents(reading: Reading, sentence: Sentence, from: number): Range[] {
  const [start] = sentence.range;
  const rest = sentence.text.slice(from - start);
  let end = rest.length;
  const stopAt = (index: number): void => {
    const inside = sentence.quoted.some((q) => q.inner[0] <= from + index && q.inner[1] > from + index);
    if (!inside && index > 0 && index < end) end = index;
  };
  for (const match of rest.matchAll(TURNS)) stopAt(match.index);
  for (const match of rest.matchAll(reading.cues.pattern)) {
    const known = reading.cues.verb(match[0]);
    const before = rest.slice(0, match.index);
    const joined = known?.participle
      ? /(?:,|,? and) $/u.exec(before)
      : /,? (?:and|but) (?:later |also |then |\p{Ll}+ly )?$/u.exec(before);
    if (joined !== null) stopAt(joined.index);
  }
  const parts: Range[] = [];
  let at = 0;
  if (reading.pack!.code === "en") {
    for (const match of rest.slice(0, end).matchAll(/,? and that /gu)) {
      parts.push(trimmed(rest, at, match.index, from));
      at = match.index + match[0].length;
    }
  }
  parts.push(trimmed(rest, at, end, from));
  return parts.filter(([a, b]) => b - a > 2);
}

function trimmed(text: string, start: number, end: number, from: number): Range {
  let stop = end;
  while (stop > start && /[\s.,;:!?]/u.test(text.charAt(stop - 1))) stop -= 1;
  return [from + start, from + stop];
}

/** "…, the ministry countered.": what is said stands before. */
function afterContent(
  reading: Reading,
  sentence: Sentence,
  index: number,
  length: number,
  subject: Mention | undefined,
): Omit<Found, "cue" | "verb"> | undefined {
  const { text, range } = sentence;
  const after = text.slice(index + length);
  const comma = text.slice(0, index).lastIndexOf(", ");
  if (comma < 12) return undefined;
  if (subject !== undefined && /^(?: (?:on|in|at) [^,.]{1,30})?[.]?$/u.test(after)) {
    const lead = subject.range[0] - range[0] - comma;
    if (lead < 2 || lead > 6 || subject.range[1] - range[0] > index) return undefined;
  } else if (comma + 2 === index && /^ [^,]{2,60}(?:, [^,]{2,40})?[.]?$/u.test(after)) {
    subject = subjectAfter(after, range[0] + index + length, reading);
    if (subject === undefined) return undefined;
  } else return undefined;
  const content: Range = [range[0], range[0] + comma];
  return { rule: "indirect-after", content, mention: subject, confidence: 0.6 };
}

/** "As seasoned observers note, …": where what is said begins. */
function asAside(
  { text, range }: Sentence,
  index: number,
  length: number,
  subject: Mention | undefined,
): number | undefined {
  if (subject === undefined || !/^, \S/u.test(text.slice(index + length))) return undefined;
  const lead = text.slice(0, subject.range[0] - range[0]);
  return /(?:^|, )[Aa]s (?:the )?$/u.test(lead) ? range[0] + index + length + 2 : undefined;
}

/** "According to X, …", and "…, according to X". */
function accordingTo(reading: Reading, { text, range }: Sentence): Found[] {
  const match = anyOf(reading.pack!.accordingTo, "iu").exec(text);
  if (match === null) return [];
  const end = match.index + match[0].length;
  const who = /^[^,.،;]{2,80}/u.exec(text.slice(end));
  if (who === null) return [];
  const at = range[0] + end;
  const phrase = who[0].trimEnd();
  const mention = subjectBefore(`${phrase} `, at, reading) ?? {
    range: [at + (who[0].length - who[0].trimStart().length), at + phrase.length] as Range,
    name: null,
    known: false,
  };
  const cue: Range = [range[0] + match.index, range[0] + end];
  const rest = text.slice(end + who[0].length);
  const lead = text.slice(0, match.index);
  const content: Range | undefined = /^[,،] ?\S/u.test(rest)
    ? trimmed(
        text,
        end + who[0].length + 1,
        rest.search(/, but /u) < 0 ? text.length : end + who[0].length + rest.search(/, but /u),
        range[0],
      )
    : lead.trim().length > 12
      ? [range[0], range[0] + lead.replace(/[,،]?\s*$/u, "").length]
      : undefined;
  if (content === undefined) return [];
  while (content[0] < content[1] && /\s/u.test(text.charAt(content[0] - range[0]))) content[0] += 1;
  return [{ rule: "indirect-according-to", content, mention, cue, verb: undefined, confidence: 0.7 }];
}
