import { gbkCode } from "./gbk.ts";
import { HANZI_OF_LETTER } from "./letters.generated.ts";

let lettersOf: Map<string, string> | undefined;

/** The Latin letters a hanzi can stand for in a name disguised letter by letter; empty: none. */
function letters(hanzi: string): string {
  if (lettersOf === undefined) {
    lettersOf = new Map();
    for (const [letter, all] of Object.entries(HANZI_OF_LETTER))
      for (const one of all) lettersOf.set(one, (lettersOf.get(one) ?? "") + letter);
  }
  const own = String.fromCharCode(gbkCode(hanzi) & 0xff);
  return (/^[A-Za-z]$/.test(own) ? own : "") + (lettersOf.get(hanzi) ?? "");
}

/** Fewest letters of a disguised name: shorter runs spell something too often. */
export const FEWEST_LETTERS = 3;

/**
 * The known word that the first characters of a run spell, longest first, and how many characters it takes. Several
 * letters for one character are all tried, but only along words that are known.
 */
export function spelledWord(
  run: readonly string[],
  known: ReadonlySet<string>,
): { word: string; length: number } | undefined {
  const choices: string[] = [];
  for (const hanzi of run) {
    const choice = letters(hanzi);
    if (choice === "") break;
    choices.push(choice);
  }
  for (let length = choices.length; length >= FEWEST_LETTERS; length--) {
    for (const word of known) {
      if (word.length !== length) continue;
      let i = 0;
      while (i < length && choices[i]!.includes(word.charAt(i))) i += 1;
      if (i === length) return { word, length };
    }
  }
  return undefined;
}
