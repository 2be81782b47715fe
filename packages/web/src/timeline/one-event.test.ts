import { Case, type CaseEvent, parseTime } from "@parley/case";
import { problemsOf } from "@parley/case/schema";
import { describe, expect, it } from "vitest";
import { keptOf, makingOne } from "./one-event.ts";

const event = (id: string, more: Partial<CaseEvent> = {}): CaseEvent => ({
  kind: "event",
  id,
  title: id,
  type: "consult",
  occurrence: "happened",
  basis: { passages: [`p-${id}`] },
  ...more,
});
const AT = "2026-11-23T12:00:00Z";

describe("two events made one", () => {
  const summit = event("summit", {
    place: "the base",
    participants: [{ actor: "a", level: "leader" }],
    claims: ["c1"],
  });
  const alaska = event("alaska", {
    place: "Alaska",
    when: parseTime("2025-08-15")!,
    participants: [{ actor: "a" }, { actor: "b" }],
    claims: ["c2"],
    effects: [{ driver: "front", effect: "little or none" }],
    outcome: "no text",
    review: { state: "proposed" },
  });
  const letter = event("letter", { replyTo: "alaska", timedTo: ["alaska", "summit"] });
  const other = event("other", { fulfils: ["x"] });
  const held = new Case([summit, alaska, letter, other]);
  const edits = makingOne(held, alaska, summit, AT, "Also told as “alaska”.");
  const value = (id: string) => edits.find((one) => one.id === id)?.value as CaseEvent | undefined;

  it("the one in force stays, and stands on the words of both", () => {
    expect(keptOf(alaska, summit)[0].id).toBe("summit");
    expect(value("summit")).toMatchObject({
      basis: { passages: ["p-summit", "p-alaska"] },
      place: "the base",
      when: { earliest: "2025-08-15" },
      participants: [{ actor: "a", level: "leader" }, { actor: "b" }],
      claims: ["c1", "c2"],
      effects: [{ driver: "front" }],
      outcome: "no text",
      note: "Also told as “alaska”.",
      review: { state: "edited" },
    });
    expect(problemsOf(value("summit")!)).toEqual([]);
  });
  it("the other is superseded and keeps its words; what pointed to it points to the one", () => {
    expect(value("alaska")).toEqual({
      ...alaska,
      review: { state: "superseded", at: AT, reason: "one with summit" },
    });
    expect(value("letter")).toMatchObject({ replyTo: "summit", timedTo: ["summit"] });
    expect(value("other")).toBeUndefined();
  });
  it("of two that wait the one with a day stays", () => {
    const waits = { review: { state: "proposed" as const } };
    expect(keptOf({ ...summit, ...waits }, alaska)[0].id).toBe("alaska");
    expect(keptOf(summit, event("later"))[0].id).toBe("summit");
  });
  it("is as closed as the more closed of the two, whichever stays", () => {
    const levels = (a?: CaseEvent["level"], b?: CaseEvent["level"]) => {
      const [x, y] = [event("x", a && { level: a }), event("y", b && { level: b })];
      return (makingOne(new Case([x, y]), x, y, AT, "…")[0]!.value as CaseEvent).level;
    };
    expect(levels("public", "mediator")).toBe("mediator");
    expect(levels("sealed", "public")).toBe("sealed");
    expect(levels("public")).toBe("team");
    expect(levels(undefined, "public")).toBe(undefined);
  });
  it("does not make an event point to itself", () => {
    const own = event("own", { fulfils: ["alaska"], timedTo: ["alaska"] });
    const made = makingOne(new Case([own, alaska]), own, alaska, AT, "…")[0]?.value as CaseEvent;
    expect([made.fulfils ?? [], made.timedTo ?? []]).toEqual([[], []]);
  });
});
