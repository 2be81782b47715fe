import { breaks } from "./core/problem.ts";
import { sobolFirstOrder } from "./core/sobol.ts";
import { Xoshiro128 } from "./core/xoshiro.ts";
import { mapNumbers, type RangedJudgement, rangedJudgements } from "./judgements.ts";
import { verdicts } from "./settle.ts";
import type { Numeric, SettlementJson } from "./settlement-json.ts";
import { point, toProblem } from "./to-problem.ts";
import { choiceOf, type PackageJson, withOpenIssues } from "./verdict.ts";

/** A judgement moved over its range alone, the others staying put. */
export interface MovedAlone {
  judgement: string;
  party: string;
  /** The party's value less its value of no deal at both ends of the range. */
  margin: [atLow: number, atHigh: number];
  /** Whether that alone changes the party's verdict. */
  decides: boolean;
}

/** How much of what makes a package hold in one world and not in another goes with one judgement alone. */
export interface DrivenBy {
  judgement: string;
  party: string;
  /** First-order Sobol index of whether the package holds, and its standard error. */
  share: number;
  error: number;
}

/** Most judgements named. */
const NAMED = 5;
/** Pairs of worlds drawn for the indices. */
const SAMPLES = 1024;

/** The judgements that move a party's verdict most, one at a time. */
export function movedAlone(json: SettlementJson, chosen: PackageJson, normalise: boolean): MovedAlone[] {
  const middle = mapNumbers(json, (value) => point(value));
  const margin = (world: SettlementJson, party: string): number => {
    const verdict = verdicts(world, chosen, { normalise }).find((v) => v.party === party);
    return verdict === undefined ? 0 : verdict.value - verdict.reservation;
  };
  return rangedJudgements(json)
    .map((place, order) => {
      const range = place.range;
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
function rangedPlacesAt(middle: SettlementJson, place: RangedJudgement): (value: number) => SettlementJson {
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

/**
 * The judgements that go with whether the package holds, each alone, by first-order Sobol indices; empty where it holds
 * in every world drawn or in none. Judgements are drawn independently, as for the worlds.
 */
export function drivenBy(
  json: SettlementJson,
  chosen: PackageJson,
  options: { seed: number; normalise: boolean; shouldStop?: (() => boolean) | undefined },
): DrivenBy[] {
  const { inputs, holds } = compiled(json, chosen, options.normalise);
  const found = sobolFirstOrder(
    inputs.length,
    SAMPLES,
    new Xoshiro128(options.seed),
    (random, into) => {
      for (const [j, { range }] of inputs.entries()) {
        const [low, mode, high] = range.length === 2 ? [range[0], undefined, range[1]] : range;
        into[j] = random.draw(low, mode, high);
      }
    },
    (row) => Number(holds(row)),
    options.shouldStop,
  );
  return (found ?? [])
    .map(({ share, error }, j) => {
      const { judgement, party } = inputs[j] as RangedJudgement;
      return { judgement, party, share, error };
    })
    .filter(({ share, error }) => share > 2 * error)
    .sort((a, b) => b.share - a.share)
    .slice(0, NAMED);
}

/** Whether a package holds, as a function of the ranged judgements that can touch it, without building a problem each time. */
function compiled(
  json: SettlementJson,
  chosen: PackageJson,
  normalise: boolean,
): { inputs: RangedJudgement[]; holds: (row: Float64Array) => boolean } {
  const problem = toProblem(withOpenIssues(json), point, normalise);
  const choice = choiceOf(json, chosen);
  const needed = new Set(problem.coalitions.flat());
  const relevant = new Set<string>();
  const key = (party: string, judgement: string): string => `${party}\n${judgement}`;
  for (const [i, party] of json.parties.entries()) {
    if (!needed.has(i)) continue;
    relevant.add(key(party.id, "value of no deal"));
    for (const { id } of json.issues) {
      relevant.add(key(party.id, `weight of ${id}`));
      relevant.add(key(party.id, `value of ${id}: ${chosen[id]}`));
    }
  }
  const inputs = rangedJudgements(json).filter((one) => relevant.has(key(one.party, one.judgement)));
  const at = new Map(inputs.map((one, j) => [key(one.party, one.judgement), j]));
  const reader = (party: string, judgement: string, value: Numeric): ((row: Float64Array) => number) => {
    const j = at.get(key(party, judgement));
    const fixed = point(value);
    return j === undefined ? () => fixed : (row) => row[j] as number;
  };
  const accepts = json.parties.map((party, i): ((row: Float64Array) => boolean) => {
    if (problem.constraints.some((c) => (c.party < 0 || c.party === i) && breaks(c, choice)))
      return () => false;
    const noDeal = reader(party.id, "value of no deal", party.reservation);
    const weights = json.issues.map(({ id }) =>
      reader(party.id, `weight of ${id}`, party.weights[id] as Numeric),
    );
    const values = json.issues.map(({ id }) => {
      const option = chosen[id] ?? null;
      const value = option === null ? 0 : (party.values[id]?.[option] ?? 0);
      return reader(party.id, `value of ${id}: ${option}`, value);
    });
    return (row) => {
      let total = 0;
      let sum = 0;
      for (const [k, weight] of weights.entries()) {
        const w = weight(row);
        total += w;
        sum += w * (values[k] as (row: Float64Array) => number)(row);
      }
      const value = !normalise ? sum : total === 0 ? 0 : sum / total;
      return value >= noDeal(row) - 1e-9;
    };
  });
  return {
    inputs,
    holds: (row) =>
      problem.coalitions.some((set) => set.every((i) => (accepts[i] as (row: Float64Array) => boolean)(row))),
  };
}
