import { YARDSTICK_BANDS } from "@parley/forecast";

/** Words of likelihood and what they stand for, in per cent, by the yardstick of the UK's intelligence assessment. */
export const YARDSTICK: readonly { words: readonly string[]; range: string }[] = YARDSTICK_BANDS.map(
  ({ words, low, high }) => ({ words, range: `${low}–${high}%` }),
);

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
