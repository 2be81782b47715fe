import { type Compound, compounds } from "./compound.ts";
import { undominated } from "./dominance.ts";
import { bestRemainders, type Layer, layersOf, packageAt } from "./layers.ts";
import { type Constraint, meetsReservation, type Problem, packageValue } from "./problem.ts";

/** A point of the frontier: a package, the parties' values (grid units), and how many packages have just these. */
export interface FrontierPoint {
  choice: Int32Array;
  value: Float64Array;
  count: number;
}

export interface Frontier {
  /** In lexicographic order of their packages, whatever the order of the parties. */
  points: FrontierPoint[];
  /** Set when some layer had more points than the cap, and only those with the largest sums were carried on. */
  capped: boolean;
  /** The smallest number of points that a layer was cut to; Infinity where none was. */
  cappedAt: number;
}

export interface FrontierLimits {
  /** Most points carried from one group of issues to the next. */
  points?: number;
  shouldStop?: () => boolean;
  onProgress?: (done: number, all: number) => void;
}

export const DEFAULT_POINTS = 100_000;

/**
 * The packages that `coalition` accepts (its red lines and every link rule hold, everybody in it has at least its
 * value of no deal) and that no other such package dominates for all parties.
 *
 * Dynamic programming over independent groups of issues: a dominated partial package stays dominated whatever the
 * remaining groups add, so each layer keeps undominated sums only. A partial sum that cannot reach a reservation even
 * with the best of all remaining groups is dropped.
 */
export function frontierOf(
  problem: Problem,
  coalition: readonly number[],
  limits: FrontierLimits = {},
): Frontier {
  const groups = compounds(problem, constraintsOf(problem, coalition));
  const best = bestRemainders(problem.parties, groups);
  const { layers, capped, cappedAt } = layersOf(
    problem.parties,
    groups,
    (value, g) => {
      const rest = best[g] as Float64Array;
      for (const i of coalition)
        if (!meetsReservation(problem, i, (value[i] as number) + (rest[i] as number))) return false;
      return true;
    },
    { ...limits, points: limits.points ?? DEFAULT_POINTS },
  );
  return { points: pointsOf(problem, groups, layers), capped, cappedAt };
}

/** The points of the last layer with their packages, in lexicographic order of those. */
export function pointsOf(
  problem: Problem,
  groups: readonly Compound[],
  layers: readonly Layer[],
): FrontierPoint[] {
  const last = layers.at(-1);
  if (last === undefined) return [];
  return Array.from({ length: last.size }, (_, p) => {
    const choice = packageAt(problem, groups, layers, p);
    const value = Float64Array.from({ length: problem.parties }, (_, i) => packageValue(problem, i, choice));
    return { choice, value, count: last.count[p] as number };
  }).sort((a, b) => compareChoices(a.choice, b.choice));
}

/** The constraints a coalition's packages must keep: all link rules and its own red lines. */
export function constraintsOf(problem: Problem, coalition: readonly number[]): Constraint[] {
  return problem.constraints.filter(({ party }) => party < 0 || coalition.includes(party));
}

/** Lexicographic order of packages. */
export function compareChoices(a: ArrayLike<number>, b: ArrayLike<number>): number {
  for (let k = 0; k < a.length; k++) {
    const d = (a[k] as number) - (b[k] as number);
    if (d !== 0) return d;
  }
  return 0;
}

/**
 * The frontier of everything that some coalition accepts: the undominated among the frontiers of each. Packages of
 * equal values are counted once for each coalition that accepts them, so with several coalitions a count says how
 * many there are at least: those of the coalition that accepts most.
 */
export function frontierOfAll(problem: Problem, limits: FrontierLimits = {}): Frontier {
  const parts = problem.coalitions.map((coalition) => frontierOf(problem, coalition, limits));
  if (parts.length === 1) return parts[0] as Frontier;
  const byValue = new Map<string, FrontierPoint>();
  for (const point of parts.flatMap((part) => part.points)) {
    const before = byValue.get(point.value.join());
    const first = before === undefined || compareChoices(point.choice, before.choice) < 0 ? point : before;
    byValue.set(point.value.join(), { ...first, count: Math.max(point.count, before?.count ?? 0) });
  }
  const points = [...byValue.values()].sort((a, b) => compareChoices(a.choice, b.choice));
  const value = Array.from({ length: problem.parties }, (_, i) =>
    Float64Array.from(points, (p) => p.value[i] as number),
  );
  const kept = undominated(value, points.length, new Float64Array(points.length));
  return {
    points: Array.from(kept, (p) => points[p] as FrontierPoint),
    capped: parts.some((p) => p.capped),
    cappedAt: Math.min(...parts.map((p) => p.cappedAt)),
  };
}
