import { badOutcome, badProbabilities } from "../messages.ts";

/** How far published probabilities may miss a sum of 1, being rounded. */
const ROUNDING = 0.02 + 1e-9;

function check(probabilities: readonly number[], outcome: number): void {
  const sum = probabilities.reduce((total, p) => total + p, 0);
  if (probabilities.some((p) => !(p >= 0 && p <= 1)) || Math.abs(sum - 1) > ROUNDING) {
    throw new RangeError(badProbabilities(probabilities));
  }
  if (!Number.isInteger(outcome) || outcome < 0 || outcome >= probabilities.length) {
    throw new RangeError(badOutcome(outcome, probabilities.length));
  }
}

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
