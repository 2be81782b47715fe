import { challenge, DEFAULT_ROUNDS } from "./core/landing/challenge.ts";
import { compromiseMean } from "./core/landing/compromise-mean.ts";
import { condorcet } from "./core/landing/condorcet.ts";
import { exchange } from "./core/landing/exchange.ts";
import { nashBargaining } from "./core/landing/nash-bargaining.ts";
import { probabilisticCondorcet } from "./core/landing/probabilistic-condorcet.ts";
import { type Stakes, stakes, weightsOf } from "./core/landing/stakes.ts";
import { weightedMedian } from "./core/landing/weighted-median.ts";
import { middleOf, type Ranged, streamSeed, valueAt, Xoshiro128 } from "./core/xoshiro.ts";
import { noBasis, noSuchModel } from "./messages.ts";
import type { ScaledIssue } from "./scaled-issue.ts";

/** Models of where on a scale an issue lands. */
export const LANDING_MODELS = [
  "compromise",
  "median",
  "condorcet",
  "condorcet-probabilistic",
  "nash",
  "challenge-text",
  "challenge-code",
  "exchange",
] as const;
export type LandingModel = (typeof LANDING_MODELS)[number];

/** What a model says of one issue. */
export interface Outcome {
  model: LandingModel;
  issue: string;
  /** Mean and median before anybody moves; null without basis. */
  start: { mean: number | null; median: number | null };
  /** After each round of the challenge model; empty for the others. */
  rounds: { round: number; mean: number; median: number }[];
  /** Null: no basis, and `problem` says why. */
  forecast: number | null;
  problem?: string;
  /** Where the forecast lies in nine of ten draws from the ranges of the inputs. */
  range?: { low: number; median: number; high: number; draws: number; withoutBasis: number; seed: number };
  /** Actors within a quarter of the spread of positions from the forecast, with their share of the weight. */
  coalition: { actors: string[]; share: number } | null;
  /** Mean distance of the actors from the forecast, weighted by capability × salience. */
  spread: number | null;
}

export interface OutcomeOptions {
  /** Rounds of the challenge model. */
  rounds?: number;
  /** Cost of failure beyond the reference point, for Nash bargaining, as a share of the spread of positions. */
  failureCost?: number;
  /** Draws from the ranges; 0: none. */
  draws?: number;
  seed?: number;
}

/** @throws RangeError when there is no such model */
export function landingModel(name: string): LandingModel {
  const found = LANDING_MODELS.find((model) => model === name);
  if (found === undefined) throw new RangeError(noSuchModel(name, LANDING_MODELS));
  return found;
}

/**
 * Where issues land by one model. The exchange model looks at all issues of a group together; the others at one by one.
 * Ranges stand at their likeliest value, else at their middle.
 *
 * @throws RangeError on values out of range
 */
export function outcomes(
  model: LandingModel,
  issues: readonly ScaledIssue[],
  options: OutcomeOptions = {},
): Outcome[] {
  const middle = issues.map((issue) => actorsAt(issue, middleOf));
  const found = landAll(model, issues, middle, options);
  const ranges = options.draws ? sample(model, issues, options) : [];
  return issues.map((issue, k): Outcome => {
    const board = middle[k] as Stakes;
    const { forecast, rounds, problem } = found[k] as Landing;
    const outcome: Outcome = {
      model,
      issue: issue.id,
      start: { mean: compromiseMean(board), median: weightedMedian(board) },
      rounds,
      forecast,
      coalition: forecast === null ? null : coalitionAt(issue, board, forecast),
      spread: forecast === null ? null : spreadAt(board, forecast),
    };
    if (problem !== undefined) outcome.problem = problem;
    const range = ranges[k];
    if (range !== undefined) outcome.range = range;
    return outcome;
  });
}

interface Landing {
  forecast: number | null;
  rounds: Outcome["rounds"];
  problem?: string;
}

/** What a salience of 1 is on an issue: those above 1 are percentages. Ranges count with their high end. */
function unitOf({ actors }: ScaledIssue): number {
  const high = (of: Ranged): number => (typeof of === "number" ? of : (of[of.length - 1] as number));
  const most = Math.max(0, ...actors.map((a) => high(a.salience)));
  return most <= 1 ? 1 : most <= 100 ? 100 : most;
}

/** Numbers of the actors, read from their ranges, with saliences as shares. */
function actorsAt(
  issue: ScaledIssue,
  read: (of: Ranged, actor: string, field: "position" | "salience" | "capability") => number,
): Stakes {
  const unit = unitOf(issue);
  return stakes(
    issue.actors.map((a) => read(a.position, a.actor, "position")),
    issue.actors.map((a) => read(a.salience, a.actor, "salience") / unit),
    issue.actors.map((a) => read(a.capability, a.actor, "capability")),
  );
}

function landAll(
  model: LandingModel,
  issues: readonly ScaledIssue[],
  boards: readonly Stakes[],
  options: OutcomeOptions,
): Landing[] {
  if (model === "exchange") return exchanged(issues, boards);
  return boards.map((board, k) => land(model, board, issues[k]?.reference, options));
}

