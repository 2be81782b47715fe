import { type Case, refOf } from "@parley/case";
import type { TimingModel, TimingParty } from "./core/timing/model.ts";
import type { Ranged } from "./core/xoshiro.ts";
import type { TimingFromCase } from "./from-case-timing.ts";
import { timingCase as say } from "./messages.ts";

/** A change to look at side by side with things as they are. */
export interface Lever {
  /** As it was asked for. */
  text: string;
  /** In plain words. */
  words: string;
  model: TimingModel;
}

/**
 * Pull a lever: `table` (everybody sits), `cut:PRECONDITION` (it is met or given up), `filter:PARTY` (no filter on the way
 * to it), `belief:PARTY` (it believes what reaches it), `driver:DRIVER=TIMES` (the trend so many times as strong).
 *
 * @throws RangeError when there is no such lever, or it would change nothing
 */
export function pullLever(from: TimingFromCase, held: Case, text: string): Lever {
  const { model, names } = from;
  const found = /^(table|cut|filter|belief|driver)(?::([^=]+))?(?:=(-?[\d.]+))?$/.exec(text.trim());
  if (found === null) throw new RangeError(say.noLever(text));
  const [, type, id = "", times] = found as unknown as [
    string,
    string,
    string | undefined,
    string | undefined,
  ];
  const nameOf = (kind: string): string => held.nameOf(refOf(kind, id));
  const party = names.parties.indexOf(id);
  const change = (p: number, changed: (one: TimingParty) => TimingParty): TimingModel => {
    if (p < 0) throw new RangeError(say.leverNothing(text));
    return { ...model, parties: model.parties.map((one, q) => (q === p ? changed(one) : one)) };
  };
  switch (type) {
    case "table":
      return {
        text,
        words: "everybody whose consent is needed sits at a table",
        model: { ...model, tables: [{ open: true }] },
      };
    case "cut": {
      const p = names.preconditions.indexOf(id);
      if (p < 0) throw new RangeError(say.leverNothing(text));
      const preconditions = model.preconditions.map((gate, q) => (q === p ? { open: true } : gate));
      const one = held.get("precondition", id);
      return {
        text,
        words: `"${one?.needs}" no longer has to come before "${one?.for}"`,
        model: { ...model, preconditions },
      };
    }
    case "filter":
      return {
        text,
        words: `nothing filters what reaches ${nameOf("actor")}`,
        model: change(party, (one) => ({ ...one, perceives: [] })),
      };
    case "belief":
      return {
        text,
        words: `${nameOf("actor")} believes what reaches it`,
        model: change(party, ({ takesUp: _, threshold: __, ...one }) => one),
      };
    default: {
      const d = names.drivers.indexOf(id);
      const factor = Number(times);
      if (d < 0 || !Number.isFinite(factor)) throw new RangeError(say.leverNothing(text));
      const scaled = (range: Ranged): Ranged => {
        if (typeof range === "number") return range * factor;
        const all = range.map((x) => x * factor);
        if (factor < 0) all.reverse();
        return all as unknown as Ranged;
      };
      const drivers = model.drivers.map((driver, k) =>
        k === d
          ? { ...driver, perMonth: { ...driver.perMonth, range: scaled(driver.perMonth.range) } }
          : driver,
      );
      return {
        text,
        words: `the trend of "${nameOf("driver")}" is ${factor} times as strong`,
        model: { ...model, drivers },
      };
    }
  }
}
