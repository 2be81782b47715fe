import { badOutcome, badProbabilities } from "../../messages.ts";

/** How far published probabilities may miss a sum of 1, being rounded. */
const ROUNDING = 0.02 + 1e-9;

/** @throws RangeError unless these are probabilities of options, and the outcome is one of them */
export function checkForecast(probabilities: readonly number[], outcome: number): void {
  const sum = probabilities.reduce((total, p) => total + p, 0);
  if (probabilities.some((p) => !(p >= 0 && p <= 1)) || Math.abs(sum - 1) > ROUNDING)
    throw new RangeError(badProbabilities(probabilities));
  if (!Number.isInteger(outcome) || outcome < 0 || outcome >= probabilities.length)
    throw new RangeError(badOutcome(outcome, probabilities.length));
}
