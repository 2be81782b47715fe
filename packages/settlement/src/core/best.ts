import { type Bound, heaviest, type ReadyBound, readyBound } from "./bound.ts";
import { type Compound, compounds } from "./compound.ts";
import { constraintsOf, type FrontierPoint, pointsOf } from "./frontier.ts";
import { bestRemainders, type LayerLimits, layersOf } from "./layers.ts";
import { meetsReservation, type Problem } from "./problem.ts";
import type { Rule } from "./rules.ts";

/** Most partial packages carried from group to group. */
export const SEARCH_POINTS = 20_000;
/** Bounds that every partial package must pass. */
const BOUNDS = 2;
/** Most steps towards the best mixture of packages, from which the bounds are taken; and for each group of issues. */
const STEPS = 120;
const STEPS_A_GROUP = 6;
/** Searches with a better start, where one was cut off. */
const ROUNDS = 4;
/** Bounds and values are compared with this much room for rounding, relative to their size. */
const ROUNDING = 1e-9;

export interface Best {
  /** Every undominated package that the rule likes best, and maybe others: the caller picks. */
  points: FrontierPoint[];
  /** What is here was proved to hold the best. */
  proved: boolean;
}

/**
 * The packages a rule likes best among those that keep the coalition's red lines and link rules and leave no bargainer
 * below its value of no deal. It needs no frontier, so it reaches sizes no frontier can be listed at.
 *
 * Branch and bound by layers: undominated partial sums group by group, each dropped when even the best that the
 * remaining groups add leaves it below the best package known, by any of a few linear bounds. The bounds are tangents of
 * the rule along the way to the best mixture of packages (M. Frank & P. Wolfe, "An algorithm for quadratic programming",
 * Naval Research Logistics Quarterly 3, 1956): there they are all but tight, because only few groups are ever mixed. The
 * packages met on the way, each bettered group by group, are the first ones known.
 */
export function bestOf(
  problem: Problem,
  coalition: readonly number[],
  bargainers: readonly number[],
  rule: Rule,
  limits: Partial<LayerLimits> = {},
): Best {
  const groups = compounds(problem, constraintsOf(problem, coalition));
  if (groups.some((group) => group.count === 0)) return { points: [], proved: true };
  const search = new Search(problem, groups, bargainers, rule);
  const bounds = search.approach();
  const remainders = bestRemainders(problem.parties, groups);
  const inside = (value: Float64Array, g: number): boolean => {
    const rest = remainders[g] as Float64Array;
    for (const i of bargainers)
      if (!meetsReservation(problem, i, (value[i] as number) + (rest[i] as number))) return false;
    return true;
  };
  if (!inside(new Float64Array(problem.parties), 0)) return { points: [], proved: true };
  const rank = (value: Float64Array, g: number): number => search.promise(value, g);
  for (let round = 1; ; round++) {
    const least = search.least();
    const { layers, capped } = layersOf(
      problem.parties,
      groups,
      (value, g) => {
        for (const { scale, after } of bounds) {
          if (dot(scale, value) + (after[g] as number) < least) return false;
        }
        return inside(value, g);
      },
      { points: SEARCH_POINTS, ...limits, rank },
    );
    const points = pointsOf(problem, groups, layers);
    const better = points.map((point) => search.meet(point.value)).some(Boolean);
    if (!capped) return { points, proved: true };
    if (!better || round === ROUNDS || limits.shouldStop?.() === true) return { points, proved: false };
  }
}

class Search {
  readonly #problem: Problem;
  readonly #groups: readonly Compound[];
  readonly #bargainers: readonly number[];
  readonly #rule: Rule;
  /** rest[g]: what groups g, g + 1, … add in the best mixture of packages that was met. */
  readonly #rest: Float64Array[];
  #known = Number.NEGATIVE_INFINITY;

  constructor(problem: Problem, groups: readonly Compound[], bargainers: readonly number[], rule: Rule) {
    this.#rest = Array.from({ length: groups.length + 1 }, () => new Float64Array(problem.parties));
    this.#problem = problem;
    this.#groups = groups;
    this.#bargainers = bargainers;
    this.#rule = rule;
  }

  /** What a partial package must be able to reach. */
  least(): number {
    return this.#known - ROUNDING * Math.max(1, Math.abs(this.#known));
  }

  /** What the rule would make of a partial package, were it completed as the best mixture is. */
  promise(value: Float64Array, g: number): number {
    const rest = this.#rest[g] as Float64Array;
    return this.#rule.of(this.#gains(value.map((v, i) => v + (rest[i] as number))));
  }

