import type { OptionMoves } from "./option-moves.ts";
import type { Payoffs } from "./payoffs.ts";

/** Gathers the bits of a mask into the low bits of a number, by two tables of half the width each. */
export class BitGather {
  readonly low: Int32Array;
  readonly high: Int32Array;
  readonly half: number;

  constructor(mask: number, width: number) {
    this.half = width >> 1;
    this.low = gatherTable(mask, 0, this.half, 0);
    const taken = countBits(mask & ((1 << this.half) - 1));
    this.high = gatherTable(mask, this.half, width - this.half, taken);
  }

  of(state: number): number {
    return this.low[state & ((1 << this.half) - 1)]! | this.high[state >>> this.half]!;
  }
}

function countBits(word: number): number {
  let n = 0;
  for (let rest = word; rest !== 0; rest &= rest - 1) n++;
  return n;
}

function gatherTable(mask: number, from: number, width: number, firstBit: number): Int32Array {
  const table = new Int32Array(2 ** width);
  for (let value = 0; value < table.length; value++) {
    let bit = firstBit;
    let gathered = 0;
    for (let k = 0; k < width; k++) {
      if (((mask >>> (from + k)) & 1) === 0) continue;
      gathered |= ((value >>> k) & 1) << bit;
      bit++;
    }
    table[value] = gathered;
  }
  return table;
}

/** Small numbers in as few bytes as they need. */
export type Small = Uint8Array | Uint16Array | Uint32Array;

/** Bytes of one number below `bound`. */
export function smallBytes(bound: number): number {
  return bound <= 2 ** 8 ? 1 : bound <= 2 ** 16 ? 2 : 4;
}

/** Room for so many numbers below `bound`. */
export function smalls(length: number, bound: number): Small {
  const bytes = smallBytes(bound);
  return bytes === 1
    ? new Uint8Array(length)
    : bytes === 2
      ? new Uint16Array(length)
      : new Uint32Array(length);
}

/**
 * The blocks of a decision maker whose options are all reversible: sets of states that differ in its own options
 * only, so that it can move between any two of a block. Each block is held sorted by its own payoff. Within a block a
 * state is named by the setting of those options, which takes a byte or two, so that more of a search stays in cache.
 */
export class Blocks {
  /** States a block has room for: 2^(own options). */
  readonly room: number;
  /** How many blocks there are. */
  readonly count: number;
  /** Bits of the others' options. */
  readonly others: number;
  /** Block b holds settings `sorted[b·room]` … ascending by payoff; only the first `held[b]` places are used. */
  readonly sorted: Small;
  readonly held: Int32Array;
  /** How many states of its block a state is strictly better than, by the decision maker's own payoffs. */
  readonly below: Small;
  /** The option bits of each setting. */
  readonly bits: Int32Array;
  /** The block of each state, by its option bits. */
  readonly gather: BitGather;

  /** @param order all states, ascending by the decision maker's payoffs */
  constructor(moves: OptionMoves, decider: number, payoffs: Payoffs, order: Int32Array) {
    const own = moves.own[decider]!;
    this.room = moves.ownStates(decider);
    this.count = moves.size / this.room;
    this.others = (moves.size - 1) & ~own;
    this.gather = new BitGather(this.others, moves.options);
    this.bits = new Int32Array(this.room);
    for (let n = 1, sub = 0; n < this.room; n++) {
      sub = (sub - own) & own;
      this.bits[n] = sub;
    }
    const setting = new BitGather(own, moves.options);
    this.sorted = smalls(moves.size, this.room);
    this.held = new Int32Array(this.count);
    this.below = smalls(moves.size, this.room);
    const last = new Int32Array(this.count);
    for (const state of order) {
      const block = this.gather.of(state);
      const place = this.held[block]!++;
      this.sorted[block * this.room + place] = setting.of(state);
      const before = place > 0 ? last[block]! : -1;
      this.below[state] = before >= 0 && payoffs[before] === payoffs[state] ? this.below[before]! : place;
      last[block] = state;
    }
  }

  /** The block a state is in. */
  of(state: number): number {
    return this.gather.of(state);
  }
}
