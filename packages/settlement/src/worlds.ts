import { Xoshiro128 } from "./core/xoshiro.ts";
import { holds, type PackageJson, verdicts } from "./settle.ts";
import type { Numeric, SettlementJson } from "./settlement-json.ts";
import { point } from "./to-problem.ts";

/** How a package fares over the worlds that the judgements allow. */
export interface Robustness {
  package: PackageJson;
  /** Share of the worlds in which each party accepts it, and in which enough parties do. */
  accepts: Record<string, number>;
  holds: number;
  worlds: number;
  seed: number;
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
  const random = new Xoshiro128(seed);
  let drawn = 0;
  for (; drawn < worlds && options.shouldStop?.() !== true; drawn++) {
    const world = drawWorld(json, random);
    for (const [p, chosen] of packages.entries()) {
      const yes = new Set<string>();
      for (const verdict of verdicts(world, chosen, { normalise }))
        if (verdict.acceptable) yes.add(verdict.party);
      const tally = accepted[p] as Map<string, number>;
      for (const party of yes) tally.set(party, (tally.get(party) ?? 0) + 1);
      if (holds(json, yes)) held[p] = (held[p] as number) + 1;
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
    hangsOn: oneAtATime(json, chosen, normalise),
  }));
}

type Place = { judgement: string; party: string; get: Numeric; set: (value: number) => SettlementJson };

function drawWorld(json: SettlementJson, random: Xoshiro128): SettlementJson {
  const draw = (value: Numeric): number =>
    typeof value === "number"
      ? value
      : value.length === 2
        ? random.draw(value[0], undefined, value[1])
        : random.draw(value[0], value[1], value[2]);
  return mapNumbers(json, draw);
}

/** Replace every judgement, in the order of the file. */
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
