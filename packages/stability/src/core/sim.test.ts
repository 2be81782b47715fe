import { expect, test } from "vitest";
import type { Game } from "./game.ts";
import { FLAG } from "./game.ts";
import type { OptionMoves } from "./option-moves.ts";
import { Xoshiro128 } from "./random.ts";
import { randomOptionGame } from "./random-game.test.helper.ts";
import { simStability } from "./sim.ts";

/** The definition, choosing for each other by recursion and setting option by option. */
function literal(game: Game, moves: OptionMoves, i: number, s: number): boolean {
  const out = new Int32Array(moves.widest);
  const better = (j: number): number[] =>
    [...out.subarray(0, moves.successors(j, s, out))].filter(
      (q) => game.payoffs[j]![q]! > game.payoffs[j]![s]!,
    );
  const hurts = (s2: number): boolean =>
    (moves.exists === undefined || moves.exists[s2] === 1) && game.payoffs[i]![s2]! <= game.payoffs[i]![s]!;
  const apply = (state: number, j: number, q: number): number => {
    let next = state;
    for (let k = 0; k < moves.options; k++) {
      if (((moves.own[j]! >>> k) & 1) === 1) next = (next & ~(1 << k)) | (q & (1 << k));
    }
    return next;
  };
  const some = (state: number, j: number): boolean => {
    if (j === moves.deciders) return hurts(state);
    if (j === i) return some(state, j + 1);
    return [s, ...better(j)].some((q) => some(apply(state, j, q), j + 1));
  };
  return better(i).every((s1) => some(s1, 0));
}

test("SIM agrees with its definition on random models, infeasible states and one-way options included", () => {
  const random = Xoshiro128.fromSeed(11);
  let apart = 0;
  for (let n = 0; n < 1500; n++) {
    const game = randomOptionGame(random, {
      deciders: 2 + random.below(3),
      options: 1 + random.below(5),
      infeasible: random.below(2) === 0,
      oneWay: random.below(2) === 0,
      ties: random.below(2) === 0,
    });
    const moves = game.moves as OptionMoves;
    const flags = simStability(moves, game);
    for (let s = 0; s < moves.size; s++) {
      if (moves.exists !== undefined && moves.exists[s] !== 1) continue;
      for (let i = 0; i < moves.deciders; i++) {
        const expected = literal(game, moves, i, s);
        if (expected !== (flags[i]![s] === FLAG.sim))
          expect.fail(`model ${n}, state ${s}, decision maker ${i}`);
        if (!expected) apart++;
      }
    }
  }
  expect(apart).toBeGreaterThan(1000);
});

test("it refuses to compare more joint moves than allowed", () => {
  const game = randomOptionGame(Xoshiro128.fromSeed(2), {
    deciders: 3,
    options: 8,
    infeasible: false,
    oneWay: false,
    ties: false,
  });
  expect(() => simStability(game.moves as OptionMoves, game, {}, 10)).toThrow("the limit is 10");
});
