/// <reference types="vite/client" />
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { coalitions } from "./en/coalitions.ts";
import { exchange } from "./en/exchange.ts";
import { helpTopics } from "./en/help-topics.ts";
import { packages } from "./en/packages.ts";
import { plans } from "./en/plans.ts";
import { repairs } from "./en/repairs.ts";
import { en as first } from "./en.ts";
import { pseudo } from "./pseudo.ts";

const en = { ...first, ...helpTopics, ...plans, ...packages, ...coalitions, ...exchange, ...repairs };
const files = import.meta.glob<string>("../**/*.tsx", { query: "?raw", import: "default", eager: true });

/** Attributes whose words people read or hear. */
const READ = new Set(
  "label title about help placeholder alt aria-label aria-description aria-roledescription note empty error name".split(
    " ",
  ),
);

/** Words that stand in a file itself instead of a catalogue. Keys of the keyboard in `kbd` are the same everywhere. */
function literalWords(name: string, text: string): string[] {
  const found: string[] = [];
  const file = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const visit = (node: ts.Node, inKey: boolean): void => {
    let key = inKey;
    if (ts.isJsxElement(node)) {
      const opening = node.openingElement.getText(file);
      key ||= /^<kbd|className="kbd"/.test(opening);
    }
    if (ts.isJsxText(node) && !key && /\p{L}{2,}/u.test(node.text)) found.push(node.text.trim());
    if (ts.isJsxAttribute(node) && READ.has(node.name.getText(file))) {
      const value = node.initializer;
      if (value !== undefined && ts.isStringLiteral(value) && /\p{L}/u.test(value.text))
        found.push(value.getText(file));
    }
    if (
      ts.isJsxExpression(node) &&
      node.expression !== undefined &&
      ts.isStringLiteral(node.expression) &&
      !ts.isJsxAttribute(node.parent) &&
      !key &&
      /\p{L}{2,}/u.test(node.expression.text)
    )
      found.push(node.expression.text);
    ts.forEachChild(node, (child) => visit(child, key));
  };
  visit(file, false);
  return found.map((words) => `${name}: ${words}`);
}

describe("words", () => {
  it("stand in the catalogues and in no screen", () => {
    expect(Object.keys(files).length).toBeGreaterThan(40);
    expect(Object.entries(files).flatMap(([name, text]) => literalWords(name, text))).toEqual([]);
  });
  it("would be found if they did", () => {
    expect(
      literalWords("x.tsx", "const a = <p>Hello <b title='You'>{'there'}</b><kbd>Esc</kbd></p>;"),
    ).toEqual(["x.tsx: Hello", "x.tsx: 'You'", "x.tsx: there"]);
  });
  it("are none of them empty", () => {
    for (const [key, words] of Object.entries(en)) expect(words, key).not.toBe("");
  });
});

describe("a catalogue made by rule", () => {
  it("changes every word and keeps every value", () => {
    for (const language of ["en-XA", "ar-XB"] as const) {
      const made = pseudo(en, language);
      for (const [key, words] of Object.entries(en)) {
        expect(made[key]?.match(/\{\{\w+\}\}/g) ?? [], key).toEqual(words.match(/\{\{\w+\}\}/g) ?? []);
        if (/[a-z]/i.test(words.replace(/\{\{\w+\}\}/g, ""))) expect(made[key], key).not.toBe(words);
      }
    }
  });
  it("has a form for every number that Arabic counts by", () => {
    const made = pseudo({ n_one: "{{count}} change", n_other: "{{count}} changes" }, "ar-XB");
    expect(Object.keys(made).sort()).toEqual(["n_few", "n_many", "n_one", "n_other", "n_two", "n_zero"]);
  });
});
