import { type CoalitionJson, EASE_ORDER, type Missing, missingNumbers } from "./coalition.ts";
import { joins, type Pulls, pullsOf } from "./pull.ts";
import { isEnough } from "./voting.ts";

/** Somebody is won: what is granted, whom that puts off, and in what share of the worlds it works. */
export interface SequenceStep {
  candidate: string;
  grants: string[];
  putsOff: string[];
  /** Who could not, or would less easily, be won before. */
  unlocks: string[];
  /** Share of the worlds in which this step and all before it work; absent while numbers are missing. */
  works?: number;
  /** Whether it is enough from here on. */
  enough: boolean;
}

/** Whom to win first, and in which order. */
export interface Sequence {
  steps: SequenceStep[];
  /** Who cannot be won, and for whom each waits; waiting for nobody, it joins in none of the worlds. */
  blocked: { candidate: string; waitsFor: string[] }[];
  /** For each who could be asked first: the best share of worlds in which it then comes to be enough. */
  first: { candidate: string; works: number }[];
  /** The smallest group that would be enough, and the share of worlds in which it holds without all others. */
  core?: { members: string[]; holds: number };
  missing: Missing[];
  worlds: number;
  seed: number;
  status: "proved" | "heuristic" | `capped at ${number}`;
}

/** Orders looked at before the search stops and says so. */
export const MAX_ORDERS = 50_000;
/** Candidates of one coalition: as many as a mask has bits. */
export const MAX_CANDIDATES = 24;
/** The core is looked for among all groups of up to so many candidates. */
const CORE_AMONG = 12;

/**
 * The order in which to win candidates, such that in as many worlds as can be every one joins when asked, and all are
 * still in when it is enough; then the others, the surest first. Orders are compared by the worlds in which they work,
 * then by how few are put off, then by how short they are. While numbers are missing, only what must come first and
 * the order of ease decide, and no share is given.
 *
 * @throws RangeError with more than 24 candidates
 */
export function sequence(
  coalition: CoalitionJson,
  options: { worlds: number; seed: number; shouldStop?: () => boolean },
): Sequence {
  const { candidates } = coalition;
  if (candidates.length > MAX_CANDIDATES)
    throw new RangeError(
      `${candidates.length} candidates; the limit is ${MAX_CANDIDATES}. Leave some out, or join them into groups.`,
    );
  const missing = missingNumbers(coalition);
  const table = tableOf(coalition);
  const blank = { missing, seed: options.seed, worlds: 0 };
  if (missing.length > 0) return { ...byEase(coalition, table), ...blank };
  const pulls = pullsOf(coalition, options.worlds, options.seed);
  const search = new Search(table, pulls, options.shouldStop);
  const first: Sequence["first"] = [];
  for (let c = 0; c < table.n; c++) {
    if (table.needs[c] !== 0) continue;
    const best = search.best(c);
    first.push({ candidate: table.ids[c] as string, works: best.count / pulls.worlds });
  }
  first.sort((a, b) => b.works - a.works);
  const found = search.best();
  const { path, steps, left } = search.extended(found.path, coalition);
  const core = coreOf(table, pulls, path);
  return {
    steps,
    blocked: left.map((c) => ({ candidate: table.ids[c] as string, waitsFor: waiting(table, c, path) })),
    first,
    ...(core === undefined ? {} : { core }),
    missing,
    worlds: pulls.worlds,
    seed: options.seed,
    status: search.capped ? `capped at ${MAX_ORDERS}` : "proved",
  };
}

/** A coalition with integers in place of names. */
interface Table {
  n: number;
  ids: readonly string[];
  /** Candidates that must be in before, as bits; a need that is no candidate and no member can never be met. */
  needs: readonly number[];
  never: readonly string[][];
  ease: readonly number[];
  isEnough(mask: number): boolean;
}

