import { BitRows } from "./bit-rows.ts";
import type { Moves } from "./moves.ts";

/** Whether a mover would make this one move. */
export type Allowed = (mover: number, from: number, to: number) => boolean;

/**
 * For every state, all states that a coalition can reach from it by a legal sequence of one or more moves, in which
 * nobody moves twice in a row: breadth-first search over pairs (state, last mover) from each state.
 *
 * @param members of the coalition, by number
 * @param allowed the single moves that may be part of a sequence; absent: all
 */
export function reachSets(moves: Moves, members: readonly number[], allowed?: Allowed): BitRows {
  const { size, exists } = moves;
  const rows = new BitRows(size);
  const arcs = listedArcs(moves, members, allowed);
  const seenAt = new Int32Array(size * members.length).fill(-1);
  const stack = new Int32Array(size * members.length + 1);
  for (let start = 0; start < size; start++) {
    if (exists !== undefined && exists[start] !== 1) continue;
    let top = 0;
    const enter = (from: number, but: number): void => {
      for (let k = 0; k < members.length; k++) {
        if (k === but) continue;
        const { begin, to } = arcs[k]!;
        for (let a = begin[from]!; a < begin[from + 1]!; a++) {
          const pair = to[a]! * members.length + k;
          if (seenAt[pair] === start) continue;
          seenAt[pair] = start;
          rows.add(start, to[a]!);
          stack[top++] = pair;
        }
      }
    };
    enter(start, -1);
    while (top > 0) {
      const pair = stack[--top]!;
      enter(Math.floor(pair / members.length), pair % members.length);
    }
  }
  return rows;
}

interface Arcs {
  begin: Int32Array;
  to: Int32Array;
}

function listedArcs(moves: Moves, members: readonly number[], allowed?: Allowed): Arcs[] {
  const { size, exists } = moves;
  const out = new Int32Array(Math.max(moves.widest, 1));
  return members.map((mover) => {
    const begin = new Int32Array(size + 1);
    const to: number[] = [];
    for (let s = 0; s < size; s++) {
      if (exists === undefined || exists[s] === 1) {
        const listed = moves.successors(mover, s, out);
        for (let m = 0; m < listed; m++) {
          if (allowed === undefined || allowed(mover, s, out[m]!)) to.push(out[m]!);
        }
      }
      begin[s + 1] = to.length;
    }
    return { begin, to: Int32Array.from(to) };
  });
}
