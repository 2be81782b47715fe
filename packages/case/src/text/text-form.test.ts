import { describe, expect, it } from "vitest";
import { Case } from "../case.ts";
import type { CaseObject } from "../objects/index.ts";
import type { TextVersion } from "../objects/record.ts";
import { problemsOf } from "../schema/index.ts";
import { readTextForm, type TextHost, writeTextForm } from "./index.ts";

const GAZETTE =
  "The dam\n\nThe valley says that no gate opens without us, and then no gate at all.\n\nA level was agreed in May.";

/** Folders are plain records; documents are clean as they come, one paragraph a block. */
function folder(files: Record<string, string | Uint8Array>): TextHost {
  return {
    read(path) {
      const held = files[path];
      return typeof held === "string" ? new TextEncoder().encode(held) : held;
    },
    sha256: (bytes) => `${bytes.length}`.padStart(64, "0"),
    clean(bytes, source) {
      const text = new TextDecoder().decode(bytes);
      const blocks: TextVersion["blocks"] = [];
      let at = 0;
      for (const [i, part] of text.split("\n\n").entries()) {
        blocks.push({ range: [at, at + part.length], type: "paragraph", number: i + 1 });
        at += part.length + 2;
      }
      return {
        text: {
          id: `${source.id}.text`,
          kind: "text",
          source: source.id,
          text,
          ops: [],
          furniture: [],
          blocks,
          map: [0, text.length, 0, text.length, 1],
          rawLength: text.length,
        },
        gaps: [
          {
            id: `${source.id}.gap1`,
            kind: "gap",
            source: source.id,
            type: "lost-link",
            range: [9, 9],
            context: "x",
          },
        ],
        found: { language: "en" },
      };
    },
  };
}

const DAM = `parley: 1
title: Two towns and a dam
asOf: 2026-06-22
parties:
  lowlands: {name: Lowlands, type: state, aliases: [the valley government]}
  uplands: {name: Uplands, type: state}
issues:
  gates: {name: Who opens the gates, options: {alone: Uplands alone, joint: a joint board, third: the River Bank}}
  level: {name: Summer level, scale: 0..100, unit: cm}
sources:
  gazette: {file: sources/gazette.txt, publisher: Valley Gazette, published: 2026-05-04, reliability: B, credibility: 2}
claims:
  c1: {by: lowlands, act: demands, issue: gates, polarity: "yes", says: opening needs both sides, basis: {source: gazette, quote: no gate opens without us}}
  c2: {by: uplands, act: unknown, issue: level, polarity: unknown, gaps: ["gazette#gap1"], says: a level was agreed in May, basis: "gazette#p3"}
positions:
  - {of: lowlands, issue: gates, wants: joint, firmness: red line, standing: stated, salience: 0.7..0.9, basis: c1}
  - {of: uplands, issue: gates, wants: alone, firmness: preference, standing: assumed, salience: "0.3..0.6 ~ 0.4", basis: assumption by RK on 2026-05-10}
  - {of: uplands, issue: level, wants: 40..60, firmness: demand, standing: reported, basis: c2}
preconditions:
  p1: {holder: uplands, for: talks, needs: level agreed, type: necessary, status: open, standing: stated, basis: "gazette#p3"}
events:
  meeting: {title: They met, type: consult, occurrence: reported, when: {when: 2026-05, text: in May, basis: stated}, basis: "gazette#p3"}
questions:
  end: {title: When?, event: an agreement, rule: the Gazette prints it}
`;
const FILES = { "case.yaml": DAM, "sources/gazette.txt": GAZETTE };
const read = (yaml: string, more: Record<string, string> = {}) =>
  readTextForm(folder({ ...FILES, "case.yaml": yaml, ...more }));
const said = (yaml: string, more: Record<string, string> = {}): string[] =>
  read(yaml, more).findings.map((f) => `${f.file}:${f.line}:${f.column} ${f.message}`);
const by = (objects: CaseObject[]): string[] =>
  objects.map((o) => JSON.stringify(o, Object.keys(flat(o)).sort())).sort();
function flat(value: unknown, keys: Record<string, 1> = {}): Record<string, 1> {
  if (typeof value === "object" && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      keys[key] = 1;
      flat(item, keys);
    }
  }
  return keys;
}

describe("a hostile text form", () => {
  it("that is part of itself by an alias is refused in words, and an alias used twice is not", () => {
    for (const yaml of [
      "parley: 1\ntitle: X\nactors: &a\n  a: *a\n",
      "parley: 1\ntitle: X\nactors: {x: &a {name: A, type: state, aliases: [*a]}}\n",
      "parley: 1\ntitle: X\nactors: &a [{b: [*a]}]\n",
    ])
      expect(said(yaml)[0]).toMatch(/^case\.yaml:1:1 An entry is made part of itself/);
    expect(
      said("parley: 1\ntitle: &t X\nactors: {x: {name: *t, type: state}, y: {name: *t, type: state}}\n"),
    ).toEqual([]);
  });
});

