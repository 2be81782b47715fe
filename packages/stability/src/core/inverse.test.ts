import { expect, test } from "vitest";
import { CONCEPTS, type Concept, FLAG, type Game } from "./game.ts";
import { countOrders, smallestChange } from "./inverse.ts";
import { countStates } from "./moves.ts";
import { ranksOf } from "./payoffs.ts";
import { Xoshiro128 } from "./random.ts";
import { randomArcGame, randomOptionGame } from "./random-game.test.helper.ts";
import { literalStability } from "./reference.test.helper.ts";
import { stability } from "./stability.ts";

function* permutations(n: number): Generator<number[]> {
  if (n === 0) {
    yield [];
    return;
  }
  for (const rest of permutations(n - 1)) {
    for (let at = 0; at < n; at++) yield [...rest.slice(0, at), n - 1, ...rest.slice(at)];
  }
}

function withOrder(game: Game, i: number, ranks: readonly number[]): Game {
  const { exists } = game.moves;
  let n = 0;
  const own = game.payoffs[i]!.map((_, s) => (exists === undefined || exists[s] === 1 ? ranks[n++]! : -1));
  return { ...game, payoffs: game.payoffs.map((p, k) => (k === i ? own : p)) };
}

test("the count is that of all orders tried one by one, by the definitions", () => {
  const random = Xoshiro128.fromSeed(60);
  let some = 0;
  for (let n = 0; n < 60; n++) {
    const deciders = 2 + random.below(2);
    const game =
      n % 2 === 0
        ? randomArcGame(random, deciders, 2 + random.below(4), false)
        : randomOptionGame(random, {
            deciders,
            options: 2,
            infeasible: n % 4 === 1,
            oneWay: n % 3 === 0,
            ties: false,
          });
    const states = countStates(game.moves);
    const target = Array.from({ length: game.moves.size }, (_, s) => s).find(
      (s) => game.moves.exists === undefined || game.moves.exists[s] === 1,
    )!;
    const i = random.below(deciders);
    const counts: Record<Concept, number> = { nash: 0, gmr: 0, smr: 0, seq: 0, sseq: 0 };
    let orders = 0;
    for (const ranks of permutations(states)) {
      orders++;
      const flags = literalStability(withOrder(game, i, ranks))[i]![target]!;
      for (const concept of CONCEPTS) if ((flags & FLAG[concept]) !== 0) counts[concept]++;
    }
    for (const concept of CONCEPTS) {
      const found = countOrders(game, states, target, i, concept);
      expect([found.stable, found.of], `${n} ${concept}`).toEqual([BigInt(counts[concept]), BigInt(orders)]);
      if (counts[concept] > 0 && counts[concept] < orders) some++;
    }
  }
  expect(some).toBeGreaterThan(50);
});

test("the smallest change makes the state stable, and nothing smaller does", () => {
  const random = Xoshiro128.fromSeed(61);
  let changed = 0;
  for (let n = 0; n < 400; n++) {
    const game = randomArcGame(random, 3, 5 + random.below(3), false);
    const state = random.below(game.moves.size);
    const i = random.below(3);
    const own = game.payoffs[i]!;
    for (const concept of CONCEPTS) {
      const lowered = (set: readonly number[]): boolean => {
        // Below all others, so that the rest keeps its order.
        const p = ranksOf(Float64Array.from(own, (v, s) => (set.includes(s) ? -1 : v)));
        const flags = stability({ ...game, payoffs: game.payoffs.map((q, k) => (k === i ? p : q)) });
        return (flags[i]![state]! & FLAG[concept]) !== 0;
      };
      const change = smallestChange(game, state, i, concept);
      expect(change.proved || change.lower.length === 20).toBe(true);
      const size = change.lower[0]!.length;
      for (const set of change.lower) expect(lowered(set), `${n} ${concept}`).toBe(true);
      if (size > 0) changed++;
      const all = Array.from(own, (_, s) => s).filter((s) => own[s]! > own[state]!);
      for (let code = 0; code < 2 ** all.length; code++) {
        const set = all.filter((_, k) => ((code >> k) & 1) === 1);
        if (set.length < size) expect(lowered(set), `${n} ${concept} smaller`).toBe(false);
      }
    }
  }
  expect(changed).toBeGreaterThan(100);
});
