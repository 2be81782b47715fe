import { bestOf } from "./best.ts";
import { compareChoices, type FrontierPoint } from "./frontier.ts";
import type { LayerLimits } from "./layers.ts";
import type { Problem } from "./problem.ts";
import { leastGainRule, nashRule, type Rule, sumRule } from "./rules.ts";
import { type Solution, type Solutions, solutionsOf } from "./solutions.ts";

/** The solutions with, for each, whether it was proved. */
export interface Solved {
  solutions: Solutions;
  proved: Record<keyof Solutions, boolean>;
  /** The most each bargainer can gain where no bargainer falls below no deal, in value units. */
  ideal: Float64Array;
  /** Whether it was proved that there is no package at all on which no bargainer falls below no deal. */
  empty: boolean;
}

/**
 * The four solutions without the frontier: each by a search of its own. Where a solution is proved it is the one that
 * `solutionsOf` picks from the whole frontier, ties included.
 */
export function solve(
  problem: Problem,
  bargainers: readonly number[],
  limits: Partial<LayerLimits> = {},
): Solved {
  const search = (rule: Rule): { points: FrontierPoint[]; proved: boolean } => {
    const parts = problem.coalitions.map((coalition) => bestOf(problem, coalition, bargainers, rule, limits));
    const points = new Map<string, FrontierPoint>();
    for (const point of parts.flatMap((part) => part.points)) {
      const before = points.get(point.value.join());
      const first = before === undefined || compareChoices(point.choice, before.choice) < 0 ? point : before;
      points.set(point.value.join(), { ...first, count: Math.max(point.count, before?.count ?? 0) });
    }
    return {
      points: [...points.values()].sort((a, b) => compareChoices(a.choice, b.choice)),
      proved: parts.every((part) => part.proved),
    };
  };
  let known = true;
  let empty = false;
  const ideal = Float64Array.from(bargainers, (i, b) => {
    const { points, proved } = search(sumRule(Float64Array.from(bargainers, (_, c) => Number(c === b))));
    known &&= proved;
    empty ||= proved && points.length === 0;
    return points.reduce(
      (top, point) =>
        Math.max(top, ((point.value[i] as number) - (problem.reservation[i] as number)) / problem.unit),
      0,
    );
  });
  const pick = (rule: Rule, name: keyof Solutions): [Solution | undefined, boolean] => {
    const { points, proved } = search(rule);
    return [solutionsOf(problem, points, bargainers, ideal)[name], proved];
  };
  const ones = new Float64Array(bargainers.length).fill(1);
  const [nash, nashProved] = pick(nashRule(ideal), "nash");
  const [kalaiSmorodinsky, ksProved] = pick(leastGainRule(ideal), "kalaiSmorodinsky");
  const [egalitarian, egalitarianProved] = pick(leastGainRule(ones), "egalitarian");
  const [utilitarian, utilitarianProved] = pick(sumRule(ones), "utilitarian");
  return {
    solutions: { nash, kalaiSmorodinsky, egalitarian, utilitarian },
    proved: {
      nash: known && nashProved,
      kalaiSmorodinsky: known && ksProved,
      egalitarian: egalitarianProved,
      utilitarian: utilitarianProved,
    },
    ideal,
    empty,
  };
}
