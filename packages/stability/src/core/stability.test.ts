import { describe, expect, test } from "vitest";
import { FLAG } from "./game.ts";
import type { OptionMoves } from "./option-moves.ts";
import { Xoshiro128 } from "./random.ts";
import { randomArcGame, randomOptionGame } from "./random-game.test.helper.ts";
import { literalStability } from "./reference.test.helper.ts";
import { Stopped, stability } from "./stability.ts";

const list = (flags: Uint8Array[]): number[][] => flags.map((f) => [...f]);

/** Nash ⇒ SSEQ ⇒ SEQ ⇒ GMR and SSEQ ⇒ SMR ⇒ GMR. */
function expectOrder(flags: Uint8Array[]): void {
  const implies = [
    [FLAG.nash, FLAG.sseq],
    [FLAG.sseq, FLAG.seq],
    [FLAG.seq, FLAG.gmr],
    [FLAG.sseq, FLAG.smr],
    [FLAG.smr, FLAG.gmr],
  ] as const;
  for (const own of flags) {
    for (const flag of own) {
      for (const [strong, weak] of implies) {
        if ((flag & strong) !== 0 && (flag & weak) === 0)
          expect.fail(`flag ${flag}: ${strong} without ${weak}`);
      }
    }
  }
}

describe("stability against the definitions", () => {
  for (const infeasible of [false, true]) {
    for (const oneWay of [false, true]) {
      for (const ties of [false, true]) {
        const what = `${infeasible ? "infeasible states" : "all states"}, ${oneWay ? "one-way" : "reversible"}, ${ties ? "ties" : "strict"}`;
        test(`option form: ${what}`, () => {
          const random = Xoshiro128.fromSeed(17 + (infeasible ? 1 : 0) + (oneWay ? 2 : 0) + (ties ? 4 : 0));
          for (let n = 0; n < 1400; n++) {
            const deciders = 2 + random.below(3);
            const options = 1 + random.below(5);
            const game = randomOptionGame(random, { deciders, options, infeasible, oneWay, ties });
            const flags = stability(game);
            expect(list(flags)).toEqual(list(literalStability(game)));
            expectOrder(flags);
          }
        });
      }
    }
  }

  for (const ties of [false, true]) {
    test(`general graphs, ${ties ? "ties" : "strict"}`, () => {
      const random = Xoshiro128.fromSeed(ties ? 5 : 4);
      for (let n = 0; n < 4400; n++) {
        const game = randomArcGame(random, 2 + random.below(3), 2 + random.below(9), ties);
        const flags = stability(game);
        expect(list(flags)).toEqual(list(literalStability(game)));
        expectOrder(flags);
      }
    });
  }

  test("the concepts come apart: each is seen without the next stricter one", () => {
    const random = Xoshiro128.fromSeed(3);
    const seen = new Set<number>();
    for (let n = 0; n < 200; n++) {
      for (const own of stability(randomArcGame(random, 3, 8, false))) for (const flag of own) seen.add(flag);
    }
    const all = FLAG.nash | FLAG.gmr | FLAG.smr | FLAG.seq | FLAG.sseq;
    expect(seen).toContain(all);
    expect(seen).toContain(all & ~FLAG.nash);
    expect(seen).toContain(FLAG.gmr);
    expect(seen).toContain(FLAG.gmr | FLAG.smr);
    expect(seen).toContain(FLAG.gmr | FLAG.seq);
    expect(seen).toContain(0);
  });
});

test("permuting the decision makers permutes the result", () => {
  const random = Xoshiro128.fromSeed(8);
  for (let n = 0; n < 200; n++) {
    const seed = random.next();
    const order = [2, 0, 1];
    const draw = { deciders: 3, options: 4, infeasible: true, oneWay: true, ties: true };
    const game = randomOptionGame(Xoshiro128.fromSeed(seed), draw);
    const permuted = {
      moves: {
        ...pick(game.moves),
        successors: (k: number, s: number, out: Int32Array) => game.moves.successors(order[k]!, s, out),
        predecessors: (k: number, s: number, out: Int32Array) => game.moves.predecessors(order[k]!, s, out),
      },
      payoffs: order.map((k) => game.payoffs[k]!),
    };
    const plain = stability(game);
    expect(list(stability(permuted))).toEqual(list(order.map((k) => plain[k]!)));
  }
});

function pick({
  size,
  deciders,
  exists,
  widest,
}: {
  size: number;
  deciders: number;
  exists: Uint8Array | undefined;
  widest: number;
}): {
  size: number;
  deciders: number;
  exists: Uint8Array | undefined;
  widest: number;
} {
  return { size, deciders, exists, widest };
}

test("folds, blocks and listed moves agree where the literal reference is too slow", () => {
  for (const oneWay of [false, true]) {
    const draw = { deciders: 4, options: 11, infeasible: false, oneWay, ties: !oneWay };
    const game = randomOptionGame(Xoshiro128.fromSeed(9), draw);
    const { moves } = game;
    const listed = {
      ...pick(moves),
      successors: moves.successors.bind(moves),
      predecessors: moves.predecessors.bind(moves),
    };
    const option = moves as OptionMoves;
    const full = new Uint8Array(option.size).fill(1);
    const masked = new Proxy(option, {
      get: (target, key) => {
        if (key === "exists") return full;
        const value = Reflect.get(target, key, target) as unknown;
        return typeof value === "function" ? value.bind(target) : value;
      },
    });
    const plain = list(stability(game));
    expect(list(stability({ ...game, moves: listed }))).toEqual(plain);
    expect(list(stability({ ...game, moves: masked }))).toEqual(plain);
  }
});

test("a long run reports its progress and can be stopped", () => {
  const game = randomOptionGame(Xoshiro128.fromSeed(1), {
    deciders: 3,
    options: 6,
    infeasible: false,
    oneWay: false,
    ties: false,
  });
  const seen: number[] = [];
  stability(game, { progress: (done) => seen.push(done) });
  expect(seen.at(-1)).toBe(1);
  expect([...seen].sort((a, b) => a - b)).toEqual(seen);
  expect(() => stability(game, { shouldStop: () => true })).toThrow(Stopped);
});
