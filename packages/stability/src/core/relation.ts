import type { Payoffs } from "./payoffs.ts";

/** One decision maker's preference with what an order alone does not say. */
export interface Relation {
  payoffs: Payoffs;
  /**
   * Strength: states of different level are strongly apart, states of one level mildly at most. Never falls where the
   * payoff rises. Absent: every preference is mild.
   */
  levels?: Int32Array;
  /** Pairs of states (`pairKey`, either order) of which it is not known which is preferred. */
  unknown?: ReadonlySet<number>;
}

/** How a state stands to another for a decision maker. */
export const STANDS = { muchWorse: -2, worse: -1, equal: 0, better: 1, muchBetter: 2, unknown: 9 } as const;
export type Stands = (typeof STANDS)[keyof typeof STANDS];

/** The key of an unordered pair of states in `Relation.unknown`. */
export function pairKey(size: number, a: number, b: number): number {
  return a < b ? a * size + b : b * size + a;
}

/** How `other` stands to `state`. */
export function standing({ payoffs, levels, unknown }: Relation, state: number, other: number): Stands {
  if (unknown !== undefined && state !== other && unknown.has(pairKey(payoffs.length, state, other)))
    return STANDS.unknown;
  const apart = payoffs[other]! - payoffs[state]!;
  if (apart === 0) return STANDS.equal;
  const strong = levels !== undefined && levels[other] !== levels[state];
  if (apart > 0) return strong ? STANDS.muchBetter : STANDS.better;
  return strong ? STANDS.muchWorse : STANDS.worse;
}
