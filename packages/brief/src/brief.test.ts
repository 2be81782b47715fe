import {
  Case,
  type CaseObject,
  CLAIM_ACTS,
  disputes,
  holdsName,
  LEVELS,
  type Level,
  parseTime,
} from "@parley/case";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { leadOf } from "./claim-words.ts";
import { analyse, composeBrief, renderHtml, renderMarkdown, type UntaggedNumber } from "./index.ts";
import { MAIN_WORDS } from "./layout.ts";

const TEXT =
  "The valley said: “no gate opens without us, whatever the uplands decide”. The level fell by 14.3 percent, to 1,733 marks, in the first quarter of 2026. Experts expect more.";

function passage(id: string, exact: string): CaseObject {
  const start = TEXT.indexOf(exact);
  return {
    id,
    kind: "passage",
    source: "gazette",
    start,
    end: start + exact.length,
    exact,
    prefix: "",
    suffix: "",
  };
}

/** Two towns and a dam: a small case that can be asked everything. */
function dam(more: CaseObject[] = [], names = { a: "Lowlands", b: "Uplands" }): CaseObject[] {
  const assumed = { assumption: { by: "RK", on: "2026-05-10" } };
  const valuation = (party: string, joint: number): CaseObject => ({
    id: party,
    kind: "valuation",
    party,
    weights: { gates: { low: 1, mode: 1, high: 1 } },
    values: { gates: { alone: { low: 0, high: 0.6 }, joint: { low: joint, mode: joint, high: joint } } },
    noDeal: { low: 0.2, high: 0.4 },
    basis: assumed,
  });
  return [
    { id: "case", kind: "case", title: "Two towns and a dam", asOf: "2026-06-22" },
    { id: "lowlands", kind: "actor", name: names.a, type: "state", party: true },
    { id: "uplands", kind: "actor", name: names.b, type: "state", party: true },
    {
      id: "gates",
      kind: "issue",
      name: "Who opens the gates",
      options: { alone: "one alone", joint: "a joint board" },
    },
    {
      id: "gazette",
      kind: "source",
      sha256: "0".repeat(64),
      title: "The dam",
      publisher: "Gazette",
      published: parseTime("2026-05-04")!,
    },
    {
      id: "gazette",
      kind: "text",
      source: "gazette",
      text: TEXT,
      ops: [],
      furniture: [],
      blocks: [],
      map: [],
      rawLength: TEXT.length,
    },
    passage("p1", "no gate opens without us, whatever the uplands decide"),
    passage("p2", "The level fell by 14.3 percent, to 1,733 marks, in the first quarter of 2026"),
    { id: "s1", kind: "statement", passage: "p1", mode: "direct", speaker: "lowlands" },
    {
      id: "c1",
      kind: "claim",
      says: "Opening needs both sides.",
      by: "lowlands",
      act: "demands",
      polarity: "yes",
      issue: "gates",
      statements: ["s1"],
      basis: { passages: ["p1"] },
    },
    {
      id: "c2",
      kind: "claim",
      says: "The level fell by 14.3 percent.",
      act: "asserts",
      polarity: "yes",
      basis: { passages: ["p2"] },
    },
    valuation("lowlands", 0.9),
    valuation("uplands", 0.7),
    { id: "deal", kind: "package", name: "A joint board", choices: { gates: "joint" } },
    ...more,
  ];
}

function written(text: string, on: string[]): CaseObject {
  return {
    id: "b",
    kind: "brief",
    title: "B",
    sections: [{ title: "S", sentences: [{ text, on: on as `${string}:${string}`[] }] }],
  };
}

function problems(text: string, on: string[], more: CaseObject[] = []): UntaggedNumber[] {
  const held = new Case(dam([written(text, on), ...more]));
  return composeBrief(held, analyse(held), { level: "team" }).untagged;
}
const said = (text: string, on: string[]): string[] => problems(text, on).map((p) => p.problem);

