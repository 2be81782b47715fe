import { byPosition, isEmpty, type Stakes, weightsOf } from "./stakes.ts";

/**
 * The weighted median: the position with no more than half of the weight (capability × salience) on either side; where
 * exactly half stands below the next position, the middle between the two. Null when nobody weighs anything.
 *
 * Reference: D. Black, *The Theory of Committees and Elections*, 1958.
 */
export function weightedMedian(of: Stakes): number | null {
  const weights = weightsOf(of);
  if (isEmpty(weights)) return null;
  const places = byPosition(of.position, weights).filter(([, weight]) => weight > 0);
  const total = places.reduce((sum, [, weight]) => sum + weight, 0);
  // Saliences such as 0.1 and 0.2 do not add up exactly.
  const close = total * 1e-12;
  let below = 0;
  for (const [i, [at, weight]] of places.entries()) {
    below += weight;
    if (Math.abs(below - total / 2) <= close && i + 1 < places.length) return (at + places[i + 1]![0]) / 2;
    if (below > total / 2) return at;
  }
  return places.at(-1)![0];
}
