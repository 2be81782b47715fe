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

export interface TimingOptions {
  runs?: number;
  seed?: number;
  scenarios?: readonly { text: string; words: string; model: TimingModel }[];
  /** Runs for each simulation of the sensitivities; 0: none. */
  sensitivityRuns?: number;
  /** Simulate with several threads, say; default: here. */
  run?: (model: TimingModel, options: SimulateOptions) => TimingRuns;
  onProgress?: (done: number, all: number) => void;
  shouldStop?: () => boolean;
}

/** The date, what binds when, how scenarios differ, and what it hangs on. All with the same draws. */
export function timing(model: TimingModel, options: TimingOptions = {}): TimingResult {
  const { runs = TIMING_RUNS, seed = 1, scenarios = [], sensitivityRuns = 0, run = simulate } = options;
  const all = runs * (1 + scenarios.length);
  const call = (part: number): SimulateOptions => ({
    runs,
    draws: { seed },
    ...(options.onProgress === undefined
      ? {}
      : { onProgress: (done: number) => options.onProgress?.(part * runs + done, all) }),
    ...(options.shouldStop === undefined ? {} : { shouldStop: options.shouldStop }),
  });
  const base = run(model, call(0));
  const result: TimingResult = {
    ...summarise(model, base),
    seed,
    status: "heuristic",
    scenarios: scenarios.map((scenario, k) => {
      const changed = run(scenario.model, call(k + 1));
      return {
        name: scenario.text,
        words: scenario.words,
        summary: summarise(scenario.model, changed),
        difference: difference(model, changed, base),
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
