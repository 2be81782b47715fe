import { describe, expect, it } from "vitest";
import { clean } from "../clean.ts";
import { applyDecisions } from "../decisions.ts";
import { ABSENT, sharedFile } from "../testing/shared.ts";
import type { KnownActor } from "./mentions.ts";
import { proposals } from "./proposals.ts";
import { quotations } from "./quotations.ts";

const ACTORS: KnownActor[] = ["Ana Petrov", { name: "Ivo Kell", aliases: ["Kel", "Kellov"] }, "Uplands"];
const read = (text: string) => clean(new TextEncoder().encode(text), { mediaType: "text/plain" });
/** Each direct quotation: first word, speaker, rule. */
const said = (text: string) =>
  quotations(read(`${text}\n\nMore words follow here.`), ACTORS).map((q) => [
    q.text.split(" ")[0],
    q.speaker,
    q.rule,
  ]);

describe("direct quotations", () => {
  it.each([
    ["President Kellov insisted “no gate opens without us.”", [["no", "Ivo Kell", "cue-before"]]],
    ["Petrov later said: “The level is not agreed.”", [["The", "Ana Petrov", "cue-before"]]],
    [
      "Kell flatly refused any deal, declaring that “the gates stay as they are”.",
      [["the", "Ivo Kell", "cue-participle-before"]],
    ],
    ["“We will open nothing today,” said Ana Petrov.", [["We", "Ana Petrov", "cue-after"]]],
    ["“We will open nothing today,” Petrov, the lowland envoy, said.", [["We", "Ana Petrov", "cue-after"]]],
    [
      "“We will open nothing today,” said the lowland envoy, Ana Petrov.",
      [["We", "Ana Petrov", "cue-after"]],
    ],
    ["“We will open nothing today,” he said.", [["We", null, "cue-after"]]],
    ["Mara Oss warned that “it will rain before long”.", [["it", "Mara Oss", "cue-before"]]],
    ["The sign above the old gate read “closed until the spring”.", [["closed", null, "marks-without-cue"]]],
    [
      "They call it a “new order” of “the river”.",
      [
        ["new", null, "term-in-quotation-marks"],
        ["the", null, "term-in-quotation-marks"],
      ],
    ],
    [
      "Kell said “one thing and quite another” and Petrov said “nothing at all to anybody”.",
      [
        ["one", "Ivo Kell", "cue-before"],
        ["nothing", "Ana Petrov", "cue-before"],
      ],
    ],
  ])("%s", (text, expected) => expect(said(text)).toEqual(expected));

  it("offer both for the latter, and choose none", () => {
    const document = read(
      "Talks were held between Ana Petrov and Ivo Kell in Oslo. The latter said “no gate opens without us”.",
    );
    const [quotation] = quotations(document, ACTORS);
    expect(quotation).toMatchObject({ speaker: null, speakerCandidates: ["Ivo Kell", "Ana Petrov"] });
  });

  it("close at a damaged mark, and say nothing of two people with one family name", () => {
    const document = read("Ukraine鈥檚 envoy left. Petrov said 鈥渢he level is not agreed鈥 and left.");
    expect(quotations(document, [...ACTORS, "Boris Petrov"])[0]).toMatchObject({
      text: "the level is not agreed",
      speaker: "Petrov",
    });
  });

  it("keep their id whatever is decided about repairs", () => {
    const document = read(
      "Ukraine鈥檚 envoy left.\n\nThe 鈥溾 of it. Petrov said “the level is not agreed”.",
    );
    const later = applyDecisions(document, { repairs: { r1: "reject", r2: { to: "a longer text" } } });
    const [before, after] = [document, later].map((d) => proposals(d, ACTORS).map((p) => p.id));
    expect(after).toEqual(before);
  });
});

describe("claims by cue", () => {
  const acts = (text: string) =>
    proposals(read(text), ACTORS).flatMap((p) =>
      p.kind === "claim" ? [[p.act, p.polarity, p.speaker, p.unnamed]] : [],
    );
  it.each([
    ["Kell rejected any plan for the gates.", [["demands", "no", "Ivo Kell", undefined]]],
    ["There will be no talks until the level is agreed.", [["demands", "yes", null, undefined]]],
    ["Petrov insists that the board should rule.", [["demands", "yes", "Ana Petrov", undefined]]],
    ["Petrov denied it.", [["denies", "no", "Ana Petrov", undefined]]],
    ["Seasoned observers note that it rains.", [["asserts", "yes", null, "Seasoned observers"]]],
    ["The pledges to expand it were made.", []],
    ["It rained in the valley.", []],
  ])("%s", (text, expected) => expect(acts(text)).toEqual(expected));
  it("leave the polarity unknown where the words that tell it are missing", () => {
    expect(acts("Petrov, for that matter, that any text on the gates was agreed.")).toEqual([
      ["unknown", "unknown", "Ana Petrov", undefined],
    ]);
  });
});

const whole = sharedFile("seeds", "000_");
const damaged = sharedFile("seeds", "002_");
const PEOPLE: KnownActor[] = [
  "Donald Trump",
  "Vladimir Putin",
  { name: "Volodymyr Zelensky", aliases: ["Zelenskiy", "Zelenskyy"] },
];
describe.skipIf(whole === undefined || damaged === undefined)(
  whole === undefined ? ABSENT : "the two articles",
  () => {
    it("have two direct quotations with their speakers in the whole one", () => {
      const found = quotations(clean(whole!), PEOPLE).filter((q) => q.mode === "direct");
      expect(found.map((q) => [q.speaker, q.cue?.text])).toEqual([
        ["Donald Trump", "insisted"],
        ["Volodymyr Zelensky", "declaring"],
      ]);
    });
    it("have no direct quotation but three terms in the damaged one", () => {
      expect(quotations(clean(damaged!), PEOPLE).map((q) => q.mode)).toEqual(["term", "term", "term"]);
    });
    it("leave unknown what was said of the understanding, and touch its gaps", () => {
      const document = clean(damaged!);
      const claim = proposals(document, PEOPLE).find(
        (p) => p.kind === "claim" && p.text.startsWith("Trump, for that"),
      );
      expect(claim).toMatchObject({ polarity: "unknown", act: "unknown", speaker: "Donald Trump" });
      expect(claim?.gapIds.map((id) => document.gaps.find((g) => g.id === id)?.kind)).toContain("lost-link");
    });
    it("are quoted character for character", () => {
      for (const bytes of [whole!, damaged!]) {
        const document = clean(bytes);
        for (const p of proposals(document, PEOPLE)) {
          expect(document.text.slice(...p.range)).toBe(p.text);
          expect(document.map.toClean(p.raw)[0]).toBeLessThanOrEqual(p.range[0]);
        }
      }
    });
  },
);
