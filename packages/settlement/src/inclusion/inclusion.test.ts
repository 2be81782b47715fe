import { describe, expect, it } from "vitest";
import { type InclusionInput, inclusion } from "./inclusion.ts";

const input = (more: Partial<InclusionInput> = {}): InclusionInput => ({
  parties: ["east", "north", "south"],
  tables: [{ name: "summit", in: ["east", "south"], excluded: ["north"] }],
  consents: ["east", "south"],
  positions: [
    { party: "north", issue: "land", redLine: true },
    { party: "north", issue: "trade", redLine: false },
    { party: "east", issue: "trade", redLine: false },
  ],
  disposals: [{ of: "north", issue: "land", what: "land", options: ["cede"] }],
  drafts: [
    { id: "over-their-heads", choices: { land: "cede" } },
    { id: "later", choices: { land: "later", trade: null } },
  ],
  ...more,
});

describe("who sits where, and over whose head", () => {
  it("S16: lays seats beside stakes; what is not said stays unsaid", () => {
    const { rows } = inclusion(input());
    expect(rows.map((r) => [r.party, r.seats.summit, r.stake])).toEqual([
      ["east", "in", "some"],
      ["north", "excluded", "high"],
      ["south", "in", "not known"],
    ]);
    expect(rows[1]?.stakes).toEqual([
      { issue: "land", why: "disposed of", what: "land" },
      { issue: "land", why: "red line" },
      { issue: "trade", why: "position" },
    ]);
  });

  it("S18: warns of each draft that disposes of what belongs to somebody who has no seat and no say", () => {
    expect(inclusion(input()).warnings).toEqual([
      { of: "over-their-heads", party: "north", issue: "land", what: "land", lacks: ["a seat", "consent"] },
    ]);
    expect(inclusion(input({ consents: ["east", "north", "south"] })).warnings[0]?.lacks).toEqual(["a seat"]);
    expect(inclusion(input({ drafts: [] })).warnings).toEqual([
      { party: "north", issue: "land", what: "land", lacks: ["a seat", "consent"] },
    ]);
  });

  it("warns of no seat only where tables are known, and of no consent only where consent is said", () => {
    expect(inclusion(input({ tables: [], consents: undefined })).warnings).toEqual([]);
    expect(inclusion(input({ tables: [] })).warnings[0]?.lacks).toEqual(["consent"]);
  });
});
