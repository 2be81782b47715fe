/**
 * xoshiro128** 1.1 by D. Blackman and S. Vigna (public domain, prng.di.unimi.it); a 32-bit seed is spread over
 * its state by SplitMix32. Seeds are part of the file format: the sequence must never change.
 */
export class Xoshiro128 {
  readonly #s: Uint32Array;

  private constructor(state: Uint32Array) {
    this.#s = state;
  }

  /** @throws RangeError when all four words are 0, which the generator never leaves. */
  static fromState(a: number, b: number, c: number, d: number): Xoshiro128 {
    const state = Uint32Array.of(a, b, c, d);
    if (state.every((word) => word === 0)) throw new RangeError("The state of the generator is all zero.");
    return new Xoshiro128(state);
  }

  /** @param seed an integer from 0 to 2^32 − 1 */
  static fromSeed(seed: number): Xoshiro128 {
    const state = new Uint32Array(4);
    let x = seed >>> 0;
    for (let i = 0; i < 4; i++) {
      x = (x + 0x9e3779b9) >>> 0;
      let z = x;
      z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
      z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
      state[i] = z ^ (z >>> 16);
    }
    return new Xoshiro128(state);
  }

  /** The next integer from 0 to 2^32 − 1. */
  next(): number {
    const s = this.#s;
    const x = Math.imul(s[1]!, 5);
    const result = Math.imul((x << 7) | (x >>> 25), 9) >>> 0;
    const t = s[1]! << 9;
    s[2]! ^= s[0]!;
    s[3]! ^= s[1]!;
    s[1]! ^= s[2]!;
    s[0]! ^= s[3]!;
    s[2]! ^= t;
    s[3] = (s[3]! << 11) | (s[3]! >>> 21);
    return result;
  }

  /** An integer from 0 to bound − 1, each equally likely (rejection, no bias). */
  below(bound: number): number {
    const limit = 2 ** 32 - (2 ** 32 % bound);
    for (;;) {
      const x = this.next();
      if (x < limit) return x % bound;
    }
  }
}

/** A random strict order of `count` states as ranks (Fisher–Yates). */
export function shuffledRanks(count: number, random: Xoshiro128): Int32Array {
  const ranks = new Int32Array(count);
  for (let n = 0; n < count; n++) ranks[n] = n;
  for (let n = count - 1; n > 0; n--) {
    const m = random.below(n + 1);
    const held = ranks[n]!;
    ranks[n] = ranks[m]!;
    ranks[m] = held;
  }
  return ranks;
}
