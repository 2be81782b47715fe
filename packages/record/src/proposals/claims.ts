import type { Range } from "@parley/case";
import type { CleanDocument } from "../document.ts";
import { proposalReason } from "../messages.ts";
import { sentences } from "../sentences.ts";
import { CLAIM_RULES, type ClaimRule, LOST_VERB_RULES } from "./claim-rules.ts";
import { CUE_FINITE, SAID, UNNAMED } from "./cues.ts";
import { resolved } from "./former-latter.ts";
import { type KnownActor, type Mention, MentionFinder } from "./mentions.ts";
import { baseOf, type ClaimProposal, gapsTouching, type QuotationProposal, spokenBy } from "./proposal.ts";
import { damagedClosings, type Quoted, quotations, quotedIn } from "./quotations.ts";
import { mainSubject, subjectOf } from "./speaker.ts";

const UNNAMED_SAYS = new RegExp(
  `(?<!\\p{L})((?:\\p{L}+ ){0,2}?(?:${UNNAMED})) (?:also |have |had |\\p{Ll}+ly )?(${[...new Set([...CUE_FINITE, ...SAID])].join("|")})(?!\\p{L})`,
  "iu",
);

/**
 * Sentences that state a demand, a refusal, a precondition, a promise and the like, by cue words of English, one
 * proposal for each kind of act in a sentence. The sentence is the source's own; where a gap hides the verb or what
 * leads to it, the polarity is unknown.
 */
export function claims(document: CleanDocument, actors: readonly KnownActor[] = []): ClaimProposal[] {
  if (document.language !== null && document.language.code !== "en") return [];
  const finder = new MentionFinder(actors);
  const said = new Map(quotations(document, actors).map((q) => [q.range[0], q]));
  const closings = damagedClosings(document);
  const result: ClaimProposal[] = [];
  for (const block of document.blocks) {
    if (block.type !== "paragraph" && block.type !== "quote") continue;
    const [start, end] = block.range;
    const quoted = quotedIn(document.text, block.range, closings);
    for (const [a, b] of sentences(document.text.slice(start, end), "en")) {
      const place: Place = { sentence: [start + a, start + b], quoted, said, finder };
      if (block.number !== undefined) place.paragraph = block.number;
      result.push(...claimsIn(document, place));
    }
  }
  return result;
}

/** Longest clause that is looked at, in characters. */
const CLAUSE = 300;
/** Where a clause begins: gaps before it say nothing of its verb. */
const CLAUSE_BEGINS = /[,;:–—]|(?<!\p{L})(?:and|but|that|which|who|while)(?!\p{L})/gu;

interface Place {
  sentence: Range;
  paragraph?: number;
  quoted: readonly Quoted[];
  /** Quotations by where they start. */
  said: ReadonlyMap<number, QuotationProposal>;
  finder: MentionFinder;
}

function claimsIn(document: CleanDocument, place: Place): ClaimProposal[] {
  const byAct = new Map<string, ClaimProposal>();
  const add = (claim: ClaimProposal): void => {
    const key = `${claim.act} ${claim.polarity}`;
    const known = byAct.get(key);
    if (known === undefined || known.confidence < claim.confidence) byAct.set(key, claim);
  };
  const lost = lostVerb(document, place);
  if (lost !== undefined) add(lost);
  const sentence = document.text.slice(...place.sentence);
  const unnamed = UNNAMED_SAYS.exec(sentence);
  if (unnamed !== null) add(byUnnamed(document, place, unnamed));
  for (const rule of CLAIM_RULES) {
    const match = rule.pattern.exec(sentence);
    if (match !== null) add(byRule(document, place, rule, match));
  }
  return [...byAct.values()];
}

