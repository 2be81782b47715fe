/**
 * xoshiro128**, D. Blackman & S. Vigna, "Scrambled linear pseudorandom number generators", ACM TOMS 47 (2021). The
 * generator is part of the file format: a stored seed gives the same worlds for ever. The state is filled from the seed
 * by splitmix32.
 */
export class Xoshiro128 {
  readonly #state: Uint32Array = new Uint32Array(4);

  /** @param seed any safe integer */
  constructor(seed: number) {
    let s = (seed ^ Math.floor(seed / 2 ** 32)) >>> 0;
    for (let i = 0; i < 4; i++) {
      s = (s + 0x9e3779b9) >>> 0;
      let z = s;
      z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
      z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
      this.#state[i] = (z ^ (z >>> 16)) >>> 0;
    }
  }

  /** Start from a state of four words, not all zero: for the published vectors. */
  static from(state: readonly [number, number, number, number]): Xoshiro128 {
    const made = new Xoshiro128(0);
    made.#state.set(state);
    return made;
  }

  /** The next 32 bits, as a whole number from 0 to 2^32 − 1. */
  next(): number {
    const s = this.#state as unknown as [number, number, number, number];
    const x = Math.imul(s[1], 5);
    const result = Math.imul((x << 7) | (x >>> 25), 9) >>> 0;
    const t = s[1] << 9;
    s[2] ^= s[0];
    s[3] ^= s[1];
    s[1] ^= s[2];
    s[0] ^= s[3];
    s[2] ^= t;
    s[3] = (s[3] << 11) | (s[3] >>> 21);
    return result;
  }

  /** A number from 0 (included) to 1 (not), with 32 bits. */
  uniform(): number {
    return this.next() / 2 ** 32;
  }

  /** From a range: triangular where the likeliest value is known, else uniform. */
  draw(low: number, mode: number | undefined, high: number): number {
    const u = this.uniform();
    if (high <= low) return low;
    if (mode === undefined) return low + u * (high - low);
    const cut = (mode - low) / (high - low);
    return u < cut
      ? low + Math.sqrt(u * (high - low) * (mode - low))
      : high - Math.sqrt((1 - u) * (high - low) * (high - mode));
  }
}
