import { CONCEPTS, type Concept, FLAG, type Watch } from "./core/game.ts";
import type { Payoffs } from "./core/payoffs.ts";
import { rankGroups, ranksOf } from "./core/payoffs.ts";
import { Xoshiro128 } from "./core/random.ts";
import { Stopped, stability } from "./core/stability.ts";
import { rankJudgement, stopped, tooManyStatesToVary } from "./messages.ts";
import type { GraphModel } from "./model.ts";
import type { Variants } from "./variants.ts";

/** In what share of the variants a state lasts, and what that hangs on. */
export interface RobustnessResult {
  worlds: number;
  /** `proved`: every variant was looked at. `sampled`: as many were drawn, each equally likely. */
  status: "proved" | "sampled";
  seed?: number;
  /** Per concept, the states that are equilibria in some variant. */
  equilibria: Record<
    Concept,
    {
      id: string;
      share: number;
      /** As the orders are given. */
      now: boolean;
      /** The judgement that matters most: the share of variants in which the state lasts with it as given, and turned round. */
      hangsOn?: { decisionMaker: string; judgement: string; asGiven: number; turned: number };
    }[]
  >;
}

/** States at most in a model whose orders are varied. */
const STATES_LIMIT = 4096;
const GOLDEN = (3 - Math.sqrt(5)) / 2;

/** Judgements of an order that is given as a ranking: each group of states before the next. */
export function rankVariants(payoffs: Payoffs, model: Pick<GraphModel, "states" | "game">): Variants {
  const { states, game } = model;
  const groups = rankGroups(payoffs, states.slots).map((group) => group.map((slot) => states.id(slot)));
  const top = groups.length - 1;
  return {
    judgements: groups.slice(1).map((worse, k) => rankJudgement(groups[k]!, worse)),
    turned: (judgements) =>
      ranksOf(
        Float64Array.from(payoffs, (p) => {
          const place = top - p;
          if (judgements.has(place)) return p - 1;
          return judgements.has(place - 1) ? p + 1 : p;
        }),
        game.moves.exists,
      ),
  };
}

/**
 * Vary the orders: each variant turns round some judgements (a state, or group of equals, ranked directly above
 * another; a statement directly more important than another), never two neighbours at once, all such variants being equally
 * likely. All are looked at when there are no more than `worlds`; else as many are drawn.
 *
 * @throws RangeError with more states than can be varied
 */
export function robustness(
  model: GraphModel,
  { worlds, seed, watch = {} }: { worlds: number; seed: number; watch?: Watch },
): RobustnessResult {
  const { states, game, decisionMakers } = model;
  if (states.slots.length > STATES_LIMIT)
    throw new RangeError(tooManyStatesToVary(states.slots.length, STATES_LIMIT));
  const variants = game.payoffs.map((own, i) => model.variants?.[i] ?? rankVariants(own, model));
  const sizes = variants.map((v) => v.judgements.length);
  const all = sizes.reduce((product, n) => product * ways(n), 1);
  const whole = all <= worlds;
  const drawn = whole ? everyTurn(sizes) : someTurns(sizes, worlds, Xoshiro128.fromSeed(seed));
  const place = new Map(Array.from(states.slots, (slot, n) => [slot, n]));
  const judgements = variants.flatMap((v, i) => v.judgements.map((judgement, k) => ({ i, k, judgement })));
  const count = (): Int32Array[] => CONCEPTS.map(() => new Int32Array(states.slots.length));
  const held = count();
  const turnedHeld = judgements.map(count);
  const turnedWorlds = new Int32Array(judgements.length);
  let done = 0;
  for (const turn of drawn) {
    if (watch.shouldStop?.() === true) throw new Stopped(stopped());
    const at = judgements.flatMap(({ i, k }, n) => (turn[i]!.has(k) ? [n] : []));
    const flags = stability({ moves: game.moves, payoffs: variants.map((v, i) => v.turned(turn[i]!)) });
    for (const n of at) turnedWorlds[n]!++;
    for (const [slot, n] of place) {
      for (const [c, concept] of CONCEPTS.entries()) {
        if (!flags.every((own) => (own[slot]! & FLAG[concept]) !== 0)) continue;
        held[c]![n]!++;
        for (const k of at) turnedHeld[k]![c]![n]!++;
      }
    }
    done++;
    watch.progress?.(done / (whole ? all : worlds));
  }
  const given = stability(game);
  const result: RobustnessResult = {
    worlds: done,
    status: whole ? "proved" : "sampled",
    equilibria: Object.fromEntries(CONCEPTS.map((c) => [c, []])) as unknown as RobustnessResult["equilibria"],
  };
  if (!whole) result.seed = seed;
  for (const [c, concept] of CONCEPTS.entries()) {
    for (const [slot, n] of place) {
      const times = held[c]![n]!;
      const isNow = given.every((own) => (own[slot]! & FLAG[concept]) !== 0);
      if (times === 0 && !isNow) continue;
      const entry: RobustnessResult["equilibria"][Concept][number] = {
        id: states.id(slot),
        share: times / done,
        now: isNow,
      };
      let most = 0;
      for (const [k, { i, judgement }] of judgements.entries()) {
        const [turnedN, keptN] = [turnedWorlds[k]!, done - turnedWorlds[k]!];
        if (turnedN === 0 || keptN === 0) continue;
        const turned = turnedHeld[k]![c]![n]! / turnedN;
        const asGiven = (times - turnedHeld[k]![c]![n]!) / keptN;
        if (Math.abs(asGiven - turned) <= most) continue;
        most = Math.abs(asGiven - turned);
        entry.hangsOn = { decisionMaker: decisionMakers[i]!, judgement, asGiven, turned };
      }
      result.equilibria[concept].push(entry);
    }
  }
  return result;
}

/** In how many ways some of n judgements in a row can be turned round, no two neighbours at once. */
function ways(n: number): number {
  let [now, next] = [1, 2];
  for (let k = 0; k < n; k++) [now, next] = [next, now + next];
  return now;
}

type Turn = ReadonlySet<number>[];

function* everyTurn(sizes: readonly number[]): Generator<Turn> {
  const lists = sizes.map((n) => [...rowTurns(n)]);
  const walk = function* (i: number, so: Turn): Generator<Turn> {
    if (i === lists.length) yield so;
    else for (const own of lists[i]!) yield* walk(i + 1, [...so, own]);
  };
  yield* walk(0, []);
}

function* rowTurns(n: number, from = 0, so: readonly number[] = []): Generator<ReadonlySet<number>> {
  if (from >= n) {
    yield new Set(so);
    return;
  }
  yield* rowTurns(n, from + 1, so);
  yield* rowTurns(n, from + 2, [...so, from]);
}

function* someTurns(sizes: readonly number[], worlds: number, random: Xoshiro128): Generator<Turn> {
  for (let w = 0; w < worlds; w++) {
    yield sizes.map((n) => {
      const own = new Set<number>();
      for (let k = 0; k < n; k++) {
        const left = n - k;
        // The share of the ways for the judgements left in which the first is turned; far from the end, that of all rows.
        const share = left > 60 ? GOLDEN : left === 1 ? 0.5 : ways(left - 2) / ways(left);
        if (random.next() < share * 2 ** 32) own.add(k++);
      }
      return own;
    });
  }
}
