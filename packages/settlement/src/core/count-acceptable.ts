import { constraintsOf } from "./frontier.ts";
import { meetsReservation, type Problem } from "./problem.ts";

/** What is known of a coalition when some issues are settled: it will accept no completion, every one, or some. */
type Outlook = "none" | "all" | "some";

/**
 * How many packages some coalition accepts: its red lines and the link rules hold and everybody in it has at least its
 * value of no deal. Issue by issue; a branch is counted as a whole as soon as the best and the worst that can still be
 * added decide it. Exact: sums on the grid do not depend on their order.
 */
export function countAcceptable(problem: Problem): number {
  const { options, offset, value, parties } = problem;
  const issues = options.length;
  // Per issue k and party: the least and the most that issues k, k + 1, … add.
  const least = extremes(problem, Math.min, Number.POSITIVE_INFINITY);
  const most = extremes(problem, Math.max, Number.NEGATIVE_INFINITY);
  const below = new Float64Array(issues + 1).fill(1);
  for (let k = issues - 1; k >= 0; k--) below[k] = (below[k + 1] as number) * (options[k] as number);
  const coalitions = problem.coalitions.map((members) => ({
    members,
    constraints: constraintsOf(problem, members),
  }));
  const sums = Array.from({ length: issues + 1 }, () => new Float64Array(parties));
  const choice = new Int32Array(issues);

  const outlook = ({ members, constraints }: (typeof coalitions)[number], settled: number): Outlook => {
    const sum = sums[settled] as Float64Array;
    let sure = true;
    for (const i of members) {
      const so = sum[i] as number;
      if (!meetsReservation(problem, i, so + (most[settled]?.[i] as number))) return "none";
      if (sure && !meetsReservation(problem, i, so + (least[settled]?.[i] as number))) sure = false;
    }
    for (const { choices } of constraints) {
      let broken = true;
      let open = false;
      for (const [k, option] of choices) {
        if (k >= settled) open = true;
        else if (choice[k] !== option) broken = false;
      }
      if (!broken) continue;
      if (!open) return "none";
      sure = false;
    }
    return sure ? "all" : "some";
  };

  const count = (settled: number): number => {
    let hopeless = true;
    for (const coalition of coalitions) {
      const seen = outlook(coalition, settled);
      if (seen === "all") return below[settled] as number;
      if (seen === "some") hopeless = false;
    }
    if (hopeless) return 0;
    const [before, after] = [sums[settled] as Float64Array, sums[settled + 1] as Float64Array];
    let found = 0;
    for (let o = 0; o < (options[settled] as number); o++) {
      choice[settled] = o;
      const at = (offset[settled] as number) + o;
      for (let i = 0; i < parties; i++)
        after[i] = (before[i] as number) + ((value[i] as Float64Array)[at] as number);
      found += count(settled + 1);
    }
    return found;
  };
  return count(0);
}

function extremes(problem: Problem, better: (a: number, b: number) => number, start: number): Float64Array[] {
  const { options, offset, value, parties } = problem;
  const rows = [new Float64Array(parties)];
  for (let k = options.length - 1; k >= 0; k--) {
    const after = rows[0] as Float64Array;
    rows.unshift(
      Float64Array.from({ length: parties }, (_, i) => {
        const own = (value[i] as Float64Array).subarray(offset[k], offset[k + 1]);
        return (after[i] as number) + own.reduce((m, v) => better(m, v), start);
      }),
    );
  }
  return rows;
}
