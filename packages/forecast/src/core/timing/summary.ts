import { clopperPearson, type Interval } from "../binomial-interval.ts";
import { CAUSES, type Cause, type TimingModel } from "./model.ts";
import type { TimingRuns } from "./simulate.ts";

/** Shares of runs by which a quantile is given. */
export const QUANTILES: readonly number[] = [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95];

/** The distribution of the date, and what kept it from coming. */
export interface TimingSummary {
  runs: number;
  /** Stopped before all runs were done. */
  stopped: boolean;
  horizonDays: number;
  /** The first day of each step, from 0. */
  days: number[];
  /** Share settled by each step. */
  settled: number[];
  /** Day by which such a share of runs had settled; null: not within the horizon. */
  quantiles: { share: number; day: number | null }[];
  /** Share that did not settle within the horizon, with its interval by chance alone. */
  never: { share: number; interval: Interval };
  /** Of all runs, the share that each cause kept from settling at each step. With the settled they add up to 1. */
  binds: { cause: Cause; share: number[] }[];
}

/** @param level confidence of intervals */
export function summarise(model: TimingModel, runs: TimingRuns, level = 0.9): TimingSummary {
  const { stepDays, steps } = model;
  const n = runs.runs;
  const counts = new Float64Array(steps);
  for (const step of runs.settled) if (step >= 0) counts[step]! += 1;
  let sum = 0;
  const settled = Array.from(counts, (count) => {
    sum += count;
    return sum / n;
  });
  return {
    runs: n,
    stopped: runs.stopped,
    horizonDays: steps * stepDays,
    days: settled.map((_, step) => step * stepDays),
    settled,
    quantiles: QUANTILES.map((share) => {
      const step = settled.findIndex((s) => s >= share - 1e-12);
      return { share, day: step < 0 ? null : step * stepDays };
    }),
    never: { share: 1 - sum / n, interval: clopperPearson(n - sum, n, level) },
    binds: CAUSES.map((cause, c) => ({
      cause,
      share: Array.from({ length: steps }, (_, step) => runs.binds[c * steps + step]! / n),
    })),
  };
}

/** How two scenarios differ, run by run. */
export interface TimingDifference {
  /** Share settled within the horizon: with less without. */
  share: number;
  interval: Interval;
  /** Mean days until settled, the horizon where not: with less without. */
  days: number;
  daysInterval: Interval;
  runs: number;
}

/** z of a two-sided interval of 90%. */
const Z90 = 1.6448536269514722;

/**
 * Difference of two scenarios that were drawn with the same seed. Each run is compared with itself, so that what is
 * common to both cancels out; the interval is that of a mean of differences.
 *
 * Reference: P. Glasserman & D. Yao, *Management Science* 38, 1992 (common random numbers).
 */
export function difference(model: TimingModel, changed: TimingRuns, base: TimingRuns): TimingDifference {
  const n = Math.min(changed.runs, base.runs);
  const horizon = model.steps * model.stepDays;
  const day = (step: number): number => (step < 0 ? horizon : step * model.stepDays);
  const shares = moments(n, (i) => Number(changed.settled[i]! >= 0) - Number(base.settled[i]! >= 0));
  const days = moments(n, (i) => day(changed.settled[i]!) - day(base.settled[i]!));
  return {
    share: shares.mean,
    interval: [shares.mean - Z90 * shares.error, shares.mean + Z90 * shares.error],
    days: days.mean,
    daysInterval: [days.mean - Z90 * days.error, days.mean + Z90 * days.error],
    runs: n,
  };
}

function moments(n: number, of: (i: number) => number): { mean: number; error: number } {
  let mean = 0;
  let squares = 0;
  for (let i = 0; i < n; i++) {
    const d = of(i) - mean;
    mean += d / (i + 1);
    squares += d * (of(i) - mean);
  }
  return { mean, error: n > 1 ? Math.sqrt(squares / (n - 1) / n) : 0 };
}
