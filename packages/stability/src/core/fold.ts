/*
 * Minima and maxima over subcubes, one pass per bit. Where every state is feasible and every option reversible, a
 * coalition can reach by legal sequences exactly the states that differ in its options, and the fold stands in for the
 * search: O(options · states).
 */

/** In place: `values[s]` becomes the least value among states that differ from s in the bits of `mask` only. */
export function foldLeast(values: Int32Array, mask: number): void {
  for (let rest = mask; rest !== 0; rest &= rest - 1) {
    const bit = rest & -rest;
    for (let base = 0; base < values.length; base += 2 * bit) {
      for (let s = base; s < base + bit; s++) {
        const [a, b] = [values[s]!, values[s + bit]!];
        if (a < b) values[s + bit] = a;
        else values[s] = b;
      }
    }
  }
}

/** In place: `values[s]` becomes the greatest value among states that differ from s in the bits of `mask` only. */
export function foldGreatest(values: Int32Array, mask: number): void {
  for (let rest = mask; rest !== 0; rest &= rest - 1) {
    const bit = rest & -rest;
    for (let base = 0; base < values.length; base += 2 * bit) {
      for (let s = base; s < base + bit; s++) {
        const [a, b] = [values[s]!, values[s + bit]!];
        if (a > b) values[s + bit] = a;
        else values[s] = b;
      }
    }
  }
}
