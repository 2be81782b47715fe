import { horizonNeedsTwo, stopped } from "../messages.ts";
import type { Game, Watch } from "./game.ts";
import { Stopped } from "./stability.ts";

/** Horizons tried before non-myopic stability is given up as undecided, unless told otherwise. */
export const HORIZON_LIMIT: number = 10_000;

/** Where play from each state is expected to end, as both see it, when one of them moves first. */
class Expected {
  /** Per first mover, per slot, the payoff of the end to the mover and to the other. */
  readonly mine: [Int32Array, Int32Array];
  readonly theirs: [Int32Array, Int32Array];
  /** 1 where the first mover stays. */
  readonly stays: [Uint8Array, Uint8Array];

  constructor(size: number) {
    this.mine = [new Int32Array(size), new Int32Array(size)];
    this.theirs = [new Int32Array(size), new Int32Array(size)];
    this.stays = [new Uint8Array(size), new Uint8Array(size)];
  }
}

/** Horizon 0: nobody moves. */
function still({ moves, payoffs }: Game): Expected {
  const start = new Expected(moves.size);
  for (const i of [0, 1] as const) {
    start.mine[i].set(payoffs[i]!);
    start.theirs[i].set(payoffs[1 - i]!);
    start.stays[i].fill(1);
  }
  return start;
}

/** One move more: the first mover stays, which ends play, or moves and the other goes on with one move less. */
function further(game: Game, before: Expected): Expected {
  const { moves, payoffs } = game;
  const next = new Expected(moves.size);
  const out = new Int32Array(Math.max(moves.widest, 1));
  for (const i of [0, 1] as const) {
    const j = i === 0 ? 1 : 0;
    const [own, other] = [payoffs[i]!, payoffs[j]!];
    for (let s = 0; s < moves.size; s++) {
      if (moves.exists !== undefined && moves.exists[s] !== 1) continue;
      let [best, its, stays] = [own[s]!, other[s]!, 1];
      const listed = moves.successors(i, s, out);
      for (let m = 0; m < listed; m++) {
        const to = out[m]!;
        const [mine, theirs] = [before.theirs[j][to]!, before.mine[j][to]!];
        if (mine > best || (stays === 0 && mine === best && theirs < its)) {
          [best, its, stays] = [mine, theirs, 0];
        }
      }
      next.mine[i][s] = best;
      next.theirs[i][s] = its;
      next.stays[i][s] = stays;
    }
  }
  return next;
}

/**
 * Limited-move stability L_h of two decision makers: a state is stable for i when, looking h moves ahead with both in
 * turn doing the best for themselves, i stays. Whoever stays ends play. Ties: i stays unless it expects strictly more; among
 * moves from which it expects the same, it counts on the end that is worst for the other, so that nothing hangs
 * on the order in which states are listed.
 *
 * References: F. Zagare, 1984; D.M. Kilgour, *Theory and Decision* 16, 1984; L. Fang, K. Hipel, D.M. Kilgour, Wiley, 1993, ch. 3.
 *
 * @param horizon moves looked ahead, 1 or more; L_1 is Nash stability
 * @returns per decision maker, per slot, 1 where it is stable
 * @throws RangeError unless there are two decision makers
 */
export function limitedMove(game: Game, horizon: number, watch: Watch = {}): [Uint8Array, Uint8Array] {
  if (game.moves.deciders !== 2) throw new RangeError(horizonNeedsTwo(game.moves.deciders));
  let expected = still(game);
  for (let h = 0; h < horizon; h++) {
    if (watch.shouldStop?.() === true) throw new Stopped(stopped());
    expected = further(game, expected);
    watch.progress?.((h + 1) / horizon);
  }
  return blankMissing(game, expected.stays);
}

function blankMissing({ moves }: Game, stays: [Uint8Array, Uint8Array]): [Uint8Array, Uint8Array] {
  const { exists } = moves;
  if (exists !== undefined)
    for (const own of stays) for (let s = 0; s < own.length; s++) own[s]! &= exists[s]!;
  return stays;
}

/** Non-myopic stability, and from where on it is known. */
export interface NonMyopic {
  /** Per decision maker, per slot, 1 where it stays at every horizon from some horizon on. */
  stable: [Uint8Array, Uint8Array];
  /** The expectations repeat from this horizon on, every `period` horizons. */
  from: number;
  period: number;
}

/**
 * Non-myopic stability: L_h stable for every h from some horizon on. Expectations at a horizon follow from those at the one
 * before; once they repeat, all further ones are known, so the answer is proved.
 *
 * @returns undefined when expectations have not repeated within `limit` horizons: then nothing is known
 * @throws RangeError unless there are two decision makers
 */
export function nonMyopic(
  game: Game,
  watch: Watch = {},
  limit: number = HORIZON_LIMIT,
): NonMyopic | undefined {
  if (game.moves.deciders !== 2) throw new RangeError(horizonNeedsTwo(game.moves.deciders));
  // Brent's search for the cycle holds two expectations at a time.
  let power = 1;
  let period = 0;
  let held = still(game);
  let expected = held;
  let h = 0;
  do {
    if (watch.shouldStop?.() === true) throw new Stopped(stopped());
    if (h++ >= limit) return undefined;
    if (period === power) {
      [held, power, period] = [expected, power * 2, 0];
    }
    expected = further(game, expected);
    period++;
  } while (!same(held, expected));
  const stable: [Uint8Array, Uint8Array] = [
    new Uint8Array(game.moves.size).fill(1),
    new Uint8Array(game.moves.size).fill(1),
  ];
  for (let k = 0; k < period; k++) {
    expected = further(game, expected);
    for (const i of [0, 1] as const) {
      for (let s = 0; s < stable[i].length; s++) stable[i][s]! &= expected.stays[i][s]!;
    }
  }
  watch.progress?.(1);
  return { stable: blankMissing(game, stable), from: h - period, period };
}

function same(a: Expected, b: Expected): boolean {
  for (const i of [0, 1] as const) {
    for (let s = 0; s < a.mine[i].length; s++) {
      if (a.mine[i][s] !== b.mine[i][s] || a.theirs[i][s] !== b.theirs[i][s]) return false;
    }
  }
  return true;
}
