import { clopperPearson, type Interval } from "../binomial-interval.ts";

/** Forecasts whose probabilities are close to each other, and how often it came true. */
export interface ReliabilityBin {
  /** Probabilities from here (included) … */
  from: number;
  /** … to here (not, but for 1). */
  to: number;
  n: number;
  /** Mean of the probabilities said. */
  said: number;
  came: number;
  /** Share that came true. */
  share: number;
  /** Exact binomial interval of that share. */
  interval: Interval;
}

/**
 * The reliability diagram: of what was called so likely, how much came true. Empty bins are left out.
 *
 * Reference: A. Murphy & R. Winkler, JRSS C 26, 1977; intervals C. Clopper & E. Pearson, 1934.
 *
 * @param edges rising, from 0 to 1
 * @param level confidence of the intervals
 */
export function reliability(
  forecasts: readonly { probability: number; came: boolean }[],
  level = 0.9,
  edges: readonly number[] = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1],
): ReliabilityBin[] {
  const bins: ReliabilityBin[] = [];
  for (let i = 0; i + 1 < edges.length; i++) {
    const [from, to] = [edges[i]!, edges[i + 1]!];
    const last = i + 2 === edges.length;
    const inside = forecasts.filter(
      ({ probability: p }) => p >= from - 1e-12 && (last ? p <= to + 1e-12 : p < to - 1e-12),
    );
    if (inside.length === 0) continue;
    const n = inside.length;
    const came = inside.filter((f) => f.came).length;
    bins.push({
      from,
      to,
      n,
      said: inside.reduce((sum, f) => sum + f.probability, 0) / n,
      came,
      share: came / n,
      interval: clopperPearson(came, n, level),
    });
  }
  return bins;
}
