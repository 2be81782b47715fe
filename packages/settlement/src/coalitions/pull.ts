import { Streams } from "../core/streams.ts";
import type { Numeric } from "../settlement-json.ts";
import { point } from "../to-problem.ts";
import type { CoalitionJson } from "./coalition.ts";

/**
 * What brings each candidate nearer, world by world, with integers in place of names. Masks hold candidates as bits;
 * who is a member already counts as in from the start.
 */
export interface Pulls {
  n: number;
  worlds: number;
  /** readiness + asks granted already + members already in, per candidate and world: `[c * worlds + w]`. */
  base: Float64Array;
  /** What granting its open asks adds that put nobody off, and those that do. */
  freeAsks: Float64Array;
  dearAsks: Float64Array;
  /** Whether it has open asks of the second kind. */
  isDear: readonly boolean[];
  /** `[(c * n + by) * worlds + w]`: how much nearer the joining of `by` brings `c`. */
  draws: Float64Array;
  /** `[(c * n + of) * worlds + w]`: how much the dear asks of `of`, granted, take from `c`. */
  costs: Float64Array;
}

/**
 * Draw worlds: every range independently, triangular where its likeliest value is known, else uniform. With no worlds
 * asked for: one world, in which every judgement has its likeliest value or the middle of its range.
 */
export function pullsOf(coalition: CoalitionJson, worlds: number, seed: number): Pulls {
  const { candidates, members } = coalition;
  const n = candidates.length;
  const count = Math.max(1, worlds);
  const at = new Map(candidates.map((one, i) => [one.id, i]));
  const streams = new Streams(seed);
  const made: Pulls = {
    n,
    worlds: count,
    base: new Float64Array(n * count),
    freeAsks: new Float64Array(n * count),
    dearAsks: new Float64Array(n * count),
    isDear: candidates.map((one) => one.asks.some((ask) => ask.status === "open" && ask.against.length > 0)),
    draws: new Float64Array(n * n * count),
    costs: new Float64Array(n * n * count),
  };
  const add = (into: Float64Array, row: number, range: Numeric | undefined, name: string, sign = 1): void => {
    if (range === undefined) return;
    if (worlds === 0 || typeof range === "number") {
      const value = sign * point(range);
      for (let w = 0; w < count; w++) into[row * count + w] = (into[row * count + w] as number) + value;
      return;
    }
    const [low, mode, high] = range.length === 2 ? [range[0], undefined, range[1]] : range;
    const stream = streams.of(name);
    for (let w = 0; w < count; w++)
      into[row * count + w] = (into[row * count + w] as number) + sign * stream.draw(low, mode, high);
  };
  for (const [c, one] of candidates.entries()) {
    add(made.base, c, one.readiness, `${one.id}\nreadiness`);
    for (const { id, worth } of one.drawnBy) {
      const by = at.get(id);
      if (by !== undefined) add(made.draws, c * n + by, worth, `${one.id}\ndrawn by\n${id}`);
      else if (members.includes(id)) add(made.base, c, worth, `${one.id}\ndrawn by\n${id}`);
    }
    for (const [k, ask] of one.asks.entries()) {
      if (ask.status === "refused") continue;
      const into =
        ask.status === "granted" ? made.base : ask.against.length > 0 ? made.dearAsks : made.freeAsks;
      add(into, c, ask.worth, `${one.id}\nask ${k}\nworth`);
      for (const id of ask.against) {
        const put = at.get(id);
        if (put === undefined || put === c) continue;
        if (ask.status === "granted") add(made.base, put, ask.cost, `${one.id}\nask ${k}\ncost\n${id}`, -1);
        else add(made.costs, put * n + c, ask.cost, `${one.id}\nask ${k}\ncost\n${id}`);
      }
    }
  }
  return made;
}

/** Rounding must not keep somebody out who is exactly there. */
const THERE = 1 - 1e-12;

/**
 * Whether a candidate is in, or comes in when asked, in a world.
 *
 * @param inMask candidates that are in
 * @param dearMask candidates whose asks that put others off are granted
 */
export function joins(pulls: Pulls, c: number, inMask: number, dearMask: number, w: number): boolean {
  const { n, worlds } = pulls;
  let sum = (pulls.base[c * worlds + w] as number) + (pulls.freeAsks[c * worlds + w] as number);
  if ((dearMask >> c) & 1) sum += pulls.dearAsks[c * worlds + w] as number;
  for (let other = 0; other < n; other++) {
    if (other === c) continue;
    if ((inMask >> other) & 1) sum += pulls.draws[(c * n + other) * worlds + w] as number;
    if ((dearMask >> other) & 1) sum -= pulls.costs[(c * n + other) * worlds + w] as number;
  }
  return sum >= THERE;
}
