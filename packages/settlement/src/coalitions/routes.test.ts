import { describe, expect, it } from "vitest";
import { routes, type TieJson } from "./routes.ts";

const tie = (from: string, to: string): TieJson => ({ id: `${from}-${to}`, type: "trade", from, to });
const ways = (ties: TieJson[], group: string[], targets: string[]): string[] =>
  routes(ties, new Set(group), targets).map((route) =>
    [route.from, ...route.ties.map((one) => one.to)].join(" "),
  );

describe("ways to be heard", () => {
  it("go along ties from the group to those outside, shortest first", () => {
    const ties = [tie("a", "x"), tie("x", "y"), tie("y", "t"), tie("b", "t"), tie("x", "t"), tie("t", "a")];
    expect(ways(ties, ["a", "b"], ["t"])).toEqual(["b t", "a x t", "a x y t"]);
    expect(ways(ties, ["y"], ["a"])).toEqual(["y t a"]);
  });
  it("pass nobody twice, the group only at the start, and end", () => {
    const ties = [tie("a", "x"), tie("x", "a"), tie("x", "b"), tie("b", "t"), tie("x", "x2"), tie("x2", "x")];
    expect(ways(ties, ["a", "b"], ["t"])).toEqual(["b t"]);
    expect(ways(ties, ["a"], ["t"])).toEqual(["a x b t"]);
    expect(ways([tie("a", "x"), tie("x", "y"), tie("y", "z"), tie("z", "t")], ["a"], ["t"])).toEqual([]);
  });
});
