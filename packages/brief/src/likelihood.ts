/**
 * Words of likelihood and what they stand for, in per cent. Source: Professional Head of Intelligence Assessment
 * (UK), "Probability yardstick", as published in Defence Intelligence's "Communicating probability" (2023).
 * The gaps between its bands are the yardstick's own.
 */
export const YARDSTICK: readonly { words: readonly string[]; range: string }[] = [
  { words: ["remote chance"], range: "0–5%" },
  { words: ["highly unlikely"], range: "10–20%" },
  { words: ["unlikely"], range: "25–35%" },
  { words: ["realistic possibility"], range: "40–50%" },
  { words: ["likely", "probable", "probably"], range: "55–75%" },
  { words: ["highly likely", "highly probable", "very likely"], range: "80–90%" },
  { words: ["almost certain", "almost certainly"], range: "95–100%" },
];

const ALL = YARDSTICK.flatMap((band) => band.words.map((word) => ({ word, range: band.range }))).sort(
  (a, b) => b.word.length - a.word.length,
);
const WORD = new RegExp(`(?<![\\p{L}\\p{N}])(${ALL.map((a) => a.word).join("|")})(?![\\p{L}\\p{N}])`, "giu");

/** A word of the yardstick in a text, with its range. */
export interface LikelihoodWord {
  word: string;
  range: string;
  start: number;
  end: number;
  /** Whether the range stands behind the word, in brackets. */
  scaled: boolean;
  /** Where the bracket ends, if there is one. */
  scaleEnd?: number;
}

/** Words of likelihood in a text, longest first: "highly unlikely" is not also "unlikely" and "likely". */
export function likelihoodIn(text: string): LikelihoodWord[] {
  return [...text.matchAll(WORD)].map((match) => {
    const word = match[1] as string;
    const range = ALL.find((a) => a.word === word.toLowerCase())?.range as string;
    const end = match.index + match[0].length;
    const bare = range.replace("%", "").split("–");
    const scale = new RegExp(
      `^\\s*\\(${bare[0]}\\s?(?:–|-|to|%? to)\\s?${bare[1]}\\s?(?:%|per ?cent)[^)]*\\)`,
      "iu",
    ).exec(text.slice(end));
    return {
      word,
      range,
      start: match.index,
      end,
      scaled: scale !== null,
      ...(scale === null ? {} : { scaleEnd: end + scale[0].length }),
    };
  });
}

/** Whether a text says how confident somebody is in an assessment. */
export function speaksOfConfidence(text: string): boolean {
  return /(?<![\p{L}])(?:(?:high|moderate|medium|low|limited|great|little|some|no|full)\s+confidence|confidence\s+(?:is|in|level)|confiden(?:t|tly))(?![\p{L}])/iu.test(
    text,
  );
}
