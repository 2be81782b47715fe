import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  compileStatement,
  parseStatement,
  prioritisedScore,
  type Statement,
  StatementError,
} from "./statement.ts";

const option = (word: string): number | undefined => (/^[1-9]$/.test(word) ? Number(word) - 1 : undefined);
const read = (text: string): Statement => parseStatement(text, option, "an option from 1 to 9");
const holds = (text: string, state: number): boolean =>
  compileStatement(read(text), (s, k) => ((s >>> k) & 1) === 1)(state);
/** The states of three options, as taken options, in which a statement holds. */
const where = (text: string): string[] =>
  ["", "1", "2", "12", "3", "13", "23", "123"].filter((_, s) => holds(text, s));

describe("statements", () => {
  test.each([
    ["-1", ["", "2", "3", "23"]],
    ["1 & !3", ["1", "12"]],
    ["1 and not 3", ["1", "12"]],
    ["1 | 2 & 3", ["1", "12", "13", "23", "123"]],
    ["(1 | 2) & 3", ["13", "23", "123"]],
    ["1 if 2", ["", "1", "12", "3", "13", "123"]],
    ["1 iff 2", ["", "12", "3", "123"]],
    ["-(1 or 2) if 3", ["", "1", "2", "12", "3"]],
    ["--1", ["1", "12", "13", "123"]],
  ])("%s", (text, states) => {
    expect(where(text)).toEqual(states);
  });

  test.each([
    ["1 &", 3, "the end"],
    ["& 1", 0, '"&"'],
    ["1 2", 2, '"2"'],
    ["(1", 2, "the end"],
    ["1 if 2 if 3", 7, '"if"'],
    ["1 + 2", 2, '"+"'],
    ["", 0, "the end"],
    ["constructor", 0, '"constructor"'],
  ])("%j is refused at its character", (text, at, found) => {
    const error = ((): unknown => {
      try {
        return read(text);
      } catch (thrown) {
        return thrown;
      }
    })();
    expect(error).toBeInstanceOf(StatementError);
    expect((error as StatementError).at).toBe(at);
    expect((error as StatementError).message).toContain(`found ${found}`);
  });

  test("ids of moves may hold hyphens, and a leading one means not", () => {
    const ids = ["accept-text", "open"];
    const parsed = parseStatement(
      "-accept-text & open",
      (w) => (ids.includes(w) ? ids.indexOf(w) : undefined),
      "a move",
    );
    expect(parsed).toEqual({
      op: "and",
      left: { op: "not", of: { op: "option", option: 0 } },
      right: { op: "option", option: 1 },
    });
  });

  test("written out and read again it is the same", () => {
    const { tree } = fc.letrec<{ tree: Statement }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 5 },
        fc.record({ op: fc.constant("option" as const), option: fc.integer({ min: 0, max: 8 }) }),
        fc.record({ op: fc.constant("not" as const), of: tie("tree") }),
        fc.record({ op: fc.constantFrom("and", "or", "if", "iff"), left: tie("tree"), right: tie("tree") }),
      ) as fc.Arbitrary<Statement>,
    }));
    const write = (s: Statement): string =>
      s.op === "option"
        ? `${s.option + 1}`
        : s.op === "not"
          ? `-(${write(s.of)})`
          : `(${write(s.left)}) ${s.op} (${write(s.right)})`;
    fc.assert(
      fc.property(tree, (s) => {
        expect(read(write(s))).toEqual(s);
      }),
    );
  });
});

test("a more important statement outweighs all that follow: Σ 2^(k−j)", () => {
  const tests = [1, 2, 3].map(
    (k) =>
      (state: number): boolean =>
        ((state >>> (k - 1)) & 1) === 1,
  );
  expect([0, 1, 2, 3, 4, 5, 6, 7].map((s) => prioritisedScore(tests, s))).toEqual([0, 4, 2, 6, 1, 5, 3, 7]);
});

test("the published statements of Syria and Iraq give the published rankings", () => {
  const score =
    (texts: string[]) =>
    (bits: string): number =>
      prioritisedScore(
        texts.map((t) => compileStatement(read(t), (_, k) => bits[k] === "1")),
        0,
      );
  const states = ["000", "100", "010", "001", "101", "011"];
  const order = (texts: string[]): number[] =>
    states
      .map((bits, n) => ({ n: n + 1, score: score(texts)(bits) }))
      .sort((a, b) => b.score - a.score)
      .map((s) => s.n);
  expect(order(["not 1 and not 2 and not 3", "2", "not 3", "not 1"])).toEqual([1, 3, 6, 2, 4, 5]);
  expect(
    order([
      "1 and not 2 and not 3",
      "not 1 and not 2 and 3",
      "not 1 and 2 and 3",
      "not 1 and not 2 and not 3",
      "1 and not 2 and 3",
    ]),
  ).toEqual([2, 4, 6, 1, 5, 3]);
});
