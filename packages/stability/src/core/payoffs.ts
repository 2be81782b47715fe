/** A decision maker's order of the states: a rank for each slot, 0 the worst, equal ranks for equally good states. */
export type Payoffs = Int32Array;

/**
 * Ranks from scores: equal scores share a rank, and ranks leave no gap. Slots without a state get −1.
 *
 * @param scores one finite number a slot, higher is better
 */
export function ranksOf(scores: Float64Array, exists?: Uint8Array): Payoffs {
  const held = exists === undefined ? scores.slice() : scores.filter((_, s) => exists[s] === 1);
  held.sort();
  let distinct = 0;
  for (let n = 0; n < held.length; n++) {
    if (n === 0 || held[n] !== held[n - 1]) held[distinct++] = held[n]!;
  }
  const ranks = new Int32Array(scores.length);
  for (let s = 0; s < scores.length; s++) {
    if (exists !== undefined && exists[s] !== 1) {
      ranks[s] = -1;
      continue;
    }
    const score = scores[s]!;
    let low = 0;
    let high = distinct - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (held[middle]! < score) low = middle + 1;
      else high = middle;
    }
    ranks[s] = low;
  }
  return ranks;
}

/** The states in ascending order of a value from 0 to size − 1 (counting sort); slots without a state are left out. */
export function ascending(values: Int32Array, exists?: Uint8Array): Int32Array {
  const size = values.length;
  const start = new Int32Array(size + 1);
  let held = 0;
  for (let s = 0; s < size; s++) {
    if (exists !== undefined && exists[s] !== 1) continue;
    start[values[s]! + 1]!++;
    held++;
  }
  for (let v = 0; v < size; v++) start[v + 1]! += start[v]!;
  const order = new Int32Array(held);
  for (let s = 0; s < size; s++) {
    if (exists !== undefined && exists[s] !== 1) continue;
    order[start[values[s]!]!++] = s;
  }
  return order;
}

/** The groups of equally good states, the most preferred first, each in the order given. */
export function rankGroups(payoffs: Payoffs, states: Iterable<number>): number[][] {
  const groups: number[][] = [];
  for (const state of states) {
    const rank = payoffs[state]!;
    while (groups.length <= rank) groups.push([]);
    groups[rank]!.push(state);
  }
  return groups.reverse();
}
