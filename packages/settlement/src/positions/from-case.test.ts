import { Case, type CaseObject, type Position } from "@parley/case";
import { describe, expect, it } from "vitest";
import { settlementFromCase } from "../from-case.ts";
import { positionsHeld } from "./from-case.ts";

const position = (id: string, more: Partial<Position>): CaseObject =>
  ({
    kind: "position",
    id,
    of: "hill",
    issue: "gate",
    firmness: "demand",
    standing: "stated",
    ...more,
  }) as CaseObject;
const ids = (objects: CaseObject[], viewer?: string): string[] =>
  positionsHeld(new Case(objects), viewer).map((one) => one.id);

describe("the positions held now", () => {
  const first = position("first", { rejects: ["open"], firmness: "red line" });
  const later = position("later", { wants: "open", replaces: "first" });
  const picture = position("picture", { wants: "shut", seenBy: "vale" });
  it("leave out what a later one replaces", () => {
    expect(ids([first, later])).toEqual(["later"]);
    expect(ids([first, later, picture])).toEqual(["later"]);
  });
  it("are a viewer's pictures where it has some, and the record's elsewhere", () => {
    const elsewhere = position("elsewhere", { issue: "well" });
    expect(ids([first, later, picture, elsewhere], "vale").sort()).toEqual(["elsewhere", "picture"]);
    expect(ids([first, later, picture, elsewhere], "hill").sort()).toEqual(["elsewhere", "later"]);
  });
  it("draw no red line that was taken back, or that a viewer does not see", () => {
    const objects = [
      { kind: "actor", id: "hill", name: "Hill", type: "group", party: true },
      { kind: "issue", id: "gate", name: "Gate", options: { open: "open", shut: "shut" } },
      {
        kind: "valuation",
        id: "hill",
        party: "hill",
        weights: { gate: { low: 1, high: 1 } },
        values: { gate: { open: { low: 1, high: 1 }, shut: { low: 0, high: 0 } } },
        noDeal: { low: 0.5, high: 0.5 },
      },
    ] as unknown as CaseObject[];
    const lines = (more: CaseObject[], seenBy?: string): unknown =>
      settlementFromCase(new Case([...objects, ...more]), seenBy === undefined ? {} : { seenBy }).problem
        ?.parties[0]?.redLines;
    expect(lines([first])).toEqual([[["gate", "open"]]]);
    expect(lines([first, later])).toBeUndefined();
    expect(lines([first, picture], "vale")).toBeUndefined();
    expect(lines([first, picture])).toEqual([[["gate", "open"]]]);
  });
});
