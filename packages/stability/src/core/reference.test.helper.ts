import type { Game } from "./game.ts";
import { FLAG } from "./game.ts";

/*
 * The definitions, word for word and slowly: sets, paths and quantifiers as printed in docs/methods/stability.md.
 * Nothing here is shared with the engine but the lists of single moves.
 */

/** R_i(s), optionally improvements only. */
function reach(game: Game, i: number, s: number, improving: boolean): number[] {
  const out = new Int32Array(game.moves.widest + 1);
  const n = game.moves.successors(i, s, out);
  const p = game.payoffs[i]!;
  return [...out.subarray(0, n)].filter((q) => !improving || p[q]! > p[s]!);
}

/** R_H(s) or R_H+(s): all ends of legal sequences of one or more moves, by fixpoint over (state, last mover). */
export function literalReach(game: Game, coalition: number[], s: number, improving: boolean): Set<number> {
  const pairs = new Set<string>();
  let frontier: [number, number][] = [[s, -1]];
  while (frontier.length > 0) {
    const next: [number, number][] = [];
    for (const [u, last] of frontier) {
      for (const j of coalition) {
        if (j === last) continue;
        for (const q of reach(game, j, u, improving)) {
          const key = `${q} ${j}`;
          if (!pairs.has(key)) {
            pairs.add(key);
            next.push([q, j]);
          }
        }
      }
    }
    frontier = next;
  }
  return new Set([...pairs].map((key) => Number(key.split(" ")[0])));
}

export function literalStability(game: Game): Uint8Array[] {
  const { moves, payoffs } = game;
  const deciders = payoffs.map((_, i) => i);
  return deciders.map((i) => {
    const p = payoffs[i]!;
    const others = deciders.filter((j) => j !== i);
    const flags = new Uint8Array(moves.size);
    for (let s = 0; s < moves.size; s++) {
      if (moves.exists !== undefined && moves.exists[s] !== 1) continue;
      const improvements = reach(game, i, s, true);
      const hurts = (s2: number): boolean => p[s2]! <= p[s]!;
      const holds = (s2: number): boolean => hurts(s2) && reach(game, i, s2, false).every(hurts);
      const every = (improving: boolean, test: (s2: number) => boolean): boolean =>
        improvements.every((s1) => [...literalReach(game, others, s1, improving)].some(test));
      flags[s] =
        (improvements.length === 0 ? FLAG.nash : 0) |
        (every(false, hurts) ? FLAG.gmr : 0) |
        (every(false, holds) ? FLAG.smr : 0) |
        (every(true, hurts) ? FLAG.seq : 0) |
        (every(true, holds) ? FLAG.sseq : 0);
    }
    return flags;
  });
}
