import { type Constraint, makeProblem, type Problem } from "./core/problem.ts";
import * as say from "./messages.ts";
import type { ChoiceJson, Numeric, SettlementJson } from "./settlement-json.ts";
import { SettlementFormatError } from "./settlement-json.ts";

/** Most smallest coalitions that consent rules may allow. */
export const MAX_COALITIONS = 256;

/** Makes one number of every judgement: the point of its range, or a draw from it. */
export type Read = (value: Numeric) => number;

/** The value that stands for a judgement: its likeliest value, else the middle of its range. */
export const point: Read = (value) =>
  typeof value === "number" ? value : value.length === 3 ? value[1] : (value[0] + value[1]) / 2;

/** A named problem as numbers. Judgements are read in the order of the file, so that equal seeds draw equal worlds. */
export function toProblem(json: SettlementJson, read: Read = point, normalise = false): Problem {
  const issueAt = new Map(json.issues.map((issue, k) => [issue.id, k]));
  const pair = ([issue, option]: ChoiceJson): [number, number] => {
    const k = issueAt.get(issue) as number;
    return [k, (json.issues[k] as { options: string[] }).options.indexOf(option)];
  };
  const options = json.issues.map((issue) => issue.options.length + (issue.open === true ? 1 : 0));
  const value: number[][][] = [];
  const reservation: number[] = [];
  for (const party of json.parties) {
    reservation.push(read(party.reservation));
    const weights = json.issues.map((issue) => read(party.weights[issue.id] as Numeric));
    const total = normalise ? weights.reduce((a, b) => a + b, 0) : 1;
    value.push(
      json.issues.map((issue, k) => {
        const row = issue.options.map((o) => {
          const v = read((party.values[issue.id] as Record<string, Numeric>)[o] as Numeric);
          return total === 0 ? 0 : ((weights[k] as number) / total) * v;
        });
        return issue.open === true ? [...row, 0] : row;
      }),
    );
  }
  return makeProblem({
    options,
    value,
    reservation,
    constraints: constraints(json, pair),
    coalitions: coalitions(json),
  });
}

function constraints(json: SettlementJson, pair: (choice: ChoiceJson) => [number, number]): Constraint[] {
  const found: Constraint[] = [];
  for (const link of json.links ?? []) {
    if ("forbid" in link) {
      found.push({ party: -1, choices: link.forbid.map(pair) });
      continue;
    }
    // "a needs b" forbids a with every other way of settling b's issue, leaving it open included.
    const [first, [issue, option]] = link.require.map(pair) as [[number, number], [number, number]];
    const other = json.issues[issue] as { options: string[]; open?: boolean };
    for (let o = 0; o < other.options.length + (other.open === true ? 1 : 0); o++) {
      if (o !== option)
        found.push({
          party: -1,
          choices:
            first[0] === issue && first[1] !== o
              ? [first, [issue, o]]
              : first[0] === issue
                ? [first]
                : [first, [issue, o]],
        });
    }
  }
  for (const [party, { redLines, essential }] of json.parties.entries()) {
    for (const line of redLines ?? []) found.push({ party, choices: line.map(pair) });
    for (const id of essential ?? []) {
      const k = json.issues.findIndex((issue) => issue.id === id);
      const issue = json.issues[k] as { options: string[]; open?: boolean };
      if (issue.open === true) found.push({ party, choices: [[k, issue.options.length]] });
    }
  }
  const key = ({ party, choices }: Constraint): string =>
    `${party} ${[...new Set(choices.map(String))].sort().join(" ")}`;
  return [...new Map(found.map((one) => [key(one), one])).values()];
}

/** The smallest sets of parties whose acceptance is enough. Without consent rules: everybody. */
function coalitions(json: SettlementJson): number[][] {
  const index = new Map(json.parties.map((party, i) => [party.id, i]));
  const all = (
    json.consent?.all ?? (json.consent?.rules === undefined ? json.parties.map((p) => p.id) : [])
  ).map((id) => index.get(id) as number);
  let sets: Set<number>[] = [new Set(all)];
  for (const { of, atLeast } of json.consent?.rules ?? []) {
    const members = of.map((id) => index.get(id) as number);
    sets = sets.flatMap((set) => subsets(members, atLeast).map((some) => new Set([...set, ...some])));
    if (sets.length > 20 * MAX_COALITIONS) break;
  }
  const sorted = [...new Map(sets.map((set) => [[...set].sort((a, b) => a - b).join(), set])).values()];
  const minimal = sorted.filter(
    (a) => !sorted.some((b) => b !== a && b.size < a.size && [...b].every((i) => a.has(i))),
  );
  if (minimal.length > MAX_COALITIONS) {
    throw new SettlementFormatError("$.consent", say.tooManyCoalitions(minimal.length, MAX_COALITIONS));
  }
  if (minimal.some((set) => set.size === 0)) throw new SettlementFormatError("$.consent", say.nobodyConsents);
  return minimal.map((set) => [...set].sort((a, b) => a - b));
}

function subsets(members: number[], size: number): number[][] {
  if (size === 0) return [[]];
  return members.flatMap((first, at) =>
    subsets(members.slice(at + 1), size - 1).map((rest) => [first, ...rest]),
  );
}
