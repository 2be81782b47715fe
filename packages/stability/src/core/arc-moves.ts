import type { Moves } from "./moves.ts";

interface Rows {
  start: Int32Array;
  to: Int32Array;
}

/** Sort arcs into rows by one of their ends: 0 the first, 1 the second. */
function rowsOf(size: number, ends: Int32Array, by: 0 | 1): Rows {
  const start = new Int32Array(size + 1);
  for (let n = by; n < ends.length; n += 2) start[ends[n]! + 1]!++;
  for (let s = 0; s < size; s++) start[s + 1]! += start[s]!;
  const next = start.slice();
  const to = new Int32Array(ends.length / 2);
  for (let n = 0; n < ends.length; n += 2) to[next[ends[n + by]!]!++] = ends[n + 1 - by]!;
  return { start, to };
}

/** Moves of a general graph: arcs are listed one by one, need not be reversible and need not be transitive. */
export class ArcMoves implements Moves {
  readonly size: number;
  readonly deciders: number;
  readonly exists: undefined = undefined;
  readonly widest: number;
  readonly arcs: number;
  readonly #out: Rows[] = [];
  readonly #in: Rows[] = [];

  private constructor(size: number, ends: readonly Int32Array[]) {
    this.size = size;
    this.deciders = ends.length;
    let widest = 0;
    let count = 0;
    for (const own of ends) {
      const [out, back] = [rowsOf(size, own, 0), rowsOf(size, own, 1)];
      this.#out.push(out);
      this.#in.push(back);
      count += own.length / 2;
      for (let s = 0; s < size; s++) {
        widest = Math.max(widest, out.start[s + 1]! - out.start[s]!, back.start[s + 1]! - back.start[s]!);
      }
    }
    this.widest = widest;
    this.arcs = count;
  }

  /** @param ends per decision maker `from`, `to`, `from`, `to`, …: no move twice and none from a state to itself */
  static fromEnds(size: number, ends: readonly Int32Array[]): ArcMoves {
    return new ArcMoves(size, ends);
  }

  /** @param arcs per decision maker, pairs of states without repeats and without a state's move to itself */
  static fromPairs(size: number, arcs: readonly (readonly (readonly [number, number])[])[]): ArcMoves {
    return new ArcMoves(
      size,
      arcs.map((own) => {
        const ends = new Int32Array(2 * own.length);
        for (const [n, [from, to]] of own.entries()) {
          ends[2 * n] = from;
          ends[2 * n + 1] = to;
        }
        return ends;
      }),
    );
  }

  successors(decider: number, state: number, out: Int32Array): number {
    return copyRow(this.#out[decider]!, state, out);
  }

  predecessors(decider: number, state: number, out: Int32Array): number {
    return copyRow(this.#in[decider]!, state, out);
  }
}

function copyRow(rows: Rows, state: number, out: Int32Array): number {
  const from = rows.start[state]!;
  const n = rows.start[state + 1]! - from;
  for (let i = 0; i < n; i++) out[i] = rows.to[from + i]!;
  return n;
}
