import { describe, expect, it } from "vitest";
import { sobolFirstOrder } from "./sobol.ts";
import { Xoshiro128 } from "./xoshiro.ts";

const uniform =
  (low: number, high: number) =>
  (random: Xoshiro128, into: Float64Array): void => {
    for (let j = 0; j < into.length; j++) into[j] = low + random.uniform() * (high - low);
  };

describe("first-order Sobol indices", () => {
  it("of a sum are the shares of the variance", () => {
    // Variance of 3x + 2y + z over the unit cube: 9, 4 and 1 twelfths.
    const found = sobolFirstOrder(
      4,
      16_384,
      new Xoshiro128(1),
      uniform(0, 1),
      ([x, y, z]) => 3 * x! + 2 * y! + z!,
    )!;
    for (const [j, share] of [9 / 14, 4 / 14, 1 / 14, 0].entries()) {
      expect(Math.abs(found[j]!.share - share)).toBeLessThan(4 * found[j]!.error + 1e-9);
      expect(found[j]!.error).toBeLessThan(0.02);
    }
  });
  it("of the function of Ishigami and Homma are the published ones", () => {
    // T. Ishigami & T. Homma (1990), a = 7, b = 0.1: S1 = 0.3139, S2 = 0.4424, S3 = 0.
    const found = sobolFirstOrder(
      3,
      32_768,
      new Xoshiro128(7),
      uniform(-Math.PI, Math.PI),
      ([x, y, z]) => Math.sin(x!) + 7 * Math.sin(y!) ** 2 + 0.1 * z! ** 4 * Math.sin(x!),
    )!;
    for (const [j, share] of [0.3139, 0.4424, 0].entries())
      expect(Math.abs(found[j]!.share - share)).toBeLessThan(4 * found[j]!.error);
  });
  it("are none where nothing varies, or the work is stopped", () => {
    expect(sobolFirstOrder(2, 64, new Xoshiro128(1), uniform(0, 1), () => 5)).toBeUndefined();
    expect(
      sobolFirstOrder(
        2,
        64,
        new Xoshiro128(1),
        uniform(0, 1),
        ([x]) => x!,
        () => true,
      ),
    ).toBeUndefined();
  });
});
