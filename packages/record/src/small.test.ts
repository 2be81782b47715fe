import { describe, expect, it } from "vitest";
import { clean } from "./clean.ts";
import { namedDay } from "./dates.ts";
import { lostLinks } from "./gaps/lost-link.ts";
import { sentences } from "./sentences.ts";

const plain = (text: string) => clean(new TextEncoder().encode(text), { mediaType: "text/plain" });

describe("days named in full", () => {
  it.each([
    ["Posted Monday, 22 Jun 2026 by", "2026-06-22", true],
    ["on Tuesday 22 June 2026", "2026-06-22", false],
    ["August 15, 2025", "2025-08-15", undefined],
    ["15 August\u00a0 2025", "2025-08-15", undefined],
    ["2026-02-28T10:00:00Z", "2026-02-28", undefined],
  ])("%s", (text, day, agrees) => {
    const found = namedDay(text);
    expect([found?.day, found?.weekdayAgrees]).toEqual([day, agrees]);
  });
  it.each(["30 February 2026", "3/4/2026", "June 2026", "in 2026"])("%s is none", (text) =>
    expect(namedDay(text)).toBeUndefined(),
  );
});

describe("sentences", () => {
  const split = (text: string): string[] => sentences(text).map(([a, b]) => text.slice(a, b));
  it("end where they end", () => {
    expect(split("One. Two? Three!")).toEqual(["One.", "Two?", "Three!"]);
    expect(split("He met Mr. Kell on St. John Street. She left.")).toEqual([
      "He met Mr. Kell on St. John Street.",
      "She left.",
    ]);
    expect(
      split("Pavel K. Baev wrote it. The U.S. and Russian ministers met in the U.S. Then they left."),
    ).toEqual([
      "Pavel K. Baev wrote it.",
      "The U.S. and Russian ministers met in the U.S.",
      "Then they left.",
    ]);
    expect(split("“Will it hold?” she asked. No.")).toEqual(["“Will it hold?” she asked.", "No."]);
  });
  it("cover the text but for blanks, in order", () => {
    const text = "A b. C d!  E f?\nG h";
    expect(split(text).join("").replace(/\s/g, "")).toBe(text.replace(/\s/g, ""));
  });
});

describe("holes left by lost links", () => {
  const holes = (text: string): string[] =>
    lostLinks(text).map((h) => text.slice(Math.max(0, h.at - 8), h.at));
  it.each([
    ["They signed the for water and left.", ["gned the"]],
    ["It cannot even , and that is that.", ["not even"]],
    ["She published an arguing that it was late.", ["ished an"]],
    ["His of the board was known.", ["His"]],
    ["Petrov, for that matter, that any text was agreed.", ["matter,"]],
  ])("%s", (text, expected) =>
    expect(holes(text)).toEqual(expected.map((e) => expect.stringMatching(new RegExp(`${e}$`)))),
  );
  it.each([
    "The for-profit and the in-laws met; the then envoy, a friend of Moscow’s of many years, left.",
    "A and B are vitamins. What’s of interest is the why. Areas where it rained were left. It was one of those.",
    "Trump, for that matter, said that it was over. A meaning that was lost; a building that burned.",
    "Russian is taught in schools. The Russian on the left spoke. Even Russian officials concede it.",
    "He is, in particular, the one. But in this case, they can go. The incident caused by rain passed.",
    "It costs 3 . 5 or so, he said ... and left .5 behind.",
  ])("finds none in: %s", (text) => expect(holes(text)).toEqual([]));
  it("lets weak rules speak only in a text that surely lost words", () => {
    const weak = "Putin where the rules apply no longer. Ukrainian on the city continued.";
    expect(holes(weak)).toEqual([]);
    expect(holes(`It has a for it. The for it is late. They are , so it goes. ${weak}`)).toHaveLength(5);
  });
});

describe("hard-wrapped and marked text", () => {
  it("joins wrapped lines by a blank and keeps the way back", () => {
    const raw =
      "The upland board said on Monday that no gate would\nbe opened before the level is agreed, a position it\nhas held since May.\n\nSecond.";
    const { text, map } = plain(raw);
    expect(text.split("\n\n")).toEqual([
      "The upland board said on Monday that no gate would be opened before the level is agreed, a position it has held since May.",
      "Second.",
    ]);
    expect(raw.slice(...map.toRaw([text.indexOf("would be"), text.indexOf("would be") + 8]))).toBe(
      "would\nbe",
    );
  });
  it("knows Markdown's headings, lists and quotes", () => {
    const { blocks } = clean(
      new TextEncoder().encode("# A title\n\nWords of it.\n\n## Part\n\n- one\n- two\n\n> said"),
      { name: "a.md" },
    );
    expect(blocks.map((b) => b.type)).toEqual([
      "title",
      "paragraph",
      "heading",
      "list-item",
      "list-item",
      "quote",
    ]);
  });
});

describe("names replaced by foreign characters", () => {
  const kinds = (text: string): string[] => plain(text).gaps.map((g) => g.kind);
  const ENGLISH = "The envoy of the upper town spoke to the board for an hour, and nobody answered him.";
  it("are gaps where the same stands twice, or where a name must follow", () => {
    expect(kinds(`${ENGLISH}\n\n糖心网页版\n\nHe is a professor at 糖心网页版`)).toEqual([
      "replaced-name",
      "replaced-name",
    ]);
    expect(kinds(`${ENGLISH}\n\nHe is a professor at 糖心网页版`)).toEqual(["replaced-name"]);
  });
  it("are none where a word is quoted or explained, or where many stand", () => {
    expect(kinds(`${ENGLISH} They call it guanxi (关系), and again guanxi (关系).`)).toEqual([]);
    expect(kinds(`${ENGLISH} We saw 汉语 and 汉语, 中国 and 中国, 日本, and 台湾 again.`)).toEqual([]);
  });
});

describe("furniture", () => {
  const left = (text: string): string[] => plain(text).furniture.map((f) => f.text);
  const BODY =
    "The envoy of the upper town spoke to the board for an hour, and nobody in the hall answered him.";
  it("is a credit, a line said twice, labels with their lists, and boxes after the body", () => {
    expect(
      left(
        `T i t l e\n\nPhoto: A. Kell/Reuters\n\n${BODY}\n\n${BODY}\n\nRelated topics\n\nRivers\n\nDams\n\nPost a Comment`,
      ),
    ).toEqual(["Photo: A. Kell/Reuters", BODY, "Related topics", "Rivers", "Dams", "Post a Comment"]);
  });
  it("is not the text itself: words of it that look like labels stay", () => {
    expect(left(`No.\n\nNo.\n\nComments\n\n${BODY}\n\nThe photo was taken by an aide of the envoy.`)).toEqual(
      [],
    );
  });
});
