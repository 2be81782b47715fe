import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Case } from "./case.ts";
import { channels } from "./channels.ts";
import { coincidences, exchanges } from "./event-links.ts";
import type { CaseEvent } from "./objects/process.ts";
import type { Tie } from "./objects/settlement.ts";
import { parseTime } from "./time.ts";

const event = (id: string, more: Partial<CaseEvent> = {}): CaseEvent => ({
  kind: "event",
  id,
  title: id,
  type: "consult",
  occurrence: "happened",
  ...more,
});
const channel = (id: string, open: Tie["open"], during?: string, more: Partial<Tie> = {}): Tie => ({
  kind: "tie",
  id,
  type: "channel",
  from: "up",
  to: "low",
  ...(open === undefined ? {} : { open }),
  ...(during === undefined ? {} : { during: parseTime(during)! }),
  ...more,
});

describe("S44: messages and replies", () => {
  it("make chains from the first message on", () => {
    const held = new Case([
      event("letter"),
      event("answer", { replyTo: "letter" }),
      event("second answer", { replyTo: "letter" }),
      event("rejoinder", { replyTo: "answer" }),
      event("unanswered"),
    ]);
    const flat = (list: ReturnType<typeof exchanges>): unknown =>
      list.map((one) => [one.event.id, flat(one.replies)]);
    expect(flat(exchanges(held))).toEqual([
      [
        "letter",
        [
          ["answer", [["rejoinder", []]]],
          ["second answer", []],
        ],
      ],
    ]);
  });
  it("end whatever answers what, a circle too", () => {
    fc.assert(
      fc.property(
        fc.array(fc.option(fc.nat(7), { nil: undefined }), { minLength: 8, maxLength: 8 }),
        (to) => {
          const held = new Case(
            to.map((n, i) => event(`e${i}`, n === undefined ? {} : { replyTo: `e${n}` })),
          );
          const seen: string[] = [];
          const walk = (list: ReturnType<typeof exchanges>): void => {
            for (const one of list) {
              seen.push(one.event.id);
              walk(one.replies);
            }
          };
          walk(exchanges(held));
          expect(new Set(seen).size).toBe(seen.length);
        },
      ),
    );
  });
});

describe("S73: events timed to others", () => {
  const strike = event("strike", { type: "assault", when: parseTime("2026-06-18")! });
  const forum = event("forum", { when: parseTime("2026-06-18")! });
  it("a coercive event on the day of another is told as the same day, not as meant", () => {
    const held = new Case([strike, forum, event("earlier", { when: parseTime("2026-06-17")! })]);
    expect(coincidences(held).map((c) => [c.event.id, c.other.id, c.how, c.day])).toEqual([
      ["strike", "forum", "same day", "2026-06-18"],
    ]);
  });
  it("what somebody says is timed is told as that, once", () => {
    const held = new Case([{ ...strike, timedTo: ["forum"] }, forum]);
    expect(coincidences(held).map((c) => c.how)).toEqual(["timed"]);
  });
  it("what is known to a week alone, or is only planned, falls on no day", () => {
    const held = new Case([
      strike,
      event("round", { when: parseTime("2026-06-15..2026-06-21")! }),
      event("visit", { occurrence: "planned", when: parseTime("2026-06-18")! }),
    ]);
    expect(coincidences(held)).toEqual([]);
  });
});

describe("S21: channels", () => {
  it("are open, closed or unknown by date, whoever is named first", () => {
    const held = new Case([
      channel("b", "closed", "2026-01-10..2026-02-28", { from: "low", to: "up" }),
      channel("a", "open", "2025-08-15..2026-01-09"),
      channel("d", "open", "2026-01-01..", { to: "far" }),
      channel("e", undefined, undefined, { type: "trust" }),
    ]);
    const on = (day?: string) => channels(held, day).map((c) => [c.between[1], c.state]);
    const states = (day?: string) =>
      Object.fromEntries(channels(held, day).map((c) => [c.entries.length, c.state]));
    expect(states("2025-08-14")).toEqual({ 2: "unknown", 1: "unknown" });
    expect(states("2025-09-01")).toEqual({ 2: "open", 1: "unknown" });
    expect(states("2026-02-01")).toEqual({ 2: "closed", 1: "open" });
    expect(states("2026-03-01")).toEqual({ 2: "unknown", 1: "open" });
    expect(on()).toHaveLength(2);
    expect(states()).toEqual({ 2: "closed", 1: "open" });
  });
});
