import { isEmpty, type Stakes, weightsOf } from "./stakes.ts";

/**
 * The compromise: mean of the positions weighted by capability × salience, Σ c s x / Σ c s. Null when nobody weighs
 * anything.
 *
 * Reference: J. van den Bos, *Dutch EC Policy Making*, 1991; F. Stokman & R. Van Oosten, in Bueno de Mesquita & Stokman
 * (eds.), *European Community Decision Making*, 1994. C. Achen, in Thomson et al. (eds.), *The European Union Decides*,
 * 2006: near the Nash solution when failure is bad for all.
 */
export function compromiseMean(of: Stakes): number | null {
  const weights = weightsOf(of);
  if (isEmpty(weights)) return null;
  let [sum, total] = [0, 0];
  for (const [i, w] of weights.entries()) {
    sum += w * of.position[i]!;
    total += w;
  }
  return sum / total;
}
