import type { Backward } from "./backward.ts";

/** Stands for "nothing can be reached". */
const UNREACHABLE: number = 0x7fffffff;

// Through whom a state has been entered, in seven bits: nobody, member x − 1 only, or enough to go on through all.
const CLOSED = 0;
const OPEN_TO_ALL = 127;
/** Set once the least value from a state is known, so that the values themselves are only written. */
const VALUED = 128;
/** Most decision makers a search can tell apart. */
export const MAX_DECIDERS: number = 100;

/** A stack of pairs (state, through whom it is still to be entered), growing as needed. */
class Work {
  #states = new Int32Array(1024);
  #who = new Uint8Array(1024);
  #n = 0;

  push(state: number, who: number): void {
    if (this.#n === this.#states.length) {
      const [states, whos] = [this.#states, this.#who];
      this.#states = new Int32Array(2 * this.#n);
      this.#who = new Uint8Array(2 * this.#n);
      this.#states.set(states);
      this.#who.set(whos);
    }
    this.#states[this.#n] = state;
    this.#who[this.#n++] = who;
  }

  get size(): number {
    return this.#n;
  }

  pop(): void {
    this.#n--;
  }

  get state(): number {
    return this.#states[this.#n - 1]!;
  }

  get who(): number {
    return this.#who[this.#n - 1]!;
  }
}

/**
 * For every state s, the least value among the states that a coalition can reach from s by a legal sequence of one
 * or more moves, in which nobody moves twice in a row.
 *
 * Targets are taken in ascending order of value, and each is searched backwards over pairs (state, who moves
 * first); a pair is visited once, by the least target it reaches. From a state u the search goes on backwards through
 * decision maker k once u is a target itself or a path from u begins with somebody other than k: that is all the
 * legal-sequence rule asks. Legal sequences: L. Fang, K.W. Hipel, D.M. Kilgour, Wiley 1993, ch. 3.
 *
 * @param order states in ascending order of value
 * @param backward steps of each member of the coalition
 * @param widest the most states one step can list
 * @param onTarget called now and then with the number of targets done; may throw to stop
 * @returns per state the least value, or UNREACHABLE
 */
export function leastReachable(
  order: Int32Array,
  value: Int32Array,
  backward: readonly Backward[],
  widest: number,
  onTarget: (done: number) => void = () => {},
): Int32Array {
  const least = new Int32Array(value.length).fill(UNREACHABLE);
  const open = new Uint8Array(value.length);
  const out = new Int32Array(Math.max(widest, 1));
  const members = backward.length;
  const work = new Work();
  for (const step of backward) step.reset();

  for (let n = 0; n < order.length; n++) {
    if ((n & 0xffff) === 0) onTarget(n);
    const target = order[n]!;
    const entered = open[target]!;
    const was = entered & OPEN_TO_ALL;
    if (was === OPEN_TO_ALL) continue;
    open[target] = entered | OPEN_TO_ALL;
    if (was === CLOSED) for (let k = 0; k < members; k++) work.push(target, k);
    else work.push(target, was - 1);
    const v = value[target]!;
    while (work.size > 0) {
      const state = work.state;
      const who = work.who;
      work.pop();
      const listed = backward[who]!.enter(state, out);
      for (let i = 0; i < listed; i++) {
        const from = out[i]!;
        const marks = open[from]!;
        if (marks < VALUED) least[from] = v;
        const before = marks & OPEN_TO_ALL;
        if (before === CLOSED) {
          open[from] = VALUED | (who + 1);
          for (let k = 0; k < members; k++) if (k !== who) work.push(from, k);
        } else if (before !== OPEN_TO_ALL && before !== who + 1) {
          open[from] = VALUED | OPEN_TO_ALL;
          work.push(from, before - 1);
        } else if (marks < VALUED) open[from] = marks | VALUED;
      }
    }
  }
  return least;
}
