import type { Range } from "@parley/case";
import type { Mention, MentionFinder } from "./mentions.ts";
import { nounSubject } from "./noun-subject.ts";
import type { Reading } from "./reading.ts";

/** Who says something, as far as the words around tell. */
export interface Speaker {
  /** Undefined: nobody is named there. */
  mention?: Mention;
  cue: { text: string; range: Range };
  rule: string;
  confidence: number;
}

/** How far from a quotation or a verb its subject is looked for, in characters. */
const NEAR = 300;

/** Words that may stand between a subject and its verb. */
const BETWEEN =
  /^(?:[’']s)?(?: (?:who|has|had|have|also|later|then|again|once|repeatedly|reportedly|\p{Ll}+ly|himself|herself|then))*(?:,[^,;.]{1,60},)?(?: (?:who|has|had|have|also|later|then|again|\p{Ll}+ly))* $/u;
/** Words that may stand between a verb of saying and the quotation. */
const TO_QUOTE =
  /^(?:,|:| that| it| as| the| a| an| in an? \p{L}+| on \p{L}+| of an?| \p{L}+ \p{L}+|(?: \p{L}+){1,5} (?:as|that))?(?: an?)?[,:]? ?$/u;
/** The same where the language's words between the two are not known. */
const TO_QUOTE_LOOSE = /^[^.!?;«»“”„]{0,80}$/u;

/** The last verb of saying in `before`, if the quotation follows it closely. */
export function speakerBefore(whole: string, from: number, reading: Reading): Speaker | undefined {
  const { finder, cues, pack } = reading;
  const cut = Math.max(0, whole.length - NEAR);
  const before = whole.slice(cut);
  const at = from + cut;
  const last = [...before.matchAll(cues.pattern)].at(-1);
  const found = last === undefined ? undefined : cues.verb(last[0]);
  if (last === undefined || found === undefined) return undefined;
  const { participle } = found;
  const end = last.index + last[0].length;
  const between = before.slice(end);
  if (!(pack?.code === "en" ? TO_QUOTE : TO_QUOTE_LOOSE).test(between)) return undefined;
  const cue = { text: last[0], range: [at + last.index, at + end] as Range };
  const subject = subjectBefore(before.slice(0, last.index), at, reading);
  const mention = participle
    ? (mainSubject(whole.slice(0, cut + last.index), from, finder) ?? subject)
    : (subject ?? (pack?.code === "en" ? undefined : subjectAfter(between, at + end, reading)));
  const rule = participle ? "cue-participle-before" : "cue-before";
  return mention === undefined
    ? { cue, rule, confidence: 0.5 }
    : { cue, rule, mention, confidence: certainty(mention, participle ? 0.8 : 0.95) };
}

/** `… said Name` or `… Name said` right after the quotation. */
export function speakerAfter(after: string, at: number, reading: Reading): Speaker | undefined {
  const { finder, cues } = reading;
  const lead = /^[,.،]?[ \u00a0]?/u.exec(after)![0].length;
  const first = new RegExp(cues.pattern.source, "iuy");
  first.lastIndex = lead;
  const inverted = first.exec(after);
  if (inverted !== null && cues.verb(inverted[0])?.participle === false) {
    const end = lead + inverted[0].length;
    const cue = { text: inverted[0], range: [at + lead, at + end] as Range };
    const mention = subjectAfter(after.slice(end, end + 120), at + end, reading);
    if (mention === undefined) return { cue, rule: "cue-after", confidence: 0.5 };
    const bare = mention.range[0] - at - end <= 1;
    return { cue, rule: "cue-after", mention, confidence: certainty(mention, bare ? 0.95 : 0.8) };
  }
  const [named] = finder.find(after.slice(0, 120), at);
  const near = named === undefined || named.range[0] - at > 2 ? undefined : named;
  for (const match of after.slice(0, 160).matchAll(cues.pattern)) {
    if (cues.verb(match[0])?.participle !== false) continue;
    const head = after.slice(0, match.index);
    const mention =
      near !== undefined &&
      /^(?:,[^,;.]{1,60},)?(?: (?:also|later|\p{Ll}+ly))? $/u.test(head.slice(near.range[1] - at))
        ? near
        : nounSubject(head, at, reading);
    if (mention === undefined || mention.range[0] - at > 3) return undefined;
    const range: Range = [at + match.index, at + match.index + match[0].length];
    return {
      cue: { text: match[0], range },
      rule: "cue-after",
      mention,
      confidence: certainty(mention, 0.9),
    };
  }
  return undefined;
}

/** Who stands right after a verb of saying: "said the lowland envoy, Ana Petrov". */
export function subjectAfter(after: string, at: number, reading: Reading): Mention | undefined {
  const [first] = reading.finder.find(after, at);
  if (first !== undefined) {
    const lead = after.slice(0, first.range[0] - at);
    // An office in small letters may stand before the name.
    if (/^[ \u00a0]*(?:[\p{L}\p{M}’'-]+,? ){0,5}$/u.test(lead) && !/\b(?:that|to|on|in|of)\b/.test(lead)) {
      return first;
    }
  }
  const words = /^[ \u00a0]+([^,.:;،«»“”]{2,60})/u.exec(after);
  if (words === null) return undefined;
  const noun = nounSubject(words[0], at, reading);
  return noun !== undefined && noun.range[0] - at <= 1 ? noun : undefined;
}

/** Who stands right before a verb: a name, else a noun for somebody who speaks. */
export function subjectBefore(before: string, at: number, reading: Reading): Mention | undefined {
  return subjectOf(before, at, reading.finder) ?? nounSubject(before, at, reading);
}

/** The mention that ends right before a finite verb. */
export function subjectOf(whole: string, from: number, finder: MentionFinder): Mention | undefined {
  const cut = Math.max(0, whole.length - NEAR);
  const before = whole.slice(cut);
  const at = from + cut;
  const mentions = finder.find(before, at);
  for (const mention of mentions.reverse()) {
    if (BETWEEN.test(before.slice(mention.range[1] - at))) return mention;
  }
  return undefined;
}

/** The subject of the sentence's first clause: the mention it begins with, but for an adverb or a conjunction. */
export function mainSubject(whole: string, at: number, finder: MentionFinder): Mention | undefined {
  const sentence = whole.slice(0, NEAR);
  const [first] = finder.find(sentence, at);
  if (first === undefined) return undefined;
  const lead = sentence.slice(0, first.range[0] - at);
  // "European leaders …": an adjective of nationality is not who speaks.
  if (!first.known && ADJECTIVE.test(sentence.slice(first.range[0] - at, first.range[1] - at)))
    return undefined;
  return /^(?:[“"‘]?(?:\p{L}+,? )?)$/u.test(lead) &&
    !/^\p{L}+ $/u.test(lead.replace(/^(?:But|And|Yet|So|Meanwhile|Later|Then|While) $/, ""))
    ? first
    : undefined;
}

const ADJECTIVE = /(?:ian|ean|ish|ese|can|man|aeli|aqi|ern)$/;

const certainty = (mention: Mention, base: number): number =>
  mention.name === null ? Math.min(base, 0.6) : mention.known ? base : base - 0.05;
