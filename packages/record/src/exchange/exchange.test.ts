import {
  Case,
  type CaseObject,
  type Claim,
  LEVELS,
  type Level,
  type Passage,
  type Source,
  type TextVersion,
} from "@parley/case";
import fc from "fast-check";
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { anchorAt } from "../relocate.ts";
import { CodePoints } from "./codepoints.ts";
import { readCslJson } from "./csl-json.ts";
import { exportAs, formatOf, openExchange } from "./exchange.ts";
import { EXPORT_FORMATS, type ExportFormat, TABLES } from "./formats.ts";
import { readQdpx } from "./qdpx.ts";
import { readRis } from "./ris.ts";

const AT = "2026-11-23T10:00:00Z";

interface Spot {
  start: number;
  length: number;
  says: string;
  act: Claim["act"];
}

/** A case with one document, passages on it and claims on those. */
function caseOf(text: string, spots: readonly Spot[], more: Partial<Source> = {}): Case {
  const objects: CaseObject[] = [
    { kind: "case", id: "case", title: "Two banks" },
    { kind: "issue", id: "gate", name: "The gate", options: { open: "open", shut: "shut" } },
    { kind: "actor", id: "north", name: "Northbank", type: "state", party: true },
    { kind: "source", id: "s", sha256: "a".repeat(64), title: "A dispatch", ...more },
    {
      kind: "text",
      id: "s.text",
      source: "s",
      text,
      ops: [],
      furniture: [],
      blocks: [],
      map: [0, text.length, 0, text.length, 1],
      rawLength: text.length,
    } as TextVersion,
  ];
  for (const [i, spot] of spots.entries()) {
    const passage: Passage = {
      kind: "passage",
      id: `s.p${i}`,
      source: "s",
      ...anchorAt(text, spot.start, spot.start + spot.length),
    };
    objects.push(passage, {
      kind: "claim",
      id: `c${i}`,
      says: spot.says,
      act: spot.act,
      polarity: "yes",
      by: "north",
      issue: "gate",
      basis: { passages: [passage.id] },
    } as Claim);
  }
  return new Case(objects);
}

/** The same document in a case of which nothing else is known. */
const bare = (full: Case): Case =>
  new Case(full.objects().filter((one) => one.kind !== "passage" && one.kind !== "claim"));

const export_ = (held: Case, format: ExportFormat, level: Level = "team"): Uint8Array =>
  exportAs(held, format, { level, at: AT }).bytes;
const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const take = (
  held: Case,
  bytes: Uint8Array,
  name: string,
): ReturnType<ReturnType<typeof openExchange>["take"]> => openExchange(bytes, { name, at: AT }).take(held);

const WORDS = [
  "gate",
  "Мост",
  "جسر",
  "🜁",
  "𝒜b",
  "“no,”",
  "a;b",
  "=SUM(A1)",
  "-3",
  "x\ny",
  'say "so"',
  "é",
  "\t",
];
const text = fc
  .array(fc.constantFrom(...WORDS), { minLength: 3, maxLength: 40 })
  .map((words) => words.join(" "));
const spotted = text.chain((body) =>
  fc.record({
    body: fc.constant(body),
    spots: fc.uniqueArray(
      fc.record({
        start: fc.nat(body.length - 1),
        length: fc.integer({ min: 1, max: 30 }),
        says: fc.constantFrom("The gate opens.", "=cmd()", "Ворота, «открыты»", "لا\nباب", "+1, so they say"),
        act: fc.constantFrom("asserts" as const, "denies" as const, "demands" as const),
      }),
      { maxLength: 5, selector: (one) => `${one.start} ${one.length}` },
    ),
  }),
);

