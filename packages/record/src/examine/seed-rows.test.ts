import { Case } from "@parley/case";
import { expect, it } from "vitest";
import { clean } from "../clean.ts";
import { ABSENT, sharedFile } from "../testing/shared.ts";
import { recordOf } from "../to-case.ts";
import { examine } from "./examine.ts";

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
