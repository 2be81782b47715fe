import { Case, type CaseObject, type Question } from "@parley/case";
import { describe, expect, test } from "vitest";
import { pullLever } from "./from-case-levers.ts";
import { type BargainingProblem, timingFromCase } from "./from-case-timing.ts";
import { timing } from "./timing.ts";

const question: Question = {
  kind: "question",
  id: "end",
  title: "When?",
  event: "It ends.",
  rule: "Both say so.",
  opens: "2026-01-01",
  closes: "2026-12-31",
};
const assumed = { assumption: { by: "RK", on: "2026-01-01" } };
const exact = (x: number) => ({ low: x, mode: x, high: x });
const info: CaseObject = { kind: "case", id: "case", title: "Two towns", asOf: "2026-01-01" };
const actor = (id: string): CaseObject => ({ kind: "actor", id, name: id.toUpperCase(), type: "state" });
const caseOf = (...more: CaseObject[]): Case => new Case([info, actor("a"), actor("b"), question, ...more]);

const problem: BargainingProblem = {
  issues: [{ id: "x", options: ["one", "two"] }],
  parties: [
    { id: "a", reservation: 0.4, weights: { x: 1 }, values: { x: { one: 0.5, two: 1 } } },
    { id: "b", reservation: 0.6, weights: { x: 1 }, values: { x: { one: 0.5, two: 0 } } },
  ],
  consent: { all: ["a", "b"] },
};
const driver: CaseObject = {
  kind: "driver",
  id: "losses",
  name: "Losses",
  perMonth: exact(1),
  effects: [{ party: "b", perUnit: exact(-0.05) }],
  basis: assumed,
};
const model = (held: Case, circles: string[][] = [], of: BargainingProblem = problem) =>
  timingFromCase(held, question, of, circles, { stepDays: 1 });
const settles = (held: Case, circles: string[][] = [], of?: BargainingProblem): number | null =>
  timing(model(held, circles, of).model, { runs: 50 }).quantiles[3]?.day ?? null;

