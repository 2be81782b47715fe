import type { FrontierPoint } from "./core/frontier.ts";
import { leastValue, type Problem } from "./core/problem.ts";
import { type Solution, type Solutions, solutionsOf } from "./core/solutions.ts";

/** Other tools whose meaning of the solutions' names can be reproduced. */
export type Tool = "genius" | "negmas" | "negolog";

/** What each rule is called in a tool, where it is not the rule of that name. */
export const RULES_ELSEWHERE: Readonly<Record<Tool, Partial<Record<keyof Solutions, string>>>> = {
  genius: {
    kalaiSmorodinsky: "smallest sum of differences between values, two by two (GENIUS's Kalai–Smorodinsky)",
  },
  negmas: {
    nash: "largest product of gains over no deal, or over the least possible value where that is more (NegMAS)",
    kalaiSmorodinsky:
      "most equal share of the range between no deal, or the least possible value, and the most on the frontier (NegMAS)",
    egalitarian:
      "largest smallest gain over no deal, or over the least possible value where that is more (NegMAS's Kalai)",
  },
  negolog: { egalitarian: "largest sum of values (NegoLog's Kalai)" },
};

/** The points of a frontier that another tool picks under the four names. Ties are points that differ by less than a part in 10^9. */
export function solutionsElsewhere(
  tool: Tool,
  problem: Problem,
  frontier: readonly FrontierPoint[],
  bargainers: readonly number[],
): Solutions {
  const ours = solutionsOf(problem, frontier, bargainers);
  if (tool === "negolog") return { ...ours, egalitarian: ours.utilitarian };
  if (tool === "genius")
    return {
      ...ours,
      kalaiSmorodinsky: least(frontier, (point) => differences(valuesOf(problem, point, bargainers))),
    };
  // No deal worth less than anything that can happen counts as the least that can happen.
  const floor = problem.reservation.map((r, i) => Math.max(r, leastValue(problem, i)));
  const floored = { ...problem, reservation: floor };
  const there = solutionsOf(floored, frontier, bargainers);
  const most = bargainers.map((i) => frontier.reduce((m, p) => Math.max(m, p.value[i] as number), 0));
  return {
    ...ours,
    nash: there.nash,
    egalitarian: there.egalitarian,
    kalaiSmorodinsky: least(frontier, (point) => {
      const shares = bargainers.map((i, b) => {
        const range = (most[b] as number) - (floor[i] as number);
        return range > 0 ? ((point.value[i] as number) - (floor[i] as number)) / range : 0;
      });
      return Math.max(...shares) - Math.min(...shares);
    }),
  };
}

const valuesOf = (problem: Problem, point: FrontierPoint, bargainers: readonly number[]): number[] =>
  bargainers.map((i) => (point.value[i] as number) / problem.unit);

/** Sum of the differences between each two. */
function differences(values: readonly number[]): number {
  let sum = 0;
  for (const [a, x] of values.entries()) for (const y of values.slice(a + 1)) sum += Math.abs(x - y);
  return sum;
}

function least(
  frontier: readonly FrontierPoint[],
  score: (point: FrontierPoint) => number,
): Solution | undefined {
  if (frontier.length === 0) return undefined;
  const scores = frontier.map(score);
  const best = Math.min(...scores);
  return { points: frontier.filter((_, p) => (scores[p] as number) <= best + 1e-9), score: best };
}
