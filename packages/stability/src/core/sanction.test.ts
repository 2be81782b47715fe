import { expect, test } from "vitest";
import type { Game } from "./game.ts";
import { CONCEPTS, FLAG } from "./game.ts";
import { Xoshiro128 } from "./random.ts";
import { randomArcGame, randomOptionGame } from "./random-game.test.helper.ts";
import { reachFrom } from "./reachability.ts";
import { literalReach } from "./reference.test.helper.ts";
import { answersTo, type Step } from "./sanction.ts";
import { stability } from "./stability.ts";

const draw = { deciders: 3, options: 4, infeasible: true, oneWay: true, ties: true };
const games = (count: number): Game[] => {
  const random = Xoshiro128.fromSeed(21);
  return Array.from({ length: count }, (_, n) =>
    n % 2 === 0 ? randomOptionGame(random, draw) : randomArcGame(random, 3, 7, false),
  );
};

/** Whether a sequence is legal from a state: each step a move of its mover, nobody twice in a row, improving if asked. */
function isLegal({ moves, payoffs }: Game, from: number, path: Step[], improving: boolean): boolean {
  const out = new Int32Array(moves.widest + 1);
  let at = from;
  return path.every(({ by, to }, n) => {
    const can = [...out.subarray(0, moves.successors(by, at, out))].includes(to);
    const better = !improving || payoffs[by]![to]! > payoffs[by]![at]!;
    at = to;
    return can && better && path[n - 1]?.by !== by;
  });
}

test("every explanation is a proof: sanctions are legal and hurt, and where one is missing the state is unstable", () => {
  let sanctions = 0;
  let escapes = 0;
  for (const game of games(300)) {
    const flags = stability(game);
    for (let s = 0; s < game.moves.size; s++) {
      if (game.moves.exists !== undefined && game.moves.exists[s] !== 1) continue;
      for (const concept of CONCEPTS) {
        const i = s % 3;
        const answers = answersTo(game, s, i, concept);
        const own = game.payoffs[i]!;
        expect(answers.every((a) => a.sanction !== undefined)).toBe((flags[i]![s]! & FLAG[concept]) !== 0);
        for (const { to, sanction, escaped } of answers) {
          expect(own[to]!).toBeGreaterThan(own[s]!);
          const improving = concept === "seq" || concept === "sseq";
          if (sanction !== undefined) {
            sanctions++;
            expect(isLegal(game, to, sanction, improving)).toBe(true);
            expect(sanction.some(({ by }) => by === i)).toBe(false);
            expect(own[sanction.at(-1)!.to]!).toBeLessThanOrEqual(own[s]!);
          }
          if (escaped !== undefined) {
            escapes++;
            expect(isLegal(game, to, escaped.path, improving)).toBe(true);
            expect(own[escaped.path.at(-1)!.to]!).toBeLessThanOrEqual(own[s]!);
            expect(own[escaped.to]!).toBeGreaterThan(own[s]!);
          }
        }
      }
    }
  }
  expect(sanctions).toBeGreaterThan(500);
  expect(escapes).toBeGreaterThan(50);
});

test("what can be reached from the status quo is what the definition reaches, by shortest legal sequences", () => {
  for (const game of games(200)) {
    const start = game.moves.exists === undefined ? 0 : game.moves.exists.indexOf(1);
    for (const improving of [false, true]) {
      const reach = reachFrom(game, start, improving);
      const literal = literalReach(game, [0, 1, 2], start, improving);
      literal.add(start);
      const found = [...reach.moves.keys()].filter((s) => reach.moves[s]! >= 0);
      expect(found).toEqual([...literal].sort((a, b) => a - b));
      for (const s of found) {
        const path = reach.pathTo(s) ?? [];
        expect(path).toHaveLength(reach.moves[s]!);
        expect(path.at(-1)?.to ?? start).toBe(s);
        expect(isLegal(game, start, path, improving)).toBe(true);
      }
    }
  }
});
