import type { GraphModel } from "./model.ts";
import type { View } from "./views.ts";

/** A move that a decision maker does not see coming. */
export interface Surprise {
  /** Who is surprised. */
  who: string;
  state: string;
  by: string;
  to: string;
  /** Whether the mover gains by it. */
  mover: "better" | "no better";
  /** What it does to who is surprised, by its true order. */
  effect: "worse" | "no worse";
}

/**
 * Moves in the true game that somebody's picture of it does not hold: the two states look the same to it, one looks like no
 * state it knows, or it takes the move for impossible.
 *
 * Reference: the strategic surprise of hypergames: M. Wang, K. Hipel, N. Fraser, *Behavioral Science* 33, 1988.
 *
 * @param only states to look at; absent: all
 */
export function surprises(truth: GraphModel, views: readonly View[], only?: readonly string[]): Surprise[] {
  const { states, game, decisionMakers } = truth;
  const found: Surprise[] = [];
  const out = new Int32Array(Math.max(game.moves.widest, 1));
  for (const { of, model, image } of views) {
    const who = decisionMakers.indexOf(of);
    const seen = (slot: number): number | undefined => {
      const id = states.id(slot);
      const looksLike = image === undefined ? id : image(id);
      return looksLike === undefined ? undefined : model.states.slotOf(looksLike);
    };
    const known = new Int32Array(Math.max(model.game.moves.widest, 1));
    const own = game.payoffs[who]!;
    for (const s of states.slots) {
      if (only !== undefined && !only.includes(states.id(s))) continue;
      const from = seen(s);
      for (const [j, by] of decisionMakers.entries()) {
        if (j === who) continue;
        const listed = game.moves.successors(j, s, out);
        const expects = from === undefined ? 0 : model.game.moves.successors(j, from, known);
        for (let m = 0; m < listed; m++) {
          const q = out[m]!;
          const to = seen(q);
          if (to !== undefined && known.subarray(0, expects).includes(to)) continue;
          found.push({
            who: of,
            state: states.id(s),
            by,
            to: states.id(q),
            mover: game.payoffs[j]![q]! > game.payoffs[j]![s]! ? "better" : "no better",
            effect: own[q]! < own[s]! ? "worse" : "no worse",
          });
        }
      }
    }
  }
  return found;
}
