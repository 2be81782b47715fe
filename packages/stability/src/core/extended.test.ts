import { describe, expect, test } from "vitest";
import { COALITION_FLAG, Coalitions, coalitionStability, universalStability } from "./coalitions.ts";
import { FLAG, type Game } from "./game.ts";
import { ATTITUDES, gradedStability } from "./graded.ts";
import { limitedMove, nonMyopic } from "./horizon.ts";
import { OptionMoves } from "./option-moves.ts";
import { Xoshiro128 } from "./random.ts";
import { randomArcGame, randomOptionGame } from "./random-game.test.helper.ts";
import {
  literalCoalition,
  literalGraded,
  literalHorizon,
  type Signs,
} from "./reference-extended.test.helper.ts";
import { pairKey, type Relation } from "./relation.ts";
import { stability } from "./stability.ts";

const MODELS = 2000;

function anyGame(random: Xoshiro128, deciders = 2 + random.below(3)): Game {
  const ties = random.below(2) === 0;
  if (random.below(2) === 0) return randomArcGame(random, deciders, 2 + random.below(7), ties);
  const [infeasible, oneWay] = [random.below(2) === 0, random.below(2) === 0];
  return randomOptionGame(random, { deciders, options: 1 + random.below(4), infeasible, oneWay, ties });
}

/** Random strengths and unknown pairs on top of the orders, and the same written out as signs. */
function anyRelations(
  random: Xoshiro128,
  { moves, payoffs }: Game,
  kinds: { strength: boolean; unknown: boolean },
): { relations: Relation[]; signs: Signs[] } {
  const relations = payoffs.map((own): Relation => {
    const relation: Relation = { payoffs: own };
    if (kinds.strength) {
      const breaks = Array.from({ length: moves.size + 1 }, () => random.below(3) === 0);
      relation.levels = own.map((p) => breaks.slice(0, Math.max(p, 0)).filter((b) => b).length);
    }
    if (kinds.unknown) {
      const unknown = new Set<number>();
      for (let a = 0; a < moves.size; a++) {
        for (let b = a + 1; b < moves.size; b++)
          if (random.below(5) === 0) unknown.add(pairKey(moves.size, b, a));
      }
      relation.unknown = unknown;
    }
    return relation;
  });
  const signs = relations.map(({ payoffs: p, levels, unknown }) =>
    Array.from(p, (mine, s) =>
      Array.from(p, (its, q) => {
        if (s !== q && unknown?.has(Math.min(s, q) * moves.size + Math.max(s, q)) === true) return "U";
        const sign = its > mine ? ">" : its < mine ? "<" : "~";
        return sign !== "~" && levels !== undefined && levels[s] !== levels[q] ? sign + sign : sign;
      }),
    ),
  );
  return { relations, signs };
}

describe("strength and unknown preferences against the definitions", () => {
  for (const kinds of [
    { strength: true, unknown: false },
    { strength: false, unknown: true },
    { strength: true, unknown: true },
  ]) {
    test(`${kinds.strength ? "strength" : ""} ${kinds.unknown ? "unknown" : ""}`, () => {
      const random = Xoshiro128.fromSeed(21 + (kinds.strength ? 1 : 0) + (kinds.unknown ? 2 : 0));
      for (let n = 0; n < MODELS; n++) {
        const game = anyGame(random);
        const { relations, signs } = anyRelations(random, game, kinds);
        const graded = gradedStability(game.moves, relations);
        const attitudes = kinds.unknown ? ATTITUDES : (["a", "d"] as const);
        for (const attitude of attitudes) {
          for (const [i] of relations.entries()) {
            const general = graded.general[attitude][i]!;
            const strong = graded.strong[attitude][i]!;
            if (`${general}` !== `${literalGraded(game, signs, i, attitude, false)}`)
              expect.fail(`model ${n}, ${i}, ${attitude}, general`);
            if (`${strong}` !== `${literalGraded(game, signs, i, attitude, true)}`)
              expect.fail(`model ${n}, ${i}, ${attitude}, strong`);
            // Strongly stable is stable.
            for (const [s, flags] of strong.entries()) expect(flags & ~general[s]!).toBe(0);
          }
        }
        if (!kinds.unknown) {
          expect(graded.general.b.map(String)).toEqual(stability(game).map(String));
        }
      }
    });
  }

  test("the attitudes are ordered: who is tempted by less and deterred by more is stable wherever the other is", () => {
    const random = Xoshiro128.fromSeed(30);
    let apart = 0;
    for (let n = 0; n < 500; n++) {
      const game = anyGame(random);
      const { relations } = anyRelations(random, game, { strength: true, unknown: true });
      const { general, strong } = gradedStability(game.moves, relations);
      for (const grade of [general, strong]) {
        for (const [strict, lax] of [
          ["a", "b"],
          ["a", "c"],
          ["b", "d"],
          ["c", "d"],
        ] as const) {
          for (const [i, own] of grade[strict].entries()) {
            for (const [s, flags] of own.entries()) {
              const more = grade[lax][i]![s]!;
              expect(flags & ~more).toBe(0);
              if (flags !== more) apart++;
            }
          }
        }
      }
    }
    expect(apart).toBeGreaterThan(1000);
  });
});

