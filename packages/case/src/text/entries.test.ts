import { describe, expect, it } from "vitest";
import { Case } from "../case.ts";
import type { CaseObject } from "../objects/index.ts";
import { readEntries, writeEntries } from "./entries.ts";

const TEXT = "The minister said that talks begin in May.";
const OBJECTS: CaseObject[] = [
  { kind: "actor", id: "a", name: "A", type: "state", party: true },
  { kind: "actor", id: "m", name: "The minister", type: "person" },
  { kind: "issue", id: "land", name: "Land", options: { keep: "kept", cede: "ceded" } },
  { kind: "source", id: "s", sha256: "0".repeat(64) },
  {
    kind: "text",
    id: "s.text",
    source: "s",
    text: TEXT,
    ops: [],
    furniture: [],
    blocks: [{ range: [0, TEXT.length], type: "paragraph", number: 1 }],
    map: [],
    rawLength: TEXT.length,
  } as CaseObject,
  {
    kind: "position",
    id: "p",
    of: "a",
    issue: "land",
    wants: "keep",
    firmness: "demand",
    standing: "assumed",
    salience: { low: 0.4, high: 0.6, mode: 0.5 },
    basis: { assumption: { by: "RK", on: "2026-05-10" } },
  },
];
const held = new Case(OBJECTS);
const edited = (text: string): ReturnType<typeof readEntries> => readEntries(text, held);

describe("objects edited as text", () => {
  it("come back as they were", () => {
    const hand = OBJECTS.filter((o) => o.kind !== "source" && o.kind !== "text");
    const text = writeEntries(hand);
    expect(text).toContain("parties:");
    expect(text).toContain("salience: 0.4..0.6 ~ 0.5");
    expect(edited(text)).toEqual({ objects: hand, made: [], findings: [] });
  });

  it("may quote a source, which makes the passage", () => {
    const text = writeEntries([held.get("position", "p") as CaseObject]).replace(
      /basis: .*/,
      "basis: {source: s, quote: talks begin in May}",
    );
    const { objects, made, findings } = edited(text);
    expect(findings).toEqual([]);
    expect(made).toHaveLength(1);
    expect(made[0]?.exact).toBe("talks begin in May");
    expect(objects[0]?.basis).toEqual({ passages: [made[0]?.id] });
  });

  it("are refused with line and column: a wrong word, a missing name, an option that is not there", () => {
    const { findings } = edited(`parley: 1
positions:
  p:
    of: b
    issue: land
    wants: keeep
    firmness: demannd
    standing: assumed
`);
    expect(findings.map((f) => [f.line, f.severity])).toEqual([[7, "error"]]);
    const { findings: rest } = edited(`parley: 1
positions:
  p:
    of: b
    issue: land
    wants: keeep
    firmness: demand
    standing: assumed
`);
    expect(rest.map((f) => f.line)).toEqual([4, 4, 6]);
    expect(rest.map((f) => f.message).join("\n")).toContain('"keep"');
  });

  it("are refused when the text is no YAML, names a thing twice, or an id is none", () => {
    expect(edited("parley: 1\npositions: [").findings[0]?.line).toBeGreaterThan(0);
    expect(edited("positions: {}").findings).toHaveLength(1);
    expect(edited("parley: 1\npositions: {__proto__: {of: a}}").findings).not.toEqual([]);
    expect(
      edited("parley: 1\nactors: {a: {name: A, type: state}}\nparties: {a: {name: A, type: state}}").findings,
    ).toHaveLength(1);
  });
});
