import type { FrontierPoint } from "./frontier.ts";
import type { Problem } from "./problem.ts";

/** One bargaining solution: the points of the frontier that its rule picks, in order of their packages. */
export interface Solution {
  points: FrontierPoint[];
  /** What the rule makes largest, in value units (a product for Nash, a share for Kalai–Smorodinsky). */
  score: number;
}

export interface Solutions {
  nash: Solution | undefined;
  kalaiSmorodinsky: Solution | undefined;
  egalitarian: Solution | undefined;
  utilitarian: Solution | undefined;
}

/**
 * The four solutions among the points of a frontier on which no bargainer falls below its value of no deal.
 *
 * Each is monotone in the bargainers' values, so it stands on the frontier, and picking there is exact. A frontier over
 * all parties holds, for every acceptable package, a point at least as good for each bargainer.
 * - Nash: the largest product of gains (J. F. Nash, Econometrica 18, 1950). Where no point gives all of them a gain,
 *   among those that give most of them one (first by the number who gain, then by the product of their gains).
 * - Kalai–Smorodinsky: lexicographic max-min of gains, each divided by the most that party can gain in the zone
 *   (E. Kalai & M. Smorodinsky, Econometrica 43, 1975; the lexicographic form by H. Imai, Econometrica 51, 1983).
 * - Egalitarian: lexicographic max-min gain (E. Kalai, Econometrica 45, 1977).
 * - Utilitarian: the largest sum of gains, which is the largest sum of values.
 *
 * @param ideal the most each bargainer can gain in the zone, where the points given are not the whole frontier
 */
export function solutionsOf(
  problem: Problem,
  frontier: readonly FrontierPoint[],
  bargainers: readonly number[],
  ideal?: Float64Array,
): Solutions {
  const { unit } = problem;
  // A value may fall short of a reservation by the grid's rounding only; a gain is then none.
  const gain = (point: FrontierPoint, i: number): number =>
    Math.max(0, (point.value[i] as number) - (problem.reservation[i] as number)) / unit;
  const points = frontier.filter((point) =>
    bargainers.every(
      (i) => (point.value[i] as number) >= (problem.reservation[i] as number) - problem.options.length,
    ),
  );
  if (points.length === 0 || bargainers.length === 0) {
    return { nash: undefined, kalaiSmorodinsky: undefined, egalitarian: undefined, utilitarian: undefined };
  }
  const most = bargainers.map(
    (i, b) => ideal?.[b] ?? points.reduce((top, point) => Math.max(top, gain(point, i)), 0),
  );
  const gains = points.map((point) => bargainers.map((i) => gain(point, i)));
  // A party that no package gives more than no deal has no share to compare, and none to lose.
  const shares = gains.map((row) =>
    row.flatMap((g, b) => ((most[b] as number) > 0 ? [g / (most[b] as number)] : [])),
  );
  const best = (score: (p: number) => number[]): Solution => {
    const scores = points.map((_, p) => score(p));
    let top = scores[0] as number[];
    for (const one of scores) if (compareScores(one, top) > 0) top = one;
    return {
      points: points.filter((_, p) => compareScores(scores[p] as number[], top) === 0),
      score: top.at(-1) ?? 0,
    };
  };
  const ascending = (row: number[]): number[] => [...row].sort((a, b) => a - b);
  const sum = (row: number[]): number => ascending(row).reduce((a, b) => a + b, 0);
  const nash = best((p) => {
    const positive = ascending((gains[p] as number[]).filter((g) => g > 0));
    return [positive.length, positive.length === 0 ? 0 : positive.reduce((a, b) => a * b, 1)];
  });
  const withScore = (solution: Solution, of: (p: FrontierPoint) => number): Solution => ({
    ...solution,
    score: of(solution.points[0] as FrontierPoint),
  });
  const at = (point: FrontierPoint): number => points.indexOf(point);
  return {
    nash,
    kalaiSmorodinsky: withScore(
      best((p) => ascending(shares[p] as number[])),
      (p) => Math.min(1, ...(shares[at(p)] as number[])),
    ),
    egalitarian: withScore(
      best((p) => ascending(gains[p] as number[])),
      (p) => Math.min(...(gains[at(p)] as number[])),
    ),
    utilitarian: best((p) => [sum(gains[p] as number[])]),
  };
}

/** Lexicographic order; numbers that differ by rounding only (a part in 10^12) count as equal. */
function compareScores(a: number[], b: number[]): number {
  for (let k = 0; k < a.length; k++) {
    const [x, y] = [a[k] as number, b[k] as number];
    if (Math.abs(x - y) > 1e-12 * Math.max(1, Math.abs(x), Math.abs(y))) return x - y;
  }
  return 0;
}
