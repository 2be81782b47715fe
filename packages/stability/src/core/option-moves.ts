import type { Moves } from "./moves.ts";

/** Which way an option may change: freely, only be taken, or only be dropped. */
export type Change = "both" | "take-only" | "drop-only";

/**
 * Moves of a model in option form. A state is the integer whose bit k says whether option k is taken; a decision
 * maker changes any number of its own options in one move. Moves follow from the bits and are never stored.
 *
 * Reference: L. Fang, K.W. Hipel, D.M. Kilgour, *Interactive Decision Making: The Graph Model for Conflict
 * Resolution*, Wiley, 1993.
 */
export class OptionMoves implements Moves {
  readonly size: number;
  readonly deciders: number;
  readonly exists: Uint8Array | undefined;
  readonly widest: number;
  readonly options: number;
  /** Per decision maker, the bits of its options. */
  readonly own: Int32Array;
  readonly #owner: readonly number[];
  readonly #change: readonly Change[];
  readonly #free: Int32Array;
  readonly #take: Int32Array;
  readonly #drop: Int32Array;

  /**
   * @param owner decision maker of each option
   * @param exists 1 for each feasible state; undefined when all 2^n are
   */
  constructor(
    deciders: number,
    owner: readonly number[],
    change: readonly Change[],
    exists: Uint8Array | undefined,
  ) {
    this.options = owner.length;
    this.size = 2 ** owner.length;
    this.#owner = owner;
    this.#change = change;
    this.deciders = deciders;
    this.exists = exists;
    this.own = new Int32Array(deciders);
    this.#free = new Int32Array(deciders);
    this.#take = new Int32Array(deciders);
    this.#drop = new Int32Array(deciders);
    let widest = 0;
    for (const [k, who] of owner.entries()) {
      const bit = 1 << k;
      this.own[who]! |= bit;
      const kind =
        change[k] === "take-only" ? this.#take : change[k] === "drop-only" ? this.#drop : this.#free;
      kind[who]! |= bit;
    }
    for (let i = 0; i < deciders; i++) widest = Math.max(widest, this.ownStates(i));
    this.widest = widest;
  }

  /** The same moves among other states: 1 for each that is feasible. */
  among(exists: Uint8Array): OptionMoves {
    return new OptionMoves(this.deciders, this.#owner, this.#change, exists);
  }

  /** What it was made of, but for the states. */
  shape(): { deciders: number; owner: readonly number[]; change: readonly Change[] } {
    return { deciders: this.deciders, owner: this.#owner, change: this.#change };
  }

  /** Which way an option may change. */
  changeOf(option: number): Change {
    return this.#change[option]!;
  }

  /** In how many ways a decision maker can set its options. */
  ownStates(decider: number): number {
    let n = 1;
    for (let rest = this.own[decider]!; rest !== 0; rest &= rest - 1) n *= 2;
    return n;
  }

  /** Whether it can move between any two states that differ only in its own options: none of them is one-way. */
  isReversible(decider: number): boolean {
    return this.#take[decider] === 0 && this.#drop[decider] === 0;
  }

  successors(decider: number, state: number, out: Int32Array): number {
    const free = this.#free[decider]! | (this.#take[decider]! & ~state) | (this.#drop[decider]! & state);
    return this.#list(state, free, out);
  }

  predecessors(decider: number, state: number, out: Int32Array): number {
    const free = this.#free[decider]! | (this.#take[decider]! & state) | (this.#drop[decider]! & ~state);
    return this.#list(state, free, out);
  }

  #list(state: number, free: number, out: Int32Array): number {
    const fixed = state & ~free;
    const exists = this.exists;
    let n = 0;
    let sub = 0;
    do {
      const other = fixed | sub;
      if (other !== state && (exists === undefined || exists[other] === 1)) out[n++] = other;
      sub = (sub - free) & free;
    } while (sub !== 0);
    return n;
  }
}
