import { byPosition, isEmpty, type Stakes, weightsOf } from "./stakes.ts";

/** How likely each position that somebody holds is to stand. */
export interface PositionShares {
  /** Distinct, rising. */
  positions: number[];
  /** Sum to 1. */
  shares: number[];
  /** Σ share × position. */
  mean: number;
}

/**
 * The probabilistic Condorcet election. In each contest a position wins with the share of the strength (capability ×
 * salience × how much nearer it is) that backs it: P(a ≻ b) = S(a:b) / (S(a:b) + S(b:a)). A challenger drawn evenly meets
 * the one that stands, again and again; the result is the long-run share of time each position stands. Null when nobody
 * weighs anything.
 *
 * Reference: B. Wise, L. Lester & B. Efird, *An Introduction to the KAPSARC Toolkit for Behavioral Analysis (KTAB) using
 * One-dimensional Spatial Models*, KAPSARC, 2015 (the Markov process with uniform challenges). The long-run shares are
 * found by W. Grassmann, M. Taksar & D. Heyman, *Operations Research* 33, 1985: no subtraction, so no cancellation.
 */
export function probabilisticCondorcet(of: Stakes): PositionShares | null {
  const weights = weightsOf(of);
  if (isEmpty(weights)) return null;
  // A position at which only weightless actors stand is nobody's candidate.
  const places = byPosition(of.position, weights).filter(([, weight]) => weight > 0);
  const positions = places.map(([at]) => at);
  const n = positions.length;
  const backing = (a: number, b: number): number => {
    let sum = 0;
    for (const [at, weight] of places) sum += weight * Math.max(0, Math.abs(at - b) - Math.abs(at - a));
    return sum;
  };
  const step = Array.from({ length: n }, () => new Float64Array(n));
  for (let a = 0; a < n; a++) {
    for (let b = a + 1; b < n; b++) {
      const [forA, forB] = [backing(positions[a]!, positions[b]!), backing(positions[b]!, positions[a]!)];
      step[a]![b] = forB / (forA + forB) / n;
      step[b]![a] = forA / (forA + forB) / n;
    }
  }
  const shares = longRunShares(step);
  return { positions, shares, mean: shares.reduce((sum, p, i) => sum + p * positions[i]!, 0) };
}

/** Long-run shares of a Markov chain in which every state leads to every other; the diagonal is not read. */
export function longRunShares(chain: readonly Float64Array[]): number[] {
  const p = chain.map((row) => Float64Array.from(row));
  const n = p.length;
  for (let k = n - 1; k > 0; k--) {
    let out = 0;
    for (let j = 0; j < k; j++) out += p[k]![j]!;
    for (let i = 0; i < k; i++) {
      p[i]![k]! /= out;
      for (let j = 0; j < k; j++) if (j !== i) p[i]![j]! += p[i]![k]! * p[k]![j]!;
    }
  }
  const shares = new Array<number>(n).fill(0);
  shares[0] = 1;
  for (let k = 1; k < n; k++) for (let i = 0; i < k; i++) shares[k]! += shares[i]! * p[i]![k]!;
  const total = shares.reduce((a, b) => a + b, 0);
  return shares.map((share) => share / total);
}