describe("a brief vouches for every number", () => {
  it("takes numbers of cited passages, however they are written", () => {
    expect(said("The level fell by 14.3 % to 1733 marks.", ["claim:c2"])).toEqual([]);
    expect(said("The level fell by 14.4 percent.", ["claim:c2"])).toEqual([
      expect.stringContaining("14.4 percent"),
    ]);
    expect(said("Twelve gates stand.", ["claim:c1"])).toEqual([expect.stringContaining("Twelve")]);
    expect(said("On 22 June 2026 the level fell.", ["claim:c2"])).toEqual([
      expect.stringContaining("22 June 2026"),
    ]);
  });
  it("takes numbers of results by placeholder only", () => {
    expect(said("There are {{settlement.packages}} packages.", ["result:settlement"])).toEqual([]);
    expect(said("There are 2 packages.", ["result:settlement"])).toEqual([expect.stringContaining('"2"')]);
    expect(said("There are {{settlement.nothing}} packages.", ["result:settlement"])).toEqual([
      expect.stringContaining("settlement.nothing"),
    ]);
  });
  it("says whose a number is when it was assumed", () => {
    const held = new Case(dam([written("No deal is worth 0.2 to 0.4.", ["valuation:lowlands"])]));
    const { document, untagged } = composeBrief(held, analyse(held));
    expect(untagged).toEqual([]);
    expect(renderMarkdown(document)).toContain("No deal is worth 0.2 to 0.4 (assumed by RK on 2026-05-10).");
  });
  it("lists sentences that stand on nothing, on what is not there, and on what was not accepted", () => {
    expect(said("All is well.", [])).toEqual([expect.stringContaining("stands on nothing")]);
    expect(said("All is well.", ["claim:c9"])).toEqual([expect.stringContaining("no claim:c9")]);
    const proposed: CaseObject = {
      id: "c3",
      kind: "claim",
      says: "x",
      act: "asserts",
      polarity: "yes",
      review: { state: "proposed" },
    };
    expect(problems("All is well.", ["claim:c3"], [proposed]).map((p) => p.problem)).toEqual([
      expect.stringContaining("not been accepted"),
    ]);
  });
});

describe("a brief invents no speech", () => {
  it("quotes only direct speech, verbatim, of four words or more", () => {
    expect(said("They say “no gate opens without us”.", ["claim:c1"])).toEqual([]);
    expect(said("They say “no gate ever opens without them”.", ["claim:c1"])).toEqual([
      expect.stringContaining("in no passage"),
    ]);
    expect(said("They say “no gate opens”.", ["claim:c1"])).toEqual([
      expect.stringContaining("fewer than four"),
    ]);
    expect(said("It reads “The level fell by”.", ["claim:c2"])).toEqual([
      expect.stringContaining("not direct speech"),
    ]);
  });
  it("gives likelihood its scale and keeps confidence out of the sentence", () => {
    expect(said("More is likely.", ["claim:c1"])).toEqual([expect.stringContaining("55–75%")]);
    expect(said("More is likely (55–75 %).", ["claim:c1"])).toEqual([]);
  });
  it("tells nothing that waits for review", () => {
    const claim: CaseObject = {
      id: "c4",
      kind: "claim",
      says: "A secret plan exists.",
      act: "asserts",
      polarity: "yes",
      basis: { passages: ["p1"] },
      review: { state: "proposed" },
    };
    const held = new Case(dam([claim]));
    const { document, untagged } = composeBrief(held, analyse(held));
    expect(untagged).toEqual([]);
    expect(renderMarkdown(document)).not.toContain("secret plan");
    expect(renderMarkdown(document)).toContain("1 proposal waits");
  });
  it("of an empty case says what there is", () => {
    const held = new Case([]);
    const { document, untagged } = composeBrief(held, analyse(held));
    expect(untagged).toEqual([]);
    expect(renderMarkdown(document)).toContain("The record holds no documents yet.");
  });
});

