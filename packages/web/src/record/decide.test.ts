import { Case, type CaseObject, Thread } from "@parley/case";
import { describe, expect, it } from "vitest";
import { accepting, rejecting } from "./decide.ts";

const proposed = { review: { state: "proposed" as const } };
const objects: CaseObject[] = [
  { kind: "actor", id: "low", name: "Lowlands", type: "state", ...proposed },
  {
    kind: "passage",
    id: "p",
    source: "s",
    start: 0,
    end: 3,
    exact: "abc",
    prefix: "",
    suffix: "",
    ...proposed,
  },
  { kind: "statement", id: "st", passage: "p", mode: "direct", speaker: "low", ...proposed },
  {
    kind: "claim",
    id: "c",
    says: "x",
    act: "asserts",
    polarity: "yes",
    by: "low",
    statements: ["st"],
    ...proposed,
  },
  { kind: "claim", id: "d", says: "y", act: "denies", polarity: "yes", statements: ["st"], ...proposed },
];
const held = new Case(objects);
const thread = new Thread(held);
const names = (edits: { kind: string; id: string; value: CaseObject | null }[]): string[] =>
  edits.map((e) => `${e.kind}:${e.id} ${e.value?.review?.state}`).sort();

describe("accepting", () => {
  it("brings along what the claim cannot stand without, and nothing else", () => {
    expect(names(accepting(held, ["claim:c"], "2026-01-01T00:00:00Z"))).toEqual([
      "actor:low accepted",
      "claim:c accepted",
      "passage:p accepted",
      "statement:st accepted",
    ]);
  });
  it("leaves alone what does not wait", () => {
    const settled = new Case(objects.map((o) => ({ ...o, review: { state: "rejected" as const } })));
    expect(accepting(settled, ["claim:c"], "2026-01-01T00:00:00Z")).toEqual([]);
  });
});

describe("rejecting", () => {
  it("keeps a statement that another claim rests on", () => {
    expect(names(rejecting(held, thread, ["claim:c"], "t", "not said"))).toEqual(["claim:c rejected"]);
  });
  it("takes the statement along when nothing else rests on it", () => {
    const edits = rejecting(held, thread, ["claim:c", "claim:d"], "t", "not said");
    expect(names(edits)).toEqual(["claim:c rejected", "claim:d rejected", "statement:st rejected"]);
    expect(edits[0]?.value?.review?.reason).toBe("not said");
  });
});
