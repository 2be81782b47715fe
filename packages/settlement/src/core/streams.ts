import { Xoshiro128 } from "./xoshiro.ts";

/**
 * Draws for one judgement after another, each from a stream of its own that starts at the seed and the judgement's name.
 * So a world does not depend on the order in which the case was entered, and adding a judgement leaves the draws of all
 * others as they were: two versions of a case are compared in the same worlds.
 */
export class Streams {
  readonly #seed: number;
  readonly #streams = new Map<string, Xoshiro128>();

  constructor(seed: number) {
    this.#seed = seed;
  }

  /** The stream of a judgement. */
  of(name: string): Xoshiro128 {
    let stream = this.#streams.get(name);
    if (stream === undefined) {
      // FNV-1a, 32 bits.
      let hash = 0x811c9dc5;
      for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193);
      stream = new Xoshiro128((this.#seed ^ hash) >>> 0);
      this.#streams.set(name, stream);
    }
    return stream;
  }
}
