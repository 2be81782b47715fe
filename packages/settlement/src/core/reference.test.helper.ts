import { eachPackage, type Problem } from "./problem.ts";
import type { Xoshiro128 } from "./xoshiro.ts";

/** Everything from the definitions: every package, one by one. Values in whole grid units, so that ties are ties. */
export interface Reference {
  /** Distinct value vectors of the frontier, as sorted strings. */
  frontier: string[];
  /** Per rule the value vectors it likes best among undominated packages, as sorted strings; empty where no package will do. */
  best: { nash: string[]; kalaiSmorodinsky: string[]; egalitarian: string[]; utilitarian: string[] };
  /** Minimal sets of obstacles that no package meets for any coalition, up to three; and minimal ones that open. */
  blocking: string[];
  relaxations: string[];
}

/** An obstacle as a string that does not hang on any order. */
export const obstacleKey = (
  problem: Problem,
  obstacle: { constraint: number } | { reservation: number },
): string =>
  "reservation" in obstacle
    ? `r${obstacle.reservation}`
    : `c${obstacle.constraint}:${problem.constraints[obstacle.constraint]!.party}`;

/** The slow, literal answer. */
export function reference(problem: Problem): Reference {
  const { parties, coalitions, constraints, reservation, options } = problem;
  const everybody = Array.from({ length: parties }, (_, i) => i);
  const bargainers = [...new Set(coalitions.flat())].sort((a, b) => a - b);
  const obstacles = [
    ...constraints.flatMap(({ party }, c) =>
      party < 0 || bargainers.includes(party) ? [{ key: `c${c}:${party}`, party, constraint: c }] : [],
    ),
    ...bargainers.map((i) => ({ key: `r${i}`, party: i, constraint: -1 })),
  ];
  const packages: { value: number[]; broken: Set<string>; accepted: boolean }[] = [];
  eachPackage(problem, (choice) => {
    const value = everybody.map((i) => {
      let sum = 0;
      for (const [k, o] of choice.entries()) sum += problem.value[i]![problem.offset[k]! + o]!;
      return sum;
    });
    const broken = new Set(
      obstacles
        .filter(({ party, constraint }) =>
          constraint < 0
            ? value[party]! < reservation[party]! - options.length
            : constraints[constraint]!.choices.every(([k, o]) => choice[k] === o),
        )
        .map(({ key }) => key),
    );
    const accepted = coalitions.some((set) =>
      obstacles.every(({ key, party }) => !broken.has(key) || !(party < 0 || set.includes(party))),
    );
    packages.push({ value, broken, accepted });
    return undefined;
  });
  const zone = packages.filter((p) => p.accepted).map((p) => p.value);
  const dominates = (a: number[], b: number[]): boolean =>
    a.every((x, i) => x >= b[i]!) && a.some((x, i) => x > b[i]!);
  const distinct = (rows: number[][]): number[][] => [
    ...new Map(rows.map((row) => [row.join(), row])).values(),
  ];
  const vectors = distinct(zone);
  const frontier = vectors.filter((v) => !vectors.some((w) => dominates(w, v)));
  const rational = frontier.filter((v) => bargainers.every((i) => v[i]! >= reservation[i]! - options.length));
  const gains = (v: number[]): number[] =>
    bargainers.map((i) => Math.max(0, v[i]! - reservation[i]!) / problem.unit);
  const most = bargainers.map((_, b) => Math.max(0, ...rational.map((v) => gains(v)[b]!)));
  const top = (score: (g: number[]) => number[]): string[] => {
    let best: number[] | undefined;
    let held: string[] = [];
    for (const v of rational) {
      const mine = score(gains(v));
      const d = best === undefined ? 1 : compare(mine, best);
      if (d > 0) [best, held] = [mine, []];
      if (d >= 0) held.push(v.join());
    }
    return held.sort();
  };
  const rising = (row: number[]): number[] => [...row].sort((a, b) => a - b);
  const sets = (size: number, from: string[]): string[][] =>
    size === 0
      ? [[]]
      : from.flatMap((o, at) => sets(size - 1, from.slice(at + 1)).map((rest) => [o, ...rest]));
  const keys = obstacles.map((o) => o.key);
  const partyOf = new Map(obstacles.map((o) => [o.key, o.party]));
  /** Some package meets, for some coalition, all of the set that counts for it. */
  const met = (set: string[]): boolean =>
    packages.some(({ broken }) =>
      coalitions.some((members) =>
        set.every(
          (key) => !broken.has(key) || !(partyOf.get(key)! < 0 || members.includes(partyOf.get(key)!)),
        ),
      ),
    );
  const minimal = (some: string[][]): string[] =>
    some
      .filter((a) => !some.some((b) => b.length < a.length && b.every((o) => a.includes(o))))
      .map((set) => set.sort().join(" "))
      .sort();
  const upToThree = [1, 2, 3].flatMap((size) => sets(size, keys));
  return {
    frontier: frontier.map((v) => v.join()).sort(),
    best: {
      nash: top((g) => {
        const positive = rising(g.filter((x) => x > 0));
        return [positive.length, positive.length === 0 ? 0 : positive.reduce((a, b) => a * b, 1)];
      }),
      kalaiSmorodinsky: top((g) => rising(g.flatMap((x, b) => (most[b]! > 0 ? [x / most[b]!] : [])))),
      egalitarian: top(rising),
      utilitarian: top((g) => [rising(g).reduce((a, b) => a + b, 0)]),
    },
    blocking: zone.length > 0 ? [] : minimal(upToThree.filter((set) => !met(set))),
    relaxations:
      zone.length > 0
        ? []
        : minimal(upToThree.filter((set) => met(keys.filter((key) => !set.includes(key))))),
  };
}

