import { checkForecast } from "./check.ts";

/**
 * The ranked probability score of a forecast over ordered bins: Σ over the bins but the last of (probability of it or an
 * earlier one − 1 if it came true by then, else 0)². 0 the best, bins − 1 the worst. Being one bin off costs less than
 * being three off; for two bins it is the squared error of the single probability.
 *
 * Reference: E. Epstein, Journal of Applied Meteorology 8, 1969; A. Murphy, ibid. 10, 1971.
 *
 * @param outcome number of the bin that came true, from 0
 * @throws RangeError
 */
export function rankedProbabilityScore(probabilities: readonly number[], outcome: number): number {
  checkForecast(probabilities, outcome);
  let cumulative = 0;
  let score = 0;
  for (let n = 0; n < probabilities.length - 1; n++) {
    cumulative += probabilities[n]!;
    score += (cumulative - (outcome <= n ? 1 : 0)) ** 2;
  }
  return score;
}