function tableOf({ members, candidates, enough }: CoalitionJson): Table {
  const ids = candidates.map((one) => one.id);
  const at = new Map(ids.map((id, i) => [id, i]));
  const never = candidates.map((one) => one.needs.filter((id) => !at.has(id) && !members.includes(id)));
  const everybody = enough.all.length === 0 && enough.rules.length === 0;
  const known = new Map<number, boolean>();
  return {
    n: ids.length,
    ids,
    never,
    needs: candidates.map((one, i) =>
      never[i]?.length === 0
        ? one.needs.reduce((mask, id) => mask | (at.has(id) ? 1 << (at.get(id) as number) : 0), 0)
        : -1,
    ),
    ease: candidates.map((one) => EASE_ORDER.indexOf(one.ease)),
    isEnough(mask) {
      let answer = known.get(mask);
      if (answer === undefined) {
        const isIn = (id: string): boolean =>
          members.includes(id) || (at.has(id) && ((mask >> (at.get(id) as number)) & 1) === 1);
        answer = everybody ? mask === (1 << ids.length) - 1 : isEnough(enough, isIn);
        known.set(mask, answer);
      }
      return answer;
    },
  };
}

/** For whom a candidate waits that is not in. */
function waiting(table: Table, c: number, path: readonly Taken[]): string[] {
  const mask = path.reduce((m, one) => m | (1 << one.c), 0);
  const needs = table.needs[c] as number;
  const candidates = needs < 0 ? [] : table.ids.filter((_, i) => ((needs & ~mask) >> i) & 1);
  return [...(table.never[c] ?? []), ...candidates];
}

/** Without numbers: what must come first, and the easiest of those that can be asked. */
function byEase(
  coalition: CoalitionJson,
  table: Table,
): Pick<Sequence, "steps" | "blocked" | "first" | "status"> {
  const path: Taken[] = [];
  let mask = 0;
  for (;;) {
    const open = [...table.ids.keys()].filter(
      (c) =>
        ((mask >> c) & 1) === 0 &&
        (table.needs[c] as number) >= 0 &&
        ((table.needs[c] as number) & ~mask) === 0,
    );
    const [next] = open.sort(
      (a, b) => (table.ease[a] as number) - (table.ease[b] as number) || byName(table, a, b),
    );
    if (next === undefined) break;
    mask |= 1 << next;
    path.push({ c: next, dear: true });
  }
  return {
    steps: path.map((taken, k) => told(coalition, table, path.slice(0, k), taken)),
    blocked: [...table.ids.keys()]
      .filter((c) => ((mask >> c) & 1) === 0)
      .map((c) => ({ candidate: table.ids[c] as string, waitsFor: waiting(table, c, path) })),
    first: [],
    status: "heuristic",
  };
}

const byName = (table: Table, a: number, b: number): number =>
  (table.ids[a] as string) < (table.ids[b] as string) ? -1 : 1;

/** A step of a path: who, and whether also those of its asks are granted that put others off. */
interface Taken {
  c: number;
  dear: boolean;
}

function told(coalition: CoalitionJson, table: Table, before: readonly Taken[], taken: Taken): SequenceStep {
  const one = coalition.candidates[taken.c] as CoalitionJson["candidates"][number];
  const mask = before.reduce((m, t) => m | (1 << t.c), 0);
  const granted = one.asks.filter((ask) => ask.status === "open" && (taken.dear || ask.against.length === 0));
  const unlocks = coalition.candidates.filter(
    (other, i) =>
      i !== taken.c &&
      ((mask >> i) & 1) === 0 &&
      (other.needs.includes(one.id) || other.drawnBy.some((by) => by.id === one.id)),
  );
  return {
    candidate: one.id,
    grants: granted.map((ask) => ask.what),
    putsOff: [...new Set(granted.flatMap((ask) => ask.against))].sort(),
    unlocks: unlocks.map((other) => other.id),
    enough: table.isEnough(mask | (1 << taken.c)),
  };
}

/** Worlds as bits. */
type Worlds = Uint32Array;

