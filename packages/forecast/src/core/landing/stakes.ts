import { badStake } from "../../messages.ts";

/**
 * Who wants what on one scaled issue: actor i stands at `position[i]`, cares `salience[i]` about it and can bring
 * `capability[i]` to bear. Salience and capability are not negative; only their proportions matter.
 */
export interface Stakes {
  position: Float64Array;
  salience: Float64Array;
  capability: Float64Array;
}

/** @throws RangeError on lengths that differ, values that are not finite, or weights below 0 */
export function stakes(
  position: ArrayLike<number>,
  salience: ArrayLike<number>,
  capability: ArrayLike<number>,
): Stakes {
  const made: Stakes = {
    position: Float64Array.from(position),
    salience: Float64Array.from(salience),
    capability: Float64Array.from(capability),
  };
  const n = position.length;
  for (const [name, column] of Object.entries(made) as [keyof Stakes, Float64Array][]) {
    if (column.length !== n) throw new RangeError(badStake(name, column.length, n));
    for (const [i, value] of column.entries()) {
      if (!Number.isFinite(value) || (name !== "position" && value < 0))
        throw new RangeError(badStake(name, i, value));
    }
  }
  return made;
}

/** What an actor weighs on the issue: capability × salience. */
export function weightsOf({ salience, capability }: Stakes): Float64Array {
  return salience.map((s, i) => s * capability[i]!);
}

/** Whether nobody weighs anything: then there is no basis for a forecast. */
export function isEmpty(weights: Float64Array): boolean {
  return !weights.some((w) => w > 0);
}

/** Distinct positions, rising, with the weight that stands at each. */
export function byPosition(position: Float64Array, weights: Float64Array): [at: number, weight: number][] {
  const found = new Map<number, number>();
  for (const [i, at] of position.entries()) found.set(at, (found.get(at) ?? 0) + weights[i]!);
  return [...found].sort((a, b) => a[0] - b[0]);
}
