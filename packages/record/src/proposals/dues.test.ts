import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clean } from "../clean.ts";
import { addSpan, type SpanUnit } from "./add-span.ts";
import type { CommitmentProposal, DateProposal } from "./proposal.ts";
import { proposals } from "./proposals.ts";

const DATED = "Talks in Oslo\n\nPosted Monday, 2 March 2026 by A. Writer\n\n";
const found = (text: string) => {
  const all = proposals(clean(new TextEncoder().encode(text)), ["Norland", "Sudland"]);
  return {
    promise: all.find((one): one is CommitmentProposal => one.kind === "commitment"),
    dates: all.filter((one): one is DateProposal => one.kind === "date"),
  };
};

describe("when a promise is due", () => {
  it.each([
    ["by the end of March", "2026-03-21", "2026-03-31"],
    ["next month", "2026-04-01", "2026-04-30"],
    ["within two weeks", "2026-03-02", "2026-03-16"],
    ["within the next three months", "2026-03-02", "2026-06-02"],
    ["before the end of this year", "2026-12-31", "2026-12-31"],
    ["by 4 April 2026", "2026-04-04", "2026-04-04"],
  ])("%s, by the day of publication", (words, earliest, latest) => {
    const { promise } = found(`${DATED}Norland pledged to open the crossing ${words}. It said no more.`);
    expect(promise?.due).toMatchObject({ earliest, latest });
    const computed = promise?.due?.basis !== "stated";
    expect(promise?.reason.includes("due by")).toBe(computed);
    if (computed) expect(promise?.reason).toContain("2026-03-02");
  });

  it.each(["by the end of this year", "next month", "within two weeks", "by the end of March"])(
    "%s, with no day of publication: not known, and never by the clock",
    (words) => {
      const { promise } = found(
        `Talks in Oslo\n\nNorland pledged to open the crossing ${words}. It said no more.`,
      );
      expect(promise).toBeDefined();
      expect(promise?.due).toBeUndefined();
    },
  );

  const summit = "The Oslo summit on 20 January 2026 brought nothing.";
  const promised = "Norland pledged to open the crossing within two weeks of the summit.";
  it("within two weeks of the summit: from the summit's own day, with or without a day of publication", () => {
    for (const head of [DATED, "Talks in Oslo\n\n"]) {
      const { promise, dates } = found(`${head}${summit} ${promised}`);
      expect(promise?.due).toMatchObject({
        earliest: "2026-01-20",
        latest: "2026-02-03",
        basis: "from an event",
      });
      expect(promise?.reason).toContain("counted from an event the text tells of (summit), on 2026-01-20");
      expect(dates.find((d) => d.counted !== undefined)?.interval?.latest).toBe("2026-02-03");
    }
  });
  it("is left open where the text gives no day of the event, or tells of two", () => {
    expect(found(`${DATED}${promised}`).promise?.due).toBeUndefined();
    for (const second of [
      "The Bergen summit on 11 February 2026 brought less.",
      "The Bergen summit brought less.",
    ])
      expect(found(`${DATED}${summit} ${second} ${promised}`).promise?.due).toBeUndefined();
  });
});

describe("a day so long after another", () => {
  it("keeps to the calendar", () => {
    expect(addSpan("2026-01-31", 1, "month")).toBe("2026-02-28");
    expect(addSpan("2024-02-29", 1, "year")).toBe("2025-02-28");
    expect(addSpan("2025-12-31", 1, "day")).toBe("2026-01-01");
  });
  it("is never before it, and grows with the count", () => {
    const day = fc
      .date({ min: new Date("1900-01-01"), max: new Date("2100-12-31"), noInvalidDate: true })
      .map((d) => d.toISOString().slice(0, 10));
    fc.assert(
      fc.property(
        day,
        fc.nat(60),
        fc.constantFrom<SpanUnit>("day", "week", "month", "year"),
        (from, n, unit) => {
          const to = addSpan(from, n, unit);
          expect(to >= from && addSpan(from, n + 1, unit) > to).toBe(true);
        },
      ),
    );
  });
});
