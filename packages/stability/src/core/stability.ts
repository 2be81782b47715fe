import { stopped } from "../messages.ts";
import type { Backward } from "./backward.ts";
import { AnyBlockBackward, ImprovingBlockBackward, ListedBackward } from "./backward.ts";
import { Blocks, smallBytes } from "./blocks.ts";
import { foldGreatest, foldLeast } from "./fold.ts";
import type { Game, Watch } from "./game.ts";
import { FLAG } from "./game.ts";
import { leastReachable } from "./least-reachable.ts";
import { OptionMoves } from "./option-moves.ts";
import { ascending } from "./payoffs.ts";

/** A computation was stopped by its caller. */
export class Stopped extends Error {
  override name = "Stopped";
}

/**
 * Bytes that `stability` allocates at most for a game of this size, its payoffs included.
 *
 * @param size slots for states
 * @param widest the most states one move can lead to
 */
export function bytesNeeded(size: number, deciders: number, widest: number): number {
  const kept = 4 + 4 + 2 * smallBytes(widest) + 8 + 1; // payoffs, order, blocks, marks of the two searches, flags
  const search = 4 + 4 + 4 * 4 + 1 + 10; // worst values, their order, four sanction numbers, open, work
  return size * (kept * deciders + search) + 4 * widest;
}

/**
 * Nash, GMR, SMR, SEQ and SSEQ stability of every state for every decision maker.
 *
 * For decision maker i and each state s1 one number per concept answers every s: the least payoff to which the
 * others can bring i from s1 (GMR), or the least it can end with after its own answer (SMR), by any legal sequence
 * or by one in which each mover improves (SEQ, SSEQ). s is stable when for each improvement s1 the number is at most
 * the payoff of s.
 *
 * References: J. Nash 1950; N. Howard, *Paradoxes of Rationality*, 1971 (GMR, SMR); N. Fraser & K. Hipel, *Conflict
 * Analysis*, 1984 (SEQ); L. Fang, K. Hipel, D.M. Kilgour, *Interactive Decision Making*, 1993 (n decision makers);
 * A. Rêgo & G. Vieira, *Group Decision and Negotiation* 26, 2017 (SSEQ).
 *
 * @param only decision makers to judge for, so that threads can share them; default all
 * @returns per decision maker of `only`, per slot, the sum of `FLAG`s under which it is stable; 0 where no state is
 */
export function stability(game: Game, watch: Watch = {}, only?: readonly number[]): Uint8Array[] {
  const { moves, payoffs } = game;
  const orders = payoffs.map((p) => ascending(p, moves.exists));
  const blocks = payoffs.map((p, k) =>
    moves instanceof OptionMoves && moves.isReversible(k) ? new Blocks(moves, k, p, orders[k]!) : undefined,
  );
  const improving: Backward[] = payoffs.map((p, k) => {
    const own = blocks[k];
    return own === undefined ? new ListedBackward(moves, k, p) : new ImprovingBlockBackward(own);
  });
  // When nothing is infeasible or one-way, folds replace the searches over any moves.
  const cube =
    moves instanceof OptionMoves && moves.exists === undefined && blocks.every((b) => b !== undefined)
      ? moves
      : undefined;
  const any: Backward[] =
    cube !== undefined
      ? []
      : payoffs.map((_, k) => {
          const own = blocks[k];
          return own === undefined ? new ListedBackward(moves, k, undefined) : new AnyBlockBackward(own);
        });

  const asked = only ?? payoffs.map((_, i) => i);
  const steps = 4 * asked.length;
  let step = 0;
  const search = (order: Int32Array, value: Int32Array, members: readonly Backward[]): Int32Array => {
    const found = leastReachable(order, value, members, moves.widest, (done) => {
      if (watch.shouldStop?.() === true) throw new Stopped(stopped());
      watch.progress?.((step + done / Math.max(order.length, 1)) / steps);
    });
    step++;
    return found;
  };

  const flags: Uint8Array[] = [];
  for (const i of asked) {
    const own = payoffs[i]!;
    const order = orders[i]!;
    const after = afterOwnAnswer(game, i);
    const afterOrder = ascending(after, moves.exists);
    const others = (all: readonly Backward[]): Backward[] => all.filter((_, k) => k !== i);
    const gmr = cube === undefined ? search(order, own, others(any)) : folded(own, cube, i);
    const smr = cube === undefined ? search(afterOrder, after, others(any)) : folded(after, cube, i);
    if (cube !== undefined) step += 2;
    const seq = search(order, own, others(improving));
    const sseq = search(afterOrder, after, others(improving));
    const block = blocks[i];
    flags.push(
      block === undefined
        ? judgeByMoves(game, i, [gmr, smr, seq, sseq])
        : judgeByBlocks(moves.size, block, own, [gmr, smr, seq, sseq]),
    );
  }
  watch.progress?.(1);
  return flags;
}

