import { streamSeed, valueAt, Xoshiro128 } from "../xoshiro.ts";
import type { Input } from "./model.ts";

/** How the inputs of a run are drawn. */
export interface Draws {
  seed: number;
  /** Factors drawn from another seed, for sensitivities. */
  other?: { seed: number; factors: ReadonlySet<string> };
  /** Factors held at a share of their range, 0 to 1. */
  held?: ReadonlyMap<string, number>;
}

/**
 * Values of inputs, run after run. Each input has a stream of its own that starts at the seed and its name and gives one
 * draw a run: so scenarios are compared in the same runs (common random numbers), and any stretch of runs can be drawn
 * by itself.
 */
export class Sampler {
  readonly #draws: Draws;
  readonly #from: number;
  readonly #streams = new Map<string, () => number>();

  /** @param from number of the first run */
  constructor(draws: Draws, from: number) {
    this.#draws = draws;
    this.#from = from;
  }

  #seedOf(factor: string): number {
    const { seed, other } = this.#draws;
    return other?.factors.has(factor) ? other.seed : seed;
  }

  /** Draws of an input; call once a run. */
  of(input: Input): () => number {
    const { name, factor, range } = input;
    const held = this.#draws.held?.get(factor);
    if (held !== undefined) {
      const value = valueAt(range, held);
      return () => value;
    }
    if (typeof range === "number") return () => range;
    const uniform = this.uniform(name, factor);
    return () => valueAt(range, uniform());
  }

  /** Evenly drawn numbers from 0 to 1; call once a run. Two askers of one name share its draws in turn: names differ. */
  uniform(name: string, factor: string): () => number {
    const made = this.#streams.get(name);
    if (made !== undefined) return made;
    const random = new Xoshiro128(streamSeed(this.#seedOf(factor), name));
    for (let k = 0; k < this.#from; k++) random.next();
    const draw = (): number => random.uniform();
    this.#streams.set(name, draw);
    return draw;
  }

  /** A generator for one run alone, where the number of draws differs from run to run. */
  forRun(name: string, factor: string): (run: number) => Xoshiro128 {
    const base = streamSeed(this.#seedOf(factor), name);
    return (run) => new Xoshiro128(base * 2 ** 20 + run);
  }
}