  /** Note a whole package; whether it is the best so far. */
  meet(value: Float64Array): boolean {
    if (!this.#bargainers.every((i) => meetsReservation(this.#problem, i, value[i] as number))) return false;
    const worth = this.#rule.of(this.#gains(value));
    if (!(worth > this.#known)) return false;
    this.#known = worth;
    return true;
  }

  /** Walk towards the best mixture of packages; the bounds met that lie lowest, lowest first. */
  approach(): ReadyBound[] {
    const { unit, reservation, parties } = this.#problem;
    const ready = (bound: Bound): ReadyBound =>
      readyBound(bound, this.#groups, this.#bargainers, reservation, unit);
    const found: { bound: ReadyBound; top: number; raw: Bound }[] = [];
    const mixed = this.#rest[0] as Float64Array;
    const steps = Math.min(STEPS, STEPS_A_GROUP * this.#groups.length);
    for (let step = 0; step < steps; step++) {
      const sharp = step / (steps - 1);
      const gains = step === 0 ? new Float64Array(this.#bargainers.length).fill(1) : this.#gains(mixed, true);
      const raw = this.#rule.tangent(gains, sharp);
      const bound = ready(raw);
      const top = bound.after[0] as number;
      if (Number.isFinite(top)) found.push({ bound, top, raw });
      const chosen = this.#groups.map((group) => heaviest(group, bound.scale)[1]);
      const value = this.#sum(chosen);
      this.meet(value);
      if (step % 8 === 0 || step === steps - 1) this.#climb(chosen);
      // No package can be better than the best one met: nothing more to learn.
      if (top <= this.#known + ROUNDING * Math.max(1, Math.abs(this.#known))) break;
      const part = 2 / (step + 2);
      const rest = new Float64Array(parties);
      for (let g = this.#groups.length - 1; g >= 0; g--) {
        const [group, mix] = [this.#groups[g] as Compound, this.#rest[g] as Float64Array];
        for (let i = 0; i < parties; i++) {
          rest[i] = (rest[i] as number) + ((group.value[i] as Float64Array)[chosen[g] as number] as number);
          mix[i] = (1 - part) * (mix[i] as number) + part * (rest[i] as number);
        }
      }
    }
    found.sort((a, b) => a.top - b.top);
    const best = found[0];
    const tilts = best === undefined ? [] : this.#rule.tilted(best.raw).map(ready);
    return [...found.slice(0, BOUNDS).map(({ bound }) => bound), ...tilts];
  }

  /** Better a package group by group as long as that helps: first those below no deal, then what the rule likes. */
  #climb(start: readonly number[]): void {
    const chosen = [...start];
    const value = this.#sum(chosen);
    let [short, worth] = this.#standing(value);
    for (let round = 0; round < 20; round++) {
      let moved = false;
      for (const [g, group] of this.#groups.entries()) {
        for (let c = 0; c < group.count; c++) {
          const before = chosen[g] as number;
          if (c === before) continue;
          this.#swap(value, group, before, c);
          const [nowShort, nowWorth] = this.#standing(value);
          if (nowShort > short || (nowShort === short && nowWorth > worth)) {
            [short, worth] = [nowShort, nowWorth];
            chosen[g] = c;
            moved = true;
          } else this.#swap(value, group, c, before);
        }
      }
      if (!moved) break;
    }
    this.meet(value);
  }

  /** How far bargainers fall short of no deal together (0 or less), and what the rule makes of it. */
  #standing(value: Float64Array): [short: number, worth: number] {
    let short = 0;
    for (const i of this.#bargainers) {
      if (!meetsReservation(this.#problem, i, value[i] as number))
        short += (value[i] as number) - (this.#problem.reservation[i] as number);
    }
    return [short, short < 0 ? 0 : this.#rule.of(this.#gains(value))];
  }

  #swap(value: Float64Array, group: Compound, from: number, to: number): void {
    for (let i = 0; i < value.length; i++) {
      const own = group.value[i] as Float64Array;
      value[i] = (value[i] as number) + (own[to] as number) - (own[from] as number);
    }
  }

  #sum(chosen: readonly number[]): Float64Array {
    return Float64Array.from({ length: this.#problem.parties }, (_, i) =>
      this.#groups.reduce(
        (sum, group, g) => sum + ((group.value[i] as Float64Array)[chosen[g] as number] as number),
        0,
      ),
    );
  }

  /** Gains of the bargainers in value units; a shortfall counts as none, or where `raw`, as next to none. */
  #gains(value: Float64Array, raw = false): Float64Array {
    const { unit, reservation } = this.#problem;
    return Float64Array.from(this.#bargainers, (i) =>
      Math.max(raw ? 1e-9 : 0, ((value[i] as number) - (reservation[i] as number)) / unit),
    );
  }
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}
