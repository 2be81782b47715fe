import { badDistribution } from "../../messages.ts";

/**
 * The continuous ranked probability score of a sample or a weighted set of values: E|X − y| − E|X − X′|/2. 0 the best,
 * in the unit of the values; of a single value it is the absolute error.
 *
 * Reference: T. Gneiting & A. Raftery, JASA 102, 2007, formula 21.
 *
 * @param values not empty; need not be sorted
 * @param weights not negative, with a sum above 0; absent: all equal
 * @throws RangeError
 */
export function crpsOfSample(
  values: ArrayLike<number>,
  outcome: number,
  weights?: ArrayLike<number>,
): number {
  const n = values.length;
  const order = Array.from({ length: n }, (_, i) => i).sort((a, b) => values[a]! - values[b]!);
  let total = 0;
  let error = 0;
  for (const i of order) {
    const w = weights?.[i] ?? 1;
    if (!(w >= 0) || !Number.isFinite(values[i]!)) throw new RangeError(badDistribution());
    total += w;
    error += w * Math.abs(values[i]! - outcome);
  }
  if (!(total > 0) || !Number.isFinite(outcome)) throw new RangeError(badDistribution());
  // E|X − X′| = 2 ∫ F (1 − F), from step to step of the distribution.
  let below = 0;
  let spread = 0;
  for (let k = 0; k + 1 < n; k++) {
    below += (weights?.[order[k]!] ?? 1) / total;
    spread += below * (1 - below) * (values[order[k + 1]!]! - values[order[k]!]!);
  }
  return error / total - spread;
}

/** A point of a distribution over time: the share that has happened by then. */
export interface ShareBy {
  /** Days from the day of the forecast. */
  days: number;
  /** 0 to 1, not falling. */
  share: number;
}

/**
 * The continuous ranked probability score of a forecast of when, up to a horizon: ∫ (F(t) − 1[t ≥ y])² dt from 0 to the
 * horizon, in days. F runs straight from point to point, from 0 at day 0; what lies beyond the last point is not said and
 * the horizon ends there. Something that has not happened by the horizon is scored as just that (y = never).
 *
 * Reference: T. Gneiting & R. Ranjan, Journal of Business & Economic Statistics 29, 2011 (threshold weighting).
 *
 * @param shares by day, rising, at least one
 * @param outcome day on which it happened; undefined: not by the horizon
 * @throws RangeError
 */
export function crpsOfDates(shares: readonly ShareBy[], outcome: number | undefined): number {
  let from: ShareBy = { days: 0, share: 0 };
  let score = 0;
  const at = outcome ?? Number.POSITIVE_INFINITY;
  if (shares.length === 0 || Number.isNaN(at)) throw new RangeError(badDistribution());
  const piece = (a: number, b: number, fa: number, fb: number, happened: boolean): void => {
    const [ga, gb] = happened ? [1 - fa, 1 - fb] : [fa, fb];
    score += ((b - a) * (ga * ga + ga * gb + gb * gb)) / 3;
  };
  for (const to of shares) {
    if (!(to.days >= from.days) || !(to.share >= from.share - 1e-12) || !(to.share <= 1 + 1e-12))
      throw new RangeError(badDistribution());
    if (at <= from.days) piece(from.days, to.days, from.share, to.share, true);
    else if (at >= to.days) piece(from.days, to.days, from.share, to.share, false);
    else {
      const middle = from.share + ((to.share - from.share) * (at - from.days)) / (to.days - from.days);
      piece(from.days, at, from.share, middle, false);
      piece(at, to.days, middle, to.share, true);
    }
    from = to;
  }
  return score;
}
