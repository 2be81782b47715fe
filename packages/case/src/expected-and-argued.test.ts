import { describe, expect, it } from "vitest";
import { argumentMap, argumentOver } from "./arguments.ts";
import { Case } from "./case.ts";
import { effectsOn } from "./driver-effects.ts";
import { foreseen } from "./foreseen.ts";
import type { CaseObject } from "./objects/index.ts";
import type { CaseEvent } from "./objects/process.ts";
import type { Claim } from "./objects/record.ts";
import { parseTime } from "./time.ts";

const basis = (source = "s") => ({ passages: [`${source}p`] });
const RECORD: CaseObject[] = ["s", "t"].flatMap((id): CaseObject[] => [
  { kind: "source", id, sha256: "0".repeat(64), stance: "against the dam" },
  { kind: "passage", id: `${id}p`, source: id, start: 0, end: 1, exact: "x", prefix: "", suffix: "" },
]);
const claim = (id: string, more: Partial<Claim> = {}): Claim => ({
  kind: "claim",
  id,
  says: `${id}.`,
  act: "asserts",
  polarity: "yes",
  basis: basis(),
  ...more,
});
const event = (id: string, more: Partial<CaseEvent> = {}): CaseEvent => ({
  kind: "event",
  id,
  title: id,
  type: "consult",
  occurrence: "happened",
  basis: basis(),
  ...more,
});
const held = (...objects: CaseObject[]): Case => new Case([...RECORD, ...objects]);

describe("S27: what an event did to what moves", () => {
  const front: CaseObject = { kind: "driver", id: "front", name: "The front", basis: basis() };
  it("little or none is told, and is not the same as nothing being said", () => {
    const summit = event("summit", {
      when: parseTime("2025-08-15")!,
      effects: [{ driver: "front", effect: "little or none" }],
    });
    const offensive = event("offensive", {
      when: parseTime("2025-05-01")!,
      effects: [{ driver: "front", effect: "raised", basis: basis("t") }],
    });
    const all = held(front, summit, offensive, event("letter"));
    expect(effectsOn(all, "front").map((one) => [one.event.id, one.effect, one.basis?.passages])).toEqual([
      ["offensive", "raised", ["tp"]],
      ["summit", "little or none", ["sp"]],
    ]);
    expect(effectsOn(all, "other")).toEqual([]);
  });
});

describe("S80: what was said to be coming", () => {
  const rejects = claim("rejects", { act: "expects", about: "north" });
  const settled = (as: "holds" | "does not hold", on = "2026-07-01") =>
    claim("rejects", { act: "expects", settled: { as, by: "RK", on, why: "the answer of 30 June" } });
  const became = (one: Case, day?: string) => foreseen(one, day).expectations.map((x) => x.became);

  it("is open until somebody says what became of it, and on a day before that", () => {
    expect(became(held(rejects))).toEqual(["open"]);
    expect(became(held(settled("holds")))).toEqual(["came about"]);
    expect(became(held(settled("does not hold")))).toEqual(["did not"]);
    expect(became(held(settled("holds")), "2026-06-30")).toEqual(["open"]);
  });
  it("is counted by who said it: an actor, else the source in its own voice", () => {
    const planned = event("visit", {
      occurrence: "planned",
      saidBy: "envoy",
      when: parseTime("2026-05-01")!,
    });
    const met = event("met", { fulfils: ["visit"], when: parseTime("2026-05-02")! });
    const said = claim("said", { act: "expects", by: "envoy" });
    const { foresight } = foreseen(held(settled("holds"), planned, said, claim("other")), "2026-07-02");
    expect(foresight).toEqual([
      { sources: ["s"], counts: { "came about": 1, "did not": 0, "not seen": 0, open: 0 } },
      { by: "envoy", sources: [], counts: { "came about": 0, "did not": 0, "not seen": 1, open: 1 } },
    ]);
    expect(became(held(planned, met), "2026-07-02")).toEqual(["came about"]);
  });
  it("does not count what is only proposed or was set aside", () => {
    expect(became(held({ ...rejects, review: { state: "proposed" } }))).toEqual([]);
  });
});

describe("S100: what a source argues", () => {
  const says = claim("unwinnable");
  const cost = claim("cost", { supports: ["unwinnable"] });
  const gain = claim("gain", { opposes: ["cost"] });
  const elsewhere = claim("elsewhere", { opposes: ["unwinnable"], basis: basis("t") });
  const ids = (one: ReturnType<typeof argumentOver>): unknown => [
    one.claim.id,
    one.for.map(ids),
    one.against.map(ids),
  ];

  it("is a tree of reasons for and against, others' beside its own", () => {
    const all = held(says, cost, gain, elsewhere, claim("alone"));
    const tree = ["unwinnable", [["cost", [], [["gain", [], []]]]], [["elsewhere", [], []]]];
    expect(argumentMap(all, "s").map(ids)).toEqual([tree]);
    expect(ids(argumentOver(all, says))).toEqual(tree);
    // Of the other source only what is its own: a reason against what stands elsewhere.
    expect(argumentMap(all, "t").map(ids)).toEqual([["elsewhere", [], []]]);
    expect(argumentMap(all, "nowhere")).toEqual([]);
  });
  it("says of a circle of reasons that it is one, and ends", () => {
    const a = claim("a", { supports: ["b"] });
    const b = claim("b", { supports: ["a"] });
    const [tree, ...others] = argumentMap(held(a, b), "s");
    expect(others).toEqual([]);
    expect(tree?.for[0]?.for[0]).toMatchObject({ claim: { id: "a" }, circular: true, for: [] });
  });
});
