import { simTooLong, stopped } from "../messages.ts";
import type { Game, Watch } from "./game.ts";
import { FLAG } from "./game.ts";
import type { OptionMoves } from "./option-moves.ts";
import { Stopped } from "./stability.ts";

/** Joint moves that SIM compares at most unless told otherwise. */
export const SIM_LIMIT: number = 2e8;

/**
 * Simultaneous stability: s is stable for i when each improvement s1 of i can be sanctioned by the others choosing, at the
 * same time and each for itself, an improvement from s or staying, so that all choices together give a feasible
 * state not better for i than s. Option form only: choices are combined by their options.
 *
 * Reference: N. Fraser & K. Hipel, *Conflict Analysis: Models and Resolutions*, 1984, with the quantifier over all
 * improvements of i, each answered by a choice of its own.
 *
 * @returns per decision maker, per slot, `FLAG.sim` where it is stable
 * @throws RangeError when more than `limit` joint moves would have to be compared
 */
export function simStability(
  moves: OptionMoves,
  { payoffs }: Game,
  watch: Watch = {},
  limit: number = SIM_LIMIT,
): Uint8Array[] {
  const n = payoffs.length;
  const out = new Int32Array(moves.widest);
  const flags = payoffs.map(() => new Uint8Array(moves.size));
  let compared = 0;
  for (let s = 0; s < moves.size; s++) {
    if (moves.exists !== undefined && moves.exists[s] !== 1) continue;
    if ((s & 0xff) === 0) {
      if (watch.shouldStop?.() === true) throw new Stopped(stopped());
      watch.progress?.(s / moves.size);
    }
    // Each decision maker's improvements from s, as the settings of its own options.
    const better = payoffs.map((p, k) => {
      const listed = moves.successors(k, s, out);
      const own = moves.own[k]!;
      const settings: number[] = [];
      for (let m = 0; m < listed; m++) if (p[out[m]!]! > p[s]!) settings.push(out[m]! & own);
      return settings;
    });
    for (let i = 0; i < n; i++) {
      let joint = [s & ~moves.own[i]!];
      for (let j = 0; j < n; j++) {
        if (j === i || better[j]!.length === 0) continue;
        const own = moves.own[j]!;
        const size = joint.length * (better[j]!.length + 1) * Math.max(better[i]!.length, 1);
        if (compared + size > limit) throw new RangeError(simTooLong(compared + size, limit));
        joint = joint.flatMap((state) => [state, ...better[j]!.map((setting) => (state & ~own) | setting)]);
      }
      compared += joint.length * better[i]!.length;
      const p = payoffs[i]!;
      const stable = better[i]!.every((setting) =>
        joint.some((others) => {
          const s2 = others | setting;
          return (moves.exists === undefined || moves.exists[s2] === 1) && p[s2]! <= p[s]!;
        }),
      );
      if (stable) flags[i]![s] = FLAG.sim;
    }
  }
  return flags;
}
