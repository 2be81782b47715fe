import type { Xoshiro128 } from "./xoshiro.ts";

/** First-order index of one input: the share of the output's variance that goes with this input alone. */
export interface SobolIndex {
  /** From 0 to 1; estimates of very small ones may fall a little outside. */
  share: number;
  /** Standard error of the estimate, from its spread over parts of the sample. */
  error: number;
}

/** Parts of the sample, whose spread gives the error. */
const PARTS = 16;
/** Outputs from which the mean is first guessed. */
const PILOT = 64;

/**
 * First-order Sobol indices by the estimator of A. Saltelli et al., "Variance based sensitivity analysis of model output",
 * Computer Physics Communications 181 (2010), table 2 (b): two independent samples A and B, and for each input A with that
 * input taken from B; V_j = mean of f(B) · (f(A with B_j) − f(A)). Needs `samples` · (inputs + 2) values of the output.
 *
 * @param draw one value of each input, into the row given
 * @param output the output for a row of inputs
 * @returns undefined where the output does not vary, or the work was stopped
 */
export function sobolFirstOrder(
  inputs: number,
  samples: number,
  random: Xoshiro128,
  draw: (random: Xoshiro128, into: Float64Array) => void,
  output: (row: Float64Array) => number,
  shouldStop: () => boolean = () => false,
): SobolIndex[] | undefined {
  const a = new Float64Array(inputs);
  const b = new Float64Array(inputs);
  const parts = Array.from({ length: inputs }, () => new Float64Array(PARTS));
  const sums = { n: 0, all: 0, squares: 0 };
  // Taking a first guess of the mean away changes no index and makes the estimates much closer.
  let guess = 0;
  for (let s = 0; s < PILOT; s++) {
    draw(random, a);
    guess += output(a) / PILOT;
  }
  const each = Math.max(1, Math.floor(samples / PARTS));
  for (let part = 0; part < PARTS; part++) {
    if (shouldStop()) return undefined;
    for (let s = 0; s < each; s++) {
      draw(random, a);
      draw(random, b);
      const [ofA, ofB] = [output(a) - guess, output(b) - guess];
      sums.n += 2;
      sums.all += ofA + ofB;
      sums.squares += ofA * ofA + ofB * ofB;
      for (let j = 0; j < inputs; j++) {
        const kept = a[j] as number;
        a[j] = b[j] as number;
        const mixed = parts[j] as Float64Array;
        mixed[part] = (mixed[part] as number) + (ofB * (output(a) - guess - ofA)) / each;
        a[j] = kept;
      }
    }
  }
  const mean = sums.all / sums.n;
  const variance = sums.squares / sums.n - mean * mean;
  if (!(variance > 1e-12 * Math.max(1, guess * guess))) return undefined;
  return parts.map((own) => {
    const share = own.reduce((x, y) => x + y, 0) / PARTS;
    const spread = own.reduce((x, y) => x + (y - share) ** 2, 0) / (PARTS - 1);
    return { share: share / variance, error: Math.sqrt(spread / PARTS) / variance };
  });
}
