import type { Compound } from "./compound.ts";
import { undominated } from "./dominance.ts";
import type { Problem } from "./problem.ts";

/**
 * Sums of partial packages after some groups of issues: value[party][point] in grid units, from which point of the layer
 * before and by which combination of the group each came, and how many partial packages have just these values.
 */
export interface Layer {
  size: number;
  value: Float64Array[];
  from: Int32Array;
  added: Int32Array;
  count: Float64Array;
}

/** Whether a partial sum after the first `groups` groups can still be of use. Called for each; reads, never keeps. */
export type Keep = (value: Float64Array, groups: number) => boolean;

export interface LayerLimits {
  /** Most points carried from one group to the next. */
  points: number;
  /** Which sums after so many groups are carried on where there are too many: those where this is largest. Else the sum over all parties. */
  rank?: ((value: Float64Array, groups: number) => number) | undefined;
  shouldStop?: (() => boolean) | undefined;
  onProgress?: ((done: number, all: number) => void) | undefined;
}

export interface Layered {
  layers: Layer[];
  /** Some layer had more points than the limit, or the work was stopped: what is there is not all. */
  capped: boolean;
  /** The smallest number of points that a layer was cut to. */
  cappedAt: number;
}

/**
 * Partial packages looked at before layers are cut shorter than the limit says, so that long problems end all the same; fewer
 * where four parties and more make each of them dearer.
 */
const WORK = { few: 30_000_000, many: 5_000_000 } as const;
/** To so many points a layer is never cut. */
const LEAST_POINTS = 100;

/**
 * Undominated sums of whole packages, built group by group. A dominated partial package stays dominated whatever the
 * remaining groups add, because no constraint reaches over two groups; so each layer keeps undominated sums only, of those
 * that `keep` lets pass. A layer that is too long keeps the foremost.
 */
export function layersOf(
  parties: number,
  groups: readonly Compound[],
  keep: Keep,
  limits: LayerLimits,
): Layered {
  const layers: Layer[] = [];
  let layer: Layer = {
    size: 1,
    value: Array.from({ length: parties }, () => new Float64Array(1)),
    from: new Int32Array(1),
    added: new Int32Array(1),
    count: Float64Array.of(1),
  };
  let cappedAt = Number.POSITIVE_INFINITY;
  for (const [g, group] of groups.entries()) {
    if (limits.shouldStop?.() === true) return { layers: [], capped: true, cappedAt: 0 };
    layer = extend(layer, group, keep, g + 1);
    const next = groups[g + 1];
    const room =
      next === undefined
        ? limits.points
        : Math.floor((parties < 4 ? WORK.few : WORK.many) / groups.length / next.count);
    const most = Math.min(limits.points, Math.max(LEAST_POINTS, room));
    if (layer.size > most) {
      layer = foremost(layer, most, (value) => (limits.rank ?? total)(value, g + 1));
      cappedAt = Math.min(cappedAt, most);
    }
    layers.push(layer);
    limits.onProgress?.(g + 1, groups.length);
  }
  return { layers, capped: Number.isFinite(cappedAt), cappedAt };
}

/** The package that a point of the last layer stands for. */
export function packageAt(
  problem: Problem,
  groups: readonly Compound[],
  layers: readonly Layer[],
  point: number,
): Int32Array {
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

/** remainders[g][i]: the most that groups g, g + 1, … can still add to a party's sum. */
export function bestRemainders(parties: number, groups: readonly Compound[]): Float64Array[] {
  const best = [new Float64Array(parties)];
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

function extend(layer: Layer, group: Compound, keep: Keep, groups: number): Layer {
  const parties = layer.value.length;
  let room = Math.max(64, layer.size * Math.min(group.count, 16));
  let value = Array.from({ length: parties }, () => new Float64Array(room));
  let from = new Int32Array(room);
  let added = new Int32Array(room);
  let count = new Float64Array(room);
  const sums = new Float64Array(parties);
  let size = 0;
  for (let p = 0; p < layer.size; p++) {
    for (let c = 0; c < group.count; c++) {
      for (let i = 0; i < parties; i++) {
        sums[i] =
          ((layer.value[i] as Float64Array)[p] as number) + ((group.value[i] as Float64Array)[c] as number);
      }
      if (!keep(sums, groups)) continue;
      if (size === room) {
        room *= 2;
        value = value.map((column) => longer(column, new Float64Array(room)));
        from = longer(from, new Int32Array(room));
        added = longer(added, new Int32Array(room));
        count = longer(count, new Float64Array(room));
      }
      for (let i = 0; i < parties; i++) (value[i] as Float64Array)[size] = sums[i] as number;
      from[size] = p;
      added[size] = c;
      count[size] = layer.count[p] as number;
      size++;
    }
  }
  return pick({ size, value, from, added, count }, undominated(value, size, count));
}

function longer<T extends Int32Array | Float64Array>(column: T, into: T): T {
  into.set(column);
  return into;
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

const total = (value: Float64Array): number => value.reduce((a, b) => a + b, 0);

function foremost(layer: Layer, cap: number, rank: (value: Float64Array) => number): Layer {
  const value = new Float64Array(layer.value.length);
  const key = Float64Array.from({ length: layer.size }, (_, p) => {
    for (let i = 0; i < value.length; i++) value[i] = (layer.value[i] as Float64Array)[p] as number;
    return rank(value);
  });
  const order = Array.from({ length: layer.size }, (_, p) => p).sort(
    (a, b) => (key[b] as number) - (key[a] as number) || a - b,
  );
  return pick(layer, Int32Array.from(order.slice(0, cap)).sort());
}
