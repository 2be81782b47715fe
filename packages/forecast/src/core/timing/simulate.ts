import { badRuns, timing as say } from "../../messages.ts";
import { valueAt } from "../xoshiro.ts";
import { type Draws, Sampler } from "./draws.ts";
import {
  CAUSES,
  DAYS_A_MONTH,
  DAYS_A_YEAR,
  type Gate,
  type Input,
  type TimingModel,
  type TimingParty,
} from "./model.ts";
import { SettlementTest } from "./settlement-test.ts";

/** What came of a stretch of runs. Stretches of one model and seed add up. */
export interface TimingRuns {
  from: number;
  runs: number;
  /** The step at which each run settled, from 0; −1: not within the horizon. */
  settled: Int32Array;
  /** Cause × steps: how many runs it kept from settling at the step. */
  binds: Uint32Array;
  /** Stopped before the last run that was asked for. */
  stopped: boolean;
}

export interface SimulateOptions {
  runs: number;
  draws: Draws;
  /** Number of the first run, so that several threads share the work. */
  from?: number;
  onProgress?: (done: number, all: number) => void;
  /** Asked now and then; true ends it with what is done. */
  shouldStop?: () => boolean;
  /** Leave out what binds: half the work. */
  onlyDates?: boolean;
}

/** Runs between two looks at progress and cancelling. */
const STRETCH = 500;

/**
 * The timing simulation. In every run all judged numbers are drawn once; drivers then move by their trends and by shocks
 * that arrive at a constant rate. At each step each party's value of no deal follows from the drivers as that party sees
 * them. The run settles at the first step at which some package is acceptable to all whose consent is needed, a table
 * stands at which they sit, and no circle of preconditions is closed.
 *
 * Reference: Monte Carlo with common random numbers, P. Glasserman & D. Yao, *Management Science* 38, 1992.
 *
 * @throws RangeError when runs or the model are out of range
 */
export function simulate(model: TimingModel, options: SimulateOptions): TimingRuns {
  const { runs, draws, from = 0, onProgress, shouldStop } = options;
  if (!Number.isInteger(runs) || runs < 1) throw new RangeError(badRuns(runs));
  if (!(model.steps >= 1 && model.stepDays > 0))
    throw new RangeError(say.badHorizon(model.steps, model.stepDays));
  const sampler = new Sampler(draws, from);
  const test = new SettlementTest(model, sampler);
  const gates = new Gates(model, sampler);
  const paths = new Paths(model, sampler);
  const minds = model.parties.map((party) => new Mind(party, sampler));
  const settled = new Int32Array(runs).fill(-1);
  const binds = new Uint32Array(CAUSES.length * model.steps);
  const believed = new Float64Array(model.parties.length);
  const actual = new Float64Array(model.parties.length);
  for (let n = 0; n < runs; n++) {
    if (n % STRETCH === 0 && n > 0) {
      onProgress?.(n, runs);
      if (shouldStop?.() === true)
        return { from, runs: n, settled: settled.slice(0, n), binds, stopped: true };
    }
    test.draw();
    gates.draw();
    paths.draw(from + n);
    for (const mind of minds) mind.draw(paths);
    for (let step = 0; step < model.steps; step++) {
      const day = step * model.stepDays;
      const unlocked = gates.noCircle(day);
      const seated = gates.table(day);
      // Where only the date is asked for, it cannot be today while a gate is closed.
      if (options.onlyDates === true && !(unlocked && seated)) continue;
      for (let p = 0; p < minds.length; p++) believed[p] = minds[p]!.noDealAt(day, paths);
      const agreed = test.holds(believed);
      if (agreed && unlocked && seated) {
        settled[n] = step;
        break;
      }
      if (options.onlyDates === true) continue;
      let cause = 3;
      if (!agreed) {
        for (const [p, mind] of minds.entries()) actual[p] = mind.trueNoDealAt(day);
        cause = test.holdsWithoutRedLines(believed) ? 0 : test.holds(actual) ? 1 : 2;
      } else if (unlocked) cause = 4;
      binds[cause * model.steps + step]! += 1;
    }
  }
  onProgress?.(runs, runs);
  return { from, runs, settled, binds, stopped: false };
}

