import { breaks, type Constraint, type Problem } from "./problem.ts";

/**
 * A group of issues that constraints tie together, as one issue: its options are the allowed combinations. Groups are
 * independent of each other, which is what lets the frontier be built group by group.
 */
export interface Compound {
  issues: number[];
  /** choices[c * issues.length + j]: option of issues[j] in combination c; combinations in lexicographic order. */
  choices: Int32Array;
  count: number;
  /** value[party][combination], grid units. */
  value: Float64Array[];
}

/** Largest number of combinations of one group. */
export const MAX_COMBINATIONS = 1_000_000;

/**
 * Split a problem into independent groups, leaving out combinations that break one of `constraints`.
 * @throws RangeError when one group has more than `MAX_COMBINATIONS`.
 */
export function compounds(problem: Problem, constraints: readonly Constraint[]): Compound[] {
  const issues = problem.options.length;
  const root = Array.from({ length: issues }, (_, k) => k);
  const find = (k: number): number => {
    let at = k;
    while (root[at] !== at) at = root[at] as number;
    return at;
  };
  for (const { choices } of constraints) {
    for (const [issue] of choices) {
      const [a, b] = [find(issue), find((choices[0] as [number, number])[0])];
      root[Math.max(a, b)] = Math.min(a, b);
    }
  }
  const groups = new Map<number, number[]>();
  for (let k = 0; k < issues; k++) {
    const group = groups.get(find(k));
    if (group === undefined) groups.set(find(k), [k]);
    else group.push(k);
  }
  return [...groups.values()].map((group) => combine(problem, group, constraints));
}

function combine(problem: Problem, group: number[], constraints: readonly Constraint[]): Compound {
  const size = group.reduce((product, k) => product * (problem.options[k] as number), 1);
  if (size > MAX_COMBINATIONS) {
    throw new RangeError(
      `Constraints tie ${group.length} issues together with ${size} combinations; the limit is ${MAX_COMBINATIONS}.`,
    );
  }
  const inside = new Set(group);
  const own = constraints.filter(({ choices }) => inside.has((choices[0] as [number, number])[0]));
  const width = group.length;
  const choice = new Int32Array(problem.options.length).fill(-1);
  const kept: number[] = [];
  for (let c = 0; c < size; c++) {
    let rest = c;
    for (let j = width - 1; j >= 0; j--) {
      const n = problem.options[group[j] as number] as number;
      choice[group[j] as number] = rest % n;
      rest = Math.floor(rest / n);
    }
    if (!own.some((constraint) => breaks(constraint, choice)))
      for (const k of group) kept.push(choice[k] as number);
  }
  const choices = Int32Array.from(kept);
  const count = kept.length / width;
  const value = problem.value.map((flat) => {
    const sums = new Float64Array(count);
    for (let c = 0; c < count; c++) {
      let sum = 0;
      for (let j = 0; j < width; j++) {
        sum += flat[
          (problem.offset[group[j] as number] as number) + (choices[c * width + j] as number)
        ] as number;
      }
      sums[c] = sum;
    }
    return sums;
  });
  return { issues: group, choices, count, value };
}
