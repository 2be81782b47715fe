import type { Blocks } from "./blocks.ts";
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
  readonly #blocks: Blocks;
  readonly #high: Int32Array;

  constructor(blocks: Blocks) {
    this.#blocks = blocks;
    this.#high = new Int32Array(blocks.count);
  }

  reset(): void {
    this.#high.fill(0);
  }

  enter(state: number, out: Int32Array): number {
    const { sorted, below, room, bits, others } = this.#blocks;
    const block = this.#blocks.of(state);
    const to = below[state]!;
    const from = this.#high[block]!;
    if (to <= from) return 0;
    this.#high[block] = to;
    const base = block * room;
    const rest = state & others;
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
