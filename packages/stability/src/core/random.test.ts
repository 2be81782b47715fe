import { expect, test } from "vitest";
import { shuffledRanks, Xoshiro128 } from "./random.ts";

test("xoshiro128** gives the published sequence from state 1, 2, 3, 4", () => {
  const random = Xoshiro128.fromState(1, 2, 3, 4);
  expect(Array.from({ length: 10 }, () => random.next())).toEqual([
    11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
  ]);
});

test("a shuffle is a permutation, and the same seed gives the same one", () => {
  const ranks = shuffledRanks(1000, Xoshiro128.fromSeed(7));
  expect([...ranks].sort((a, b) => a - b)).toEqual(Array.from({ length: 1000 }, (_, n) => n));
  expect(shuffledRanks(1000, Xoshiro128.fromSeed(7))).toEqual(ranks);
  expect(shuffledRanks(1000, Xoshiro128.fromSeed(8))).not.toEqual(ranks);
});

test("a seed is spread over the state as in every package: seeds are part of the file format", () => {
  const first = (seed: number): number[] => {
    const random = Xoshiro128.fromSeed(seed);
    return [random.next(), random.next(), random.next()];
  };
  expect(first(0)).toEqual([3809008728, 1133695204, 53579671]);
  expect(first(20260622)).toEqual([50182525, 3084000869, 1645889417]);
});