describe("a case as a timing model", () => {
  test("a driver presses a party below the value of the package after 61 days", () => {
    expect(settles(caseOf(driver))).toBe(61);
    expect(settles(caseOf())).toBeNull();
  });

  test("nothing that moves: no basis, and it is said", () => {
    const still = model(caseOf());
    expect(still.moves).toBe(false);
    expect(still.notes[0]).toContain("No basis");
    expect(model(caseOf(driver)).moves).toBe(true);
  });

  test("a driver without numbers, without an effect, or on somebody else moves nothing, and is named", () => {
    const { perMonth: _, ...still } = driver as CaseObject & { perMonth: unknown };
    const { effects: __, ...idle } = driver as CaseObject & { effects: unknown };
    const elsewhere = { ...driver, effects: [{ party: "c", perUnit: exact(-1) }] } as CaseObject;
    for (const [one, said] of [
      [still as CaseObject, "no trend or shocks in numbers"],
      [idle as CaseObject, "presses on nobody in numbers"],
      [elsewhere, "whose consent is not asked for"],
    ] as const) {
      const made = model(caseOf(actor("c"), one));
      expect(made.notes.join(" ")).toContain(said);
      expect(timing(made.model, { runs: 10 }).never.share).toBe(1);
    }
  });

  test("views: filters by effect, belief, threshold; what is unknown is drawn from none to all", () => {
    const view = (more: object): CaseObject =>
      ({ kind: "view", id: "v", actor: "b", basis: assumed, ...more }) as CaseObject;
    const filter = (effect: string, amount?: number) =>
      view({
        filters: [
          {
            from: "b",
            to: "b",
            effect,
            drivers: ["losses"],
            ...(amount === undefined ? {} : { amount: exact(amount) }),
          },
        ],
      });
    expect(settles(caseOf(driver, filter("attenuates", 0.5)))).toBe(122);
    expect(settles(caseOf(driver, filter("delays", 30)))).toBe(91);
    expect(settles(caseOf(driver, filter("biases", 1)))).toBe(31);
    expect(settles(caseOf(driver, filter("blocks")))).toBeNull();
    expect(settles(caseOf(driver, view({ takesUp: exact(0.5) })))).toBe(122);
    const unknown = model(caseOf(driver, filter("attenuates")));
    expect(unknown.notes.join(" ")).toContain("drawn from none to all");
    expect(unknown.model.parties[1]?.perceives[0]?.through?.range).toEqual([0, 1]);
    expect(model(caseOf(driver, view({ resistance: "strong" }))).model.parties[1]?.takesUp?.range).toEqual([
      0, 1,
    ]);
    expect(model(caseOf(driver, view({ resistance: "none" }))).model.parties[1]?.takesUp).toBeUndefined();
    // A filter that is about something else keeps no news of this driver.
    const other = view({ filters: [{ from: "b", to: "b", effect: "blocks", about: "the weather" }] });
    expect(settles(caseOf(driver, other))).toBe(61);
  });

  test("tables: none said is no obstacle; none that seats all is; one that may come has its rate", () => {
    const consent = (tables?: object[]): CaseObject =>
      ({
        kind: "consent",
        id: "c",
        all: ["a", "b"],
        basis: assumed,
        ...(tables ? { tables } : {}),
      }) as CaseObject;
    expect(model(caseOf(driver, consent())).notes.join(" ")).toContain("says nothing of tables");
    expect(settles(caseOf(driver, consent([{ name: "t", in: ["a"] }])))).toBeNull();
    expect(settles(caseOf(driver, consent([{ name: "t", in: ["b", "a", "c"] }])))).toBe(61);
    const coming = model(caseOf(driver, consent([{ name: "t", in: ["a", "b"], opensPerYear: exact(2) }])));
    expect(coming.model.tables).toEqual([
      { open: false, perYear: { name: "table t", factor: "table t", range: 2 } },
    ]);
  });

  test("circles of preconditions: closed until one gives way; met ones are open", () => {
    const precondition = (id: string, more: object = {}): CaseObject =>
      ({
        kind: "precondition",
        id,
        holder: "a",
        needs: "x",
        for: "y",
        type: "necessary",
        status: "open",
        standing: "stated",
        basis: assumed,
        ...more,
      }) as CaseObject;
    const circle = [["p", "q"]];
    expect(settles(caseOf(driver, precondition("p"), precondition("q")), circle)).toBeNull();
    expect(settles(caseOf(driver, precondition("p"), precondition("q", { status: "waived" })), circle)).toBe(
      61,
    );
    const rated = model(
      caseOf(driver, precondition("p", { opensPerYear: exact(50) }), precondition("q")),
      circle,
    );
    expect(rated.notes.filter((n) => n.includes("never is"))).toHaveLength(1);
    expect(timing(rated.model, { runs: 200 }).never.share).toBe(0);
  });

  test("red lines and link rules are kept", () => {
    const line: BargainingProblem = {
      ...problem,
      parties: problem.parties.map((p) => (p.id === "b" ? { ...p, redLines: [[["x", "one"]]] } : p)),
    };
    expect(settles(caseOf(driver), [], line)).toBeNull();
    expect(settles(caseOf(driver), [], { ...problem, links: [{ forbid: [["x", "one"]] }] })).toBeNull();
    expect(
      settles(caseOf(driver), [], {
        ...problem,
        links: [
          {
            require: [
              ["x", "one"],
              ["x", "two"],
            ],
          },
        ],
      }),
    ).toBeNull();
  });

  test("levers change what they say, and only that; what is none is refused", () => {
    const held = caseOf(
      driver,
      { kind: "consent", id: "c", all: ["a", "b"], tables: [], basis: assumed } as CaseObject,
      {
        kind: "view",
        id: "v",
        actor: "b",
        basis: assumed,
        takesUp: exact(0.5),
        filters: [{ from: "b", to: "b", effect: "attenuates", drivers: ["losses"], amount: exact(0.5) }],
      } as CaseObject,
    );
    const from = model(held);
    const day = (lever: string): number | null =>
      timing(pullLever(from, held, lever).model, { runs: 20 }).quantiles[3]?.day ?? null;
    expect(day("table")).toBe(244);
    expect(day("filter:b")).toBe(122);
    expect(day("belief:b")).toBe(122);
    expect(day("driver:losses=2")).toBe(122);
    expect(day("driver:losses=-1")).toBeNull();
    expect(pullLever(from, held, "filter:b").words).toContain("B");
    for (const bad of ["cut:nothing", "filter:zz", "driver:losses", "driver:zz=2", "war"])
      expect(() => pullLever(from, held, bad), bad).toThrow(RangeError);
    const result = timing(from.model, { runs: 20, scenarios: [pullLever(from, held, "filter:b")] });
    expect(result.scenarios[0]?.difference.runs).toBe(20);
  });

  test("no closing day, or one that has passed: no horizon", () => {
    const { closes: _, ...open } = question;
    expect(() => timingFromCase(caseOf(), open, problem, [])).toThrow("no closing day");
    expect(() => timingFromCase(caseOf(), question, problem, [], { asOf: "2027-05-01" })).toThrow(
      "closed on 2026-12-31",
    );
    expect(timingFromCase(caseOf(), open, problem, [], { horizonDays: 3000 }).model.stepDays).toBe(30);
  });
});
