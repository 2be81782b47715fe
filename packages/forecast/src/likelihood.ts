import { likelihood as say } from "./messages.ts";

/** A word of likelihood and the shares it stands for. */
export interface LikelihoodBand {
  words: readonly string[];
  /** Per cent, both included. */
  low: number;
  high: number;
}

/**
 * Words of likelihood and what they stand for. Source: Professional Head of Intelligence Assessment (UK), "Probability
 * yardstick", as published in Defence Intelligence's "Communicating probability" (2023). The gaps between its bands are
 * the yardstick's own.
 */
export const YARDSTICK_BANDS: readonly LikelihoodBand[] = [
  { words: ["remote chance"], low: 0, high: 5 },
  { words: ["highly unlikely"], low: 10, high: 20 },
  { words: ["unlikely"], low: 25, high: 35 },
  { words: ["realistic possibility"], low: 40, high: 50 },
  { words: ["likely", "probable", "probably"], low: 55, high: 75 },
  { words: ["highly likely", "highly probable", "very likely"], low: 80, high: 90 },
  { words: ["almost certain", "almost certainly"], low: 95, high: 100 },
];

/**
 * A share as a word of the yardstick with its scale: `unlikely (25–35%)`. A share in a gap is given the nearer band, the
 * lower one half way. No share: "no basis". Confidence is never said here: it belongs in a sentence of its own.
 *
 * @param share 0 to 1; null: there is no basis
 * @throws RangeError
 */
export function likelihoodWords(share: number | null): string {
  if (share === null) return say.noBasis();
  if (!(share >= 0 && share <= 1)) throw new RangeError(say.badShare(share));
  const percent = share * 100;
  const off = ({ low, high }: LikelihoodBand): number => Math.max(low - percent, percent - high, 0);
  const band = YARDSTICK_BANDS.reduce((best, one) => (off(one) < off(best) - 1e-9 ? one : best));
  return say.word(band.words[0] as string, band.low, band.high);
}

/** A number as people read it: two significant digits. */
export function twoDigits(value: number): string {
  return String(Number(value.toPrecision(2)));
}
