import { wrongStatement } from "./messages.ts";

/**
 * A preference statement over options, parsed. `if` holds unless its condition holds and its consequence does not.
 */
export type Statement =
  | { op: "option"; option: number }
  | { op: "not"; of: Statement }
  | { op: "and" | "or" | "if" | "iff"; left: Statement; right: Statement };

/** A statement that cannot be read: `at` counts characters from 0. */
export class StatementError extends Error {
  override name = "StatementError";
  readonly text: string;
  readonly at: number;

  constructor(text: string, at: number, found: string, wanted: string) {
    super(wrongStatement(text, at, found, wanted));
    this.text = text;
    this.at = at;
  }
}

interface Token {
  kind: "not" | "and" | "or" | "if" | "iff" | "(" | ")" | "name" | "end";
  text: string;
  at: number;
}

const SIGNS: Readonly<Record<string, Token["kind"]>> = {
  "-": "not",
  "!": "not",
  "~": "not",
  "¬": "not",
  "&": "and",
  "∧": "and",
  "|": "or",
  "∨": "or",
  "(": "(",
  ")": ")",
};
const WORDS: ReadonlyMap<string, Token["kind"]> = new Map([
  ["not", "not"],
  ["and", "and"],
  ["or", "or"],
  ["if", "if"],
  ["iff", "iff"],
]);
const NAME = /[\p{L}\p{N}][\p{L}\p{N}\p{M}._@~-]*/uy;

function tokens(text: string): Token[] {
  const found: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const sign = text[at]!;
    if (/\s/.test(sign)) {
      at++;
      continue;
    }
    const kind = SIGNS[sign];
    if (kind !== undefined) {
      found.push({ kind, text: sign, at });
      at++;
      continue;
    }
    NAME.lastIndex = at;
    const name = NAME.exec(text)?.[0];
    if (name === undefined) {
      throw new StatementError(
        text,
        at,
        JSON.stringify(sign),
        "an option, not (-), and (&), or (|), if, iff or a parenthesis",
      );
    }
    found.push({ kind: WORDS.get(name.toLowerCase()) ?? "name", text: name, at });
    at += name.length;
  }
  found.push({ kind: "end", text: "the end", at: text.length });
  return found;
}

/**
 * Read `-1`, `2 & !3`, `4 if 5`, `1 iff 2`, `(1 or 2) and not 3`. Not binds closest, then and, or; `if` and `iff` come last
 * and do not chain without parentheses.
 *
 * @param optionOf number of the option a word names, from 0; undefined when it names none
 * @param wanted what an option's name looks like, for errors
 * @throws StatementError
 */
export function parseStatement(
  text: string,
  optionOf: (word: string) => number | undefined,
  wanted: string,
): Statement {
  const list = tokens(text);
  let n = 0;
  const fail = (expected: string): never => {
    const token = list[n]!;
    const found = token.kind === "end" ? token.text : JSON.stringify(token.text);
    throw new StatementError(text, token.at, found, expected);
  };

  const primary = (): Statement => {
    const token = list[n]!;
    if (token.kind === "not") {
      n++;
      return { op: "not", of: primary() };
    }
    if (token.kind === "(") {
      n++;
      const inner = conditional();
      if (list[n]!.kind !== ")") fail("a closing parenthesis");
      n++;
      return inner;
    }
    if (token.kind !== "name") return fail(`${wanted}, not (-) or an opening parenthesis`);
    const option = optionOf(token.text);
    if (option === undefined) return fail(wanted);
    n++;
    return { op: "option", option };
  };
  const chain = (op: "and" | "or", part: () => Statement): Statement => {
    let left = part();
    while (list[n]!.kind === op) {
      n++;
      left = { op, left, right: part() };
    }
    return left;
  };
  const conditional = (): Statement => {
    const left = chain("or", () => chain("and", primary));
    const { kind } = list[n]!;
    if (kind !== "if" && kind !== "iff") return left;
    n++;
    const right = chain("or", () => chain("and", primary));
    const next = list[n]!.kind;
    if (next === "if" || next === "iff") fail("parentheses, as it is not said which condition goes first");
    return { op: kind, left, right };
  };

  const statement = conditional();
  if (list[n]!.kind !== "end") fail("the end, and (&), or (|), if or iff");
  return statement;
}

/** A test of states: whether the statement holds in one. */
export function compileStatement(
  statement: Statement,
  isTaken: (state: number, option: number) => boolean,
): (state: number) => boolean {
  if (statement.op === "option") {
    const { option } = statement;
    return (state) => isTaken(state, option);
  }
  if (statement.op === "not") {
    const of = compileStatement(statement.of, isTaken);
    return (state) => !of(state);
  }
  const left = compileStatement(statement.left, isTaken);
  const right = compileStatement(statement.right, isTaken);
  switch (statement.op) {
    case "and":
      return (state) => left(state) && right(state);
    case "or":
      return (state) => left(state) || right(state);
    case "if":
      return (state) => !right(state) || left(state);
    case "iff":
      return (state) => left(state) === right(state);
  }
}

/** Most statements of one preference: their scores must stay exact in a double. */
export const MAX_STATEMENTS: number = 53;

/**
 * Option prioritising: the score of a state under k statements in order of importance, Σ 2^(k−j) over those that
 * hold in it (N. Peng, K. Hipel, L. Fang; see Fang, Hipel, Kilgour & Peng, IEEE SMC-C 33, 2003).
 */
export function prioritisedScore(tests: readonly ((state: number) => boolean)[], state: number): number {
  let score = 0;
  for (const holds of tests) score = 2 * score + (holds(state) ? 1 : 0);
  return score;
}
