import { type Blocks, type Small, smalls } from "./blocks.ts";
import type { Moves } from "./moves.ts";
import type { Payoffs } from "./payoffs.ts";

/**
 * One decision maker's last steps in a search backwards: `enter(u)` lists the states from which it can move to u
 * and that it has not listed before since `reset`.
 */
export interface Backward {
  reset(): void;
  enter(state: number, out: Int32Array): number;
}

/** Backward steps along any moves of `decider`, or along its improvements only when `payoffs` is given. */
export class ListedBackward implements Backward {
  readonly #moves: Moves;
  readonly #decider: number;
  readonly #payoffs: Payoffs | undefined;
  readonly #seen: Uint8Array;

  constructor(moves: Moves, decider: number, payoffs: Payoffs | undefined) {
    this.#moves = moves;
    this.#decider = decider;
    this.#payoffs = payoffs;
    this.#seen = new Uint8Array(moves.size);
  }

  reset(): void {
    this.#seen.fill(0);
  }

  enter(state: number, out: Int32Array): number {
    const listed = this.#moves.predecessors(this.#decider, state, out);
    const payoffs = this.#payoffs;
    const seen = this.#seen;
    let n = 0;
    for (let i = 0; i < listed; i++) {
      const from = out[i]!;
      if (seen[from] === 1 || (payoffs !== undefined && payoffs[from]! >= payoffs[state]!)) continue;
      seen[from] = 1;
      out[n++] = from;
    }
    return n;
  }
}

/**
 * Improvements within blocks. A state reached marks all of its block ranked below it; a high-water mark per block
 * sees to it that each state is listed once.
 */
export class ImprovingBlockBackward implements Backward {
  readonly #marks: Small;
  // What a block holds is read so often that the way to it is kept short.
  readonly #low: Int32Array;
  readonly #high: Int32Array;
  readonly #half: number;
  readonly #lowMask: number;
  readonly #below: Small;
  readonly #sorted: Small;
  readonly #bits: Int32Array;
  readonly #others: number;
  readonly #room: number;

  constructor(blocks: Blocks) {
    this.#marks = smalls(blocks.count, blocks.room);
    this.#low = blocks.gather.low;
    this.#high = blocks.gather.high;
    this.#half = blocks.gather.half;
    this.#lowMask = (1 << blocks.gather.half) - 1;
    this.#below = blocks.below;
    this.#sorted = blocks.sorted;
    this.#bits = blocks.bits;
    this.#others = blocks.others;
    this.#room = blocks.room;
  }

  reset(): void {
    this.#marks.fill(0);
  }

  enter(state: number, out: Int32Array): number {
    const to = this.#below[state]!;
    if (to === 0) return 0;
    const block = this.#low[state & this.#lowMask]! | this.#high[state >>> this.#half]!;
    const marks = this.#marks;
    const from = marks[block]!;
    if (to <= from) return 0;
    marks[block] = to;
    const sorted = this.#sorted;
    const bits = this.#bits;
    const base = block * this.#room;
    const rest = state & this.#others;
    for (let i = from; i < to; i++) out[i - from] = rest | bits[sorted[base + i]!]!;
    return to - from;
  }
}

/** Any moves within blocks: the first state reached lists all others of its block, the second lists the first. */
export class AnyBlockBackward implements Backward {
  readonly #blocks: Blocks;
  /** Per block: 0 untouched, −1 wholly listed, else 1 + the state that is not listed yet. */
  readonly #left: Int32Array;

  constructor(blocks: Blocks) {
    this.#blocks = blocks;
    this.#left = new Int32Array(blocks.count);
  }

  reset(): void {
    this.#left.fill(0);
  }

  enter(state: number, out: Int32Array): number {
    const { sorted, held, room, bits, others } = this.#blocks;
    const block = this.#blocks.of(state);
    const left = this.#left[block]!;
    if (left === -1 || left === state + 1) return 0;
    if (left > 0) {
      this.#left[block] = -1;
      out[0] = left - 1;
      return 1;
    }
    this.#left[block] = state + 1;
    const base = block * room;
    const rest = state & others;
    let n = 0;
    for (let i = 0; i < held[block]!; i++) {
      const other = rest | bits[sorted[base + i]!]!;
      if (other !== state) out[n++] = other;
    }
    return n;
  }
}