/** The best that i has in each state: staying there, or its best move from it. */
function afterOwnAnswer(game: Game, i: number): Int32Array {
  const { moves } = game;
  const own = game.payoffs[i]!;
  const best = own.slice();
  if (moves instanceof OptionMoves && moves.exists === undefined && moves.isReversible(i)) {
    foldGreatest(best, moves.own[i]!);
    return best;
  }
  const out = new Int32Array(Math.max(moves.widest, 1));
  for (let s = 0; s < moves.size; s++) {
    if (moves.exists !== undefined && moves.exists[s] !== 1) continue;
    const listed = moves.successors(i, s, out);
    for (let m = 0; m < listed; m++) best[s] = Math.max(best[s]!, own[out[m]!]!);
  }
  return best;
}

function folded(value: Int32Array, cube: OptionMoves, i: number): Int32Array {
  const least = value.slice();
  foldLeast(least, (cube.size - 1) & ~cube.own[i]!);
  return least;
}

type Numbers = readonly [Int32Array, Int32Array, Int32Array, Int32Array];

function judgeByMoves(game: Game, i: number, [gmr, smr, seq, sseq]: Numbers): Uint8Array {
  const { moves } = game;
  const own = game.payoffs[i]!;
  const flags = new Uint8Array(moves.size);
  const out = new Int32Array(Math.max(moves.widest, 1));
  for (let s = 0; s < moves.size; s++) {
    if (moves.exists !== undefined && moves.exists[s] !== 1) continue;
    const p = own[s]!;
    let flag: number = FLAG.nash | FLAG.gmr | FLAG.smr | FLAG.seq | FLAG.sseq;
    const listed = moves.successors(i, s, out);
    for (let m = 0; m < listed && flag !== 0; m++) {
      const s1 = out[m]!;
      if (own[s1]! <= p) continue;
      flag &= ~FLAG.nash;
      if (gmr[s1]! > p) flag &= ~FLAG.gmr;
      if (smr[s1]! > p) flag &= ~FLAG.smr;
      if (seq[s1]! > p) flag &= ~FLAG.seq;
      if (sseq[s1]! > p) flag &= ~FLAG.sseq;
    }
    flags[s] = flag;
  }
  return flags;
}

/** As `judgeByMoves`, in one pass down each block: the greatest number of all better states decides. */
function judgeByBlocks(
  size: number,
  blocks: Blocks,
  own: Int32Array,
  [gmr, smr, seq, sseq]: Numbers,
): Uint8Array {
  const flags = new Uint8Array(size);
  const { sorted, held, room, count, bits, others } = blocks;
  for (let block = 0, rest = 0; block < count; block++, rest = (rest - others) & others) {
    const base = block * room;
    let [g, m, q, z] = [-1, -1, -1, -1];
    let place = base + held[block]! - 1;
    const top = place;
    while (place >= base) {
      const p = own[rest | bits[sorted[place]!]!]!;
      const flag =
        (place === top ? FLAG.nash : 0) |
        (g <= p ? FLAG.gmr : 0) |
        (m <= p ? FLAG.smr : 0) |
        (q <= p ? FLAG.seq : 0) |
        (z <= p ? FLAG.sseq : 0);
      let [g2, m2, q2, z2] = [g, m, q, z];
      // States of one rank do not tempt each other: their numbers count only below them.
      while (place >= base) {
        const s = rest | bits[sorted[place]!]!;
        if (own[s] !== p) break;
        place--;
        flags[s] = flag;
        if (gmr[s]! > g2) g2 = gmr[s]!;
        if (smr[s]! > m2) m2 = smr[s]!;
        if (seq[s]! > q2) q2 = seq[s]!;
        if (sseq[s]! > z2) z2 = sseq[s]!;
      }
      [g, m, q, z] = [g2, m2, q2, z2];
    }
  }
  return flags;
}
