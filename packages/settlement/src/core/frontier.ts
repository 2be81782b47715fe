import { type Compound, compounds } from "./compound.ts";
import { undominated } from "./dominance.ts";
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
  const cap = limits.points ?? DEFAULT_POINTS;
  const groups = compounds(problem, constraintsOf(problem, coalition));
  const layers: Layer[] = [];
  let layer = startLayer(problem.parties);
  let capped = false;
  const best = bestRemainders(problem, groups);
  for (const [g, group] of groups.entries()) {
    if (limits.shouldStop?.() === true) return { points: [], capped: true };
    layer = extend(layer, group, (value) =>
      coalition.every((i) =>
        meetsReservation(problem, i, (value[i] as number) + ((best[g + 1] as Float64Array)[i] as number)),
      ),
    );
    if (layer.size > cap) {
      layer = largestSums(layer, cap);
      capped = true;
    }
    layers.push(layer);
    limits.onProgress?.(g + 1, groups.length);
  }
  const points: FrontierPoint[] = [];
  for (let p = 0; p < layer.size; p++) {
    const choice = packageOf(problem, groups, layers, p);
    const value = Float64Array.from({ length: problem.parties }, (_, i) => packageValue(problem, i, choice));
    points.push({ choice, value, count: layer.count[p] as number });
  }
  return { points: points.sort((a, b) => compareChoices(a.choice, b.choice)), capped };
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

/** Partial packages: value[party][point], the point of the layer before and the combination added, and how many. */
interface Layer {
  size: number;
  value: Float64Array[];
  from: Int32Array;
  added: Int32Array;
  count: Float64Array;
}

function startLayer(parties: number): Layer {
  return {
    size: 1,
    value: Array.from({ length: parties }, () => new Float64Array(1)),
    from: new Int32Array(1),
    added: new Int32Array(1),
    count: Float64Array.of(1),
  };
}

/** best[g][i]: the most that groups g, g + 1, … can still add for party i. */
function bestRemainders(problem: Problem, groups: Compound[]): Float64Array[] {
  const best = [new Float64Array(problem.parties)];
  for (const group of [...groups].reverse()) {
    const after = best[0] as Float64Array;
    best.unshift(
      after.map(
        (sum, i) =>
          sum + (group.value[i] as Float64Array).reduce((m, v) => Math.max(m, v), Number.NEGATIVE_INFINITY),
      ),
    );
  }
  return best;
}

function extend(layer: Layer, group: Compound, keep: (value: Float64Array) => boolean): Layer {
  const parties = layer.value.length;
  const most = layer.size * group.count;
  const value = Array.from({ length: parties }, () => new Float64Array(most));
  const from = new Int32Array(most);
  const added = new Int32Array(most);
  const count = new Float64Array(most);
  const sums = new Float64Array(parties);
  let size = 0;
  for (let p = 0; p < layer.size; p++) {
    for (let c = 0; c < group.count; c++) {
      for (let i = 0; i < parties; i++) {
        sums[i] =
          ((layer.value[i] as Float64Array)[p] as number) + ((group.value[i] as Float64Array)[c] as number);
      }
      if (!keep(sums)) continue;
      for (let i = 0; i < parties; i++) (value[i] as Float64Array)[size] = sums[i] as number;
      from[size] = p;
      added[size] = c;
      count[size] = layer.count[p] as number;
      size++;
    }
  }
  return pick({ size, value, from, added, count }, undominated(value, size, count));
}

function pick(layer: Layer, kept: Int32Array): Layer {
  const take = <T extends Int32Array | Float64Array>(all: T): T => {
    const few = all.slice(0, kept.length) as T;
    for (let q = 0; q < kept.length; q++) few[q] = all[kept[q] as number] as number;
    return few;
  };
  return {
    size: kept.length,
    value: layer.value.map(take),
    from: take(layer.from),
    added: take(layer.added),
    count: take(layer.count),
  };
}

function largestSums(layer: Layer, cap: number): Layer {
  const sum = (p: number): number => layer.value.reduce((s, column) => s + (column[p] as number), 0);
  const order = Array.from({ length: layer.size }, (_, p) => p).sort((a, b) => sum(b) - sum(a) || a - b);
  return pick(layer, Int32Array.from(order.slice(0, cap)).sort());
}

function packageOf(problem: Problem, groups: Compound[], layers: Layer[], point: number): Int32Array {
  const choice = new Int32Array(problem.options.length);
  let at = point;
  for (let g = groups.length - 1; g >= 0; g--) {
    const layer = layers[g] as Layer;
    const { issues, choices } = groups[g] as Compound;
    const combination = layer.added[at] as number;
    for (const [j, k] of issues.entries()) choice[k] = choices[combination * issues.length + j] as number;
    at = layer.from[at] as number;
  }
  return choice;
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
  return { points: Array.from(kept, (p) => points[p] as FrontierPoint), capped: parts.some((p) => p.capped) };
}
