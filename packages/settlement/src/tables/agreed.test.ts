import { Case, type CaseObject } from "@parley/case";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { agreedAt } from "./agreed.ts";
import { agreedFromCase } from "./from-case.ts";

const TEN = Array.from({ length: 10 }, (_, i) => `i${i}`);
const closed = (...issues: string[]) => issues.map((issue) => ({ issue, option: "yes" }));
const heldWith = (table: object): Case =>
  new Case([
    ...TEN.map((id): CaseObject => ({ kind: "issue", id, name: id, options: { yes: "Yes", no: "No" } })),
    { kind: "consent", id: "c", tables: [{ name: "the talks", ...table }] },
  ]);

describe("S5: no deal until there is a deal", () => {
  it("closing nine of ten issues is no agreement where nothing is agreed until everything is", () => {
    const nine = heldWith({ nothingUntilAll: true, closed: closed(...TEN.slice(0, 9)) });
    expect(agreedFromCase(nine).tables).toMatchObject([{ stands: "provisional", open: ["i9"] }]);
    const ten = heldWith({ nothingUntilAll: true, closed: closed(...TEN) });
    expect(agreedFromCase(ten).tables).toMatchObject([{ stands: "agreement", open: [] }]);
  });
  it("elsewhere the nine hold by themselves, and are not called the whole", () => {
    const nine = heldWith({ closed: closed(...TEN.slice(0, 9)) });
    expect(agreedFromCase(nine).tables).toMatchObject([{ stands: "in parts", open: ["i9"] }]);
  });
  it("looks only at what is before the table, and at what was closed by the day", () => {
    const two = heldWith({
      nothingUntilAll: true,
      agenda: ["i0", "i1"],
      closed: [
        { issue: "i0", option: "no", on: "2026-02-01" },
        { issue: "i0", option: "yes", on: "2026-01-01" },
        { issue: "i1", option: "yes", on: "2026-03-01" },
        { issue: "i7", option: "yes", on: "2026-01-01" },
      ],
    });
    expect(agreedFromCase(two, "2026-02-15").tables).toMatchObject([
      { stands: "provisional", open: ["i1"], closed: [{ issue: "i0", option: "no" }] },
    ]);
    expect(agreedFromCase(two, "2026-03-01").tables).toMatchObject([{ stands: "agreement" }]);
  });
  it("says nothing of tables that say nothing of it", () => {
    expect(agreedFromCase(heldWith({ in: [] }))).toEqual({ tables: [], inputs: [] });
  });
  it("every issue is either closed or open, and never agreed with one open", () => {
    fc.assert(
      fc.property(fc.subarray(TEN), fc.array(fc.constantFrom(...TEN)), fc.boolean(), (agenda, done, all) => {
        const { closed: shut, open, stands } = agreedAt("t", agenda, closed(...done), all);
        expect([...shut.map((one) => one.issue), ...open].sort()).toEqual([...agenda].sort());
        if (open.length > 0) expect(stands).not.toBe("agreement");
        if (all) expect(stands).not.toBe("in parts");
      }),
    );
  });
});