function land(
  model: Exclude<LandingModel, "exchange">,
  board: Stakes,
  reference: number | undefined,
  options: OutcomeOptions,
): Landing {
  const plain = (forecast: number | null | undefined): Landing =>
    forecast === null || forecast === undefined
      ? { forecast: null, rounds: [], problem: noBasis.weight() }
      : { forecast, rounds: [] };
  switch (model) {
    case "compromise":
      return plain(compromiseMean(board));
    case "median":
      return plain(weightedMedian(board));
    case "condorcet":
      return plain(condorcet(board));
    case "condorcet-probabilistic":
      return plain(probabilisticCondorcet(board)?.mean);
    case "nash": {
      if (reference === undefined) return { forecast: null, rounds: [], problem: noBasis.reference() };
      const spread = Math.max(...board.position) - Math.min(...board.position);
      return plain(nashBargaining(board, reference, (options.failureCost ?? 0) * spread)?.outcome);
    }
    case "challenge-text":
    case "challenge-code": {
      const variant = model === "challenge-text" ? "text" : "code";
      const all = challenge(board, { variant, rounds: options.rounds ?? DEFAULT_ROUNDS });
      const last = all?.at(-1);
      if (all === null || last === undefined) return plain(null);
      const rounds = all.slice(1).map(({ round, mean, median }) => ({ round, mean, median }));
      return { forecast: last.median, rounds };
    }
  }
}

/** Exchange within each group of issues; an actor without a position on one has no weight there. */
function exchanged(issues: readonly ScaledIssue[], boards: readonly Stakes[]): Landing[] {
  const found: Landing[] = issues.map(() => ({ forecast: null, rounds: [], problem: noBasis.weight() }));
  const groups = new Map<string, number[]>();
  for (const [k, issue] of issues.entries()) {
    const key = issue.group ?? `\n${issue.id}`;
    groups.set(key, [...(groups.get(key) ?? []), k]);
  }
  for (const members of groups.values()) {
    const names = [...new Set(members.flatMap((k) => issues[k]!.actors.map((a) => a.actor)))];
    const together = members.map((k) => {
      const at = new Map(issues[k]!.actors.map((a, i) => [a.actor, i]));
      const column = (of: Float64Array): number[] =>
        names.map((name) => (at.has(name) ? of[at.get(name)!]! : 0));
      const board = boards[k] as Stakes;
      return stakes(column(board.position), column(board.salience), column(board.capability));
    });
    for (const [n, outcome] of exchange(together).outcomes.entries())
      if (outcome !== null) found[members[n]!] = { forecast: outcome, rounds: [] };
  }
  return found;
}

function sample(
  model: LandingModel,
  issues: readonly ScaledIssue[],
  options: OutcomeOptions,
): (Outcome["range"] | undefined)[] {
  const draws = options.draws as number;
  const seed = options.seed ?? 1;
  const streams = new Map<string, Xoshiro128>();
  const stream = (name: string): Xoshiro128 => {
    const made = streams.get(name) ?? new Xoshiro128(streamSeed(seed, name));
    streams.set(name, made);
    return made;
  };
  const found: number[][] = issues.map(() => []);
  for (let draw = 0; draw < draws; draw++) {
    const boards = issues.map((issue) =>
      actorsAt(issue, (of, actor, field) =>
        typeof of === "number" ? of : valueAt(of, stream(`${issue.id}\n${actor}\n${field}`).uniform()),
      ),
    );
    for (const [k, { forecast }] of landAll(model, issues, boards, options).entries())
      if (forecast !== null) found[k]!.push(forecast);
  }
  return found.map((values) => {
    if (values.length === 0) return undefined;
    values.sort((a, b) => a - b);
    const rank = (share: number): number => values[Math.round(share * (values.length - 1))] as number;
    return {
      low: rank(0.05),
      median: rank(0.5),
      high: rank(0.95),
      draws,
      withoutBasis: draws - values.length,
      seed,
    };
  });
}

function coalitionAt(issue: ScaledIssue, board: Stakes, forecast: number): Outcome["coalition"] {
  const weights = weightsOf(board);
  const total = weights.reduce((a, b) => a + b, 0);
  const spread = Math.max(...board.position) - Math.min(...board.position);
  const near = [...board.position.keys()].filter(
    (i) => weights[i]! > 0 && Math.abs(board.position[i]! - forecast) <= spread / 4 + 1e-12,
  );
  return {
    actors: near.map((i) => issue.actors[i]!.actor),
    share: near.reduce((sum, i) => sum + weights[i]!, 0) / total,
  };
}

function spreadAt(board: Stakes, forecast: number): number {
  const weights = weightsOf(board);
  const total = weights.reduce((a, b) => a + b, 0);
  return board.position.reduce((sum, x, i) => sum + weights[i]! * Math.abs(x - forecast), 0) / total;
}
