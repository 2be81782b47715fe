import { formatJudgement, parseJudgement } from "@parley/case";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rangeValue, rangeWords } from "./judgement-text.ts";

const number = fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((n) => Number(n.toPrecision(6)));

describe("a range in three fields", () => {
  it("comes back as the same judgement", () => {
    fc.assert(
      fc.property(number, number, fc.option(number), (a, b, m) => {
        const [low, high] = a <= b ? [a, b] : [b, a];
        const mode = m === null || m < low || m > high ? undefined : m;
        const judged = mode === undefined ? { low, high } : { low, high, mode };
        if (low === high) return;
        const short = formatJudgement(judged);
        const again = rangeValue(rangeWords(short), short);
        expect(parseJudgement(again as string)).toEqual(parseJudgement(short as string));
      }),
    );
  });
  it("takes one number, a decimal comma, and nothing", () => {
    expect(rangeValue({ low: "0,4", high: "", mode: "" }, undefined)).toBe(0.4);
    expect(rangeValue({ low: "0,4", high: "0,6", mode: "" }, undefined)).toBe("0.4..0.6");
    expect(rangeValue({ low: "", high: "", mode: "" }, 3)).toBeUndefined();
    expect(rangeWords(undefined)).toEqual({ low: "", high: "", mode: "" });
  });
  it("keeps what is no number for the check to name", () => {
    expect(rangeValue({ low: "a lot", high: "", mode: "" }, undefined)).toBe("a lot..a lot");
    expect(rangeWords("a lot..")).toEqual({ low: "a lot", high: "", mode: "" });
  });
  it("keeps the basis that the judgement has of its own", () => {
    const basis = { assumption: { by: "RK", on: "2026-05-10" } };
    expect(rangeValue({ low: "1", high: "2", mode: "" }, { low: 0, high: 1, basis })).toEqual({
      low: 1,
      high: 2,
      basis,
    });
  });
});
