/**
 * A bargaining problem as numbers. Parties, issues and options are indices; names stay outside.
 *
 * Comparisons are made on whole numbers of grid units kept in doubles, so that sums are exact: a package has the same
 * value in whatever order it is added up, ties are ties, and swapping two parties swaps the result to the last bit.
 * The grid's unit divides halves, thirds, sevenths, ninths and decimals of six digits, so numbers as people write them
 * stand on it exactly; others move by half a unit.
 */
export interface Problem {
  parties: number;
  /** Number of options of each issue. Where an issue may stay open, its last option is "open", worth nothing. */
  options: Int32Array;
  /** Where each issue's options start in `value`. */
  offset: Int32Array;
  /** Per party: what each option adds to its value, in grid units. Issues one after the other. */
  value: Float64Array[];
  /** The same as given, for showing. */
  given: Float64Array[];
  /** Grid units in 1. */
  unit: number;
  /** Value of no deal of each party, same units. */
  reservation: Float64Array;
  /** Sets of choices that may not stand together: of one party (its red line) or of nobody (a link rule, -1). */
  constraints: Constraint[];
  /** Minimal sets of parties whose acceptance makes a package hold, as sorted indices. */
  coalitions: number[][];
}

export interface Constraint {
  party: number;
  /** Pairs of issue and option; never empty. */
  choices: [issue: number, option: number][];
}

/** What a problem is made from: plain numbers, before they are put on the grid. */
export interface ProblemInput {
  options: number[];
  /** value[party][issue][option]: weight × value. */
  value: number[][][];
  reservation: number[];
  constraints: Constraint[];
  coalitions: number[][];
}

/** Largest total, in grid units, that sums stay exact with. */
const LARGEST = 2 ** 51;

/** Units to choose from, finest first: 2^12 · 3^2 · 5^6 · 7, and coarser ones for large numbers. */
const UNITS = [4_032_000_000, 9_000_000, 3000, 1] as const;

/** Put plain numbers on the exact grid. @throws RangeError when they are too large for it. */
export function makeProblem(input: ProblemInput): Problem {
  const parties = input.value.length;
  const offset = new Int32Array(input.options.length + 1);
  for (const [k, n] of input.options.entries()) offset[k + 1] = (offset[k] as number) + n;
  let largest = 1;
  for (const [i, issues] of input.value.entries()) {
    const total = issues.reduce((sum, row) => sum + Math.max(0, ...row.map(Math.abs)), 0);
    largest = Math.max(largest, total, Math.abs(input.reservation[i] as number));
  }
  const unit = UNITS.find((one) => largest * one < LARGEST);
  if (unit === undefined)
    throw new RangeError(`Values as large as ${largest} cannot be added exactly; the limit is 2^51.`);
  const size = offset[offset.length - 1] as number;
  const given = input.value.map((issues) => {
    const flat = new Float64Array(size);
    for (const [k, row] of issues.entries()) flat.set(row, offset[k]);
    return flat;
  });
  const value = given.map((flat) => flat.map((v) => Math.round(v * unit)));
  const reservation = Float64Array.from(input.reservation, (r) => Math.round(r * unit));
  return {
    parties,
    options: Int32Array.from(input.options),
    offset,
    value,
    given,
    unit,
    reservation,
    constraints: input.constraints,
    coalitions: input.coalitions,
  };
}

/** Value of a package to a party, in grid units. `choice[k]` is an option of issue k. */
export function packageValue(problem: Problem, party: number, choice: ArrayLike<number>): number {
  const value = problem.value[party] as Float64Array;
  let sum = 0;
  for (let k = 0; k < choice.length; k++) {
    sum += value[(problem.offset[k] as number) + (choice[k] as number)] as number;
  }
  return sum;
}

/** The least a party can get at all, in grid units. */
export function leastValue(problem: Problem, party: number): number {
  const value = problem.value[party] as Float64Array;
  let sum = 0;
  for (let k = 0; k < problem.options.length; k++) {
    sum += value
      .subarray(problem.offset[k], problem.offset[k + 1])
      .reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  }
  return sum;
}

/** Value of a package to a party as given, added up issue by issue. */
export function givenValue(problem: Problem, party: number, choice: ArrayLike<number>): number {
  const given = problem.given[party] as Float64Array;
  let sum = 0;
  for (let k = 0; k < choice.length; k++) {
    sum += given[(problem.offset[k] as number) + (choice[k] as number)] as number;
  }
  return sum;
}

/**
 * Whether a value meets a party's value of no deal. Putting a term on the grid moves it by half a unit at most, so a
 * value that equals its reservation as written may fall short by as many units as there are issues.
 */
export function meetsReservation(problem: Problem, party: number, value: number): boolean {
  return value >= (problem.reservation[party] as number) - problem.options.length;
}

/** Whether a package makes all the choices of a constraint, and so breaks it. */
export function breaks(constraint: Constraint, choice: ArrayLike<number>): boolean {
  return constraint.choices.every(([issue, option]) => choice[issue] === option);
}

/** Number of packages, link rules aside. */
export function countPackages(problem: Problem): bigint {
  return problem.options.reduce((product, n) => product * BigInt(n), 1n);
}

/** Visit every package in order (the first issue changes slowest). Stop by returning false. */
export function eachPackage(problem: Problem, visit: (choice: Int32Array) => boolean | undefined): void {
  const issues = problem.options.length;
  const choice = new Int32Array(issues);
  for (;;) {
    if (visit(choice) === false) return;
    let k = issues - 1;
    while (k >= 0 && (choice[k] as number) === (problem.options[k] as number) - 1) choice[k--] = 0;
    if (k < 0) return;
    choice[k] = (choice[k] as number) + 1;
  }
}