function byRule(
  document: CleanDocument,
  place: Place,
  rule: ClaimRule,
  match: RegExpExecArray,
): ClaimProposal {
  const [start] = place.sentence;
  const cue: Range = [start + match.index, start + match.index + match[0].length];
  const mention = resolved(document, subject(document, place, cue), place.sentence, place.finder);
  const near = Math.max(start, cue[0] - CLAUSE);
  const clause = [...document.text.slice(near, cue[0]).matchAll(CLAUSE_BEGINS)].at(-1);
  const from = clause === undefined ? near : near + clause.index + clause[0].length;
  const hidden = gapsTouching(document, [from, cue[1] + 1]).some(
    (g) => g.range[0] >= from && g.range[1] <= cue[1] + 1,
  );
  return {
    kind: "claim",
    ...baseOf(document, at(place), rule.name),
    act: rule.act,
    polarity: hidden ? "unknown" : rule.polarity,
    ...spokenBy(mention),
    cue: { text: match[0], range: cue },
    reason: hidden ? proposalReason.hidden(rule.reason) : rule.reason,
    confidence: hidden ? rule.confidence / 2 : rule.confidence,
  };
}

/** Who states it: who speaks the quotation the cue stands in, else the subject of the verb, else of the sentence. */
function subject(
  document: CleanDocument,
  { sentence, quoted, said, finder }: Place,
  cue: Range,
): Mention | undefined {
  const [start] = sentence;
  const around = quoted.find((q) => q.inner[0] <= cue[0] && q.inner[1] >= cue[1]);
  if (around !== undefined) {
    const spoken = said.get(around.inner[0]);
    if (spoken?.speakerRange === undefined) return undefined;
    return { range: spoken.speakerRange, name: spoken.speaker, known: true };
  }
  const before = document.text.slice(start, cue[0]);
  // A participle ("…, warning that") has the subject of the sentence.
  const participle = /^\p{Ll}+ing(?!\p{L})/u.test(document.text.slice(...cue));
  const near = participle ? undefined : subjectOf(before, start, finder);
  return near ?? mainSubject(before, start, finder);
}

function byUnnamed(document: CleanDocument, place: Place, match: RegExpExecArray): ClaimProposal {
  const [start] = place.sentence;
  const verb = match[2]!.toLowerCase();
  const who = match[1]!.replace(/^(?:As|as|but|and|that|the|The) /, "");
  const cueStart = start + match.index + match[0].length - verb.length;
  return {
    kind: "claim",
    ...baseOf(document, at(place), "unnamed-source"),
    act: /^(?:warn|caution)/.test(verb)
      ? "warns"
      : /^expect/.test(verb)
        ? "expects"
        : /^den/.test(verb)
          ? "denies"
          : "asserts",
    polarity: "yes",
    speaker: null,
    unnamed: who,
    cue: { text: match[2]!, range: [cueStart, cueStart + verb.length] },
    reason: proposalReason.unnamed(who),
    confidence: 0.8,
  };
}

/** A sentence whose verb is missing: that something was said is seen, what was said is not. */
function lostVerb(document: CleanDocument, place: Place): ClaimProposal | undefined {
  const [start, end] = place.sentence;
  const gap = gapsTouching(document, place.sentence).find(
    (g) => LOST_VERB_RULES.has(g.rule) && g.range[0] >= start && g.range[0] <= end,
  );
  if (gap === undefined) return undefined;
  const before = document.text.slice(start, gap.range[0]);
  const subject = mainSubject(before, start, place.finder);
  const mention = resolved(document, subject, place.sentence, place.finder);
  return {
    kind: "claim",
    ...baseOf(document, at(place), "lost-verb"),
    act: "unknown",
    polarity: "unknown",
    ...spokenBy(mention),
    reason: proposalReason.lostVerb,
    confidence: 0.6,
  };
}

const at = (place: Place): { range: Range; sentence: Range; paragraph?: number } => {
  const found = { range: place.sentence, sentence: place.sentence };
  return place.paragraph === undefined ? found : { ...found, paragraph: place.paragraph };
};
