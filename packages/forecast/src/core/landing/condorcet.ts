import { byPosition, isEmpty, type Stakes, weightsOf } from "./stakes.ts";

/** How votes are cast between two positions: all of an actor's weight for the nearer, or by how much nearer it is. */
export type Voting = "binary" | "proportional";

/**
 * The position held by somebody that no other such position beats when every actor votes with capability × salience. With
 * distances as preferences there always is one; of several, the lowest comes first. Null when nobody weighs anything.
 *
 * Reference: M. de Condorcet, 1785; D. Black, 1958. Proportional votes: B. Bueno de Mesquita, *International Interactions*
 * 23, 1997 — with them no position beats the one with the least weighted distance, which is the weighted median too.
 *
 * @returns all positions that are unbeaten, rising
 */
export function condorcetWinners(of: Stakes, voting: Voting = "binary"): number[] | null {
  const weights = weightsOf(of);
  if (isEmpty(weights)) return null;
  const places = byPosition(of.position, weights);
  const total = weights.reduce((a, b) => a + b, 0);
  const span = places.at(-1)![0] - places[0]![0];
  const close = total * 1e-12 * (voting === "binary" ? 1 : span);
  const lead = (a: number, b: number): number => {
    let votes = 0;
    for (const [at, weight] of places) {
      const nearer = Math.abs(at - b) - Math.abs(at - a);
      votes += weight * (voting === "binary" ? Math.sign(nearer) : nearer);
    }
    return votes;
  };
  return places.filter(([at]) => places.every(([other]) => lead(at, other) >= -close)).map(([at]) => at);
}

/** The lowest unbeaten position. */
export function condorcet(of: Stakes, voting: Voting = "binary"): number | null {
  return condorcetWinners(of, voting)?.[0] ?? null;
}
