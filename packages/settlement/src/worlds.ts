import { frontierOfAll } from "./core/frontier.ts";
import { Streams } from "./core/streams.ts";
import { type DrivenBy, drivenBy, type MovedAlone, movedAlone } from "./hangs-on.ts";
import { mapNumbers } from "./judgements.ts";
import type { Numeric, SettlementJson } from "./settlement-json.ts";
import { point, toProblem } from "./to-problem.ts";
import { choiceOf, type PackageJson, verdictsIn, withOpenIssues } from "./verdict.ts";

/** How a package fares over the worlds that the judgements allow. */
export interface Robustness {
  package: PackageJson;
  /** Share of the worlds in which each party accepts it, and in which enough parties do. */
  accepts: Record<string, number>;
  holds: number;
  worlds: number;
  seed: number;
  /** Per party, between which values the package and no deal lie in nine of ten worlds (5 % and 95 % quantiles). Empty without worlds. */
  spread: Record<string, { value: [low: number, high: number]; noDeal: [low: number, high: number] }>;
  /** The judgements its fate hangs on most, moved over their range one at a time while the others stay put. */
  hangsOn: MovedAlone[];
  /** The judgements that, drawn with all others, go most with whether it holds. */
  drivenBy: DrivenBy[];
  /**
   * What a party stands to lose by this package rather than the best for it that could hold in the same world: on average,
   * and at most in nineteen of twenty worlds. Where the package does not hold it counts as no deal. Null where no world
   * drawn has a package that could hold, or the frontier of some is too long to list.
   */
  regret: Record<string, { mean: number; high: number }> | null;
}

/**
 * Draw worlds: every ranged judgement independently, triangular where its likeliest value is known, else uniform.
 * The same seed gives every package the same worlds.
 */
export function robustness(
  json: SettlementJson,
  packages: readonly PackageJson[],
  options: {
    worlds: number;
    seed: number;
    normalise?: boolean;
    shouldStop?: () => boolean;
    onProgress?: (done: number, all: number) => void;
  },
): Robustness[] {
  const { worlds, seed, normalise = false } = options;
  const accepted = packages.map(() => new Map<string, number>());
  const held = packages.map(() => 0);
  const values = packages.map(() => json.parties.map((): number[] => []));
  const noDeals = json.parties.map((): number[] => []);
  const choices = packages.map((chosen) => choiceOf(json, chosen));
  const { world, draw } = worldsOf(withOpenIssues(json), new Streams(seed));
  // The same numbers, with only those issues open that may stay open: what could have been agreed.
  const agreed: SettlementJson = { ...world, issues: json.issues };
  const regrets = packages.map(() => json.parties.map((): number[] => []));
  let listed = true;
  let drawn = 0;
  for (; drawn < worlds && options.shouldStop?.() !== true; drawn++) {
    if (drawn % TOLD_EVERY === 0) options.onProgress?.(drawn, worlds);
    draw();
    const problem = toProblem(world, point, normalise);
    for (const [i, party] of world.parties.entries()) noDeals[i]?.push(party.reservation as number);
    const best = listed ? bestEach(agreed, normalise) : undefined;
    if (best === "too many") listed = false;
    for (const [p, choice] of choices.entries()) {
      const all = verdictsIn(json, problem, choice);
      const tally = accepted[p] as Map<string, number>;
      for (const [i, { party, value, acceptable }] of all.entries()) {
        if (acceptable) tally.set(party, (tally.get(party) ?? 0) + 1);
        values[p]?.[i]?.push(value);
      }
      const enough = problem.coalitions.some((set) => set.every((i) => all[i]?.acceptable === true));
      if (enough) held[p] = (held[p] as number) + 1;
      if (best === undefined || best === "too many") continue;
      for (const [i, { value, reservation }] of all.entries())
        regrets[p]?.[i]?.push(shortfall((best[i] as number) - (enough ? value : reservation)));
    }
  }
  return packages.map((chosen, p) => ({
    package: chosen,
    accepts: Object.fromEntries(
      json.parties.map(({ id }) => [
        id,
        drawn === 0 ? 0 : ((accepted[p] as Map<string, number>).get(id) ?? 0) / drawn,
      ]),
    ),
    holds: drawn === 0 ? 0 : (held[p] as number) / drawn,
    worlds: drawn,
    seed,
    spread: Object.fromEntries(
      (drawn === 0 ? [] : json.parties).map(({ id }, i) => [
        id,
        { value: middle(values[p]?.[i] ?? []), noDeal: middle(noDeals[i] ?? []) },
      ]),
    ),
    hangsOn: movedAlone(json, chosen, normalise),
    // What holds always or never goes with no judgement.
    drivenBy:
      held[p] === 0 || held[p] === drawn
        ? []
        : drivenBy(json, chosen, { seed, normalise, shouldStop: options.shouldStop }),
    regret:
      !listed || (regrets[p]?.[0] ?? []).length === 0
        ? null
        : Object.fromEntries(json.parties.map(({ id }, i) => [id, meanAndHigh(regrets[p]?.[i] ?? [])])),
  }));
}