function compare(a: number[], b: number[]): number {
  for (const [k, x] of a.entries()) {
    const y = b[k]!;
    if (Math.abs(x - y) > 1e-12 * Math.max(1, Math.abs(x), Math.abs(y))) return x - y;
  }
  return 0;
}

/** What a random problem is drawn from. */
export interface RandomInput {
  parties: number;
  options: number[];
  /** value[party][issue][option]. */
  value: number[][][];
  reservation: number[];
  constraints: { party: number; choices: [number, number][] }[];
  coalitions: number[][];
}

/** A small random problem with links, red lines, ties, thirds, and now and then several coalitions. */
export function randomInput(random: Xoshiro128): RandomInput {
  const below = (n: number): number => random.next() % n;
  const parties = 1 + below(4);
  const options = Array.from({ length: 1 + below(4) }, () => 1 + below(3));
  const scale = [1, 3, 7, 1000][below(4)]!;
  const most = scale === 1 ? 5 : scale === 1000 ? 1000 : 3 * scale;
  const choice = (): [number, number] => {
    const k = below(options.length);
    return [k, below(options[k]!)];
  };
  const distinctChoices = (): [number, number][] =>
    Array.from({ length: 1 + below(2) }, choice).filter(
      ([k], at, all) => all.findIndex(([j]) => j === k) === at,
    );
  const everybody = Array.from({ length: parties }, (_, i) => i);
  const coalitions =
    below(3) > 0
      ? [everybody]
      : [everybody.filter(() => below(3) > 0), everybody.filter(() => below(3) > 0)].filter(
          (c) => c.length > 0,
        );
  const minimal = coalitions.filter(
    (a, at) =>
      !coalitions.some(
        (b, other) => other !== at && b.every((i) => a.includes(i)) && (b.length < a.length || other < at),
      ),
  );
  const constraints = new Map(
    Array.from({ length: below(5) }, () => ({
      party: below(parties + 1) - 1,
      choices: distinctChoices(),
    })).map((one): [string, typeof one] => [JSON.stringify([one.party, [...one.choices].sort()]), one]),
  );
  return {
    parties,
    options,
    value: everybody.map(() => options.map((n) => Array.from({ length: n }, () => below(most + 1) / scale))),
    reservation: everybody.map(() => (below(options.length * most + 1) * (0.4 + 0.6 * below(2))) / scale),
    constraints: [...constraints.values()],
    coalitions: minimal.length === 0 ? [everybody] : minimal,
  };
}