/** Stretches of runs put together. */
export function joinRuns(parts: readonly TimingRuns[]): TimingRuns {
  const order = [...parts].sort((a, b) => a.from - b.from);
  const runs = order.reduce((sum, part) => sum + part.runs, 0);
  const settled = new Int32Array(runs);
  const binds = new Uint32Array(order[0]?.binds.length ?? 0);
  let at = 0;
  for (const part of order) {
    settled.set(part.settled, at);
    at += part.runs;
    for (const [i, n] of part.binds.entries()) binds[i]! += n;
  }
  return { from: order[0]?.from ?? 0, runs, settled, binds, stopped: order.some((part) => part.stopped) };
}

/** The day on which each gate opens. */
class Gates {
  readonly #model: TimingModel;
  readonly #tables: (() => number)[];
  readonly #preconditions: (() => number)[];
  #tableFrom = 0;
  #circlesUntil = 0;

  constructor(model: TimingModel, sampler: Sampler) {
    this.#model = model;
    const opening = (gate: Gate): (() => number) => {
      if (gate.open) return () => 0;
      const { perYear } = gate;
      if (perYear === undefined) return () => Number.POSITIVE_INFINITY;
      const rate = sampler.of(perYear);
      const uniform = sampler.uniform(`${perYear.name}\nwhen`, `${perYear.factor}: chance`);
      return () => {
        // Both are drawn in every run, so that a changed rate leaves all other draws alone.
        const [r, u] = [rate(), uniform()];
        return r > 0 ? (-Math.log1p(-u) / r) * DAYS_A_YEAR : Number.POSITIVE_INFINITY;
      };
    };
    this.#tables = model.tables.map(opening);
    this.#preconditions = model.preconditions.map(opening);
  }

  draw(): void {
    this.#tableFrom = Number.POSITIVE_INFINITY;
    for (const open of this.#tables) this.#tableFrom = Math.min(this.#tableFrom, open());
    const opened = this.#preconditions.map((open) => open());
    this.#circlesUntil = 0;
    for (const circle of this.#model.circles) {
      let first = Number.POSITIVE_INFINITY;
      for (const p of circle) first = Math.min(first, opened[p]!);
      this.#circlesUntil = Math.max(this.#circlesUntil, first);
    }
  }

  table(day: number): boolean {
    return day >= this.#tableFrom;
  }

  noCircle(day: number): boolean {
    return day >= this.#circlesUntil;
  }
}

/** How the drivers move in a run: a trend, and shocks with their day and size. */
class Paths {
  readonly trend: Float64Array;
  readonly shocks: { days: number[]; sizes: number[] }[];
  readonly #draws: {
    trend: () => number;
    shocks: { rate: () => number; random: ReturnType<Sampler["forRun"]>; size: (u: number) => number }[];
  }[];
  readonly #horizon: number;

