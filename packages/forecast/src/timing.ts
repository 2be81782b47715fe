import type { TimingModel } from "./core/timing/model.ts";
import { type FactorEffect, type FactorShare, sobol, tornado } from "./core/timing/sensitivity.ts";
import { type SimulateOptions, simulate, type TimingRuns } from "./core/timing/simulate.ts";
import { difference, summarise, type TimingDifference, type TimingSummary } from "./core/timing/summary.ts";

/** Runs unless another number is asked for. */
export const TIMING_RUNS = 10_000;

/** What the simulation says of a question. */
export interface TimingResult extends TimingSummary {
  seed: number;
  status: "heuristic";
  scenarios: { name: string; words: string; summary: TimingSummary; difference: TimingDifference }[];
  /** Which judgements move the share settled within the horizon most. */
  tornado?: FactorEffect[];
  /** Which share of the variance of the days each factor explains alone. */
  sobol?: FactorShare[];
}

/** Another model to be compared, with what came of its runs. */
export interface Scenario {
  text: string;
  words: string;
  model: TimingModel;
}

export interface TimingOptions {
  runs?: number;
  seed?: number;
  scenarios?: readonly Scenario[];
  /** Runs for each simulation of the sensitivities; 0: none. */
  sensitivityRuns?: number;
  onProgress?: (done: number, all: number) => void;
  shouldStop?: () => boolean;
}

/** The date, what binds when, how scenarios differ, and what it hangs on. All with the same draws. */
export function timing(model: TimingModel, options: TimingOptions = {}): TimingResult {
  const { runs = TIMING_RUNS, seed = 1, scenarios = [] } = options;
  const all = runs * (1 + scenarios.length);
  const call = (part: number): SimulateOptions => ({
    runs,
    draws: { seed },
    ...(options.onProgress === undefined
      ? {}
      : { onProgress: (done: number) => options.onProgress?.(part * runs + done, all) }),
    ...(options.shouldStop === undefined ? {} : { shouldStop: options.shouldStop }),
  });
  const base = simulate(model, call(0));
  const changed = scenarios.map((scenario, k) => simulate(scenario.model, call(k + 1)));
  return timingOfRuns(model, base, changed, options);
}

/**
 * The same from runs that were made elsewhere, by several threads, say: `simulate` stretches, `joinRuns` puts them
 * together.
 *
 * @param changed runs of each of the scenarios, with the same seed
 */
export function timingOfRuns(
  model: TimingModel,
  base: TimingRuns,
  changed: readonly TimingRuns[],
  options: TimingOptions = {},
): TimingResult {
  const { seed = 1, scenarios = [], sensitivityRuns = 0 } = options;
  const result: TimingResult = {
    ...summarise(model, base),
    seed,
    status: "heuristic",
    scenarios: scenarios.map((scenario, k) => {
      const runs = changed[k] as TimingRuns;
      return {
        name: scenario.text,
        words: scenario.words,
        summary: summarise(scenario.model, runs),
        difference: difference(model, runs, base),
      };
    }),
  };
  if (sensitivityRuns > 0) {
    const part = {
      runs: sensitivityRuns,
      seed,
      ...(options.shouldStop === undefined ? {} : { shouldStop: options.shouldStop }),
    };
    result.tornado = tornado(model, part);
    result.sobol = sobol(model, part);
  }
  return result;
}
