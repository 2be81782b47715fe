import { bestOf } from "./best.ts";
import { partOf } from "./part.ts";
import {
  breaks,
  type Constraint,
  countPackages,
  eachPackage,
  leastValue,
  meetsReservation,
  type Problem,
  packageValue,
} from "./problem.ts";
import { sumRule } from "./rules.ts";

/** Something that can stand in the way of a deal: a constraint by its index, or a party's value of no deal. */
export type Obstacle = { constraint: number } | { reservation: number };

/** Obstacles without which there would be an acceptable package. */
export interface Relaxation {
  /** Indices into `obstacles`. */
  obstacles: number[];
  /**
   * How far values of no deal would have to come down, by party, in grid units: the smallest amounts in sum, none of
   * which is more than the obstacle needs.
   */
  lower: Map<number, number>;
  /** A package that would then be acceptable: one of those that need least lowering. */
  choice: Int32Array;
}

export interface WhyNot {
  obstacles: Obstacle[];
  /** Every minimal set of obstacles, up to `upTo` of them, that no package meets together: indices into `obstacles`. */
  blocking: number[][];
  /** Minimal sets of obstacles whose removal opens a zone: fewest first, of equally many the least lowering first. */
  relaxations: Relaxation[];
  /** Largest size of the blocking sets looked for. */
  upTo: number;
  /** Largest size of the relaxations looked for; Infinity where all were. */
  relaxedUpTo: number;
}

/** Above this many packages, or 31 obstacles, packages are not gone through one by one. */
export const MAX_PACKAGES = 2_000_000;
/** Most sets of obstacles that are searched for a package. */
export const MAX_SEARCHES = 4_000;

/**
 * Why no coalition accepts any package: what blocks all of them, and what would open a zone to one. An obstacle counts for
 * the coalitions its party belongs to, a link rule for all. Where there are few enough packages, one pass over all of them;
 * else a search for each set of obstacles. Both are exact up to the sizes they say.
 */
export function whyNot(problem: Problem, upTo = 3, shouldStop: () => boolean = () => false): WhyNot {
  const bargainers = [...new Set(problem.coalitions.flat())].sort((a, b) => a - b);
  const obstacles: Obstacle[] = [
    ...problem.constraints.flatMap(({ party }, constraint) =>
      party < 0 || bargainers.includes(party) ? [{ constraint }] : [],
    ),
    ...bargainers.map((reservation) => ({ reservation })),
  ];
  const small = countPackages(problem) <= BigInt(MAX_PACKAGES) && obstacles.length <= 31;
  const found = small
    ? byPackages(problem, obstacles, upTo)
    : bySearches(problem, obstacles, upTo, shouldStop);
  const lowering = ({ lower }: Relaxation): number => [...lower.values()].reduce((a, b) => a + b, 0);
  return {
    obstacles,
    ...found,
    blocking: found.blocking.sort(bySize),
    relaxations: found.relaxations.sort(
      (a, b) =>
        a.obstacles.length - b.obstacles.length ||
        lowering(a) - lowering(b) ||
        bySize(a.obstacles, b.obstacles),
    ),
  };
}

type Found = Omit<WhyNot, "obstacles">;

/**
 * One pass over all packages collects what each package breaks. The minimal such sets are the smallest relaxations, and a set blocks when it
 * meets every one of them.
 */
