import {
  breaks,
  countPackages,
  eachPackage,
  meetsReservation,
  type Problem,
  packageValue,
} from "./problem.ts";

/** Something that can stand in the way of a deal: a constraint by its index, or a party's value of no deal. */
export type Obstacle = { constraint: number } | { reservation: number };

export interface WhyNot {
  obstacles: Obstacle[];
  /** Every minimal set of obstacles, up to `upTo` of them, that no package meets together: indices into `obstacles`. */
  blocking: number[][];
  /** Every minimal set of obstacles whose removal opens a zone. */
  relaxations: number[][];
  /** Largest size of the blocking sets looked for. */
  upTo: number;
}

/** Above this many packages, or 31 obstacles, the sets are not looked for. */
export const MAX_PACKAGES = 2_000_000;

/**
 * Why a coalition has no acceptable package. One pass over all packages collects what each breaks; the minimal such
 * sets are the smallest relaxations, and a set blocks when it meets every one of them. Exact, or undefined when the
 * problem is too large for the pass.
 */
export function whyNot(problem: Problem, coalition: readonly number[], upTo = 3): WhyNot | undefined {
  const obstacles: Obstacle[] = [
    ...problem.constraints.flatMap(({ party }, constraint) =>
      party < 0 || coalition.includes(party) ? [{ constraint }] : [],
    ),
    ...coalition.map((reservation) => ({ reservation })),
  ];
  if (countPackages(problem) > BigInt(MAX_PACKAGES) || obstacles.length > 31) return undefined;
  const seen = new Set<number>();
  eachPackage(problem, (choice) => {
    let broken = 0;
    for (const [o, obstacle] of obstacles.entries()) {
      const stands =
        "constraint" in obstacle
          ? breaks(
              problem.constraints[obstacle.constraint] as { party: number; choices: [number, number][] },
              choice,
            )
          : !meetsReservation(
              problem,
              obstacle.reservation,
              packageValue(problem, obstacle.reservation, choice),
            );
      if (stands) broken |= 1 << o;
    }
    seen.add(broken);
    return undefined;
  });
  const minimal = [...seen].filter((a) => ![...seen].some((b) => b !== a && (a & b) === b));
  const blocking: number[] = [];
  // Smaller sets first, so that a set found is never a superset of a later one.
  const grow = (mask: number, next: number, left: number): void => {
    if (blocking.some((b) => (mask & b) === b)) return;
    if (left === 0) {
      if (minimal.every((m) => (m & mask) !== 0)) blocking.push(mask);
      return;
    }
    for (let o = next; o <= obstacles.length - left; o++) grow(mask | (1 << o), o + 1, left - 1);
  };
  for (let size = 1; size <= upTo; size++) grow(0, 0, size);
  const members = (mask: number): number[] => obstacles.flatMap((_, o) => ((mask >>> o) & 1 ? [o] : []));
  const bySize = (a: number[], b: number[]): number => a.length - b.length || compare(a, b);
  return {
    obstacles,
    blocking: blocking.map(members).sort(bySize),
    relaxations: minimal.map(members).sort(bySize),
    upTo,
  };
}

function compare(a: number[], b: number[]): number {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return (a[i] as number) - (b[i] as number);
  return 0;
}
