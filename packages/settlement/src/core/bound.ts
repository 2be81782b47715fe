import type { Compound } from "./compound.ts";

/**
 * A linear bound on what a rule makes largest: for every package on which nobody who bargains falls below no deal, it is
 * at most `constant` + Σ weights · gains. Weights are 0 or more, one a bargainer; gains are in value units.
 */
export interface Bound {
  weights: Float64Array;
  constant: number;
}

/** A bound in the form in which partial sums meet it: straight from sums in grid units, best remainders included. */
export interface ReadyBound {
  /** Per party of the problem, for one grid unit. */
  scale: Float64Array;
  /** after[g]: the constant and the most that groups g, g + 1, … can add to the weighted sum. */
  after: Float64Array;
}

/** Prepare a bound for the sums of a problem. `reservation` in grid units; `bargainers[b]` is the party of weight b. */
export function readyBound(
  bound: Bound,
  groups: readonly Compound[],
  bargainers: readonly number[],
  reservation: Float64Array,
  unit: number,
): ReadyBound {
  const scale = new Float64Array(reservation.length);
  let constant = bound.constant;
  for (const [b, i] of bargainers.entries()) {
    const weight = bound.weights[b] as number;
    scale[i] = weight / unit;
    constant -= (weight * (reservation[i] as number)) / unit;
  }
  const after = new Float64Array(groups.length + 1);
  after[groups.length] = constant;
  for (let g = groups.length - 1; g >= 0; g--) {
    const [most] = heaviest(groups[g] as Compound, scale);
    after[g] = (after[g + 1] as number) + most;
  }
  return { scale, after };
}

/** The largest weighted sum among a group's combinations, and the first combination that has it. */
export function heaviest(group: Compound, scale: Float64Array): [most: number, combination: number] {
  let most = Number.NEGATIVE_INFINITY;
  let at = -1;
  for (let c = 0; c < group.count; c++) {
    let sum = 0;
    for (let i = 0; i < scale.length; i++)
      sum += (scale[i] as number) * ((group.value[i] as Float64Array)[c] as number);
    if (sum > most) [most, at] = [sum, c];
  }
  return [most, at];
}
