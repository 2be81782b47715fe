/**
 * xoshiro128**, D. Blackman & S. Vigna, "Scrambled linear pseudorandom number generators", ACM TOMS 47 (2021); the state
 * is filled from the seed by splitmix32. A stored seed gives the same draws for ever.
 *
 * The settlement package holds the same generator: neither package may import the other, and both test the published
 * vectors.
 */
export class Xoshiro128 {
  #a = 0;
  #b = 0;
  #c = 0;
  #d = 0;

  /** @param seed any safe integer */
  constructor(seed: number) {
    let s = (seed ^ Math.floor(seed / 2 ** 32)) >>> 0;
    const next = (): number => {
      s = (s + 0x9e3779b9) >>> 0;
      let z = s;
      z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
      z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
      return (z ^ (z >>> 16)) >>> 0;
    };
    this.#a = next();
    this.#b = next();
    this.#c = next();
    this.#d = next();
  }

  /** Start from a state of four words, not all zero: for the published vectors. */
  static from(state: readonly [number, number, number, number]): Xoshiro128 {
    const made = new Xoshiro128(0);
    [made.#a, made.#b, made.#c, made.#d] = state;
    return made;
  }

  /** The next 32 bits, as a whole number from 0 to 2^32 − 1. */
  next(): number {
    const x = Math.imul(this.#b, 5);
    const result = Math.imul((x << 7) | (x >>> 25), 9) >>> 0;
    const t = this.#b << 9;
    this.#c ^= this.#a;
    this.#d ^= this.#b;
    this.#b ^= this.#c;
    this.#a ^= this.#d;
    this.#c ^= t;
    this.#d = (this.#d << 11) | (this.#d >>> 21);
    return result;
  }

  /** A number from 0 (included) to 1 (not), with 32 bits. */
  uniform(): number {
    return this.next() / 2 ** 32;
  }

  /** A whole number from 0 to n − 1. */
  below(n: number): number {
    return Math.floor(this.uniform() * n);
  }

  /** Waiting time until an event of constant rate 1. */
  exponential(): number {
    return -Math.log1p(-this.uniform());
  }
}

/** A judged number: one value, a range, or a range with its likeliest value. */
export type Ranged =
  | number
  | readonly [low: number, high: number]
  | readonly [low: number, mode: number, high: number];

/** The value at share u of a range: triangular where the likeliest value is known, else uniform. */
export function valueAt(range: Ranged, u: number): number {
  if (typeof range === "number") return range;
  const low = range[0];
  const high = range[range.length - 1] as number;
  if (high <= low) return low;
  if (range.length === 2) return low + u * (high - low);
  const mode = range[1];
  const cut = (mode - low) / (high - low);
  return u < cut
    ? low + Math.sqrt(u * (high - low) * (mode - low))
    : high - Math.sqrt((1 - u) * (high - low) * (high - mode));
}

/** The one value that stands for a range: its likeliest, else its middle. */
export function middleOf(range: Ranged): number {
  if (typeof range === "number") return range;
  return range.length === 3 ? range[1] : (range[0] + range[1]) / 2;
}

/** A seed for a stream of its own, from a seed and a name (FNV-1a): adding a name leaves the draws of all others alone. */
export function streamSeed(seed: number, name: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193);
  return (seed ^ hash) >>> 0;
}