/** Spots that begin and end between whole characters and hold words. */
function whole(body: string, spots: readonly Spot[]): Spot[] {
  const isLow = (at: number): boolean => (body.charCodeAt(at) & 0xfc00) === 0xdc00;
  const seen = new Set<string>();
  return spots.flatMap((spot) => {
    const start = isLow(spot.start) ? spot.start - 1 : spot.start;
    const last = Math.min(body.length, spot.start + spot.length);
    const end = isLow(last) ? last + 1 : last;
    const exact = body.slice(start, end);
    if (exact.trim() === "" || seen.has(`${start} ${end}`)) return [];
    seen.add(`${start} ${end}`);
    return [{ ...spot, start, length: end - start }];
  });
}

const places = (objects: readonly CaseObject[]): unknown[] =>
  objects
    .filter((one): one is Passage => one.kind === "passage")
    .map((one) => [one.source, one.start, one.end, one.exact])
    .sort();
const said = (objects: readonly CaseObject[]): unknown[] =>
  objects
    .filter((one): one is Claim => one.kind === "claim")
    .map((one) => [one.says.trim(), one.act, one.issue])
    .sort();

describe("offsets in code points", () => {
  it("go there and back, and are what counting character by character gives", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), (body) => {
        const points = new CodePoints(body);
        let units = 0;
        for (const [n, character] of [...body].entries()) {
          expect(points.fromUnits(units)).toBe(n);
          expect(points.toUnits(n)).toBe(units);
          units += character.length;
        }
        expect(points.fromUnits(body.length)).toBe([...body].length);
        expect(points.toUnits([...body].length + 5)).toBe(body.length);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("round trips", () => {
  it.each([
    ["web-annotation", "x.jsonld"],
    ["qdpx", "x.qdpx"],
    ["csv", "x.csv"],
  ] as const)(
    "%s: every passage and claim comes back at its characters, proposed, whatever the script",
    (format, name) => {
      fc.assert(
        fc.property(spotted, ({ body, spots }) => {
          const chosen = whole(body, spots);
          const full = caseOf(body, chosen);
          const bytes = export_(full, format);
          expect(formatOf(bytes, name)).toBe(format);
          const came = take(bare(full), bytes, name);
          // A quotation alone, found in several places alike, is not taken for any of them.
          if (format === "csv") {
            for (const [, start, end, exact] of places(came.objects) as [string, number, number, string][])
              expect(came.orphans > 0 || body.slice(start, end) === exact).toBe(true);
            return;
          }
          expect(came.skipped).toEqual([]);
          expect(came.orphans).toBe(0);
          expect(places(came.objects)).toEqual(places(full.objects()));
          expect(said(came.objects)).toEqual(said(full.objects()));
          for (const one of came.objects) expect(one.review?.state).toBe("proposed");
          // A second time nothing is new.
          const again = take(new Case([...bare(full).objects(), ...came.objects]), bytes, name);
          expect(again.objects).toEqual([]);
        }),
        { numRuns: 300 },
      );
    },
  );

  it("CSV: rows come back where their words stand once; a formula is neither written nor read as one", () => {
    const body = "Northbank said the gate opens. =1+1 was on the wall. Southbank was silent.";
    const full = caseOf(body, [
      { start: 0, length: 30, says: '=HYPERLINK("x")', act: "asserts" },
      { start: 31, length: 4, says: "A sum, “so”\nthey say", act: "denies" },
    ]);
    const written = textOf(export_(full, "csv"));
    expect(written).toContain("'=HYPERLINK");
    expect(written.split("\r\n")[0]).toMatch(/^id,says,by,act/);
    const came = take(bare(full), strToU8(written), "x.csv");
    expect(places(came.objects)).toEqual(places(full.objects()));
    expect(said(came.objects)).toEqual(said(full.objects()));
    expect(came.objects.find((one) => one.kind === "claim")).toMatchObject({ by: "north", polarity: "yes" });
  });

  it("RIS and CSL-JSON fill what is empty, and leave what is there", () => {
    const full = caseOf("x y z", [], {
      byline: "A. Writer",
      publisher: "Gazette",
      published: { earliest: "2026-06-22", latest: "2026-06-22", precision: "day" },
      language: "uk",
    });
    const empty = caseOf("x y z", [], { publisher: "Another paper" });
    for (const [format, name] of [
      ["ris", "x.ris"],
      ["csl-json", "x.json"],
    ] as const) {
      const came = take(empty, export_(full, format), name);
      expect(came.filled).toHaveLength(1);
      expect(came.filled[0]).toMatchObject({
        byline: "A. Writer",
        publisher: "Another paper",
        language: "uk",
        published: { earliest: "2026-06-22" },
      });
      expect(take(full, export_(full, format), name).filled).toEqual([]);
      const strange = take(caseOf("x", [], { title: "Something else" }), export_(full, format), name);
      expect(strange.skipped).toEqual([{ what: "A dispatch", why: "no document of the case is meant" }]);
    }
  });

  it("RIS and CSL-JSON of other tools are read", () => {
    expect(
      readRis(
        "TY  - NEWS\r\nT1  - On the river\r\nA1  - Ray, K.\r\nA1  - Lo, M.\r\nJO  - Gazette\r\nY1  - 2025/8//\r\nER  - \r\n",
      ),
    ).toEqual([
      { title: "On the river", author: "Ray, K.; Lo, M.", publisher: "Gazette", published: "2025-08" },
    ]);
    expect(
      readCslJson([
        {
          id: "1",
          type: "article-newspaper",
          title: "On the river",
          author: [{ family: "Ray", given: "K." }],
          "container-title": "Gazette",
          issued: { "date-parts": [["2025", 8]] },
        },
      ]),
    ).toEqual([{ title: "On the river", author: "K. Ray", publisher: "Gazette", published: "2025-08" }]);
  });
});

describe("what other tools write", () => {
  const body = "The gate stays shut until May. Nobody has said why. The gate stays shut until June.";
  const held = bare(caseOf(body, []));
  const annotation = (more: object): Uint8Array =>
    strToU8(JSON.stringify({ "@context": "http://www.w3.org/ns/anno.jsonld", type: "Annotation", ...more }));

  it("finds a quotation by what stands around it, and asks where that is not certain", () => {
    const target = (selector: object): object => ({
      target: { source: "https://example.org/a", selector },
      body: "Shut, it says",
    });
    const found = take(
      held,
      annotation(
        target({
          type: "TextQuoteSelector",
          exact: "The gate stays shut until",
          prefix: "said why. ",
          suffix: " June.",
        }),
      ),
      "a.json",
    );
    expect(places(found.objects)).toEqual([["s", 52, 77, "The gate stays shut until"]]);
    expect(said(found.objects)).toEqual([["Shut, it says", "unknown", undefined]]);
    expect(found.objects.find((one) => one.kind === "claim")).toMatchObject({ polarity: "unknown" });
    const unsure = take(
      held,
      annotation(target({ type: "TextQuoteSelector", exact: "The gate stays shut until" })),
      "a.json",
    );
    expect(unsure.objects).toEqual([]);
    expect(unsure.skipped[0]?.why).toBe("its words are not in the document");
    const gone = take(
      held,
      annotation(target({ type: "TextQuoteSelector", exact: "The dam has burst", prefix: "x", suffix: "y" })),
      "a.json",
    );
    expect(gone.skipped[0]?.why).toBe("no document of the case is meant");
  });

  it("never takes a wrong place: a changed word that turns the sentence makes an orphan that asks", () => {
    const came = take(
      held,
      annotation({
        target: {
          source: { id: `urn:sha256:${"a".repeat(64)}` },
          selector: {
            type: "TextQuoteSelector",
            exact: "The gate never stays shut until May",
            prefix: "",
            suffix: ". Nobody has",
          },
        },
      }),
      "a.json",
    );
    expect(came.orphans).toBe(1);
    expect(came.objects).toMatchObject([
      { kind: "passage", anchor: { state: "orphan" }, review: { state: "proposed" } },
    ]);
  });

  it("S101: a text that a project brings and the case lacks is named to be taken in", () => {
    const qde = `<Project xmlns="urn:QDA-XML:project:1.0" name="p"><CodeBook><Codes><Code guid="C1" name="The gate" isCodable="true"/><Code guid="c2" name="delay" isCodable="true"/></Codes></CodeBook><Sources><TextSource guid="t" name="Notes" plainTextPath="internal://t.txt"><PlainTextSelection guid="s" name="" startPosition="2" endPosition="6"><Coding><CodeRef targetGUID="c1"/></Coding><Coding><CodeRef targetGUID="c2"/></Coding></PlainTextSelection></TextSource><PictureSource guid="x" name="Photo"/></Sources></Project>`;
    const bytes = zipSync({ "project.qde": strToU8(qde), "Sources/t.txt": strToU8("🜁 shut\r\nagain") });
    const opened = openExchange(bytes, { name: "p.qdpx", at: AT });
    expect(opened.brings(held).map((one) => [one.name, textOf(one.bytes)])).toEqual([
      ["Notes.txt", "🜁 shut\nagain"],
    ]);
    const there = bare(caseOf("🜁 shut\nagain", [], { title: "Notes" }));
    const came = opened.take(there);
    expect(places(came.objects)).toEqual([["s", 3, 7, "shut"]]);
    expect(came.objects.find((one) => one.kind === "claim")).toMatchObject({
      says: "shut",
      issue: "gate",
      act: "unknown",
      note: expect.stringContaining("delay"),
    });
    expect(came.skipped).toEqual([{ what: "Photo", why: "it is not understood" }]);
  });
});

describe("hostile files end in a clear error or a list, and never in the case", () => {
  const held = caseOf("The gate.", []);
  it.each([
    ["no format at all", strToU8("hello"), "x.bin", /not recognised/],
    ["broken JSON", strToU8('{"type":"Annotation"'), "x.json", /does not hold JSON/],
    ["JSON of another kind", strToU8('{"a":1}'), "x.json", /list of items/],
    ["a table without words", strToU8("id,says\n1,2\n"), "x.csv", /no column "exact"/],
    ["an archive without a project", zipSync({ "a.txt": strToU8("x") }), "x.qdpx", /project\.qde/],
    [
      "an archive that is cut off",
      zipSync({ "project.qde": strToU8("<Project/>") }).subarray(0, 60),
      "x.qdpx",
      /damaged|cut/i,
    ],
    [
      "a project that nests without end",
      zipSync({ "project.qde": strToU8(`<Project>${"<Code guid='a'>".repeat(5000)}`) }),
      "x.qdpx",
      /deep/,
    ],
    ["RIS without an end", strToU8("TY  - NEWS\nTI  - x\n"), "x.ris", /from TY to ER/],
  ])("%s", (_, bytes, name, message) => {
    expect(() => openExchange(bytes, { name, at: AT }).take(held)).toThrow(message);
  });

  it("entities of a file's own are not read, and paths lead nowhere", () => {
    const qde = `<!DOCTYPE p [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><Project><Sources><TextSource name="&b;" plainTextPath="internal://../../etc/passwd"/></Sources></Project>`;
    const read = readQdpx(zipSync({ "project.qde": strToU8(qde) }));
    expect(read.texts).toEqual([]);
    expect(read.left[0]?.length).toBeLessThan(10);
  });

  it("any bytes at all", () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 300 }),
        fc.constantFrom("web-annotation", "qdpx", "csv", "ris", "csl-json"),
        (bytes, format) => {
          try {
            const came = openExchange(bytes, { name: "x", at: AT, format: format as "csv" }).take(held);
            expect(came.objects).toEqual([]);
          } catch (error) {
            expect((error as Error).name).toBe("RecordError");
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe("what leaves is cut to its level", () => {
  it("holds nothing of what is above it, in any format or table, and says so inside", () => {
    const full = caseOf("The gate opens, said Vex Orlan.", [
      { start: 0, length: 14, says: "It opens.", act: "asserts" },
    ]);
    const secret: CaseObject[] = [
      { kind: "actor", id: "vex", name: "Vex Orlan", type: "person", level: "sealed" },
      {
        kind: "claim",
        id: "hidden",
        says: "zqsecret",
        act: "asserts",
        polarity: "yes",
        basis: { passages: ["s.p0"] },
        level: "mediator",
      } as Claim,
      {
        kind: "claim",
        id: "names",
        says: "VEX ORLAN opened it, and Orlan’s men left.",
        act: "asserts",
        polarity: "yes",
        basis: { passages: ["s.p0"] },
      } as Claim,
    ];
    const held = new Case([...full.objects(), ...secret]);
    for (const level of LEVELS.filter((one) => one === "public" || one === "team"))
      for (const format of EXPORT_FORMATS)
        for (const table of TABLES) {
          const { bytes, heldBack } = exportAs(held, format, { level, at: AT, table });
          const out = format === "qdpx" ? Object.values(unzipped(bytes)).join("\n") : textOf(bytes);
          expect(out).not.toContain("zqsecret");
          expect(out.toLowerCase()).not.toContain("vex orlan");
          if (level === "team") expect(heldBack).toBeGreaterThan(1);
        }
    expect(JSON.parse(textOf(export_(held, "web-annotation"))) as object).toMatchObject({
      "parley:level": "team",
    });
  });

  function unzipped(bytes: Uint8Array): Record<string, string> {
    const project = readQdpx(bytes);
    return { all: JSON.stringify(project) };
  }
});

describe("the shapes that the standards ask for", () => {
  const full = caseOf("🜁 The gate opens. It shuts.", [
    { start: 3, length: 15, says: "It opens.", act: "asserts" },
  ]);
  it("Web Annotation: context, target with a quote and a position in code points", () => {
    const made = JSON.parse(textOf(export_(full, "web-annotation"))) as {
      "@context": unknown[];
      total: number;
      first: { items: object[] };
    };
    expect(made["@context"][0]).toBe("http://www.w3.org/ns/anno.jsonld");
    expect(made.total).toBe(1);
    expect(made.first.items[0]).toMatchObject({
      type: "Annotation",
      motivation: "describing",
      body: [{ type: "TextualBody", value: "It opens.", purpose: "describing" }],
      target: {
        source: { id: `urn:sha256:${"a".repeat(64)}` },
        selector: [
          { type: "TextQuoteSelector", exact: "The gate opens.", prefix: "🜁 ", suffix: " It shuts." },
          { type: "TextPositionSelector", start: 2, end: 17 },
        ],
      },
    });
  });

  it("REFI-QDA: the same bytes every time, GUIDs of the right shape, positions in code points", () => {
    const bytes = export_(full, "qdpx");
    expect(bytes).toEqual(export_(full, "qdpx"));
    const { texts } = readQdpx(bytes);
    expect(texts).toMatchObject([
      {
        text: "🜁 The gate opens. It shuts.",
        selections: [{ start: 3, end: 18, name: "It opens.", codes: ["asserts", "The gate"] }],
      },
    ]);
  });

  it("ClaimReview: a rating only where an analyst has closed the claim", () => {
    const open = JSON.parse(textOf(export_(full, "claim-review"))) as {
      "@graph": { reviewRating?: object }[];
    };
    expect(open["@graph"][0]).toMatchObject({ "@type": "ClaimReview", claimReviewed: "It opens." });
    expect(open["@graph"][0]?.reviewRating).toBeUndefined();
    const closed = new Case(
      full.objects().map((one) =>
        one.kind === "claim"
          ? {
              ...one,
              settled: {
                as: "does not hold" as const,
                by: "RK",
                on: "2026-07-01",
                why: "It was seen shut.",
              },
            }
          : one,
      ),
    );
    const made = JSON.parse(textOf(export_(closed, "claim-review"))) as { "@graph": object[] };
    expect(made["@graph"][0]).toMatchObject({
      reviewRating: { alternateName: "does not hold" },
      author: { name: "RK" },
      datePublished: "2026-07-01",
    });
  });
});
