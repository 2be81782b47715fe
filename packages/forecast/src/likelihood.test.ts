import { expect, test } from "vitest";
import { likelihoodWords, twoDigits, YARDSTICK_BANDS } from "./likelihood.ts";

test.each([
  [0, "remote chance (0–5%)"],
  [0.05, "remote chance (0–5%)"],
  [0.07, "remote chance (0–5%)"],
  [0.08, "highly unlikely (10–20%)"],
  [0.3, "unlikely (25–35%)"],
  [0.5, "realistic possibility (40–50%)"],
  [0.525, "realistic possibility (40–50%)"],
  [0.57, "likely (55–75%)"],
  [0.85, "highly likely (80–90%)"],
  [1, "almost certain (95–100%)"],
])("%d is %s", (share, words) => expect(likelihoodWords(share)).toBe(words));

test("no basis is said; what is no share is refused; bands rise and do not meet", () => {
  expect(likelihoodWords(null)).toBe("no basis");
  expect(() => likelihoodWords(1.1)).toThrow(RangeError);
  expect(() => likelihoodWords(Number.NaN)).toThrow(RangeError);
  for (const [i, band] of YARDSTICK_BANDS.entries())
    expect(band.low).toBeGreaterThan(i === 0 ? -1 : YARDSTICK_BANDS[i - 1]!.high);
  expect([twoDigits(0.12345), twoDigits(1733), twoDigits(23.7)]).toEqual(["0.12", "1700", "24"]);
});
