import { join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  accountsOf,
  Case,
  claimStatus,
  disputes,
  effectsOn,
  exchanges,
  foreseen,
  type Id,
  instrumentStatus,
} from "@parley/case";
import { problemsOf } from "@parley/case/schema";
import { checkCase, readTextForm } from "@parley/case/text";
import { anchorAt } from "@parley/record";
import { folderHost } from "@parley/server/documents";
import { agreedFromCase } from "@parley/settlement";
import { expect, it } from "vitest";

/* Rows of the seed systems that the example After Anchorage shows as objects of a case. */
const HERE = fileURLToPath(new URL(".", import.meta.url));
const { objects } = readTextForm(folderHost(join(HERE, "anchorage")));
const held = new Case(objects);
const position = (id: Id) => held.get("position", id);

it("S1, S94: the phase has a day, a name and a passage", () => {
  const [phase, ...others] = held.info?.phases ?? [];
  expect(others).toEqual([]);
  expect([phase?.phase, phase?.since, phase?.basis?.passages?.length]).toEqual([
    "stalemate",
    "2026-06-22",
    1,
  ]);
});
it("S2, S3, S42: two documents of ten months tell of one summit, and of a text that is only said to exist", () => {
  const summits = held.inForce("event").filter((e) => e.when?.earliest === "2025-08-15");
  expect(summits.map((e) => e.id)).toEqual(["summit"]);
  const told = (summits[0]?.claims ?? []).flatMap((id) =>
    [...(held.get("claim", id)?.basis?.passages ?? [])].flatMap((p) => held.get("passage", p)?.source ?? []),
  );
  expect([...new Set(told)].sort()).toEqual(["letters", "summit"]);
  expect(held.get("instrument", "anchorage-understanding")).toMatchObject({
    rung: "alleged understanding",
    text: "none",
  });
});
it("S6: which parts of what is alleged are known: none", () => {
  expect(held.get("instrument", "anchorage-understanding")?.clarity).toEqual({
    what: false,
    when: false,
    condition: false,
  });
});
it("S7: both accounts of one meeting are side by side", () => {
  const accounts = accountsOf(held, held.get("event", "summit")!);
  expect(JSON.stringify(accounts)).toContain("no-text");
  expect(JSON.stringify(accounts)).toContain("understanding");
});
it("S8, S14, S25: pressure has a direction and no number; nobody's trust is made up", () => {
  expect(held.all("tie").map((t) => [t.type, t.from, t.to, t.direction, t.strength])).toEqual([
    ["pressure", "us", "ukraine", "rising", "unknown"],
  ]);
});
it("S11, S17, S28: stated, reported and inferred differ", () => {
  expect(position("ukraine-land")).toMatchObject({ standing: "stated", firmness: "red line" });
  expect(position("us-on-land")).toMatchObject({ standing: "reported", about: "ukraine" });
  expect(position("russia-table")?.standing).toBe("inferred");
});
it("S22, S23: what is expected and planned has who says so, and what is to be talked of", () => {
  expect(held.get("event", "moscow-meeting")).toMatchObject({ occurrence: "expected", saidBy: "ushakov" });
  expect(held.get("event", "washington")?.agenda).toEqual(["guarantees", "prisoners"]);
});
it("S26: a question is not one without a rule by which it is resolved", () => {
  const question = held.all("question")[0]!;
  const { rule: _, ...without } = question;
  expect(problemsOf(question)).toEqual([]);
  expect(JSON.stringify(problemsOf(without))).toContain("rule");
});
it("S5: nine of ten closed is no agreement where nothing is agreed until everything is", () => {
  const [consent] = held.inForce("consent");
  const issues = held.inForce("issue").map((one) => one.id);
  const closed = issues.slice(0, -1).map((issue) => ({ issue, basis: consent!.basis! }));
  const talks = { name: "talks", nothingUntilAll: true, closed };
  const with_ = new Case(
    objects.map((one) => (one.id === consent!.id ? { ...consent!, tables: [talks] } : one)),
  );
  expect(problemsOf(with_.get("consent", consent!.id)!)).toEqual([]);
  expect(agreedFromCase(with_).tables).toMatchObject([{ stands: "provisional", open: issues.slice(-1) }]);
});
it("S27: that the summit changed little at the front can be told with its words; of the other drivers nothing is", () => {
  const words = "the meeting changed little on the battlefield";
  const text = held.textOf("summit")!.text;
  const start = text.indexOf(words);
  const passage = {
    id: "little",
    kind: "passage" as const,
    source: "summit",
    ...anchorAt(text, start, start + words.length),
  };
  const summit = held.get("event", "summit")!;
  const effects = [{ driver: "front", effect: "little or none" as const, basis: { passages: ["little"] } }];
  const now = new Case([...objects.filter((one) => one !== summit), passage, { ...summit, effects }]);
  expect(checkCase(now).filter((one) => one.severity === "error")).toEqual([]);
  expect(effectsOn(now, "front").map((one) => [one.event.id, one.effect, one.basis])).toEqual([
    ["summit", "little or none", { passages: ["little"] }],
  ]);
  expect(effectsOn(now, "russian-investment")).toEqual([]);
});
it("S46: attention is low, as an order without a number", () => {
  expect(held.get("driver", "us-attention")).toMatchObject({ stands: "low" });
  expect(held.get("driver", "us-attention")?.points).toBeUndefined();
});
it("S80: what was announced is told with who said it, and counted as open while nothing decides it", () => {
  const { expectations, foresight } = foreseen(held, held.info?.asOf);
  expect(expectations.find((one) => one.ref === "event:moscow-meeting")).toMatchObject({
    by: "ushakov",
    became: "open",
  });
  expect(foresight.find((one) => one.by === "ushakov")?.counts).toMatchObject({ "came about": 0, open: 1 });
});
it("S33: three spellings are one actor", () => {
  expect(held.get("actor", "zelenskyy")?.aliases).toEqual(["Zelenskyy", "Zelensky", "Zelenskiy"]);
});
it("S44, S45, S48: the letter, and the answer that makes Donbas come first", () => {
  const [first, ...others] = exchanges(held);
  expect(others).toEqual([]);
  expect([first?.event.id, first?.replies.map((r) => r.event.id)]).toEqual(["letter", ["answer"]]);
  expect(held.get("precondition", "land-before-table")?.holder).toBe("russia");
});
it("S47: an objection keeps its ground and the gap that took its object", () => {
  expect(held.get("claim", "europe-excluded")?.gaps).toEqual(["letters.gap3"]);
});
it("S49, S53, S57: the alleged understanding is not folded into one truth", () => {
  const understanding = held.get("instrument", "anchorage-understanding")!;
  const found = disputes(held).find((d) => d.on.id === understanding.id);
  expect(found?.voices.map((v) => [v.party, v.stance]).sort()).toEqual([
    ["russia", "asserts"],
    ["us", "unknown"],
  ]);
  expect(instrumentStatus(understanding, held)).not.toBe("settled");
});
it("S56: where the word for or against is lost, polarity is unknown, and no status makes it known", () => {
  const claim = held.get("claim", "fortresses")!;
  expect([claim.polarity, claim.act, claim.gaps]).toEqual(["unknown", "unknown", ["letters.gap5"]]);
  expect(["contested", "denied", "corroborated"]).not.toContain(claimStatus(claim, held));
});
