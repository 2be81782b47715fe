import { isEmpty, type Stakes, weightsOf } from "./stakes.ts";

/** Where bargaining from a reference point ends. */
export interface NashOnScale {
  outcome: number;
  /** Whether everybody gains over the reference point; if not, it stands, as any move away from it would cost somebody. */
  commonGain: boolean;
}

/**
 * Asymmetric Nash bargaining on a scale from a reference point r, at which things stay without agreement: the x with the
 * largest Σ w_i ln(gain_i), gain_i = |r − x_i| + cost − |x − x_i|, w_i = capability × salience. `cost` is what failing to
 * agree costs everybody beyond the distance of r, in units of the scale. With cost 0 and actors on both sides of r, nobody
 * can gain without another losing, and the reference point stands.
 *
 * Reference: J. Nash, *Econometrica* 18, 1950; E. Kalai, *International Journal of Game Theory* 6, 1977 (weights);
 * C. Achen, 2006 (reference point and cost of failure on a scale).
 *
 * @returns null when nobody weighs anything
 */
export function nashBargaining(of: Stakes, reference: number, cost = 0): NashOnScale | null {
  const weights = weightsOf(of);
  if (isEmpty(weights)) return null;
  let [low, high] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (const [i, w] of weights.entries()) {
    if (w <= 0) continue;
    const reach = Math.abs(reference - of.position[i]!) + cost;
    low = Math.max(low, of.position[i]! - reach);
    high = Math.min(high, of.position[i]! + reach);
  }
  if (!(high - low > 1e-9 * Math.max(1, Math.abs(high), Math.abs(low))))
    return { outcome: reference, commonGain: false };
  // The derivative falls all the way: the sum of logarithms of concave functions is concave.
  const slope = (x: number): number => {
    let sum = 0;
    for (const [i, w] of weights.entries()) {
      if (w <= 0) continue;
      const at = of.position[i]!;
      const gain = Math.abs(reference - at) + cost - Math.abs(x - at);
      sum -= (w * Math.sign(x - at)) / Math.max(gain, Number.MIN_VALUE);
    }
    return sum;
  };
  let [a, b] = [low, high];
  for (let step = 0; step < 200 && b - a > 1e-13 * Math.max(1, Math.abs(a), Math.abs(b)); step++) {
    const middle = (a + b) / 2;
    if (slope(middle) > 0) a = middle;
    else b = middle;
  }
  return { outcome: (a + b) / 2, commonGain: true };
}