/** Worlds between two words on progress. */
const TOLD_EVERY = 50;

/** Points of a world's frontier up to which regret is measured. */
const POINTS = 2_000;

/** The most each party gets from a package that could hold; undefined where none could. */
function bestEach(world: SettlementJson, normalise: boolean): number[] | "too many" | undefined {
  const problem = toProblem(world, point, normalise);
  const { points, capped } = frontierOfAll(problem, { points: POINTS });
  if (capped) return "too many";
  if (points.length === 0) return undefined;
  return world.parties.map(
    (_, i) => points.reduce((top, one) => Math.max(top, one.value[i] as number), 0) / problem.unit,
  );
}

/** What is missing; what rounding to the grid alone makes is nothing. */
const shortfall = (by: number): number => (by < 1e-8 ? 0 : by);

function meanAndHigh(numbers: readonly number[]): { mean: number; high: number } {
  return {
    mean: numbers.reduce((a, b) => a + b, 0) / numbers.length,
    high: middle(numbers)[1],
  };
}

/** Where the middle nine tenths of some numbers lie, by the nearest rank. */
function middle(numbers: readonly number[]): [number, number] {
  const sorted = [...numbers].sort((a, b) => a - b);
  const rank = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] ?? Number.NaN;
  return [rank(0.05), rank(0.95)];
}

/** One world, made anew at each draw: what was in it is gone then. */
function worldsOf(json: SettlementJson, streams: Streams): { world: SettlementJson; draw: () => void } {
  const world = mapNumbers(json, (value) => point(value));
  const draws: (() => void)[] = [];
  const plan = (range: Numeric, name: string, set: (value: number) => void): void => {
    if (typeof range === "number") return;
    const [low, mode, high] = range.length === 2 ? [range[0], undefined, range[1]] : range;
    const stream = streams.of(name);
    draws.push(() => set(stream.draw(low, mode, high)));
  };
  for (const [i, party] of json.parties.entries()) {
    const drawn = world.parties[i] as typeof party;
    plan(party.reservation, `${party.id}\nno deal`, (value) => {
      drawn.reservation = value;
    });
    const planRow = (from: Record<string, Numeric>, to: Record<string, Numeric>, of: string): void => {
      for (const [key, range] of Object.entries(from))
        plan(range, `${party.id}\n${of}\n${key}`, (value) => {
          to[key] = value;
        });
    };
    planRow(party.weights, drawn.weights, "weight");
    for (const [issue, row] of Object.entries(party.values))
      planRow(row, drawn.values[issue] as Record<string, Numeric>, `value\n${issue}`);
  }
  return {
    world,
    draw: () => {
      for (const one of draws) one();
    },
  };
}
