import { describe, expect, it } from "vitest";
import { clean } from "../clean.ts";
import type { Proposal } from "./proposal.ts";
import { proposals } from "./proposals.ts";

const PEOPLE = ["Norland", { name: "Sudland", aliases: ["Sudlanders"] }, "Mira Kovač"];
const told = (words: string): Proposal[] =>
  proposals(
    clean(new TextEncoder().encode(`News\n\n${words} The day was long, and nobody said more of it.\n`)),
    PEOPLE,
  );
const levels = (words: string) =>
  told(words).flatMap((one) =>
    one.kind === "level" ? [[one.name, one.stands ?? one.trend, one.of, one.speaker]] : [],
  );

describe("how something stands or moves", () => {
  it.each([
    ["Norland is distracted by its election.", ["Attention of Norland", "low", "Norland", null]],
    ["Norland’s attention has turned elsewhere.", ["Norland’s attention", "low", "Norland", null]],
    ["Mira Kovač spoke of waning Norland support.", ["Norland support", "falling", "Norland", "Mira Kovač"]],
    [
      "Sudland’s growing influence worries its neighbours.",
      ["Sudland’s growing influence", "rising", "Sudland", null],
    ],
    ["Norland’s patience has faded.", ["Norland’s patience", "falling", "Norland", null]],
    ["Sudland is not yet ready to talk.", ["Readiness of Sudland", "low", "Sudland", null]],
  ])("%s", (words, expected) => expect(levels(words)).toEqual([expected]));

  it.each([
    // Nobody's: whose it would be is not named.
    "They are not ready to talk.",
    // A quotation is its speaker's.
    "“Norland is distracted by its election,” a man said.",
    // Nobody's.
    "There is growing confidence that the ferry will run.",
    // Of other things.
    "Growing vegetables is an art in Norland.",
    "Norland has increased the number of its ferries.",
    "Attention: the ferry to Norland leaves at nine.",
  ])("proposes nothing for: %s", (words) => expect(levels(words)).toEqual([]));

  it("proposes nothing where the word before the cue is lost", () => {
    // The empty link leaves a gap between the name and what is said of it.
    const page = `<article><h1>News</h1><p>Norland <a href="x"></a> is distracted by its election, and it said nothing more of the ferry or of the dam that day.</p></article>`;
    const all = proposals(clean(new TextEncoder().encode(page), { mediaType: "text/html" }), PEOPLE);
    expect(all.filter((one) => one.kind === "level")).toEqual([]);
  });
});

describe("mutual mistrust", () => {
  it("is of two that are named, each way", () => {
    const found = told("Norland and Sudland met, though mutual distrust ran deep.").filter(
      (o) => o.kind === "trust",
    );
    expect(found.map((o) => [o.from, o.to])).toEqual([
      ["Sudland", "Norland"],
      ["Norland", "Sudland"],
    ]);
    expect(new Set(found.map((o) => o.id)).size).toBe(2);
  });
  it("is of nobody where two are not named", () => {
    expect(told("Norland spoke of mutual mistrust.").filter((o) => o.kind === "trust")).toEqual([]);
  });
});

describe("nothing until all of it", () => {
  it("is a claim and no precondition", () => {
    const all = told("Mira Kovač said that nothing is agreed until everything is agreed.");
    expect(all.flatMap((o) => (o.kind === "claim" ? [[o.rule, o.speaker]] : []))).toEqual([
      ["nothing-until-all", "Mira Kovač"],
    ]);
    expect(all.filter((o) => o.kind === "precondition")).toEqual([]);
  });
  it("leaves a deal that waits for something else a precondition", () => {
    const all = told("Mira Kovač said there is no deal until the gates are open.");
    expect(all.flatMap((o) => (o.kind === "precondition" ? [[o.for, o.needs]] : []))).toEqual([
      ["deal", "the gates are open"],
    ]);
  });
});
