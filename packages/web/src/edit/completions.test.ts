import { Case, KINDS, type Kind, SECTIONS } from "@parley/case";
import { fieldsOf } from "@parley/case/schema";
import { describe, expect, it } from "vitest";
import { completionsAt } from "./completions.ts";

const held = new Case([
  { kind: "actor", id: "a", name: "A", type: "state" },
  { kind: "issue", id: "land", name: "Land" },
]);
const kindOf = new Map<string, Kind>(
  KINDS.flatMap((kind): [string, Kind][] => (kind === "case" ? [] : [[SECTIONS[kind], kind]])),
);
const at = (before: string): ReturnType<typeof completionsAt> =>
  completionsAt(before, held, kindOf, fieldsOf);

describe("completionsAt", () => {
  it("offers sections at the margin", () => {
    expect(at("parley: 1\npos")).toMatchObject({ typed: "pos" });
    expect(at("parley: 1\npos")?.options).toContain("positions");
  });
  it("offers the fields of the kind within an entry", () => {
    const found = at("parley: 1\npositions:\n  p:\n    firm");
    expect(found?.typed).toBe("firm");
    expect(found?.options).toContain("firmness: ");
    expect(found?.options).not.toContain("needs: ");
  });
  it("offers ids after a field that names objects, also in a list", () => {
    expect(at("positions:\n  p:\n    of: ")).toEqual({ typed: "", options: ["a"] });
    expect(at("positions:\n  p:\n    issue: la")).toEqual({ typed: "la", options: ["land"] });
    expect(at("plans:\n  p:\n    author: [x, a")).toEqual({ typed: "a", options: ["a"] });
  });
  it("offers nothing for words", () => expect(at("positions:\n  p:\n    need: pea")).toBeUndefined());
});
