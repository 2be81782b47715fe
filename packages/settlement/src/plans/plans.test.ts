import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { coherence } from "./coherence.ts";
import { comparePlans, compatibility, type PlanJson, type SlotJson, type TermJson } from "./compare.ts";
import { distances } from "./distance.ts";

const plan = (slots: Record<string, SlotJson>, id = "p"): PlanJson => ({ id, slots });
const one = (n: number): { low: number; high: number } => ({ low: n, high: n });
const NOTHING = { links: [], redLines: [], closed: [] };

describe("two plans side by side", () => {
  it("S78: says what is the same, changed, added, dropped, only mentioned", () => {
    const drafters = plan({
      forces: { terms: [{ name: "Size of the forces", value: one(600_000), unit: "people" }] },
      land: { option: "cede" },
      alliance: { option: "never" },
      talks: {},
    });
    const london = plan({
      forces: { terms: [{ name: "size of  the forces", value: one(800_000), unit: "people" }] },
      land: { option: "line" },
      guarantees: { option: "both" },
      talks: { option: "now" },
    });
    const rows = comparePlans(drafters, london, [
      "forces",
      "land",
      "alliance",
      "guarantees",
      "talks",
      "prisoners",
    ]);
    expect(rows.map((r) => r.difference)).toEqual([
      "changed",
      "changed",
      "dropped",
      "added",
      "only mentioned",
      "in neither",
    ]);
    expect(rows[0]?.terms).toMatchObject([{ difference: "changed", fields: ["value"], by: 200_000 }]);
  });

  it("calls nothing the same where words are missing", () => {
    const a = plan({ land: { option: "line", gap: true } });
    expect(comparePlans(a, plan({ land: { option: "line" } }), ["land"])[0]?.difference).toBe(
      "only mentioned",
    );
    expect(comparePlans(a, plan({ land: { option: "cede" } }), ["land"])[0]?.difference).toBe("changed");
  });

  const term = fc.record(
    {
      name: fc.constantFrom("a", "b"),
      value: fc.integer({ min: 0, max: 3 }).map(one),
      when: fc.constantFrom("2026", "2027-01"),
    },
    { requiredKeys: ["name"] },
  ) as fc.Arbitrary<TermJson>;
  const slot = fc.record(
    {
      option: fc.constantFrom("x", "y"),
      value: fc.integer({ min: 0, max: 3 }).map(one),
      wording: fc.constantFrom("one", "two"),
      terms: fc.uniqueArray(term, { maxLength: 2, selector: (t) => t.name }),
      gap: fc.boolean(),
    },
    { requiredKeys: [] },
  ) as fc.Arbitrary<SlotJson>;
  const plans = fc.dictionary(fc.constantFrom("i", "j", "k"), slot).map((slots) => plan(slots));
  const ISSUES = ["i", "j", "k"];

  it("mirrors when the plans change places, and finds a plan the same as itself where nothing is missing", () => {
    const mirrored = { added: "dropped", dropped: "added" } as Record<string, string>;
    fc.assert(
      fc.property(plans, plans, (a, b) => {
        const there = comparePlans(a, b, ISSUES).map((r) => mirrored[r.difference] ?? r.difference);
        expect(comparePlans(b, a, ISSUES).map((r) => r.difference)).toEqual(there);
        for (const row of comparePlans(a, a, ISSUES))
          expect(["same", "only mentioned", "in neither"]).toContain(row.difference);
      }),
      { numRuns: 2000 },
    );
  });

  it("S87: matches the older text clause by clause", () => {
    const older = plan({ ceasefire: { option: "full" }, border: { option: "old" }, trade: {} });
    const newer = plan({
      ceasefire: { option: "full" },
      border: { option: "new" },
      trade: { option: "open" },
      forces: { option: "cap" },
    });
    const rows = compatibility(older, newer, ["ceasefire", "border", "trade", "forces", "none"], () => false);
    expect(rows.map((r) => r.compatibility)).toEqual(["same", "differ", "not known", "one is silent"]);
    const excluded = compatibility(
      older,
      newer,
      ["ceasefire"],
      ([, a], [at]) => a === "full" && at === "forces",
    );
    expect(excluded).toEqual([{ issue: "ceasefire", compatibility: "excluded", excludedBy: "forces" }]);
  });
});

describe("whether a plan holds together", () => {
  it("S78: lists contradictions, what is forbidden or lacks its companion, red lines, empty slots, days gone by, circles", () => {
    const found = coherence(
      plan({
        land: {
          option: "cede",
          terms: [
            { name: "Corridor", value: one(5), unit: "km" },
            { name: "corridor", value: one(9), unit: "km" },
          ],
        },
        guarantees: { option: "none", terms: [{ name: "Withdrawal", actor: "north" }, { name: "Review" }] },
        talks: {},
        table: {
          option: "two",
          terms: [{ name: "First meeting", when: "2026-05", condition: "Land settled" }],
        },
      }),
      ["land", "guarantees", "talks", "table"],
      {
        links: [
          {
            id: "l1",
            type: "forbid",
            first: { issue: "land", option: "cede" },
            second: { issue: "guarantees", option: "none" },
          },
          {
            id: "l2",
            type: "require",
            first: { issue: "land", option: "cede" },
            second: { issue: "table", option: "four" },
          },
        ],
        redLines: [{ position: "p1", party: "north", issue: "land", option: "cede" }],
        closed: ["land settled"],
        day: "2026-06-22",
      },
    );
    expect(found.map((f) => `${f.issue}: ${f.type}`)).toEqual([
      "land: excluded",
      "land: missing companion",
      "land: red line",
      "land: contradiction",
      "guarantees: empty slot",
      "guarantees: empty slot",
      "talks: content not known",
      "table: day has passed",
      "table: circle",
    ]);
  });

  it("says nothing of a plan in order, of a day to come, of the month that is not over", () => {
    const fine = plan({
      land: {
        option: "line",
        terms: [
          { name: "Review", when: "2026-06" },
          { name: "End", when: "2026-01-01.." },
        ],
      },
    });
    expect(coherence(fine, ["land"], { ...NOTHING, day: "2026-06-22" })).toEqual([]);
  });
});

describe("how far a plan is from what each party wants", () => {
  it("counts what is wanted, otherwise, rejected, a red line and not known, and keeps a scale a range", () => {
    const made = distances(
      plan({
        land: { option: "cede" },
        table: { option: "four" },
        size: { value: { low: 60, high: 70 } },
        talks: {},
      }),
      ["north", "south"],
      ["land", "table", "size", "talks", "trade"],
      [
        { party: "north", issue: "land", position: "a", wants: [], rejects: ["cede"], redLine: true },
        {
          party: "north",
          issue: "table",
          position: "b",
          wants: ["four", "three"],
          rejects: [],
          redLine: false,
        },
        {
          party: "north",
          issue: "size",
          position: "c",
          wants: [],
          rejects: [],
          redLine: false,
          value: { low: 80, high: 90 },
        },
        { party: "south", issue: "table", position: "d", wants: ["two"], rejects: [], redLine: false },
      ],
      { size: [0, 100] },
    );
    expect(made[0]?.cells.map((c) => c.fit)).toEqual(["red line", "as wanted", "otherwise", "not known"]);
    expect(made[0]?.cells[2]?.share).toEqual({ low: 0.1, high: 0.3 });
    expect(made[1]?.counts).toEqual({
      "as wanted": 0,
      otherwise: 1,
      rejected: 0,
      "red line": 0,
      "not known": 3,
    });
  });
});
