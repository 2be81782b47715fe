import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rankingLines, readRanking } from "./ranking-text.ts";

describe("an order of states in lines", () => {
  it("reads ranks, ties and the state without moves", () => {
    expect(readRanking("accept + talk\n\n talk = none \n a,b")).toEqual([
      [["accept", "talk"]],
      [["talk"], []],
      [["a", "b"]],
    ]);
    expect(readRanking(" \n")).toBeUndefined();
  });

  it("comes back as it was", () => {
    const move = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/).filter((name) => name !== "none");
    const ranking = fc.array(fc.array(fc.array(move, { maxLength: 4 }), { minLength: 1, maxLength: 3 }), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(ranking, (ranks) => {
        expect(readRanking(rankingLines(ranks))).toEqual(ranks);
      }),
    );
  });
});
