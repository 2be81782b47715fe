import { countAcceptable } from "./core/count-acceptable.ts";
import { type FrontierLimits, type FrontierPoint, frontierOfAll } from "./core/frontier.ts";
import { type Constraint, countPackages, givenValue, type Problem } from "./core/problem.ts";
import { solutionsOf } from "./core/solutions.ts";
import { solve } from "./core/solve.ts";
import { type Obstacle, whyNot } from "./core/why-not.ts";
import { type Divided, divide } from "./divide.ts";
import { RULES_ELSEWHERE, solutionsElsewhere, type Tool } from "./other-tools.ts";
import type { ChoiceJson, SettlementJson } from "./settlement-json.ts";
import { type Read, toProblem } from "./to-problem.ts";
import {
  choiceOf,
  choicesJson,
  type PackageJson,
  tidy,
  type Verdict,
  verdictsIn,
  withOpenIssues,
} from "./verdict.ts";

export type Status = "proved" | "heuristic" | `capped at ${number}`;

export interface SolutionJson {
  package: PackageJson;
  values: Record<string, number>;
  rule: string;
  /** The values of no deal that gains are counted from. */
  disagreement: Record<string, number>;
  /** What the rule makes largest. */
  score: number;
  /** Other packages that the rule likes as much; the first by the order of issues and options stands above. */
  ties: { package: PackageJson; values: Record<string, number> }[];
  status: Status;
}

export type ObstacleJson =
  | { type: "red line"; party: string; choices: ChoiceJson[] }
  | { type: "link"; choices: ChoiceJson[] }
  | { type: "no deal"; party: string; reservation: number };

/** Why there is no acceptable package. */
export interface WhyNotJson {
  /** Minimal sets that no package meets together. */
  blocking: ObstacleJson[][];
  /** What would open a zone: fewest obstacles first, of equally many the least lowering of no deal first. */
  relaxations: RelaxationJson[];
  /** Sets of up to so many obstacles were looked at. */
  upTo: number;
  /** Proved up to that size. */
  status: Status;
}

export interface RelaxationJson {
  without: ObstacleJson[];
  /** By how much values of no deal would have to come down, by party: the least in sum. */
  lower: Record<string, number>;
  /** A package that would then be acceptable. */
  package: PackageJson;
}

export interface SettleResult {
  parties: string[];
  issues: string[];
  /** Number of packages, link rules aside; a string when it is too large to be exact as a number. */
  packages: number | string;
  /** How many all needed parties accept; null when there are too many packages to count. */
  acceptable: number | null;
  frontier: { package: PackageJson; values: Record<string, number>; count: number }[];
  solutions: Record<"nash" | "kalaiSmorodinsky" | "egalitarian" | "utilitarian", SolutionJson | null>;
  /** Adjusted winner, where two parties share issues of which some can be divided. */
  divided?: Divided;
  /** Present when there is no acceptable package. */
  whyNot?: WhyNotJson;
  status: Status;
}

export interface SettleOptions extends FrontierLimits {
  /** Scale each party's weights to sum to 1. */
  normalise?: boolean;
  read?: Read;
  /** The names of the solutions as another tool means them. */
  tool?: Tool;
}

/** Above this many packages the acceptable ones are not counted one by one. */
export const MAX_COUNTED = 4_000_000;

const RULES = {
  nash: "largest product of gains (Nash 1950)",
  kalaiSmorodinsky:
    "most equal share of what each could gain at best (Kalai–Smorodinsky 1975, lexicographic)",
  egalitarian: "largest smallest gain (Kalai 1977, lexicographic)",
  utilitarian: "largest sum of values",
} as const;