describe("coalitions against the definitions", () => {
  test("every coalition of random models", () => {
    const random = Xoshiro128.fromSeed(40);
    const seen = new Set<number>();
    const implied = [
      ["cnash", "csmr"],
      ["cnash", "cseq"],
      ["csmr", "cgmr"],
      ["cseq", "cgmr"],
    ] as const;
    for (let n = 0; n < MODELS; n++) {
      const game = anyGame(random);
      const known = new Coalitions(game);
      const alone = stability(game);
      let all = new Uint8Array(game.moves.size).fill(15);
      for (let coalition = 1; coalition < 2 ** game.moves.deciders; coalition++) {
        const flags = coalitionStability(known, coalition);
        const members = known.members(coalition);
        if (`${flags}` !== `${literalCoalition(game, members)}`)
          expect.fail(`model ${n}, coalition ${members}`);
        all = all.map((f, s) => f & flags[s]!);
        for (const [s, flag] of flags.entries()) {
          seen.add(flag);
          for (const [strict, lax] of implied) {
            // On a graph whose moves are not transitive two coalitions with a member in common may answer by a sequence
            // in which it moves twice in a row, which no joint move under CGMR may: there CSEQ does not imply CGMR.
            if (strict === "cseq" && !(game.moves instanceof OptionMoves)) continue;
            if ((flag & COALITION_FLAG[strict]) !== 0) expect(flag & COALITION_FLAG[lax]).not.toBe(0);
          }
          if (members.length > 1) continue;
          // A coalition of one is the decision maker itself; its opponents may join forces under CSEQ.
          const own = alone[members[0]!]![s]!;
          expect((flag & COALITION_FLAG.cnash) !== 0).toBe((own & FLAG.nash) !== 0);
          expect((flag & COALITION_FLAG.cgmr) !== 0).toBe((own & FLAG.gmr) !== 0);
          expect((flag & COALITION_FLAG.csmr) !== 0).toBe((own & FLAG.smr) !== 0);
          if ((own & FLAG.seq) !== 0) expect(flag & COALITION_FLAG.cseq).not.toBe(0);
        }
      }
      expect(String(universalStability(game))).toBe(String(all));
    }
    expect(seen.size).toBeGreaterThan(5);
  });
});

describe("limited-move and non-myopic stability against the tree of moves", () => {
  test("L_1 to L_5 of random models of two", () => {
    const random = Xoshiro128.fromSeed(50);
    for (let n = 0; n < MODELS; n++) {
      const game =
        n % 2 === 0 ? randomArcGame(random, 2, 2 + random.below(4), n % 4 === 0) : anyGame(random, 2);
      const farthest = game.moves.size > 8 ? 3 : 5;
      for (let h = 1; h <= farthest; h++) {
        const flags = limitedMove(game, h);
        for (const i of [0, 1] as const) {
          if (`${flags[i]}` !== `${literalHorizon(game, i, h)}`)
            expect.fail(`model ${n}, ${i}, horizon ${h}`);
        }
      }
      const nash = stability(game).map((own) => own.map((f) => f & FLAG.nash));
      expect(limitedMove(game, 1).map(String)).toEqual(nash.map(String));
    }
  });

  test("non-myopic: stable at every horizon of a long stretch, and at no other state", () => {
    const random = Xoshiro128.fromSeed(51);
    let cycles = 0;
    for (let n = 0; n < 1000; n++) {
      const game = anyGame(random, 2);
      const found = nonMyopic(game);
      if (found === undefined) expect.fail("undecided");
      if (found.period > 1) cycles++;
      const stretch = Array.from({ length: 2 * found.period }, (_, k) =>
        limitedMove(game, found.from + found.period + k + 1),
      );
      for (const i of [0, 1] as const) {
        const always = found.stable[i].map((_, s) => (stretch.every((at) => at[i][s] === 1) ? 1 : 0));
        expect(String(found.stable[i])).toBe(String(always));
      }
    }
    expect(cycles).toBeGreaterThan(10);
  });

  test("more than two decision makers are refused, and a limit that is too near leaves it open", () => {
    const random = Xoshiro128.fromSeed(52);
    expect(() => limitedMove(randomArcGame(random, 3, 4, false), 2)).toThrow("this model has 3");
    expect(nonMyopic(randomArcGame(random, 2, 8, false), {}, 1)).toBeUndefined();
  });
});
