import { badCounts, badLevel } from "../messages.ts";

/** An interval of a share, both ends from 0 to 1. */
export type Interval = [low: number, high: number];

/** P(X ≥ k) for X binomial with n trials of probability p. */
function upperTail(k: number, n: number, p: number): number {
  if (k <= 0) return 1;
  if (p <= 0) return 0;
  if (p >= 1) return 1;
  // Terms by recurrence from ln C(n, k) p^k q^(n−k), so that neither factor overflows.
  let log = k * Math.log(p) + (n - k) * Math.log1p(-p);
  for (let j = 1; j <= n - k; j++) log += Math.log((k + j) / j);
  let term = Math.exp(log);
  let sum = 0;
  for (let x = k; x <= n; x++) {
    sum += term;
    term *= ((n - x) / (x + 1)) * (p / (1 - p));
  }
  return Math.min(1, sum);
}

/** The p in [0, 1] at which a function that rises with p reaches `target`. */
function solve(rising: (p: number) => number, target: number): number {
  let [low, high] = [0, 1];
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (rising(middle) < target) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/**
 * The exact interval of a share, k of n: the values of p that neither tail test of size (1 − level)/2 rejects.
 *
 * Reference: C. Clopper & E. Pearson, Biometrika 26, 1934.
 *
 * @throws RangeError unless 0 ≤ k ≤ n, n ≥ 1 and 0 < level < 1
 */
export function clopperPearson(k: number, n: number, level: number): Interval {
  if (!Number.isInteger(k) || !Number.isInteger(n) || n < 1 || k < 0 || k > n)
    throw new RangeError(badCounts(k, n));
  if (!(level > 0 && level < 1)) throw new RangeError(badLevel(level));
  const tail = (1 - level) / 2;
  const low = k === 0 ? 0 : solve((p) => upperTail(k, n, p), tail);
  const high = k === n ? 1 : solve((p) => upperTail(k + 1, n, p), 1 - tail);
  return [low, high];
}
