import type { LanguagePack } from "../rules/language-pack.ts";
import { OFFICES } from "./cues.ts";
import type { Mention } from "./mentions.ts";
import { anyOf, type Reading } from "./reading.ts";

/** How far back a noun is looked for, in characters. */
const NEAR = 160;

/** Between a noun and its verb: adverbs, auxiliaries, a phrase between commas. */
const BETWEEN =
  /^(?:,[^,;.]{1,80},)?(?: (?:who|which|that|has|had|have|is|are|also|later|then|again|once|still|reportedly|yesterday|repeatedly|\p{Ll}+ly))* ?$/u;
/** "a spokeswoman for the company", "people close to the talks". */
const OF_PHRASE =
  /^ (?:for|of|from|in|at|on|with|close to|familiar with|involved in|near|inside)(?: [\p{L}\p{M}’'-]+){1,5}?(?=,| (?:has|had|have|also|later|\p{Ll}+ly) | ?$)/u;
/** Words that end the noun's own phrase on its left. */
const STOP = new Set(
  "and but or that while whereas if when as because since though although after before until to by with from in on at of for into over is are was were be been has have had will would may might could should must said says".split(
    " ",
  ),
);
const BEGINS = new Set(
  "the a an its their his her our some many several most both two three four five six few other one no any all these those".split(
    " ",
  ),
);
const PRONOUN = /(?<!\p{L})([Ii]t|[Ww]e|[Oo]thers|[Nn]either|[Bb]oth)$/u;

const nouns = new WeakMap<LanguagePack, { any: RegExp; unnamed: RegExp }>();

/**
 * A noun phrase that names somebody who speaks by what they are ("the ministry", "two diplomats") and ends right before a
 * verb. Its name is unknown; a source without a name is marked as such.
 */
export function nounSubject(whole: string, from: number, { pack }: Reading): Mention | undefined {
  if (pack === undefined) return undefined;
  const cut = Math.max(0, whole.length - NEAR);
  const before = whole.slice(cut);
  const at = from + cut;
  let words = nouns.get(pack);
  if (words === undefined) {
    words = { any: anyOf([...pack.unnamed, ...pack.speakers]), unnamed: anyOf(pack.unnamed, "iu") };
    nouns.set(pack, words);
  }
  for (const match of [...before.matchAll(words.any)].reverse()) {
    const end = match.index + match[0].length;
    const rest = before.slice(end);
    const phrase = OF_PHRASE.exec(rest)?.[0] ?? "";
    const close = [phrase, ""].find((some) => BETWEEN.test(rest.slice(some.length)));
    if (close === undefined) continue;
    const start = phraseStart(before, match.index);
    const range: [number, number] = [at + start, at + end + close.length];
    const said = before.slice(start, end + close.length);
    return words.unnamed.test(match[0])
      ? { range, name: null, unnamed: said.replace(/^(?:The|the) /, ""), known: false }
      : { range, name: null, known: false };
  }
  const pronoun = PRONOUN.exec(before.trimEnd());
  if (pack.code !== "en" || pronoun === null) return undefined;
  return {
    range: [at + pronoun.index, at + pronoun.index + pronoun[0].length],
    name: null,
    known: false,
  };
}

/** Where the phrase of a noun begins: at its article, or before up to four words that can belong to it. */
function phraseStart(before: string, noun: number): number {
  let start = noun;
  for (let i = 0; i < 4; i++) {
    const word = /([\p{L}\p{M}\p{N}’'-]+) $/u.exec(before.slice(0, start));
    if (word === null) break;
    const small = word[1]!.toLowerCase();
    if (STOP.has(small) && !OFFICES.has(word[1]!)) break;
    start = word.index;
    if (BEGINS.has(small)) break;
  }
  return start;
}
