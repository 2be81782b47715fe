import { badCounts, badLevel } from "../messages.ts";

/** An interval of a share, both ends from 0 to 1. */
export type Interval = [low: number, high: number];

/** ln of (n choose k), by ln Γ: exact sums of logarithms where few, Stirling's series beyond. */
function logChoose(n: number, k: number): number {
  const few = Math.min(k, n - k);
  if (few <= 64) {
    let log = 0;
    for (let j = 1; j <= few; j++) log += Math.log((n - few + j) / j);
    return log;
  }
  return logFactorial(n) - logFactorial(k) - logFactorial(n - k);
}

function logFactorial(n: number): number {
  const x = n + 1;
  const i = 1 / (x * x);
  const series = (1 / 12 - i * (1 / 360 - i * (1 / 1260 - i / 1680))) / x;
  return (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + series;
}

/**
 * P(X ≥ k) for X binomial with n trials of probability p, as the sum of its terms from the edge outwards: upwards from k
 * where k lies above the mean, else one minus the sum downwards from k − 1. Terms fall from the first on, so that none
 * that matters is lost, and the sum ends when they no longer count.
 */
function upperTail(k: number, n: number, p: number): number {
  if (k <= 0) return 1;
  if (p <= 0) return 0;
  if (p >= 1) return 1;
  const odds = p / (1 - p);
  const term = (x: number): number => Math.exp(logChoose(n, x) + x * Math.log(p) + (n - x) * Math.log1p(-p));
  if (k >= n * p) {
    let sum = 0;
    for (let x = k, t = term(k); x <= n && t > sum * 1e-18; x++) {
      sum += t;
      t *= ((n - x) / (x + 1)) * odds;
    }
    return Math.min(1, sum);
  }
  let below = 0;
  for (let x = k - 1, t = term(k - 1); x >= 0 && t > below * 1e-18; x--) {
    below += t;
    t *= x / (n - x + 1) / odds;
  }
  return Math.max(0, 1 - below);
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
