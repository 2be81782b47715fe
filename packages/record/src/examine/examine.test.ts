import { Case, type CaseObject, parseTime, type Source } from "@parley/case";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { examine } from "./examine.ts";
import { missingDocuments } from "./missing-documents.ts";
import { nearDuplicates } from "./near-duplicates.ts";
import { driftingNumbers } from "./numbers.ts";
import { wrongOffices } from "./office-holders.ts";
import { provenanceFindings } from "./provenance.ts";
import { differingQuotations } from "./quotations-differ.ts";
import { wrongWeekdays } from "./weekday.ts";

const text = (source: string, words: string): { source: string; text: string } => ({ source, text: words });
const source = (id: string, more: Partial<Source> = {}): Source =>
  ({ kind: "source", id, mediaType: "text/plain", sha256: "0".repeat(64), ...more }) as Source;
const TALE =
  "The two towns met on the bridge over the river in May and spoke for six hours about the summer level of the dam. No gate opens without both of them, said the envoy of the lower town, and the upper town said nothing in return. ";

describe("near duplicates", () => {
  it("are told from documents that only share a part, and from strangers", () => {
    const other =
      "Nobody knows when the ferry will run again, said a man who had waited for it since the morning.";
    const found = nearDuplicates([
      text("a", TALE),
      text("copy", `${TALE}By our desk.`),
      text("long", `${other} ${TALE} ${other} ${other}`),
      text("stranger", other.replace("ferry", "train")),
    ]);
    expect(found.map(({ a, b, type }) => [a, b, type])).toEqual([
      ["a", "copy", "near"],
      ["a", "long", "within"],
      ["copy", "long", "within"],
      ["long", "stranger", "part"],
    ]);
  });
  it("S56: do not depend on the order of the documents", () => {
    const texts = [text("a", TALE), text("b", `${TALE} And more.`), text("c", TALE.slice(0, 120))];
    const pairs = (list: typeof texts): string[] =>
      nearDuplicates(list)
        .map(({ a, b, type, resemblance }) => `${[a, b].sort().join()} ${type} ${resemblance}`)
        .sort();
    fc.assert(
      fc.property(fc.shuffledSubarray(texts, { minLength: 3 }), (list) => {
        expect(pairs(list)).toEqual(pairs(texts));
      }),
    );
  });
});

describe("S101: a numbered set", () => {
  it("says what is missing between its first and its last", () => {
    expect(missingDocuments([{ file: "000_b2b6.txt" }, { file: "002_1b0a.txt" }])).toEqual([
      { pattern: "", have: [0, 2], missing: [1] },
    ]);
    expect(
      missingDocuments([{ file: "annex-1.pdf" }, { file: "annex-2.pdf" }, { file: "annex-4.pdf" }]),
    ).toEqual([{ pattern: "annex-*.pdf", have: [1, 2, 4], missing: [3] }]);
  });
  it("is none where the numbers are years, or where more is missing than there", () => {
    expect(missingDocuments([{ file: "2024-05 letter.txt" }, { file: "2026-05 letter.txt" }])).toEqual([]);
    expect(missingDocuments([{ file: "annex-1.pdf" }, { file: "annex-90.pdf" }])).toEqual([]);
    expect(missingDocuments([{ file: "notes.txt" }, {}])).toEqual([]);
  });
});

describe("plausibility", () => {
  it("S40: finds a weekday that is not the day's, and lets the right one be", () => {
    const found = wrongWeekdays([
      text("a", "Posted Monday, 22 June 2026. They met on Friday, 23 June 2026 again."),
    ]);
    expect(found.map((f) => f.places[0]?.text)).toEqual(["Friday, 23 June 2026"]);
    expect(found[0]?.says).toContain("Tuesday");
  });
  it("finds somebody in an office that the case has at another time, but not a former one", () => {
    const actor = { name: "Ada Roe", offices: [{ title: "Minister", during: parseTime("2024..2025")! }] };
    const published = parseTime("2026-05-04")!;
    const found = wrongOffices(
      [actor],
      [source("a", { published }), source("b", { published: parseTime("2025-02-01")! })],
      [
        text("a", "Minister Ada Roe said no. Former Minister Ada Roe left."),
        text("b", "Minister Ada Roe said yes."),
      ],
    );
    expect(found.map((f) => [f.places[0]?.source, f.places[0]?.range])).toEqual([["a", [0, 16]]]);
  });
  it("S66: finds a number that drifts between sources, and none where they tell of other things", () => {
    const a = text("a", "Official figures show that investment fell by 14.3 percent in the first quarter.");
    const b = text("b", "Investment fell by 13.4% in the first quarter, official figures show.");
    const c = text("c", "Rainfall rose by 13.4% on the coast.");
    expect(driftingNumbers([a, b, c]).map((f) => f.places.map((p) => p.text))).toEqual([
      ["14.3 percent", "13.4%"],
    ]);
    expect(driftingNumbers([a, { ...b, text: b.text.replace("13.4", "14.3") }])).toEqual([]);
  });
  it("finds one utterance quoted in two ways; a shorter part of it fits", () => {
    const a = text("a", "He said: “There is no deal until there is a deal on everything.”");
    const b = text("b", "He said “there was no deal until there was a deal on everything”.");
    const c = text("c", "He said “no deal until there is a deal” and left.");
    expect(differingQuotations([a, b]).length).toBe(1);
    expect(differingQuotations([a, c])).toEqual([]);
  });
  it("S37: finds a copy that lies elsewhere than at its publisher, and sources that go back to each other", () => {
    const found = provenanceFindings(
      [
        source("a", { host: "www.gazette.example", publisher: "The Gazette" }),
        source("b", { host: "mirror.example", publisher: "The Gazette", derivedFrom: ["c"] }),
        source("c", { derivedFrom: ["b"] }),
      ],
      [],
    );
    expect(found.map((f) => [f.rule, f.places.map((p) => p.source)])).toEqual([
      ["copy", ["b"]],
      ["circular", ["b", "c"]],
    ]);
  });
});

describe("the examination of a case", () => {
  it("S35: a source without a date is not older than what it tells of; groups bear out what was copied", () => {
    const objects = [
      source("a"),
      source("b", { published: parseTime("2026-06-22")! }),
      source("c", { derivedFrom: ["b"], published: parseTime("2026-06-23")! }),
      { kind: "passage", id: "p", source: "a", start: 0, end: 3, exact: "met", prefix: "", suffix: "" },
      {
        kind: "event",
        id: "summit",
        title: "Summit",
        type: "consult",
        occurrence: "happened",
        when: parseTime("2025-08-15")!,
        basis: { passages: ["p"] },
      },
    ] as CaseObject[];
    const found = examine(new Case(objects));
    expect(found.notBefore).toEqual({ a: { day: "2025-08-15", event: "summit" } });
    expect(found.groups).toEqual([["b", "c"]]);
    expect(found.findings).toEqual([]);
  });
});