const countOf = (worlds: Worlds): number => {
  let count = 0;
  for (let word of worlds) {
    word -= (word >>> 1) & 0x55555555;
    word = (word & 0x33333333) + ((word >>> 2) & 0x33333333);
    count += Math.imul((word + (word >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
  }
  return count;
};
const both = (a: Worlds, b: Worlds): Worlds => a.map((word, i) => word & (b[i] as number));
const within = (a: Worlds, b: Worlds): boolean => a.every((word, i) => (word & ~(b[i] as number)) === 0);

interface Found {
  path: Taken[];
  count: number;
  dear: number;
}

/**
 * Depth first over orders, the most promising next step first. A set of members reached in a subset of the worlds in
 * which it was reached before cannot lead further; an order that already works in too few worlds cannot be the best.
 */
class Search {
  readonly #table: Table;
  readonly #pulls: Pulls;
  readonly #shouldStop: (() => boolean) | undefined;
  readonly #joining = new Map<string, Worlds>();
  #looked = 0;
  capped = false;

  constructor(table: Table, pulls: Pulls, shouldStop: (() => boolean) | undefined) {
    this.#table = table;
    this.#pulls = pulls;
    this.#shouldStop = shouldStop;
  }

  /** In which worlds a candidate is in, with these in and these asks granted. */
  joining(c: number, mask: number, dearMask: number): Worlds {
    const key = `${c} ${mask} ${dearMask}`;
    let worlds = this.#joining.get(key);
    if (worlds === undefined) {
      worlds = new Uint32Array(Math.ceil(this.#pulls.worlds / 32));
      for (let w = 0; w < this.#pulls.worlds; w++)
        if (joins(this.#pulls, c, mask, dearMask, w))
          worlds[w >> 5] = (worlds[w >> 5] as number) | (1 << (w & 31));
      this.#joining.set(key, worlds);
    }
    return worlds;
  }

  all(): Worlds {
    const worlds = new Uint32Array(Math.ceil(this.#pulls.worlds / 32));
    for (let w = 0; w < this.#pulls.worlds; w++)
      worlds[w >> 5] = (worlds[w >> 5] as number) | (1 << (w & 31));
    return worlds;
  }

  /** Worlds in which all that are in stay in. */
  staying(mask: number, dearMask: number): Worlds {
    let worlds = this.all();
    for (let c = 0; c < this.#table.n; c++)
      if ((mask >> c) & 1) worlds = both(worlds, this.joining(c, mask & ~(1 << c), dearMask));
    return worlds;
  }

  /** The best order up to where it is enough; beginning with a candidate, if one is named. */
  best(beginning?: number): Found {
    const { n } = this.#table;
    let best: Found = { path: [], count: 0, dear: 0 };
    let none = true;
    const seen = new Map<string, Worlds[]>();
    this.#looked = 0;
    const visit = (mask: number, dearMask: number, alive: Worlds, path: Taken[], dear: number): void => {
      if (this.#looked++ > MAX_ORDERS || this.#shouldStop?.() === true) {
        this.capped = true;
        return;
      }
      if (this.#table.isEnough(mask)) {
        const count = countOf(both(alive, this.staying(mask, dearMask)));
        if (none || better(count, dear, path.length, best)) best = { path, count, dear };
        none = false;
        // Who is put off may be won back by others that join later: the search goes on only where that can be.
        if (count === countOf(alive)) return;
      }
      const next: { taken: Taken; worlds: Worlds; count: number }[] = [];
      for (let c = 0; c < n; c++) {
        if ((mask >> c) & 1) continue;
        if (path.length === 0 && beginning !== undefined && c !== beginning) continue;
        const needs = this.#table.needs[c] as number;
        if (needs < 0 || (needs & ~mask) !== 0) continue;
        for (const asDear of this.#pulls.isDear[c] ? [false, true] : [false]) {
          const worlds = both(alive, this.joining(c, mask, asDear ? dearMask | (1 << c) : dearMask));
          const count = countOf(worlds);
          if (count > 0) next.push({ taken: { c, dear: asDear }, worlds, count });
        }
      }
      next.sort(
        (a, b) =>
          b.count - a.count ||
          Number(a.taken.dear) - Number(b.taken.dear) ||
          (this.#table.ease[a.taken.c] as number) - (this.#table.ease[b.taken.c] as number) ||
          byName(this.#table, a.taken.c, b.taken.c),
      );
      for (const { taken, worlds, count } of next) {
        const dearNow = dear + Number(taken.dear);
        if (!none && !better(count, dearNow, path.length + 1, best)) continue;
        const maskNow = mask | (1 << taken.c);
        const dearMaskNow = taken.dear ? dearMask | (1 << taken.c) : dearMask;
        const key = `${maskNow} ${dearMaskNow}`;
        const before = seen.get(key) ?? [];
        if (before.some((other) => within(worlds, other))) continue;
        seen.set(key, [...before.filter((other) => !within(other, worlds)), worlds]);
        visit(maskNow, dearMaskNow, worlds, [...path, taken], dearNow);
      }
    };
    visit(0, 0, this.all(), [], 0);
    return best;
  }

  /** The order with shares, and after it those who can still be won, the surest first. */
  extended(
    found: readonly Taken[],
    coalition: CoalitionJson,
  ): { path: Taken[]; steps: SequenceStep[]; left: number[] } {
    const steps: SequenceStep[] = [];
    const path: Taken[] = [];
    let alive = this.all();
    let [mask, dearMask] = [0, 0];
    const take = (taken: Taken): void => {
      const step = told(coalition, this.#table, path, taken);
      const dearNow = taken.dear ? dearMask | (1 << taken.c) : dearMask;
      alive = both(alive, this.joining(taken.c, mask, dearNow));
      mask |= 1 << taken.c;
      dearMask = dearNow;
      path.push(taken);
      // Once it is enough, it counts only where all are still in.
      const standing = step.enough ? both(alive, this.staying(mask, dearMask)) : alive;
      steps.push({ ...step, works: countOf(standing) / this.#pulls.worlds });
    };
    for (const taken of found) take(taken);
    for (;;) {
      let surest: { taken: Taken; count: number } | undefined;
      for (let c = 0; c < this.#table.n; c++) {
        const needs = this.#table.needs[c] as number;
        if ((mask >> c) & 1 || needs < 0 || (needs & ~mask) !== 0) continue;
        for (const dear of this.#pulls.isDear[c] ? [false, true] : [false]) {
          const dearNow = dear ? dearMask | (1 << c) : dearMask;
          const worlds = both(
            both(alive, this.joining(c, mask, dearNow)),
            this.staying(mask | (1 << c), dearNow),
          );
          const count = countOf(worlds);
          if (count > 0 && (surest === undefined || count > surest.count))
            surest = { taken: { c, dear }, count };
        }
      }
      if (surest === undefined) break;
      take(surest.taken);
    }
    return { path, steps, left: [...this.#table.ids.keys()].filter((c) => ((mask >> c) & 1) === 0) };
  }
}

function better(count: number, dear: number, length: number, best: Found): boolean {
  if (count !== best.count) return count > best.count;
  if (dear !== best.dear) return dear < best.dear;
  return length < best.path.length;
}

/** The smallest group that is enough, and of several the one that holds by itself in most worlds. */
function coreOf(table: Table, pulls: Pulls, path: readonly Taken[]): Sequence["core"] {
  if (table.n > CORE_AMONG) return undefined;
  const dearMask = path.reduce((mask, one) => (one.dear ? mask | (1 << one.c) : mask), 0);
  let best: { mask: number; size: number; holds: number } | undefined;
  for (let mask = 0; mask < 1 << table.n; mask++) {
    const inside = [...table.ids.keys()].filter((c) => (mask >> c) & 1);
    if (best !== undefined && inside.length > best.size) continue;
    if (!table.isEnough(mask)) continue;
    if (inside.some((c) => (table.needs[c] as number) < 0 || ((table.needs[c] as number) & ~mask) !== 0))
      continue;
    let holds = 0;
    for (let w = 0; w < pulls.worlds; w++)
      if (inside.every((c) => joins(pulls, c, mask & ~(1 << c), dearMask & mask, w))) holds++;
    if (best === undefined || inside.length < best.size || holds > best.holds)
      best = { mask, size: inside.length, holds };
  }
  if (best === undefined) return undefined;
  const { mask, holds } = best;
  return { members: table.ids.filter((_, c) => (mask >> c) & 1).sort(), holds: holds / pulls.worlds };
}