  constructor(model: TimingModel, sampler: Sampler) {
    this.#horizon = model.steps * model.stepDays;
    this.trend = new Float64Array(model.drivers.length);
    this.shocks = model.drivers.map(() => ({ days: [], sizes: [] }));
    this.#draws = model.drivers.map((driver) => ({
      trend: sampler.of(driver.perMonth),
      shocks: driver.shocks.map((shock) => ({
        rate: sampler.of(shock.perYear),
        random: sampler.forRun(`${shock.name}\nshocks`, shock.factor),
        size: (u: number) => valueAt(shock.size, u),
      })),
    }));
  }

  draw(run: number): void {
    for (const [d, draw] of this.#draws.entries()) {
      this.trend[d] = draw.trend();
      const { days, sizes } = this.shocks[d]!;
      days.length = 0;
      sizes.length = 0;
      for (const shock of draw.shocks) {
        const rate = shock.rate();
        if (!(rate > 0)) continue;
        const random = shock.random(run);
        for (let day = 0; ; ) {
          day += (random.exponential() / rate) * DAYS_A_YEAR;
          const u = random.uniform();
          if (!(day < this.#horizon)) break;
          days.push(day);
          sizes.push(shock.size(u));
        }
      }
    }
  }
}

/** How a party's value of no deal follows the drivers, as they are and as it sees them. */
class Mind {
  readonly #noDeal: () => number;
  readonly #takesUp: () => number;
  readonly #threshold: () => number;
  readonly #channels: {
    driver: number;
    perUnit: () => number;
    through: () => number;
    bias: () => number;
    delay: () => number;
  }[];
  #base = 0;
  #believes = 1;
  /** Per channel: effect, share through, bias, delay of this run. */
  readonly #drawn: Float64Array;
  /** Shocks as they reach the party and are believed, and as they are: the day, and what each adds. */
  #registers: { day: number; effect: number }[] = [];
  #truth: { day: number; effect: number }[] = [];
  #slope = 0;

  constructor(party: TimingParty, sampler: Sampler) {
    const one = (input: Input | undefined, neutral: number): (() => number) =>
      input === undefined ? () => neutral : sampler.of(input);
    this.#noDeal = sampler.of(party.noDeal);
    this.#takesUp = one(party.takesUp, 1);
    this.#threshold = one(party.threshold, 0);
    this.#channels = party.effects.map(({ driver, perUnit }) => {
      const sees = party.perceives.filter((p) => p.driver === driver);
      const throughs = sees.map((p) => one(p.through, 1));
      const sum = (draws: (() => number)[]) => () => draws.reduce((total, draw) => total + draw(), 0);
      return {
        driver,
        perUnit: sampler.of(perUnit),
        // News that passes several filters is weakened by each, and their delays add up.
        through: () => throughs.reduce((share, draw) => share * draw(), 1),
        bias: sum(sees.map((p) => one(p.bias, 0))),
        delay: sum(sees.map((p) => one(p.delay, 0))),
      };
    });
    this.#drawn = new Float64Array(this.#channels.length * 4);
  }

  draw(paths: Paths): void {
    this.#base = this.#noDeal();
    this.#believes = this.#takesUp();
    const threshold = this.#threshold();
    this.#registers = [];
    this.#truth = [];
    this.#slope = 0;
    for (const [c, channel] of this.#channels.entries()) {
      const perUnit = channel.perUnit();
      const through = channel.through();
      const bias = channel.bias();
      const delay = channel.delay();
      this.#drawn.set([perUnit, through, bias, delay], c * 4);
      this.#slope += (perUnit * paths.trend[channel.driver]!) / DAYS_A_MONTH;
      const { days, sizes } = paths.shocks[channel.driver]!;
      for (const [k, day] of days.entries()) {
        const effect = perUnit * sizes[k]!;
        this.#truth.push({ day, effect });
        const felt = effect * through * this.#believes;
        if (Math.abs(felt) >= threshold) this.#registers.push({ day: day + delay, effect: felt });
      }
    }
  }

  /** As the party sees it. */
  noDealAt(day: number, paths: Paths): number {
    let value = this.#base;
    for (const [c, channel] of this.#channels.entries()) {
      const at = c * 4;
      const [perUnit, through] = [this.#drawn[at]!, this.#drawn[at + 1]!];
      const [bias, delay] = [this.#drawn[at + 2]!, this.#drawn[at + 3]!];
      const seen = day - delay;
      if (seen <= 0) continue;
      const change = (through * paths.trend[channel.driver]! * seen) / DAYS_A_MONTH + bias;
      value += perUnit * this.#believes * change;
    }
    for (const { day: at, effect } of this.#registers) if (at <= day) value += effect;
    return value;
  }

  /** As things are. */
  trueNoDealAt(day: number): number {
    let value = this.#base + this.#slope * day;
    for (const { day: at, effect } of this.#truth) if (at <= day) value += effect;
    return value;
  }
}
