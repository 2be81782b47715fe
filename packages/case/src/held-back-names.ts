import { isFormOf } from "./name-forms.ts";

/**
 * What two ways to write one name have in common: no accents or vowel signs, nothing invisible (soft hyphens, direction
 * marks), one letter for those that are written for each other. Rather one sentence too few than a name too much.
 */
const folded = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/[\p{M}\p{Cf}\u0640]/gu, "")
    .replace(/[\u0649\u06cc]/gu, "\u064a")
    .replace(/\u0629/gu, "\u0647")
    .replace(/\u06a9/gu, "\u0643")
    .toLowerCase();

/** Words of a text: what stands between them (blanks, hyphens, apostrophes) is written in many ways. */
const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];

/** Scripts that are written with a blank between words; in others any occurrence counts. */
const SPACED = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u;

/**
 * Whether a text holds one of the names: its words one after the other, each as it stands or, where its script bends
 * names, in a form it may take there (`name-forms.ts`).
 */
export function holdsName(text: string, names: readonly string[]): boolean {
  if (names.length === 0) return false;
  const within = folded(text);
  const words = wordsOf(within);
  const joined = words.join(" ");
  return names.some((name) => {
    const sought = wordsOf(folded(name));
    const [first] = sought;
    // A name of invisible characters alone is in every text.
    if (first === undefined) return false;
    if (!SPACED.test(first) && joined.includes(sought.join(" "))) return true;
    for (let at = 0; at + sought.length <= words.length; at++)
      if (sought.every((word, i) => isFormOf(words[at + i] as string, word))) return true;
    return false;
  });
}