describe("the text form", () => {
  it("reads a whole case without a finding", () => {
    const { objects, findings } = read(DAM);
    expect(findings).toEqual([]);
    const held = new Case(objects);
    expect(held.get("passage", "gazette@30-54")?.exact).toBe("no gate opens without us");
    expect(held.get("claim", "c1")?.basis).toEqual({ passages: ["gazette@30-54"] });
    expect(held.get("position", "uplands.gates")?.salience).toEqual({ low: 0.3, mode: 0.4, high: 0.6 });
    expect(held.get("position", "uplands.level")?.wants).toEqual({ low: 40, high: 60 });
    expect(held.get("claim", "c2")?.gaps).toEqual(["gazette.gap1"]);
    expect(held.get("source", "gazette")).toMatchObject({
      credibility: "2",
      language: "en",
      file: "gazette.txt",
    });
    expect(held.get("event", "meeting")?.when).toEqual({
      earliest: "2026-05-01",
      latest: "2026-05-31",
      precision: "month",
      text: "in May",
      basis: "stated",
    });
    expect(held.parties().map((p) => p.id)).toEqual(["lowlands", "uplands"]);
    for (const object of objects) expect([object.id, problemsOf(object)]).toEqual([object.id, []]);
  });

  it("writes what it reads, and reads what it writes", () => {
    const first = read(DAM);
    const files = writeTextForm(new Case(first.objects), (sha) => first.blobs.get(sha));
    const again = readTextForm(folder(Object.fromEntries(files)));
    expect(again.findings).toEqual([]);
    expect(by(again.objects)).toEqual(by(first.objects));
    const twice = writeTextForm(new Case(again.objects), (sha) => again.blobs.get(sha));
    expect(Object.fromEntries(twice)).toEqual(Object.fromEntries(files));
  });

  it("says file, line, column, the value and the nearest id", () => {
    expect(said(DAM.replace("of: lowlands, issue: gates", "of: lowland, issue: gates"))).toEqual([
      'case.yaml:16:10 There is no actor called "lowland". Did you mean "lowlands"?',
    ]);
    expect(said(DAM.replace("wants: joint", "wants: jiont"))).toEqual([
      'case.yaml:16:41 The issue "gates" has no option called "jiont". Did you mean "joint"?',
    ]);
    expect(said(DAM.replace("0.7..0.9", "0.9..0.7"))[0]).toMatch(
      /^case\.yaml:16:\d+ The range runs backwards/,
    );
    expect(said(DAM.replace("salience: 0.7", "saliense: 0.7"))).toEqual([
      'case.yaml:16:86 There is no field called "saliense" here. Did you mean "salience"?',
    ]);
    expect(said(DAM.replace("questions:", "qestions:"))).toEqual([
      'case.yaml:23:1 A case has no section called "qestions". Did you mean "questions"?',
    ]);
    expect(said(DAM.replace("rule: the Gazette prints it", "sources: [x]"))).toEqual([
      'case.yaml:24:8 The field "rule" is missing.',
    ]);
    expect(said(DAM.replace("quote: no gate opens without us", "quote: no gate"))[0]).toMatch(
      /stands 2 times/,
    );
    expect(said(DAM.replace("quote: no gate opens without us", "quote: never said"))[0]).toMatch(
      /^case\.yaml:13:\d+ The source "gazette" does not contain "never said"/,
    );
    expect(said(DAM.replace("gazette#p3", "gazette#p9"))[0]).toMatch(
      /no paragraph 9; its paragraphs are 1 to 3/,
    );
    expect(said(DAM.replace("wants: 40..60", "wants: 40..160"))[0]).toMatch(
      /160 lies outside the scale 0..100/,
    );
    expect(said(DAM.replace(", basis: assumption by RK on 2026-05-10", ""))).toEqual([
      expect.stringContaining("This position rests on nothing"),
    ]);
    expect(said(DAM.replace("firmness: demand", "firmness: demanding"))[0]).toMatch(
      /Did you mean "demand"\?/,
    );
  });

  it("takes several files, and keeps to the folder", () => {
    const [head, tail] = [DAM.slice(0, DAM.indexOf("claims:")), DAM.slice(DAM.indexOf("claims:"))];
    expect(said(`${head}include: [more.yaml]\n`, { "more.yaml": tail })).toEqual([]);
    expect(
      said(`${head}include: [more.yaml]\n`, { "more.yaml": `${tail}issues: {gates: {name: again}}\n` })[0],
    ).toMatch(
      /^more\.yaml:\d+:\d+ There are two of the kind issue called "gates"; the first is at case\.yaml:8:3/,
    );
    expect(said(`${DAM}include: [../x.yaml]\n`)[0]).toMatch(/leads out of the case's folder/);
    expect(said(`${DAM}include: [no.yaml]\n`)[0]).toMatch(/There is no file "no\.yaml"/);
    expect(said(`${DAM}include: [case.yaml]\n`)[0]).toMatch(/includes itself/);
    expect(said(DAM.replace("sources/gazette.txt", "/etc/passwd"))[0]).toMatch(/leads out/);
  });

  it("survives what is not a case", () => {
    for (const yaml of [
      "",
      "[]",
      "42",
      "parley: 2\ntitle: x",
      "parley: 1\ntitle: x\nissues: 4",
      "a: [",
      "{{{",
      "\u0000",
    ]) {
      const { findings } = read(yaml);
      expect(findings.length, yaml).toBeGreaterThan(0);
      for (const f of findings) expect(f.line).toBeGreaterThan(0);
    }
    const bomb = `parley: 1\ntitle: x\nabout: &a [x,x,x,x,x,x,x,x,x,x]\n${[..."bcdefghij"]
      .map((c, i) => `${c}: &${c} [${Array(10).fill(`*${"abcdefghij"[i]}`).join(",")}]`)
      .join("\n")}\n`;
    expect(read(bomb).findings.length).toBeGreaterThan(0);
    expect(said("parley: 1\ntitle: x\nactors: {__proto__: {name: x, type: state}}\n").length).toBe(1);
  });
});
