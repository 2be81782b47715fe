import type { Moves } from "./moves.ts";

interface Rows {
  start: Int32Array;
  to: Int32Array;
}

/** Sort arcs into rows by their first end. */
function rowsOf(size: number, from: readonly number[], to: readonly number[]): Rows {
  const start = new Int32Array(size + 1);
  for (const s of from) start[s + 1]!++;
  for (let s = 0; s < size; s++) start[s + 1]! += start[s]!;
  const next = start.slice();
  const ends = new Int32Array(from.length);
  for (const [n, s] of from.entries()) ends[next[s]!++] = to[n]!;
  return { start, to: ends };
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

  /** @param arcs per decision maker, pairs of states without repeats and without a state's move to itself */
  constructor(size: number, arcs: readonly (readonly (readonly [number, number])[])[]) {
    this.size = size;
    this.deciders = arcs.length;
    let widest = 0;
    let count = 0;
    for (const own of arcs) {
      const from = own.map(([s]) => s);
      const to = own.map(([, t]) => t);
      const [out, back] = [rowsOf(size, from, to), rowsOf(size, to, from)];
      this.#out.push(out);
      this.#in.push(back);
      count += own.length;
      for (let s = 0; s < size; s++) {
        widest = Math.max(widest, out.start[s + 1]! - out.start[s]!, back.start[s + 1]! - back.start[s]!);
      }
    }
    this.widest = widest;
    this.arcs = count;
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