export function byPackages(problem: Problem, obstacles: readonly Obstacle[], upTo: number): Found {
  const seen = new Map<number, { short: number; choice: Int32Array }>();
  const own = problem.coalitions.map((coalition) =>
    obstacles.reduce(
      (mask, obstacle, o) => (counts(problem, obstacle, coalition) ? mask | (1 << o) : mask),
      0,
    ),
  );
  const shorts = new Float64Array(obstacles.length);
  eachPackage(problem, (choice) => {
    let broken = 0;
    for (const [o, obstacle] of obstacles.entries()) {
      if ("constraint" in obstacle) {
        if (breaks(problem.constraints[obstacle.constraint] as Constraint, choice)) broken |= 1 << o;
      } else {
        const i = obstacle.reservation;
        const value = packageValue(problem, i, choice);
        if (meetsReservation(problem, i, value)) continue;
        broken |= 1 << o;
        shorts[o] = (problem.reservation[i] as number) - value;
      }
    }
    for (const mask of own) {
      const theirs = broken & mask;
      let short = 0;
      for (const [o, obstacle] of obstacles.entries())
        if ("reservation" in obstacle && (theirs >>> o) & 1) short += shorts[o] as number;
      const before = seen.get(theirs);
      if (before === undefined || short < before.short) seen.set(theirs, { short, choice: choice.slice() });
    }
    return undefined;
  });
  const all = [...seen.keys()];
  const minimal = all.filter((a) => !all.some((b) => b !== a && (a & b) === b));
  const blocking: number[] = [];
  // Smaller sets first, so that a set found is never a superset of a later one.
  const grow = (mask: number, next: number, left: number): void => {
    if (blocking.some((b) => (mask & b) === b)) return;
    if (left === 0) {
      if (minimal.every((m) => (m & mask) !== 0)) blocking.push(mask);
      return;
    }
    for (let o = next; o <= obstacles.length - left; o++) grow(mask | (1 << o), o + 1, left - 1);
  };
  for (let size = 1; size <= upTo; size++) grow(0, 0, size);
  const members = (mask: number): number[] => obstacles.flatMap((_, o) => ((mask >>> o) & 1 ? [o] : []));
  return {
    blocking: blocking.map(members),
    relaxations: minimal.map((mask) => {
      const { choice } = seen.get(mask) as { choice: Int32Array };
      return { obstacles: members(mask), lower: lowering(problem, obstacles, members(mask), choice), choice };
    }),
    upTo,
    relaxedUpTo: Number.POSITIVE_INFINITY,
  };
}

/** Set by set, smaller ones first: a set blocks when no package meets it, and opens when one meets all the others. */
export function bySearches(
  problem: Problem,
  obstacles: readonly Obstacle[],
  upTo: number,
  shouldStop: () => boolean,
): Found {
  let searches = 0;
  const spent = (): boolean => searches >= MAX_SEARCHES || shouldStop();
  const blocking: number[][] = [];
  const relaxations: Relaxation[] = [];
  const contains = (set: readonly number[], part: readonly number[]): boolean =>
    part.every((o) => set.includes(o));
  const every = obstacles.map((_, o) => o);
  let blockedUpTo = 0;
  let relaxedUpTo = 0;
  for (let size = 1; size <= upTo && !spent(); size++) {
    let whole = true;
    for (const set of combinations(every, size)) {
      if (spent()) whole = false;
      if (!whole) break;
      if (blocking.some((one) => contains(set, one))) continue;
      searches++;
      const found = meetingAny(problem, obstacles, set, []);
      if (found === "unknown") whole = false;
      else if (found === undefined) blocking.push(set);
    }
    if (!whole) break;
    blockedUpTo = size;
  }
  for (let size = 1; size <= upTo && !spent(); size++) {
    let whole = true;
    for (const set of combinations(every, size)) {
      if (spent()) whole = false;
      if (!whole) break;
      if (relaxations.some((one) => contains(set, one.obstacles))) continue;
      // What blocks must be touched, or nothing opens.
      if (!blocking.every((one) => one.some((o) => set.includes(o)))) continue;
      searches++;
      const others = every.filter((o) => !set.includes(o));
      const choice = meetingAny(problem, obstacles, others, set);
      if (choice === "unknown") whole = false;
      else if (choice !== undefined)
        relaxations.push({ obstacles: set, lower: lowering(problem, obstacles, set, choice), choice });
    }
    if (!whole) break;
    relaxedUpTo = size;
  }
  return { blocking, relaxations, upTo: blockedUpTo, relaxedUpTo };
}

