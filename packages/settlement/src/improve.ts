import { bestOf } from "./core/best.ts";
import { frontierOf } from "./core/frontier.ts";
import { partOf, type Seat } from "./core/part.ts";
import {
  breaks,
  type Constraint,
  leastValue,
  meetsReservation,
  type Problem,
  packageValue,
} from "./core/problem.ts";
import { leastGainRule } from "./core/rules.ts";
import { solutionsOf } from "./core/solutions.ts";
import type { SettlementJson } from "./settlement-json.ts";
import { point, toProblem } from "./to-problem.ts";
import { choiceOf, type PackageJson, tidy, withOpenIssues } from "./verdict.ts";

/** Another package, as what it changes. */
export interface Change {
  /** Issue → option, or null where the issue is left open; only those that change. */
  changes: Record<string, string | null>;
  package: PackageJson;
  /** What each party's value changes by. */
  differences: Record<string, number>;
}

/** What can be had from a package without anybody losing. */
export interface Improvements {
  /** Trades of one or two issues that leave nobody worse and somebody better, fewest issues first, then by the most that the party gains that gains least. */
  trades: Change[];
  /** Of all packages that leave nobody worse, the one with the largest product of gains over this one; null where nobody can be made better off. */
  best: Change | null;
  /** Whether `best` was proved; all trades of one and two issues were tried. */
  status: "proved" | "heuristic";
}

/** The way to win a party that costs the others least, over any number of issues. */
export interface CheapestWin {
  party: string;
  /** Null where no package wins it without losing a party that accepts now. */
  change: Change | null;
  /** What the worst-hit of those who accept now loses: 0 where nobody loses. */
  cost: number;
  status: "proved" | "heuristic";
}

/** Most points of the frontier of improvements. */
const POINTS = 5_000;

interface Start {
  problem: Problem;
  choice: Int32Array;
  value: number[];
  /** Per party: its red lines, and the issues it calls essential, hold. */
  keeps: boolean[];
}

function startOf(json: SettlementJson, chosen: PackageJson, normalise: boolean): Start {
  const problem = toProblem(withOpenIssues(json), point, normalise);
  const choice = choiceOf(json, chosen);
  return {
    problem,
    choice,
    value: json.parties.map((_, i) => packageValue(problem, i, choice)),
    keeps: json.parties.map((_, i) => !problem.constraints.some((c) => c.party === i && breaks(c, choice))),
  };
}

function changeTo(json: SettlementJson, { problem, choice, value }: Start, to: ArrayLike<number>): Change {
  const option = (k: number): string | null => json.issues[k]?.options[to[k] as number] ?? null;
  return {
    changes: Object.fromEntries(
      json.issues.flatMap((issue, k) => (to[k] === choice[k] ? [] : [[issue.id, option(k)]])),
    ),
    package: Object.fromEntries(json.issues.map((issue, k) => [issue.id, option(k)])),
    differences: Object.fromEntries(
      json.parties.map((party, i) => [
        party.id,
        tidy((packageValue(problem, i, to) - (value[i] as number)) / problem.unit),
      ]),
    ),
  };
}

/**
 * Trades from a package that hurt nobody: each party gives way where it cares less and gains where it cares more. Link rules
 * hold, and every red line that holds now goes on holding.
 *
 * @param limit how many trades to return
 */
