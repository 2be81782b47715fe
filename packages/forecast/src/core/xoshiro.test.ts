import { expect, test } from "vitest";
import { middleOf, valueAt, Xoshiro128 } from "./xoshiro.ts";

test("the published vectors of xoshiro128** from the state 1, 2, 3, 4", () => {
  const made = Xoshiro128.from([1, 2, 3, 4]);
  expect(Array.from({ length: 10 }, () => made.next())).toEqual([
    11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
  ]);
});

test("draws stay within their range; a triangle leans to its likeliest value", () => {
  const random = new Xoshiro128(5);
  let sum = 0;
  for (let k = 0; k < 20_000; k++) {
    const x = valueAt([0, 9, 10], random.uniform());
    expect(x >= 0 && x <= 10).toBe(true);
    sum += x;
  }
  expect(sum / 20_000).toBeCloseTo(19 / 3, 1);
  expect([valueAt(3, 0.7), valueAt([2, 4], 0.5), valueAt([4, 4], 0.2)]).toEqual([3, 3, 4]);
  expect([middleOf(3), middleOf([2, 4]), middleOf([0, 9, 10])]).toEqual([3, 3, 9]);
});
