import { Case, type CaseObject, type Level, type Ref } from "@parley/case";
import type { HistoryEntry } from "@parley/server/api";
import { describe, expect, it } from "vitest";
import { differences, sameValue } from "./differences.ts";
import { filtered } from "./filter.ts";

const issue: CaseObject = {
  kind: "issue",
  id: "gate",
  name: "North gate",
  options: { open: "It opens", shut: "It stays shut" },
};
const held = new Case([issue, { kind: "actor", id: "up", name: "Uplands", type: "group" }]);
const position = (more: object): CaseObject =>
  ({
    kind: "position",
    id: "p",
    of: "up",
    issue: "gate",
    firmness: "demand",
    standing: "stated",
    ...more,
  }) as CaseObject;

describe("what one version says otherwise than another", () => {
  it("is told field by field, in words", () => {
    const list = differences(
      held,
      position({ wants: "open" }),
      position({ wants: "shut", rejects: ["open"] }),
    );
    expect(list.map(({ name, from, to }) => [name, from, to])).toEqual([
      ["Wants", "It opens", "It stays shut"],
      ["Rules out", undefined, "It opens"],
    ]);
  });
  it("is everything for what is new or withdrawn, and nothing for the same in another order", () => {
    expect(differences(held, null, issue).map((d) => d.field)).toEqual(["name", "options"]);
    expect(differences(held, issue, null).every((d) => d.to === undefined)).toBe(true);
    expect(
      differences(held, position({ wants: "open", note: "x" }), position({ note: "x", wants: "open" })),
    ).toEqual([]);
  });
  it("knows an absent field from one that is null, and a list from a record", () => {
    expect(sameValue({ a: null }, {})).toBe(false);
    expect(sameValue([1], { 0: 1 })).toBe(false);
    expect(sameValue([{ a: [1, 2] }], [{ a: [1, 2] }])).toBe(true);
  });
});

describe("the filter of the history", () => {
  const entry = (seq: number, more: Partial<HistoryEntry> = {}): HistoryEntry => ({
    seq,
    id: `c${seq}`,
    group: `g${seq}`,
    at: new Date(2026, 4, seq, 12).toISOString(),
    by: "RK",
    why: "Accepted in review",
    ref: "claim:a",
    name: "No gate opens",
    withdrawn: false,
    level: "team",
    ...more,
  });
  const all = [
    entry(3, { by: "MB", ref: "position:p", name: "Uplands on the gate" }),
    entry(2, { level: "sealed", ref: "claim:s", name: "Secret" }),
    entry(1),
  ];
  const seqs = (
    filter: object,
    limit: Level = "sealed",
    outOfSight: ReadonlySet<Ref> = new Set(),
  ): number[] => filtered(all, filter, limit, outOfSight).map((e) => e.seq);

  it("takes all conditions together, days included", () => {
    expect(seqs({})).toEqual([3, 2, 1]);
    expect(seqs({ by: "RK", kind: "claim" })).toEqual([2, 1]);
    expect(seqs({ words: "GATE review" })).toEqual([3, 1]);
    expect(seqs({ from: "2026-05-02", to: "2026-05-03" })).toEqual([3, 2]);
    expect(seqs({ of: "position:p" })).toEqual([3]);
  });
  it("names nothing above the reading level, by what it was then or is now", () => {
    expect(seqs({}, "team")).toEqual([3, 1]);
    expect(seqs({}, "team", new Set<Ref>(["claim:a"]))).toEqual([3]);
  });
});