describe("handling levels", () => {
  it.each([
    ["Amal Haddad", "Amal\u00a0Haddad"],
    ["Amal Haddad", "Amal\n  Haddad"],
    ["Amal Haddad", "Amal Had\u00addad"],
    ["Amal Haddad", "\u2067Amal\u2069 Haddad"],
    ["Amal Haddad", "AMAL\u200b HADDAD's"],
    ["José Müller", "Jose Mu\u0308ller"],
    ["مُحَمَّد", "محمد"],
    ["Jean-Luc Roy", "Jean\u2010Luc Roy"],
    ["Mar'yana Kuz", "Mar\u2019yana Kuz"],
  ])("the name of a sealed person does not leave in another spelling: %s as %j", (name, written) => {
    expect(holdsName(`They met ${written} there.`, [name])).toBe(true);
    expect(holdsName("They met Amalia Haddadi there.", [name])).toBe(false);
  });

  it.each([
    // Russian
    ["Иван Петров", "говорили с Иваном Петровым вчера"],
    ["Иван Петров", "по словам Ивана Петрова"],
    ["Ирина Петрова", "письмо Ирине Петровой"],
    ["Дмитрий Волконский", "слова Дмитрия Волконского"],
    ["Павел Орёл", "о Павле Орле и других"],
    ["Лев Ткач", "передали Льву Ткачу"],
    ["Наталья Седых", "с Натальей Седых"],
    ["Сорокин", "сорокинский план"],
    // Ukrainian
    ["Ольга Шевець", "розмова з Ольгою Шевець"],
    ["Ольга Ковальчук", "Ользі Ковальчук передали"],
    ["Андрій Швець", "від Андрія Шевця"],
    ["Федір Луків", "для Федора Лукова"],
    ["Мар’яна Гнатюк", "лист Мар'яні Гнатюк"],
    ["Олексій Зарічний", "Олексієві Зарічному"],
    // Greek
    ["Νίκος Παππάς", "του Νίκου Παππά"],
    // Arabic
    ["سامي الحداد", "قال سامي الحداد"],
    ["سامي الحداد", "وسامي الحداد"],
    ["الحداد", "وقال للحداد"],
    ["حداد", "اجتمع بحداد أمس"],
    ["سامي الحداد", "لسامي الحدّاد"],
    ["فاطمة نور", "وبفاطمه نور"],
  ])("nor in a form its language gives it: %s in %j", (name, text) => {
    expect(holdsName(text, [name])).toBe(true);
  });
  it.each([
    ["Иван Петров", "Иванка Перова"],
    ["Лев", "лето и лес"],
    ["سامي", "مجلس السلام"],
    ["Ольга", "Олег"],
    ["Amal Haddad", "Haddad and Amal"],
  ])("another word is no form of %s: %j", (name, text) => {
    expect(holdsName(text, [name])).toBe(false);
  });
  it("every case of a name made by rule is found, whatever stands around", () => {
    const letters = fc.string({
      unit: fc.constantFrom(..."бвгджзклмнпрстфх"),
      minLength: 2,
      maxLength: 6,
    });
    const stem = fc.tuple(letters, fc.constantFrom("ов", "ин", "енк", "ськ", "ук")).map(([a, b]) => a + b);
    const form = fc.constantFrom("", "а", "у", "ом", "ым", "им", "е", "і", "ові", "ого", "ому", "ой", "ою");
    fc.assert(
      fc.property(stem, form, (name, ending) => {
        expect(holdsName(`«${name}${ending}», сказав він`, [name])).toBe(true);
      }),
    );
  });

  it("what is told of a number nobody vouches for names nobody above the level", () => {
    const secret: CaseObject = {
      kind: "actor",
      id: "x",
      name: "Ирина Петрова",
      type: "person",
      level: "sealed",
    };
    const held = new Case([...dam([written("По словам Ирины Петровой, 37 человек.", ["claim:c2"])]), secret]);
    const open = composeBrief(held, analyse(held), { level: "sealed" });
    expect(open.untagged.map((one) => one.number)).toContain("37");
    const cut = composeBrief(held, analyse(held), { level: "team" });
    expect(JSON.stringify(cut)).not.toContain("Петров");
    expect(cut.untagged).toEqual([]);
  });

  it("nothing above the level is in any rendering", () => {
    const marked = (object: CaseObject, n: number, level: Level): CaseObject => {
      const secret = `zq${n}x`;
      const copy = { ...object, level } as CaseObject & Record<string, unknown>;
      for (const field of ["name", "title", "says", "note", "publisher"] as const) {
        if (typeof copy[field] === "string")
          (copy as Record<string, unknown>)[field] = `${copy[field]} ${secret}`;
      }
      return copy;
    };
    const base = dam([written("The level fell by 14.3 percent.", ["claim:c2"])]);
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...LEVELS), { minLength: base.length, maxLength: base.length }),
        fc.constantFrom(...LEVELS.slice(0, 3)),
        (levels, limit) => {
          const objects = base.map((object, n) => marked(object, n, levels[n]!));
          const held = new Case(objects);
          const { document } = composeBrief(held, analyse(held, { worlds: 5 }), { level: limit });
          const out = renderHtml(document) + renderMarkdown(document);
          for (const [n, level] of levels.entries()) {
            if (LEVELS.indexOf(level) > LEVELS.indexOf(limit)) expect(out).not.toContain(`zq${n}x`);
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe("a brief takes no side", () => {
  it("mirrors, whole, when two parties swap their names", () => {
    const markdown = (objects: CaseObject[]): string => {
      const held = new Case(objects);
      return renderMarkdown(composeBrief(held, analyse(held, { worlds: 50 })).document);
    };
    // Parties may be listed by their names, so the words of a line, and the lines, are compared without their order.
    const bag = (text: string): string[] =>
      text
        .split("\n")
        .map((line) =>
          (line.match(/[\p{L}\p{N}.%]+/gu) ?? [])
            .map((w) => w.replace(/\.$/u, ""))
            .sort()
            .join(" "),
        )
        .sort();
    const swap = (text: string): string =>
      text.replace(/Lowlands|Uplands/gu, (name) => (name === "Lowlands" ? "Uplands" : "Lowlands"));
    const one = markdown(dam());
    expect(one).toMatch(/Lowlands[\s\S]*Uplands/u);
    expect(bag(swap(markdown(dam([], { a: "Uplands", b: "Lowlands" }))))).toEqual(bag(one));
    expect(bag(markdown(dam([], { a: "Uplands", b: "Lowlands" })))).not.toEqual(bag(one));
  });
});

describe("the words before a claim", () => {
  it("are one correct sentence for every act, way and standing", () => {
    for (const act of CLAIM_ACTS) {
      for (const polarity of ["yes", "no", "unknown"] as const) {
        for (const reported of [true, false]) {
          const lead = leadOf("Lowlands", act, polarity, reported, false);
          expect(lead).toMatch(/^(?:Lowlands|Whether Lowlands) [a-z]/u);
          expect(lead).not.toMatch(/:|\s\s|asserts/u);
          if (polarity !== "unknown") expect(lead.includes("is reported to ")).toBe(reported);
        }
      }
      // Denial never reads like assent.
      if (act !== "denies")
        expect(leadOf("A", act, "no", false, false)).not.toBe(leadOf("A", act, "yes", false, false));
    }
    expect(leadOf("Russia", "asserts", "yes", true, false)).toBe("Russia is reported to say");
  });
});

describe("two pages", () => {
  it("a long record is shared out: all of it is in the brief, what matters first in the main text", () => {
    const many = Array.from(
      { length: 120 },
      (_, n): CaseObject => ({
        id: `m${n}`,
        kind: "claim",
        says: `The gate called ${String.fromCharCode(97 + (n % 26)).repeat(3 + n / 26)} stays shut.`,
        by: n % 2 === 0 ? "lowlands" : "uplands",
        act: n === 119 ? "demands" : "asserts",
        polarity: "yes",
        basis: { passages: ["p1"] },
      }),
    );
    const held = new Case(dam(many));
    const { document } = composeBrief(held, analyse(held, { worlds: 5 }));
    const count = (annex: boolean): number =>
      document.sections
        .filter((section) => (section.annex === true) === annex)
        .flatMap((section) => section.sentences)
        .reduce(
          (sum, one) =>
            sum +
            one.runs
              .map((run) => run.text)
              .join("")
              .split(/\s+/u).length,
          0,
        );
    expect(count(false)).toBeLessThanOrEqual(MAIN_WORDS);
    const all = document.sections.flatMap((section) => section.sentences);
    expect(
      all.filter((one) => one.on.some((ref) => ref.startsWith("claim:m"))).length,
    ).toBeGreaterThanOrEqual(120);
    const main = document.sections.filter((section) => section.annex !== true);
    const annex = document.sections.filter((section) => section.annex === true);
    expect(main.flatMap((section) => section.sentences).some((one) => one.on.includes("claim:m119"))).toBe(
      true,
    );
    const moved = main.reduce((sum, section) => sum + section.more, 0);
    expect(moved).toBe(annex.flatMap((section) => section.sentences).length);
    // Footnotes are numbered in the order in which the text calls them.
    const called = [...new Set(all.flatMap((one) => one.notes))];
    expect(called).toEqual(document.notes.map((note) => note.n));
  });
});

describe("what the brief calls contested", () => {
  const stances = ["asserts", "asserts", "denies", "doubts", "reports", "unknown"] as const;
  const word = fc.record({
    actor: fc.constantFrom("lowlands", "uplands"),
    stance: fc.constantFrom(...stances),
    when: fc.constantFrom("2026-01-01", "2026-03", "2026-06-22", "2026-07-01").map((day) => parseTime(day)!),
    basis: fc.constant("p1").map((id) => ({ passages: [id] })),
  });
  it("is what the board of disputes calls contested on the day of the case", () => {
    let contested = 0;
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 2, maxLength: 4 }),
        fc.array(word, { maxLength: 4 }),
        (onClaim, onText) => {
          const held = new Case([
            ...dam().filter(
              (object) => !["claim", "position", "brief", "precondition"].includes(object.kind),
            ),
            {
              id: "c",
              kind: "claim",
              says: "A level was agreed",
              act: "asserts",
              polarity: "yes",
              attestations: onClaim,
            },
            {
              id: "u",
              kind: "instrument",
              name: "the word of the dam",
              rung: "alleged understanding",
              text: "none",
              attestations: onText,
            },
          ]);
          const board = disputes(held, { said: "2026-06-22" }).filter((one) => one.contested);
          const result = analyse(held).find(({ ref }) => ref === "result:record")!;
          const said = result.sentences.filter(({ text }) => text.startsWith("It is contested"));
          expect(said.flatMap(({ on }) => on).sort()).toEqual(board.map(({ ref }) => ref).sort());
          expect(result.value).toMatchObject({ contested: board.length });
          const text = renderMarkdown(composeBrief(held, analyse(held)).document);
          expect(text.includes("This is contested")).toBe(board.some(({ ref }) => ref === "claim:c"));
          contested += board.length;
        },
      ),
      { numRuns: 200 },
    );
    expect(contested).toBeGreaterThan(0);
  });
});

describe("hostile words", () => {
  const nasty = `<script>alert(1)</script>"'&\u202e[x](javascript:y)\`*_|`;
  it("become text in both renderings", () => {
    const objects = dam().map((object) =>
      object.kind === "source"
        ? { ...object, title: nasty }
        : object.kind === "claim"
          ? { ...object, says: `${nasty} ${object.says}` }
          : object,
    );
    const held = new Case(objects);
    const { document } = composeBrief(held, analyse(held));
    const html = renderHtml({ ...document, title: nasty });
    expect(html).not.toContain("<script");
    expect(html).not.toContain("\u202e");
    expect(html).not.toMatch(/(src|href)="(?!#)/);
    const markdown = renderMarkdown({ ...document, title: nasty });
    expect(markdown).not.toMatch(/(?<!\\)<script/);
    expect(markdown).not.toMatch(/(?<!\\)\]\(javascript/);
    expect(markdown).not.toContain("\u202e");
  });
});