export function improvements(
  json: SettlementJson,
  chosen: PackageJson,
  options: { normalise?: boolean; limit?: number } = {},
): Improvements {
  const start = startOf(json, chosen, options.normalise ?? false);
  const { problem, choice, value, keeps } = start;
  const rules = problem.constraints.filter(({ party }) => party < 0 || keeps[party] === true);
  const slack = problem.options.length;
  const gains = (to: ArrayLike<number>): number[] | undefined => {
    const all = value.map((before, i) => packageValue(problem, i, to) - before);
    return all.some((g) => g < -slack) || !all.some((g) => g > slack) ? undefined : all;
  };
  const found: { to: Int32Array; issues: number; least: number; sum: number }[] = [];
  const attempt = (to: Int32Array, issues: number): void => {
    const all = gains(to);
    if (all === undefined || rules.some((rule) => breaks(rule, to))) return;
    found.push({
      to: to.slice(),
      issues,
      least: Math.min(...all),
      sum: all.reduce((a, b) => a + b, 0),
    });
  };
  const to = choice.slice();
  for (let k = 0; k < slack; k++) {
    for (let o = 0; o < (problem.options[k] as number); o++) {
      if (o === choice[k]) continue;
      to[k] = o;
      attempt(to, 1);
      for (let j = k + 1; j < slack; j++) {
        for (let p = 0; p < (problem.options[j] as number); p++) {
          if (p === choice[j]) continue;
          to[j] = p;
          attempt(to, 2);
        }
        to[j] = choice[j] as number;
      }
    }
    to[k] = choice[k] as number;
  }
  found.sort((a, b) => a.issues - b.issues || b.least - a.least || b.sum - a.sum);
  const everybody = value.map((least, party): Seat => ({ party, least }));
  const part = partOf(problem, everybody, rules);
  const seats = part.coalitions[0] as number[];
  const frontier = frontierOf(part, seats, { points: POINTS });
  const best = solutionsOf(part, frontier.points, seats).nash?.points[0]?.choice;
  return {
    trades: found.slice(0, options.limit ?? 5).map((one) => changeTo(json, start, one.to)),
    best: best === undefined || gains(best) === undefined ? null : changeTo(json, start, best),
    status: frontier.capped ? "heuristic" : "proved",
  };
}

/**
 * For each party that does not accept a package, the change that wins it at the least cost to whoever of those who accept
 * now loses most by it, all of whom still accept. Any number of issues may change. The party hardest to win stands first:
 * that which cannot be won, then that which costs most.
 */
export function cheapestWins(
  json: SettlementJson,
  chosen: PackageJson,
  options: { normalise?: boolean } = {},
): CheapestWin[] {
  const start = startOf(json, chosen, options.normalise ?? false);
  const { problem, value, keeps } = start;
  const accepts = value.map((v, i) => keeps[i] === true && meetsReservation(problem, i, v));
  const linksHold = !problem.constraints.some((c) => c.party < 0 && breaks(c, start.choice));
  const kept = accepts.flatMap((yes, i) => (yes && linksHold ? [i] : []));
  const found = accepts.flatMap((yes, party): CheapestWin[] => {
    if (yes && linksHold) return [];
    const must = [...kept, party];
    const rules: Constraint[] = problem.constraints.filter((c) => c.party < 0 || must.includes(c.party));
    // No loss is larger than this, so a loss is a gain over so much below.
    const most = kept.reduce((m, i) => Math.max(m, (value[i] as number) - leastValue(problem, i)), 0);
    // Each sits once with the least it must get, and those who accept now once more to have their losses measured.
    const least = (i: number): number => problem.reservation[i] as number;
    const seats: Seat[] = [
      ...must.map((i): Seat => ({ party: i, least: least(i) })),
      ...kept.map((i): Seat => ({ party: i, least: (value[i] as number) - most })),
    ];
    const part = partOf(problem, seats, rules);
    const everybody = part.coalitions[0] as number[];
    const scale = Float64Array.from(seats, (_, s) => Number(s >= must.length));
    const { points, proved } = bestOf(part, everybody, everybody, leastGainRule(scale));
    const status = proved ? "proved" : "heuristic";
    const loss = (to: ArrayLike<number>): number =>
      kept.reduce((most, i) => Math.max(most, (value[i] as number) - packageValue(problem, i, to)), 0) /
      problem.unit;
    const moved = (to: ArrayLike<number>): number =>
      Array.from(start.choice).filter((o, k) => o !== to[k]).length;
    const best = points
      .map(({ choice }) => ({ choice, loss: tidy(loss(choice)), moved: moved(choice) }))
      .sort((a, b) => a.loss - b.loss || a.moved - b.moved)[0];
    const id = json.parties[party]?.id as string;
    return [
      best === undefined
        ? { party: id, change: null, cost: 0, status }
        : { party: id, change: changeTo(json, start, best.choice), cost: best.loss, status },
    ];
  });
  return found.sort((a, b) => Number(b.change === null) - Number(a.change === null) || b.cost - a.cost);
}
