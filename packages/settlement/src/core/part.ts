import type { Problem } from "./problem.ts";

/** One party of a part of a problem: whose values it has, and the least it must get. */
export interface Seat {
  party: number;
  /** In grid units. */
  least: number;
}

/**
 * A problem of the same issues in which other parties sit: some of those of the whole, any of them more than once, each with
 * the least it must get in place of its value of no deal. All of them must accept. Constraints are those given, as link
 * rules.
 */
export function partOf(
  problem: Problem,
  seats: readonly Seat[],
  constraints: Problem["constraints"],
): Problem {
  return {
    ...problem,
    parties: seats.length,
    value: seats.map(({ party }) => problem.value[party] as Float64Array),
    given: seats.map(({ party }) => problem.given[party] as Float64Array),
    reservation: Float64Array.from(seats, ({ least }) => least),
    constraints: constraints.map(({ choices }) => ({ party: -1, choices })),
    coalitions: [seats.map((_, s) => s)],
  };
}