/** Whether an obstacle stands in the way of a coalition: a link rule, or one of a member. */
function counts(problem: Problem, obstacle: Obstacle, coalition: readonly number[]): boolean {
  const party =
    "reservation" in obstacle
      ? obstacle.reservation
      : (problem.constraints[obstacle.constraint] as Constraint).party;
  return party < 0 || coalition.includes(party);
}

/** A package with which some coalition meets those of the obstacles that count for it: that with least lowering. */
function meetingAny(
  problem: Problem,
  obstacles: readonly Obstacle[],
  set: readonly number[],
  gone: readonly number[],
): Int32Array | "unknown" | undefined {
  let best: { choice: Int32Array; short: number } | undefined;
  let unknown = false;
  for (const coalition of problem.coalitions) {
    const theirs = (some: readonly number[]): number[] =>
      some.filter((o) => counts(problem, obstacles[o] as Obstacle, coalition));
    const choice = meeting(problem, obstacles, theirs(set), theirs(gone));
    if (choice === "unknown") unknown = true;
    else if (choice !== undefined) {
      const lowered = lowering(problem, obstacles, theirs(gone), choice);
      const short = [...lowered.values()].reduce((a, b) => a + Math.max(0, b), 0);
      if (best === undefined || short < best.short) best = { choice, short };
    }
  }
  return best?.choice ?? (unknown ? "unknown" : undefined);
}

/**
 * A package that meets some obstacles: breaks none of the constraints and gives the parties their values of no deal. Among
 * them one on which those whose values of no deal were let go fall least short.
 */
function meeting(
  problem: Problem,
  obstacles: readonly Obstacle[],
  set: readonly number[],
  gone: readonly number[],
): Int32Array | "unknown" | undefined {
  const constraints: Constraint[] = [];
  const seats: { party: number; least: number }[] = [];
  for (const o of set) {
    const obstacle = obstacles[o] as Obstacle;
    if ("constraint" in obstacle) constraints.push(problem.constraints[obstacle.constraint] as Constraint);
    else
      seats.push({
        party: obstacle.reservation,
        least: problem.reservation[obstacle.reservation] as number,
      });
  }
  const free = gone.flatMap((o) => {
    const obstacle = obstacles[o] as Obstacle;
    return "reservation" in obstacle ? [obstacle.reservation] : [];
  });
  const all = [...seats, ...free.map((party) => ({ party, least: leastValue(problem, party) }))];
  if (all.length === 0) all.push({ party: 0, least: leastValue(problem, 0) });
  const part = partOf(problem, all, constraints);
  const everybody = part.coalitions[0] as number[];
  const weights = Float64Array.from(all, (_, s) => (s >= seats.length ? 1 : 0));
  const { points, proved } = bestOf(part, everybody, everybody, sumRule(weights));
  const [first] = points;
  if (first === undefined) return proved ? undefined : "unknown";
  const sum = (value: Float64Array): number => value.reduce((s, v, at) => s + (weights[at] as number) * v, 0);
  return points.reduce((best, one) => (sum(one.value) > sum(best.value) ? one : best), first).choice;
}

/** How far below no deal a package leaves the parties whose values of no deal are among some obstacles. */
function lowering(
  problem: Problem,
  obstacles: readonly Obstacle[],
  set: readonly number[],
  choice: Int32Array,
): Map<number, number> {
  return new Map(
    set.flatMap((o): [number, number][] => {
      const obstacle = obstacles[o] as Obstacle;
      if (!("reservation" in obstacle)) return [];
      const i = obstacle.reservation;
      return [[i, (problem.reservation[i] as number) - packageValue(problem, i, choice)]];
    }),
  );
}

/** Every set of so many of some things, in order. */
function* combinations(from: readonly number[], size: number): Generator<number[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (const [at, first] of from.entries())
    for (const rest of combinations(from.slice(at + 1), size - 1)) yield [first, ...rest];
}

function bySize(a: readonly number[], b: readonly number[]): number {
  if (a.length !== b.length) return a.length - b.length;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return (a[i] as number) - (b[i] as number);
  return 0;
}
