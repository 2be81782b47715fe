import { Streams } from "./core/streams.ts";
import { verdicts } from "./settle.ts";
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
  hangsOn: { judgement: string; party: string; margin: [atLow: number, atHigh: number]; decides: boolean }[];
}

/**
 * Draw worlds: every ranged judgement independently, triangular where its likeliest value is known, else uniform.
 * The same seed gives every package the same worlds.
 */
export function robustness(
  json: SettlementJson,
  packages: readonly PackageJson[],
  options: { worlds: number; seed: number; normalise?: boolean; shouldStop?: () => boolean },
): Robustness[] {
  const { worlds, seed, normalise = false } = options;
  const accepted = packages.map(() => new Map<string, number>());
  const held = packages.map(() => 0);
  const values = packages.map(() => json.parties.map((): number[] => []));
  const noDeals = json.parties.map((): number[] => []);
  const choices = packages.map((chosen) => choiceOf(json, chosen));
  const { world, draw } = worldsOf(withOpenIssues(json), new Streams(seed));
  let drawn = 0;
  for (; drawn < worlds && options.shouldStop?.() !== true; drawn++) {
    draw();
    const problem = toProblem(world, point, normalise);
    for (const [i, party] of world.parties.entries()) noDeals[i]?.push(party.reservation as number);
    for (const [p, choice] of choices.entries()) {
      const all = verdictsIn(json, problem, choice);
      const tally = accepted[p] as Map<string, number>;
      for (const [i, { party, value, acceptable }] of all.entries()) {
        if (acceptable) tally.set(party, (tally.get(party) ?? 0) + 1);
        values[p]?.[i]?.push(value);
      }
      const enough = problem.coalitions.some((set) => set.every((i) => all[i]?.acceptable === true));
      if (enough) held[p] = (held[p] as number) + 1;
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
    hangsOn: oneAtATime(json, chosen, normalise),
  }));
}

/** Where the middle nine tenths of some numbers lie, by the nearest rank. */
function middle(numbers: readonly number[]): [number, number] {
  const sorted = [...numbers].sort((a, b) => a - b);
  const rank = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] ?? Number.NaN;
  return [rank(0.05), rank(0.95)];
}

type Place = { judgement: string; party: string; get: Numeric; set: (value: number) => SettlementJson };

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

/** A copy in which every judgement is replaced. */
function mapNumbers(json: SettlementJson, change: (value: Numeric) => Numeric): SettlementJson {
  const each = (row: Record<string, Numeric>): Record<string, Numeric> =>
    Object.fromEntries(Object.entries(row).map(([key, value]) => [key, change(value)]));
  return {
    ...json,
    parties: json.parties.map((party) => ({
      ...party,
      reservation: change(party.reservation),
      weights: each(party.weights),
      values: Object.fromEntries(Object.entries(party.values).map(([issue, row]) => [issue, each(row)])),
    })),
  };
}

function rangedPlaces(json: SettlementJson): Place[] {
  const places: Place[] = [];
  for (const [i, party] of json.parties.entries()) {
    const put = (changed: Partial<typeof party>): SettlementJson => ({
      ...json,
      parties: json.parties.map((one, j) => (j === i ? { ...one, ...changed } : one)),
    });
    if (typeof party.reservation !== "number") {
      places.push({
        judgement: "value of no deal",
        party: party.id,
        get: party.reservation,
        set: (value) => put({ reservation: value }),
      });
    }
    for (const [issue, weight] of Object.entries(party.weights)) {
      if (typeof weight === "number") continue;
      places.push({
        judgement: `weight of ${issue}`,
        party: party.id,
        get: weight,
        set: (value) => put({ weights: { ...party.weights, [issue]: value } }),
      });
    }
    for (const [issue, row] of Object.entries(party.values)) {
      for (const [option, value] of Object.entries(row)) {
        if (typeof value === "number") continue;
        places.push({
          judgement: `value of ${issue}: ${option}`,
          party: party.id,
          get: value,
          set: (v) => put({ values: { ...party.values, [issue]: { ...row, [option]: v } } }),
        });
      }
    }
  }
  return places;
}

/** Most judgements named. */
const NAMED = 5;

function oneAtATime(json: SettlementJson, chosen: PackageJson, normalise: boolean): Robustness["hangsOn"] {
  const middle = mapNumbers(json, (value) => point(value));
  const margin = (world: SettlementJson, party: string): number => {
    const verdict = verdicts(world, chosen, { normalise }).find((v) => v.party === party);
    return verdict === undefined ? 0 : verdict.value - verdict.reservation;
  };
  return rangedPlaces(json)
    .map((place, order) => {
      const range = place.get as [number, number];
      const atMiddle = rangedPlacesAt(middle, place);
      const ends: [number, number] = [
        margin(atMiddle(range[0]), place.party),
        margin(atMiddle(range.at(-1) as number), place.party),
      ];
      return {
        judgement: place.judgement,
        party: place.party,
        margin: ends,
        decides: ends[0] >= 0 !== ends[1] >= 0,
        order,
      };
    })
    .sort(
      (a, b) =>
        Number(b.decides) - Number(a.decides) ||
        Math.abs(b.margin[1] - b.margin[0]) - Math.abs(a.margin[1] - a.margin[0]) ||
        a.order - b.order,
    )
    .slice(0, NAMED)
    .map(({ order: _, ...rest }) => rest);
}

/** The middle world with one judgement changed. */
function rangedPlacesAt(middle: SettlementJson, place: Place): (value: number) => SettlementJson {
  return (value) => {
    const changed = place.set(value);
    const party = changed.parties.find((one) => one.id === place.party);
    return {
      ...middle,
      parties: middle.parties.map((one) =>
        one.id === place.party && party !== undefined ? toPoints(party) : one,
      ),
    };
  };
}

function toPoints(party: SettlementJson["parties"][number]): SettlementJson["parties"][number] {
  const only: SettlementJson = { "parley-settlement": 1, issues: [], parties: [party] };
  return mapNumbers(only, (value) => point(value)).parties[0] as typeof party;
}