/** Everything `parley settle` says about a problem. */
export function settle(json: SettlementJson, options: SettleOptions = {}): SettleResult {
  const problem = toProblem(json, options.read, options.normalise);
  const frontier = frontierOfAll(problem, options);
  const status: Status = frontier.capped ? `capped at ${frontier.cappedAt}` : "proved";
  const total = countPackages(problem);
  const bargainers = [...new Set(problem.coalitions.flat())].sort((a, b) => a - b);
  // Where the frontier is too long to list, each solution is searched for by itself.
  const solved = frontier.capped ? solve(problem, bargainers, { shouldStop: options.shouldStop }) : undefined;
  const { tool } = options;
  const solutions =
    tool !== undefined
      ? solutionsElsewhere(tool, problem, frontier.points, bargainers)
      : (solved?.solutions ?? solutionsOf(problem, frontier.points, bargainers));
  const empty = solved?.empty ?? frontier.points.length === 0;
  const disagreement = Object.fromEntries(
    bargainers.map((i) => [json.parties[i]?.id as string, (problem.reservation[i] as number) / problem.unit]),
  );
  const named = (name: keyof typeof RULES): SolutionJson | null => {
    const solution = solutions[name];
    if (solution === undefined) return null;
    const [first, ...ties] = solution.points.map((point) => ({
      package: packageJson(json, point.choice),
      values: valuesJson(json, problem, point),
    })) as [{ package: PackageJson; values: Record<string, number> }];
    const sure: Status = (tool === undefined ? (solved?.proved[name] ?? true) : !frontier.capped)
      ? "proved"
      : "heuristic";
    const rule = (tool === undefined ? undefined : RULES_ELSEWHERE[tool][name]) ?? RULES[name];
    return { ...first, rule, disagreement, score: tidy(solution.score), ties, status: sure };
  };
  const result: SettleResult = {
    parties: json.parties.map((party) => party.id),
    issues: json.issues.map((issue) => issue.id),
    packages: total <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(total) : String(total),
    acceptable: total <= BigInt(MAX_COUNTED) ? countAcceptable(problem) : empty ? 0 : null,
    frontier: frontier.points.map((point) => ({
      package: packageJson(json, point.choice),
      values: valuesJson(json, problem, point),
      count: point.count,
    })),
    solutions: {
      nash: named("nash"),
      kalaiSmorodinsky: named("kalaiSmorodinsky"),
      egalitarian: named("egalitarian"),
      utilitarian: named("utilitarian"),
    },
    status,
  };
  const divided = divide(json);
  if (divided !== undefined) result.divided = divided;
  if (empty) {
    const why = whyNot(problem, undefined, options.shouldStop);
    const obstacles = (set: readonly number[]): ObstacleJson[] =>
      set.map((o) => obstacleJson(json, problem, why.obstacles[o] as Obstacle));
    result.whyNot = {
      blocking: why.blocking.map(obstacles),
      relaxations: why.relaxations.map((one) => ({
        without: obstacles(one.obstacles),
        lower: Object.fromEntries(
          [...one.lower].map(([i, by]) => [json.parties[i]?.id as string, tidy(by / problem.unit)]),
        ),
        package: packageJson(json, one.choice),
      })),
      upTo: why.upTo,
      status:
        why.upTo >= 3 && why.relaxedUpTo >= 3 ? "proved" : `capped at ${Math.min(why.upTo, why.relaxedUpTo)}`,
    };
  }
  return result;
}

/** What every party makes of one package, in the order of the parties. */
export function verdicts(
  json: SettlementJson,
  chosen: PackageJson,
  options: Pick<SettleOptions, "normalise" | "read"> = {},
): Verdict[] {
  const problem = toProblem(withOpenIssues(json), options.read, options.normalise);
  return verdictsIn(json, problem, choiceOf(json, chosen));
}

/** Whether a coalition of those who accept is enough, by the consent rules. */
export function holds(json: SettlementJson, accepting: ReadonlySet<string>): boolean {
  return toProblem(json).coalitions.some((set) =>
    set.every((i) => accepting.has(json.parties[i]?.id as string)),
  );
}

function packageJson(json: SettlementJson, choice: ArrayLike<number>): PackageJson {
  return Object.fromEntries(
    json.issues.map((issue, k) => [issue.id, issue.options[choice[k] as number] ?? null]),
  );
}

function valuesJson(json: SettlementJson, problem: Problem, point: FrontierPoint): Record<string, number> {
  return Object.fromEntries(
    json.parties.map((party, i) => [party.id, tidy(givenValue(problem, i, point.choice))]),
  );
}

function obstacleJson(json: SettlementJson, problem: Problem, obstacle: Obstacle): ObstacleJson {
  if ("reservation" in obstacle) {
    const i = obstacle.reservation;
    return {
      type: "no deal",
      party: json.parties[i]?.id as string,
      reservation: tidy((problem.reservation[i] as number) / problem.unit),
    };
  }
  const constraint = problem.constraints[obstacle.constraint] as Constraint;
  const choices = choicesJson(json, constraint);
  return constraint.party < 0
    ? { type: "link", choices }
    : { type: "red line", party: json.parties[constraint.party]?.id as string, choices };
}
