import { checkForecast as check } from "./check.ts";

/**
 * The Brier score of a forecast over options of which one came true, summed over the options: 0 the best, 2 the worst.
 * For two options it is twice the score of the single probability.
 *
 * Reference: G. Brier, Monthly Weather Review 78, 1950.
 *
 * @param outcome number of the option that came true, from 0
 * @throws RangeError
 */
export function brierScore(probabilities: readonly number[], outcome: number): number {
  check(probabilities, outcome);
  return probabilities.reduce((sum, p, n) => sum + (p - (n === outcome ? 1 : 0)) ** 2, 0);
}

/**
 * The Brier score of a single probability: its squared error, 0 the best, 1 the worst. Half of the score over two
 * options, and the one that platforms for yes-or-no questions print.
 *
 * @throws RangeError
 */
export function brierScoreOfOne(probability: number, came: boolean): number {
  return brierScore([probability, 1 - probability], came ? 0 : 1) / 2;
}

/**
 * The logarithmic score, −ln of the probability given to what came true: 0 the best, infinite when it was called
 * impossible.
 *
 * Reference: I. Good, JRSS B 14, 1952.
 *
 * @throws RangeError
 */
export function logScore(probabilities: readonly number[], outcome: number): number {
  check(probabilities, outcome);
  return 0 - Math.log(probabilities[outcome]!);
}
