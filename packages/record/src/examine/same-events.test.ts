import { Case, type CaseEvent, type CaseObject, parseTime } from "@parley/case";
import { describe, expect, it } from "vitest";
import { sameEvents } from "./same-events.ts";

const ACTORS: CaseObject[] = [
  { kind: "actor", id: "kell", name: "Robert Kell", type: "person" },
  { kind: "actor", id: "osei", name: "Ama Osei", type: "person" },
  { kind: "actor", id: "norland", name: "Norland", type: "state" },
];
/** A document of its own that tells of one event in its words. */
function told(id: string, words: string, more: Partial<CaseEvent> = {}): CaseObject[] {
  return [
    { kind: "source", id: `s-${id}`, sha256: "0".repeat(64) },
    {
      kind: "text",
      id: `s-${id}.text`,
      source: `s-${id}`,
      text: words,
      ops: [],
      furniture: [],
      blocks: [],
      map: [],
      rawLength: words.length,
    },
    {
      kind: "passage",
      id: `p-${id}`,
      source: `s-${id}`,
      start: 0,
      end: words.length,
      exact: words,
      prefix: "",
      suffix: "",
    },
    {
      kind: "event",
      id,
      title: words.slice(0, 40),
      type: "consult",
      occurrence: "happened",
      basis: { passages: [`p-${id}`] },
      ...more,
    },
  ];
}
const on = (day: string) => ({ when: parseTime(day)! });
const pairs = (...events: CaseObject[][]): (string[] | undefined)[] =>
  sameEvents(new Case([...ACTORS, ...events.flat()])).map((one) => one.events);

describe("two that may be one event", () => {
  const bridge = told("a", "Kell and Osei met on the bridge.", on("2026-05-04"));

  it("share the day and who is named, in two documents", () => {
    const report = told(
      "b",
      "A meeting of Ama Osei with Robert Kell ended without a word.",
      on("2026-05-04"),
    );
    expect(pairs(bridge, report)).toEqual([["a", "b"]]);
    const [found] = sameEvents(new Case([...ACTORS, ...bridge, ...report]));
    expect(found?.says).toContain("the same day (2026-05-04); the same names (Robert Kell, Ama Osei)");
    expect(found?.places.map((place) => place.source)).toEqual(["s-a", "s-b"]);
  });
  it("share place and names where one has no day", () => {
    const undated = told("b", "Osei spoke at the talks.", { place: "the old bridge" });
    const dated = told("c", "Talks with Ama Osei.", { place: "Old bridge", ...on("2026-05-04") });
    expect(pairs(undated, dated)).toEqual([["b", "c"]]);
  });

  it.each<[string, CaseObject[]]>([
    ["another day", told("b", "A meeting of Osei with Kell ended.", on("2026-05-05"))],
    [
      "a month that only holds the day, and nothing else",
      told("b", "In May there was a dinner.", on("2026-05")),
    ],
    [
      "others who took part",
      told("b", "A meeting, of which Kell and Osei heard.", {
        ...on("2026-05-04"),
        participants: [{ actor: "norland" }],
      }),
    ],
    [
      "what was only planned",
      told("b", "Kell plans to meet Osei.", { ...on("2026-05-04"), occurrence: "planned" }),
    ],
    ["another kind of event", told("b", "Kell and Osei fell out.", { ...on("2026-05-04"), type: "accuse" })],
    [
      "one that was set aside",
      told("b", "Kell met Osei.", { ...on("2026-05-04"), review: { state: "rejected" } }),
    ],
    ["only the same day", told("b", "The ferry ran aground near the harbour.", on("2026-05-04"))],
  ])("are not offered for %s", (_, other) => {
    const withPeople = told("a", "Kell and Osei met on the bridge.", {
      ...on("2026-05-04"),
      participants: [{ actor: "kell" }, { actor: "osei" }],
    });
    expect(pairs(withPeople, other)).toEqual([]);
  });
  it("are not offered within one document", () => {
    const twice = told("a", "Kell and Osei met on the bridge.", on("2026-05-04"));
    const again = { ...(twice.at(-1) as CaseEvent), id: "a2" };
    expect(pairs([...twice, again])).toEqual([]);
  });
});
