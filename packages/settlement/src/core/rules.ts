import type { Bound } from "./bound.ts";

/**
 * What a rule makes largest, as a concave function of the bargainers' gains (value units, each 0 or more), with its
 * tangents. A tangent bounds the function from above everywhere, which is what a search needs to leave packages out.
 */
export interface Rule {
  /** The function itself: what the search compares. -Infinity where the rule cannot tell packages apart. */
  of(gains: Float64Array): number;
  /** A bound that touches, or nearly touches, the function at `gains`; `sharp` from 0 (smooth) to 1. */
  tangent(gains: Float64Array, sharp: number): Bound;
  /** Other bounds near one: a little worse for whole packages, better for partial ones that favour somebody. */
  tilted(bound: Bound): Bound[];
}

/** Σ log gain, the logarithm of Nash's product, over those who can gain at all. Tangent: log g ≤ log g0 + (g − g0)/g0. */
export function nashRule(most: Float64Array): Rule {
  return {
    of: (gains) => gains.reduce((sum, g, b) => ((most[b] as number) > 0 ? sum + Math.log(g) : sum), 0),
    tangent: (gains) => {
      let constant = 0;
      const weights = gains.map((g, b) => {
        if ((most[b] as number) <= 0) return 0;
        const at = Math.max(g, 1e-6 * (most[b] as number));
        constant += Math.log(at) - 1;
        return 1 / at;
      });
      return { weights, constant };
    },
    // Of Σ log g ≤ −n − Σ log w + w · g, for any weights.
    tilted: ({ weights }) =>
      tilts(weights).map((tilted) => ({
        weights: tilted,
        constant: tilted.reduce((sum, w) => (w > 0 ? sum - Math.log(w) - 1 : sum), 0),
      })),
  };
}

/**
 * The smallest of gains / `scale`. Any weights that come to 1 on the scaled gains bound it; those of a soft minimum
 * lean on the parties that gain least.
 */
export function leastGainRule(scale: Float64Array): Rule {
  const scaled = (gains: Float64Array): Float64Array =>
    gains.map((g, b) => ((scale[b] as number) > 0 ? g / (scale[b] as number) : Number.POSITIVE_INFINITY));
  return {
    of: (gains) => scaled(gains).reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY),
    tangent: (gains, sharp) => {
      const all = scaled(gains);
      const finite = all.filter(Number.isFinite);
      const least = finite.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
      const spread = finite.reduce((a, b) => Math.max(a, b), 0) || 1;
      const soft = spread * (0.3 * (1 - sharp) + 0.005);
      const pull = all.map((g) => (Number.isFinite(g) ? Math.exp((least - g) / soft) : 0));
      const total = pull.reduce((a, b) => a + b, 0);
      return {
        weights: pull.map((p, b) => (p === 0 ? 0 : p / total / (scale[b] as number))),
        constant: 0,
      };
    },
    tilted: ({ weights }) =>
      tilts(weights).map((tilted) => {
        const total = tilted.reduce((sum, w, b) => sum + (w > 0 ? w * (scale[b] as number) : 0), 0);
        return { weights: tilted.map((w) => w / total), constant: 0 };
      }),
  };
}

/**
 * Σ weights · gains. As no gain may be negative, any share of them may be added to the bound, which keeps it close where
 * a party's no deal binds: the more, the less a party gains.
 */
export function sumRule(weights: Float64Array): Rule {
  return {
    of: (gains) => gains.reduce((sum, g, b) => sum + (weights[b] as number) * g, 0),
    tangent: (gains, sharp) => {
      const spread = gains.reduce((a, b) => Math.max(a, b), 0) || 1;
      const weight = 0.2 * (1 - sharp) ** 2 * weights.reduce((a, b) => Math.max(a, b), 0);
      return {
        weights: gains.map(
          (g, b) => (weights[b] as number) + (weight * spread) / Math.max(g, 1e-3 * spread) / gains.length,
        ),
        constant: 0,
      };
    },
    tilted: () => [],
  };
}

/** Weights with one of them larger or smaller than it was. */
function tilts(weights: Float64Array): Float64Array[] {
  return [1.25, 0.8, 1.8].flatMap((factor) =>
    Array.from(weights, (_, b) => weights.map((w, c) => (c === b ? w * factor : w))),
  );
}
