import { stopped } from "../messages.ts";
import type { Game, Watch } from "./game.ts";
import type { Step } from "./sanction.ts";
import { Stopped } from "./stability.ts";

/** What can be reached from a state, in how many moves. */
export interface Reach {
  /** Per slot the least number of moves; −1 where it cannot be reached, 0 at the start. */
  moves: Int32Array;
  /** A shortest sequence to a slot; undefined where it cannot be reached. */
  pathTo(slot: number): Step[] | undefined;
}

/**
 * Breadth-first search from the status quo over pairs (state, last mover), by all decision makers, in which nobody moves
 * twice in a row.
 *
 * Reference: K. Li, D.M. Kilgour, K. Hipel, Journal of the Operational Research Society 56, 2005 (status quo analysis).
 *
 * @param improving whether each mover must improve for itself
 */
export function reachFrom(game: Game, start: number, improving: boolean, watch: Watch = {}): Reach {
  const { moves, payoffs } = game;
  const n = moves.deciders;
  const distance = new Int32Array(moves.size).fill(-1);
  const out = new Int32Array(Math.max(moves.widest, 1));
  const START = -1;
  const cameFrom = new Map<number, number>();
  const first = new Map<number, number>();
  const queue: [pair: number, length: number][] = [[START, 0]];
  distance[start] = 0;
  for (let head = 0; head < queue.length; head++) {
    if ((head & 0xfff) === 0 && watch.shouldStop?.() === true) throw new Stopped(stopped());
    const [pair, length] = queue[head]!;
    const u = pair === START ? start : Math.floor(pair / n);
    const last = pair === START ? -1 : pair % n;
    for (let j = 0; j < n; j++) {
      if (j === last) continue;
      const p = payoffs[j]!;
      const count = moves.successors(j, u, out);
      for (let m = 0; m < count; m++) {
        const to = out[m]!;
        const next = to * n + j;
        if ((improving && p[to]! <= p[u]!) || cameFrom.has(next)) continue;
        cameFrom.set(next, pair);
        queue.push([next, length + 1]);
        if (distance[to] === -1) {
          distance[to] = length + 1;
          first.set(to, next);
        }
      }
    }
  }
  return {
    moves: distance,
    pathTo: (slot) => {
      if (distance[slot] === -1) return undefined;
      const steps: Step[] = [];
      for (let at = slot === start ? START : first.get(slot)!; at !== START; at = cameFrom.get(at)!) {
        steps.push({ by: at % n, to: Math.floor(at / n) });
      }
      return steps.reverse();
    },
  };
}
