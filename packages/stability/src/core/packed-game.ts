import { ArcMoves } from "./arc-moves.ts";
import type { Game } from "./game.ts";
import { type Change, OptionMoves } from "./option-moves.ts";

/** A game as plain data in shared memory, to be sent to another thread without being copied. */
export interface PackedGame {
  payoffs: Int32Array[];
  options?: { deciders: number; owner: number[]; change: Change[]; exists: Uint8Array | undefined };
  /** Per decision maker, ends of its moves: `from`, `to`, `from`, … */
  arcs?: { size: number; ends: Int32Array[] };
}

function shared(values: Int32Array): Int32Array {
  if (values.buffer instanceof SharedArrayBuffer) return values;
  const copy = new Int32Array(new SharedArrayBuffer(values.byteLength));
  copy.set(values);
  return copy;
}

/** Pack a game for other threads. */
export function packGame({ moves, payoffs }: Game): PackedGame {
  const packed: PackedGame = { payoffs: payoffs.map(shared) };
  if (moves instanceof OptionMoves) {
    const { deciders, owner, change } = moves.shape();
    let { exists } = moves;
    if (exists !== undefined) {
      const copy = new Uint8Array(new SharedArrayBuffer(exists.length));
      copy.set(exists);
      exists = copy;
    }
    return { ...packed, options: { deciders, owner: [...owner], change: [...change], exists } };
  }
  const out = new Int32Array(Math.max(moves.widest, 1));
  const ends = payoffs.map((_, k) => {
    let count = 0;
    for (let s = 0; s < moves.size; s++) count += moves.successors(k, s, out);
    const own = new Int32Array(new SharedArrayBuffer(8 * count));
    let at = 0;
    for (let s = 0; s < moves.size; s++) {
      const listed = moves.successors(k, s, out);
      for (let m = 0; m < listed; m++) {
        own[at++] = s;
        own[at++] = out[m]!;
      }
    }
    return own;
  });
  return { ...packed, arcs: { size: moves.size, ends } };
}

/** The game of a packed one. */
export function unpackGame({ payoffs, options, arcs }: PackedGame): Game {
  if (options !== undefined) {
    const { deciders, owner, change, exists } = options;
    return { moves: new OptionMoves(deciders, owner, change, exists), payoffs };
  }
  return { moves: ArcMoves.fromEnds(arcs!.size, arcs!.ends), payoffs };
}
