import { type Actor, Case } from "@parley/case";
import { expect, it } from "vitest";
import { clean } from "../clean.ts";
import { proposals } from "../proposals/proposals.ts";
import { ABSENT, sharedFile } from "../testing/shared.ts";
import { knownActors, recordOf, toCase } from "../to-case.ts";
import { examine } from "./examine.ts";

const PEOPLE: Actor[] = [
  ["trump", "Donald Trump"],
  ["putin", "Vladimir Putin"],
  ["zelensky", "Volodymyr Zelensky"],
].map(([id, name]) => ({ kind: "actor", id: id!, name: name!, type: "person" }));
const [a, b] = [sharedFile("seeds", "000"), sharedFile("seeds", "002")];

it.skipIf(a === undefined || b === undefined)(
  `S37, S96, S100, S101: of the seeds, one copy hides where it comes from, one takes a side that nobody noted, and a document is missing (${ABSENT})`,
  () => {
    const objects = [[a, "000_first.txt"] as const, [b, "002_second.txt"] as const].flatMap(
      ([bytes, file], i) => {
        const document = clean(bytes as Uint8Array);
        const facts = { id: `s${i}`, sha256: String(i).padStart(64, "0"), file };
        const { source, text, gaps } = recordOf(document, facts);
        return [source, text, ...gaps];
      },
    );
    const found = examine(new Case(objects));
    expect(found.numbered).toEqual([{ pattern: "", have: [0, 2], missing: [1] }]);
    expect(found.findings.map((f) => f.rule).sort()).toEqual(["first-publisher", "publisher", "stance"]);
    // S100: the argument of the second has a side; the report of the first is not said to have one.
    const stance = found.findings.find((f) => f.rule === "stance");
    expect(stance?.places[0]?.source).toBe("s1");
    expect(stance?.places.map((p) => p.text)).toEqual(
      expect.arrayContaining(["preposterous", "misinformed", "self-serving"]),
    );
    expect(found.likenesses).toEqual([]);
  },
);

it.skipIf(a === undefined || b === undefined)(
  `S42: the summit that one document tells of may be the summit of the other, and the meeting in London is not (${ABSENT})`,
  () => {
    const objects = [a, b].flatMap((bytes, i) => {
      const document = clean(bytes as Uint8Array);
      return toCase(document, proposals(document, knownActors(PEOPLE)), {
        id: `s${i}`,
        sha256: String(i).padStart(64, "0"),
        actors: PEOPLE,
      });
    });
    const held = new Case([...PEOPLE, ...objects]);
    const pairs = examine(held)
      .findings.filter((one) => one.rule === "same-event")
      .map((one) => one.events!.map((id) => held.get("event", id)!.title.slice(0, 16)));
    expect(pairs).toContainEqual(["Landmark meeting", "Alaska summit on"]);
    expect(pairs.flat().filter((title) => title.startsWith("Zelensky"))).toEqual([]);
  },
);
