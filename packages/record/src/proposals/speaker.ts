import type { Range } from "@parley/case";
import { SAID, SAYING_FORMS } from "./cues.ts";
import type { Mention, MentionFinder } from "./mentions.ts";

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
  /^(?:,|:| that| it| as| the| a| an| in an? \p{L}+| on \p{L}+| of an?| \p{L}+ \p{L}+)?[,:]? ?$/u;

/** The last verb of saying in `before`, if the quotation follows it closely. */
export function speakerBefore(whole: string, from: number, finder: MentionFinder): Speaker | undefined {
  const cut = Math.max(0, whole.length - NEAR);
  const before = whole.slice(cut);
  const at = from + cut;
  for (const match of [...before.matchAll(/(?<!\p{L})\p{Ll}+(?!\p{L})/gu)].reverse()) {
    const word = match[0];
    const participle = SAYING_FORMS.has(word);
    if (!participle && !SAID.has(word)) continue;
    const end = match.index + word.length;
    if (!TO_QUOTE.test(before.slice(end))) return undefined;
    const cue = { text: word, range: [at + match.index, at + end] as Range };
    const mention = participle
      ? mainSubject(whole.slice(0, cut + match.index), from, finder)
      : subjectOf(before.slice(0, match.index), at, finder);
    const rule = participle ? "cue-participle-before" : "cue-before";
    return mention === undefined
      ? { cue, rule, confidence: 0.5 }
      : { cue, rule, mention, confidence: certainty(mention, participle ? 0.8 : 0.95) };
  }
  return undefined;
}

/** `… said Name` or `… Name said` right after the quotation. */
export function speakerAfter(after: string, at: number, finder: MentionFinder): Speaker | undefined {
  const inverted = /^[,]? ?(\p{Ll}+) /u.exec(after);
  if (inverted !== null && SAID.has(inverted[1]!)) {
    const start = inverted[0].length - inverted[1]!.length - 1;
    const cue = { text: inverted[1]!, range: [at + start, at + start + inverted[1]!.length] as Range };
    const first = finder.find(
      after.slice(inverted[0].length, inverted[0].length + 120),
      at + inverted[0].length,
    )[0];
    const lead = first === undefined ? "" : after.slice(inverted[0].length, first.range[0] - at);
    // "said the lowland envoy, Ana Petrov": an office in small letters may stand before the name.
    if (
      first !== undefined &&
      /^(?:the |a |an )?(?:[\p{L}-]+,? ){0,5}$/u.test(lead) &&
      !/\b(?:that|to|on|in|of)\b/.test(lead)
    ) {
      return {
        cue,
        rule: "cue-after",
        mention: first,
        confidence: certainty(first, lead === "" ? 0.95 : 0.8),
      };
    }
    return { cue, rule: "cue-after", confidence: 0.5 };
  }
  const [first] = finder.find(after.slice(0, 120), at);
  if (first === undefined || first.range[0] - at > 2) return undefined;
  const rest = after.slice(first.range[1] - at);
  const verb = /^(?:,[^,;.]{1,60},)?(?: (?:also|later|\p{Ll}+ly))? (\p{Ll}+)(?!\p{L})/u.exec(rest);
  if (verb === null || !SAID.has(verb[1]!)) return undefined;
  const end = first.range[1] + verb[0].length;
  const cue = { text: verb[1]!, range: [end - verb[1]!.length, end] as Range };
  return { cue, rule: "cue-after", mention: first, confidence: certainty(first, 0.9) };
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
