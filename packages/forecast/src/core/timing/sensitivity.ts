import { streamSeed } from "../xoshiro.ts";
import type { Input, TimingModel } from "./model.ts";
import { type SimulateOptions, simulate, type TimingRuns } from "./simulate.ts";

/** How far a factor moves the result. */
export interface FactorEffect {
  factor: string;
  /** Share settled within the horizon when its judgements are held near their low and their high end, all else drawn. */
  low: number;
  high: number;
}

/** Which share of the variance of the result a factor explains by itself. */
export interface FactorShare {
  factor: string;
  /** First-order Sobol index; by chance it may fall a little below 0. */
  index: number;
  /** Standard error of the index, by chance alone. */
  error: number;
}

/** Every factor that is not known exactly. */
export function factorsOf(model: TimingModel): string[] {
  const found = new Set<string>();
  const add = (input: Input | undefined): void => {
    if (input !== undefined && typeof input.range !== "number") found.add(input.factor);
  };
  for (const driver of model.drivers) {
    add(driver.perMonth);
    for (const shock of driver.shocks) {
      add(shock.perYear);
      // When shocks come is chance, whatever is known of their rate.
      found.add(shock.factor);
    }
  }
  // Of parties whose consent is not asked for nothing hangs on any number.
  const judges = new Set([...model.consent.all, ...model.consent.rules.flatMap((rule) => rule.of)]);
  for (const party of model.parties.filter((_, p) => judges.has(p))) {
    for (const input of [
      party.noDeal,
      party.takesUp,
      party.threshold,
      ...party.weights,
      ...party.values.flat(),
    ])
      add(input);
    for (const { perUnit } of party.effects) add(perUnit);
    for (const p of party.perceives) for (const input of [p.through, p.bias, p.delay]) add(input);
  }
  for (const gate of [...model.tables, ...model.preconditions]) {
    if (gate.open || gate.perYear === undefined) continue;
    add(gate.perYear);
    found.add(`${gate.perYear.factor}: chance`);
  }
  return [...found].sort();
}

/** Where the ends of a range are held. */
const NEAR_END = 0.05;

/**
 * One factor after another held near its low and high end while all others are drawn, with common random numbers: the
 * bars of a tornado, widest first.
 */
export function tornado(
  model: TimingModel,
  options: Omit<SimulateOptions, "draws"> & { seed: number },
): FactorEffect[] {
  const share = (held: ReadonlyMap<string, number>): number => {
    const runs = simulate(model, { ...options, onlyDates: true, draws: { seed: options.seed, held } });
    return runs.settled.reduce((sum, step) => sum + (step >= 0 ? 1 : 0), 0) / runs.runs;
  };
  const effects: FactorEffect[] = [];
  for (const factor of factorsOf(model).filter((f) => !f.endsWith(": chance"))) {
    if (options.shouldStop?.() === true) break;
    effects.push({
      factor,
      low: share(new Map([[factor, NEAR_END]])),
      high: share(new Map([[factor, 1 - NEAR_END]])),
    });
  }
  const width = (e: FactorEffect): number => Math.abs(e.high - e.low);
  return effects.sort((a, b) => width(b) - width(a) || (a.factor < b.factor ? -1 : 1));
}

/**
 * First-order Sobol indices of the mean days until settled (the horizon where not): the share of the variance that would
 * go if the factor were known, for independent factors.
 *
 * Reference: I. Sobol', *Mathematical Modelling and Computational Experiment* 1, 1993; estimator by A. Saltelli et al.,
 * *Computer Physics Communications* 181, 2010, table 2(b): mean of f(B) (f(A with the factor from B) − f(A)) / variance.
 *
 * Work: as many times the runs as there are factors, and two more.
 */
export function sobol(
  model: TimingModel,
  options: Omit<SimulateOptions, "draws"> & { seed: number },
): FactorShare[] {
  const horizon = model.steps;
  const other = streamSeed(options.seed, "the other half of a Sobol design");
  const days = ({ settled }: TimingRuns): Float64Array =>
    Float64Array.from(settled, (step) => (step < 0 ? horizon : step));
  const run = (factors: ReadonlySet<string>): Float64Array =>
    days(
      simulate(model, {
        ...options,
        onlyDates: true,
        draws: { seed: options.seed, other: { seed: other, factors } },
      }),
    );
  const factors = factorsOf(model);
  const a = run(new Set());
  const b = run(new Set(factors));
  const all = [...a, ...b];
  const mean = all.reduce((sum, x) => sum + x, 0) / all.length;
  const variance = all.reduce((sum, x) => sum + (x - mean) ** 2, 0) / all.length;
  const shares: FactorShare[] = [];
  for (const factor of factors) {
    if (options.shouldStop?.() === true) break;
    const mixed = run(new Set([factor]));
    const n = Math.min(a.length, b.length, mixed.length);
    let [sum, squares] = [0, 0];
    for (let i = 0; i < n; i++) {
      // Centred: the mean cancels out of the sum and only adds noise.
      const term = (b[i]! - mean) * (mixed[i]! - a[i]!);
      sum += term;
      squares += term * term;
    }
    const index = variance > 0 ? sum / n / variance : 0;
    const error = variance > 0 ? Math.sqrt((squares / n - (sum / n) ** 2) / n) / variance : 0;
    shares.push({ factor, index, error });
  }
  return shares.sort((x, y) => y.index - x.index || (x.factor < y.factor ? -1 : 1));
}
