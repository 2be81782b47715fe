import type { Concept, Game } from "./game.ts";

/** One step of a sequence: who moves, and to which state. */
export interface Step {
  by: number;
  to: number;
}

/** What the others can do about one improvement. */
export interface Answer {
  /** The improvement of the decision maker looked at. */
  to: number;
  /** The shortest legal sequence to a sanction; undefined when there is none. */
  sanction?: Step[];
  /**
   * Where there is none under SMR or SSEQ: a sequence that would hurt, and the state to which the decision maker
   * escapes from its end.
   */
  escaped?: { path: Step[]; to: number };
}

/**
 * Each improvement of a decision maker from a state, with the shortest sanction under a concept or its absence. Searched
 * forward from each improvement, breadth first over pairs (state, last mover).
 *
 * @returns empty when there is no improvement: the state is Nash stable
 */
export function answersTo(game: Game, state: number, decider: number, concept: Concept): Answer[] {
  const { moves } = game;
  const own = game.payoffs[decider]!;
  const out = new Int32Array(Math.max(moves.widest, 1));
  const listed = moves.successors(decider, state, out);
  const improvements = [...out.subarray(0, listed)].filter((s1) => own[s1]! > own[state]!);
  improvements.sort((a, b) => own[b]! - own[a]! || a - b);
  return improvements.map((to) => answer(game, state, to, decider, concept));
}

function answer(game: Game, state: number, to: number, decider: number, concept: Concept): Answer {
  // Nash looks no further than the improvement.
  if (concept === "nash") return { to };
  const { moves, payoffs } = game;
  const n = moves.deciders;
  const own = payoffs[decider]!;
  const improving = concept === "seq" || concept === "sseq";
  const final = concept === "smr" || concept === "sseq";
  const out = new Int32Array(Math.max(moves.widest, 1));
  const replies = new Int32Array(Math.max(moves.widest, 1));
  // Pair (s, j) is numbered s·n + j; the start has no last mover.
  const START = -1;
  const cameFrom = new Map<number, number>();
  const queue: number[] = [START];
  let escaped: Answer["escaped"];
  for (let head = 0; head < queue.length; head++) {
    const pair = queue[head]!;
    const u = pair === START ? to : Math.floor(pair / n);
    const last = pair === START ? -1 : pair % n;
    for (let j = 0; j < n; j++) {
      if (j === decider || j === last) continue;
      const p = payoffs[j]!;
      const count = moves.successors(j, u, out);
      for (let m = 0; m < count; m++) {
        const s2 = out[m]!;
        const next = s2 * n + j;
        if ((improving && p[s2]! <= p[u]!) || cameFrom.has(next)) continue;
        cameFrom.set(next, pair);
        queue.push(next);
        if (own[s2]! > own[state]!) continue;
        const better = final ? escapeFrom(s2) : undefined;
        if (better === undefined) return { to, sanction: pathTo(next) };
        escaped ??= { path: pathTo(next), to: better };
      }
    }
  }
  return escaped === undefined ? { to } : { to, escaped };

  /** The best state that the decision maker reaches from s2, if it is better than the state it started from. */
  function escapeFrom(s2: number): number | undefined {
    const count = moves.successors(decider, s2, replies);
    let best: number | undefined;
    for (let m = 0; m < count; m++) {
      const s3 = replies[m]!;
      if (own[s3]! > own[state]! && (best === undefined || own[s3]! > own[best]!)) best = s3;
    }
    return best;
  }

  function pathTo(pair: number): Step[] {
    const steps: Step[] = [];
    for (let at = pair; at !== START; at = cameFrom.get(at)!) {
      steps.push({ by: at % n, to: Math.floor(at / n) });
    }
    return steps.reverse();
  }
}
