import { type BaseRate, baseRate, HORIZONS, type Interval, referenceClass } from "@parley/forecast";

/** The share of those still going on that had ended after so many days more. */
export interface CurvePoint {
  days: number;
  share: number;
}

/** One reference class, looked at from a day on. */
export interface ClassCurve {
  rate: BaseRate;
  /** Where the share changes, from day 0 on; it stays the same in between. Ends where nobody is followed any more. */
  points: CurvePoint[];
  /** The horizons, each with its interval. */
  horizons: { days: number; ended: number; share: number; interval: Interval }[];
}

/**
 * The base rate of a class as a curve over the days ahead.
 *
 * @param elapsed days since the start, whole and not negative
 * @param until the last day ahead
 * @throws UnknownClassError; RangeError on days out of range
 */
export function classCurve(name: string, elapsed: number, until: number): ClassCurve {
  const ends = referenceClass(name)
    .observations.map((o) => Math.ceil(o.days) - elapsed)
    .filter((days) => days > 0 && days <= until);
  const days = [...new Set([0, ...ends, ...HORIZONS.filter((d) => d <= until), until])].sort((a, b) => a - b);
  const rate = baseRate(name, elapsed, days);
  const points: CurvePoint[] = [];
  for (const row of rate.within) {
    if (row.share === null) break;
    points.push({ days: row.days, share: row.share });
  }
  const horizons = rate.within.flatMap(({ days, ended, share, interval }) =>
    HORIZONS.includes(days) && share !== null && interval !== null ? [{ days, ended, share, interval }] : [],
  );
  return { rate, points, horizons };
}

/** The curve as the path of a step line: level until the next change, then straight up. */
export function stepPath(
  points: readonly CurvePoint[],
  x: (days: number) => number,
  y: (share: number) => number,
): string {
  const [first, ...rest] = points;
  if (first === undefined) return "";
  return `M${x(first.days)},${y(first.share)}${rest.map((p) => `H${x(p.days)}V${y(p.share)}`).join("")}`;
}
