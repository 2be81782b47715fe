import type { Moves } from "./moves.ts";
import type { Step } from "./sanction.ts";

/**
 * A shortest legal sequence of a coalition from one state to another, nobody moving twice in a row; undefined when there
 * is none. Breadth-first search over pairs (state, last mover).
 */
export function legalPath(
  moves: Moves,
  members: readonly number[],
  from: number,
  to: number,
): Step[] | undefined {
  const n = moves.deciders;
  const out = new Int32Array(Math.max(moves.widest, 1));
  const START = -1;
  const cameFrom = new Map<number, number>();
  const queue: number[] = [START];
  for (let head = 0; head < queue.length; head++) {
    const pair = queue[head]!;
    const state = pair === START ? from : Math.floor(pair / n);
    for (const j of members) {
      if (pair !== START && pair % n === j) continue;
      const listed = moves.successors(j, state, out);
      for (let m = 0; m < listed; m++) {
        const next = out[m]! * n + j;
        if (cameFrom.has(next)) continue;
        cameFrom.set(next, pair);
        if (out[m] === to) {
          const steps: Step[] = [];
          for (let at = next; at !== START; at = cameFrom.get(at)!) {
            steps.push({ by: at % n, to: Math.floor(at / n) });
          }
          return steps.reverse();
        }
        queue.push(next);
      }
    }
  }
  return undefined;
}
