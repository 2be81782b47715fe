import type { Interval } from "./binomial-interval.ts";
import { Xoshiro128 } from "./xoshiro.ts";

/**
 * Interval of a mean by the percentile bootstrap over groups: whole groups are drawn with replacement, since what was
 * decided together errs together.
 *
 * Reference: B. Efron & R. Tibshirani, *An Introduction to the Bootstrap*, 1993; groups: A. Davison & D. Hinkley,
 * *Bootstrap Methods and their Application*, 1997, §3.8.
 *
 * @param groups number of the group of each value, from 0
 * @param level confidence
 */
export function bootstrapMean(
  values: ArrayLike<number>,
  groups: ArrayLike<number>,
  level: number,
  draws: number,
  seed: number,
): Interval {
  const count = values.length === 0 ? 0 : Math.max(...Array.from(groups)) + 1;
  const [sums, sizes] = [new Float64Array(count), new Float64Array(count)];
  for (let i = 0; i < values.length; i++) {
    sums[groups[i]!]! += values[i]!;
    sizes[groups[i]!]! += 1;
  }
  const random = new Xoshiro128(seed);
  const means = new Float64Array(draws);
  for (let draw = 0; draw < draws; draw++) {
    let [sum, size] = [0, 0];
    for (let k = 0; k < count; k++) {
      const g = random.below(count);
      sum += sums[g]!;
      size += sizes[g]!;
    }
    means[draw] = sum / size;
  }
  means.sort();
  const rank = (share: number): number => means[Math.round(share * (draws - 1))]!;
  const tail = (1 - level) / 2;
  return [rank(tail), rank(1 - tail)];
}
