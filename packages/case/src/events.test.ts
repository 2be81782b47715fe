import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Case } from "./case.ts";
import { commitmentState, earlierLike, outcomeIsTold } from "./commitments.ts";
import { eventState, lagOf } from "./events.ts";
import type { CaseEvent, Commitment } from "./objects/process.ts";
import { parseTime } from "./time.ts";

const event = (id: string, more: Partial<CaseEvent> = {}): CaseEvent => ({
  kind: "event",
  id,
  title: id,
  type: "consult",
  occurrence: "planned",
  ...more,
});
const commitment = (more: Partial<Commitment> = {}): Commitment => ({
  kind: "commitment",
  id: "c",
  by: "up",
  text: "Pay for the repair of the dam",
  strength: "promises",
  status: "not yet due",
  ...more,
});

describe("S22: an announced event", () => {
  const planned = event("visit", { when: parseTime("2026-06-01..2026-06-10")! });
  it("is ahead until its time is over, and then not seen; never cancelled by silence", () => {
    const held = new Case([planned]);
    expect(eventState(planned, held, "2026-06-10")).toBe("ahead");
    expect(eventState(planned, held, "2026-06-11")).toBe("not seen");
    expect(eventState(planned, held)).toBe("ahead");
    expect(eventState(event("some day"), held, "2030-01-01")).toBe("ahead");
    expect(eventState(event("x", { occurrence: "cancelled" }), held, "2030-01-01")).toBe("cancelled");
  });
  it("took place once a deed in the record fulfils it, from the deed's day on", () => {
    const deed = event("deed", {
      occurrence: "happened",
      fulfils: ["visit"],
      when: parseTime("2026-06-20")!,
    });
    const held = new Case([planned, deed]);
    expect(eventState(planned, held, "2026-06-15")).toBe("not seen");
    expect(eventState(planned, held, "2026-06-20")).toBe("took place");
  });
});

describe("how late something was reported", () => {
  it("counts days from its end to the first report", () => {
    const when = parseTime("2025-08-15")!;
    expect(
      ["2025-08-14", "2025-08-16", "2025-08-20", "2025-09-10", "2026-06-22"].map((r) => lagOf(when, r)),
    ).toEqual(["ahead", "within a day", "within a week", "within a month", "later"]);
    expect(lagOf(undefined, "2025-08-16")).toBe("unknown");
    expect(lagOf(parseTime("2022-02-24..")!, "2025-08-16")).toBe("later");
    expect(lagOf(when, undefined)).toBe("unknown");
  });
});

describe("what became of a commitment", () => {
  it("is not seen when its time is over, not broken; without a date it is looked at again", () => {
    const due = commitment({ due: parseTime("2026-05")! });
    expect(commitmentState(due, "2026-05-31")).toBe("not yet due");
    expect(commitmentState(due, "2026-06-01")).toBe("overdue, not seen");
    expect(commitmentState(commitment({ reviewOn: "2026-07-01" }), "2026-07-01")).toBe("to review");
    expect(commitmentState(commitment(), "2030-01-01")).toBe("not yet due");
  });
  it("S90: an offer whose time is over can no longer be taken up", () => {
    const offer = commitment({ strength: "offers", due: parseTime("2026-05-20")! });
    expect(commitmentState(offer, "2026-05-21")).toBe("expired");
  });
  it("has an outcome only from the day of the step that tells it, and none that no step tells", () => {
    const kept = commitment({
      status: "kept",
      due: parseTime("2026-06-30")!,
      steps: [{ what: "paid", on: parseTime("2026-06-12")!, basis: { passages: ["p"] } }],
    });
    expect(commitmentState(kept, "2026-06-11")).toBe("not yet due");
    expect(commitmentState(kept, "2026-06-12")).toBe("kept");
    expect(outcomeIsTold(kept)).toBe(true);
    expect(outcomeIsTold(commitment({ status: "broken" }))).toBe(false);
    expect(outcomeIsTold(commitment({ status: "stalled" }))).toBe(true);
  });
  it("never becomes broken by the passing of time", () => {
    const status = fc.constantFrom("not yet due", "in progress", "stalled", "kept", "partly") as fc.Arbitrary<
      Commitment["status"]
    >;
    fc.assert(
      fc.property(status, fc.integer({ min: 2020, max: 2040 }), fc.boolean(), (s, year, offer) => {
        const one = commitment({
          status: s,
          due: parseTime("2026")!,
          ...(offer ? { strength: "offers" as const } : {}),
        });
        expect(commitmentState(one, `${year}-06-01`)).not.toBe("broken");
      }),
    );
  });
  it("S75: finds earlier words like it by the same actor", () => {
    const first = commitment({
      id: "first",
      text: "We will pay for the repair of the dam",
      reportedAt: "2026-01-01",
    });
    const again = commitment({ id: "again", reportedAt: "2026-05-01" });
    const other = commitment({ id: "other", by: "low", reportedAt: "2025-01-01" });
    const held = new Case([first, again, other]);
    expect(earlierLike(again, held)).toEqual(["first"]);
    expect(earlierLike(first, held)).toEqual([]);
  });
});
