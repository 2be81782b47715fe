import { Case, type CaseObject, parseTime } from "@parley/case";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { packed, timeEntries, within } from "./entries.ts";

const objects = [
  {
    kind: "event",
    id: "met",
    title: "They met",
    type: "consult",
    occurrence: "happened",
    when: parseTime("2026-05-04")!,
    track: "leaders",
    participants: [{ actor: "up" }],
    reportedAt: "2026-05-05",
  },
  {
    kind: "event",
    id: "visit",
    title: "A visit",
    type: "consult",
    occurrence: "planned",
    when: parseTime("2026-06-01..2026-06-10")!,
    track: "ministers",
  },
  { kind: "event", id: "someday", title: "Some day", type: "consult", occurrence: "expected" },
  {
    kind: "instrument",
    id: "letter",
    name: "A letter",
    rung: "statement",
    text: "published",
    when: parseTime("2026-04")!,
  },
  {
    kind: "commitment",
    id: "pay",
    by: "up",
    text: "Pay",
    strength: "promises",
    status: "not yet due",
    due: parseTime("..2026-05-31")!,
  },
] as unknown as CaseObject[];
const held = new Case(objects);
const all = timeEntries(held, "2026-06-22", (ref) => ref);

describe("the entries of the time line", () => {
  it("stand in order of time, the undated last, each in its lane with its state and lag", () => {
    expect(all.map((e) => [e.ref, e.lane, e.state, e.lag])).toEqual([
      ["instrument:letter", "texts", undefined, "unknown"],
      ["event:met", "events", "happened", "within a day"],
      ["commitment:pay", "due", "overdue, not seen", "unknown"],
      ["event:visit", "announced", "not seen", "unknown"],
      ["event:someday", "announced", "ahead", "unknown"],
    ]);
  });
  it("S24: are filtered by level, actor and days; the undated are not lost", () => {
    expect(within(all, { track: "leaders" }).map((e) => e.ref)).toEqual(["event:met"]);
    expect(within(all, { who: "up" }).map((e) => e.ref)).toEqual(["event:met", "commitment:pay"]);
    expect(within(all, { from: "2026-06-05" }).map((e) => e.ref)).toEqual(["event:visit", "event:someday"]);
    expect(within(all, { to: "2026-04-30" }).map((e) => e.ref)).toEqual([
      "instrument:letter",
      "event:someday",
    ]);
  });
});

describe("rows", () => {
  it("never let two stretches of one row touch", () => {
    const extent = fc.record({ start: fc.nat(1000), length: fc.nat(200) });
    fc.assert(
      fc.property(fc.array(extent, { maxLength: 40 }), (list) => {
        const extents = list
          .map(({ start, length }) => ({ start, end: start + length }))
          .sort((a, b) => a.start - b.start);
        const rows = packed(extents, 4);
        for (const [i, a] of extents.entries())
          for (const [j, b] of extents.entries())
            if (i < j && rows[i] === rows[j]) expect(b.start - a.end).toBeGreaterThanOrEqual(4);
      }),
    );
  });
});
