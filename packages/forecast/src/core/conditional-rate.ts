import { badDays, badLevel } from "../messages.ts";
import { clopperPearson, type Interval } from "./binomial-interval.ts";
import { kaplanMeier, type Observation, stepAt } from "./kaplan-meier.ts";

/** With fewer at risk than this, the exact interval is used, and the small number is said in words. */
export const SMALL_SAMPLE: number = 20;

/** How the interval of a share was made. */
export type IntervalMethod = "clopper-pearson" | "greenwood-log-log";

/** What became of those still going on, within some days more. */
export interface WithinDays {
  days: number;
  /** How many are known to have ended in that time. */
  ended: number;
  /** Kaplan–Meier estimate of the share that ended; null when it cannot be estimated. */
  share: number | null;
  interval: Interval | null;
  method: IntervalMethod | null;
  /** How many were lost from sight in that time before they ended. */
  censored: number;
}

export interface ConditionalRate {
  elapsedDays: number;
  /** How many lasted, or were followed, longer than the elapsed days. */
  atRisk: number;
  within: WithinDays[];
}

/** The quantile of the standard normal at p ≥ 0.5, by P. Acklam's rational fit (relative error below 1.2e-9). */
function normalQuantile(p: number): number {
  const a = [
    -39.69683028665376, 220.9460984245205, -275.9285104469687, 138.357751867269, -30.66479806614716,
    2.506628277459239,
  ];
  const b = [
    -54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572,
  ];
  const c = [
    -0.007784894002430293, -0.3223964580411365, -2.400758277161838, -2.549732539343734, 4.374664141464968,
    2.938163982698783,
  ];
  const d = [0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416];
  const poly = (k: readonly number[], x: number): number => k.reduce((sum, value) => sum * x + value, 0);
  if (p > 0.97575) {
    const q = Math.sqrt(-2 * Math.log(1 - p));
    return -poly(c, q) / (poly(d, q) * q + 1);
  }
  const q = p - 0.5;
  const r = q * q;
  return (poly(a, r) * q) / (poly(b, r) * r + 1);
}

/**
 * Of those that lasted longer than `elapsed` days, what share ended within so many days more.
 *
 * The share is 1 − S(elapsed + d) / S(elapsed) by Kaplan–Meier, that is, the curve of those still at risk. Its interval:
 * with fewer than 20 at risk Clopper–Pearson, counting out those lost from sight before the horizon; else Greenwood's
 * variance on the scale log(−log S) (J. Kalbfleisch & R. Prentice, *The Statistical Analysis of Failure Time Data*,
 * 1980), which stays within 0 and 1; where that is undefined, at shares 0 and 1, Clopper–Pearson again. When
 * nobody is followed to the horizon the share is null, unless the curve has reached 0 before.
 *
 * @param level confidence of the interval
 * @throws RangeError on days or a level out of range
 */
export function conditionalRate(
  observations: readonly Observation[],
  elapsed: number,
  within: readonly number[],
  level = 0.9,
): ConditionalRate {
  if (!Number.isInteger(elapsed) || elapsed < 0) throw new RangeError(badDays("The elapsed time", elapsed));
  if (!(level > 0 && level < 1)) throw new RangeError(badLevel(level));
  const risk = observations.filter((o) => o.days > elapsed);
  const steps = kaplanMeier(risk);
  const z = normalQuantile(0.5 + level / 2);
  return {
    elapsedDays: elapsed,
    atRisk: risk.length,
    within: within.map((days) => {
      if (!Number.isInteger(days) || days < 0) throw new RangeError(badDays("A horizon", days));
      const horizon = elapsed + days;
      const ended = risk.filter((o) => o.ended && o.days <= horizon).length;
      const censored = risk.filter((o) => !o.ended && o.days < horizon).length;
      const step = stepAt(steps, horizon);
      const survival = step?.survival ?? 1;
      const followed = risk.length - censored;
      // Past the last one followed the curve says nothing, unless it has come down to 0.
      const known = risk.some((o) => o.days >= horizon) || (risk.length > 0 && survival === 0);
      if (!known || followed === 0)
        return { days, ended, share: null, interval: null, method: null, censored };
      const share = 1 - survival;
      if (risk.length < SMALL_SAMPLE || survival === 0 || survival === 1 || step === undefined) {
        const interval = clopperPearson(ended, followed, level);
        // With censoring the estimate is not the plain share; the interval is widened to hold it.
        interval[0] = Math.min(interval[0], share);
        interval[1] = Math.max(interval[1], share);
        return { days, ended, share, interval, method: "clopper-pearson", censored };
      }
      const width = (z * Math.sqrt(step.greenwood)) / Math.abs(Math.log(survival));
      const interval: Interval = [1 - survival ** Math.exp(-width), 1 - survival ** Math.exp(width)];
      return { days, ended, share, interval, method: "greenwood-log-log", censored };
    }),
  };
}
