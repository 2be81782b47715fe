import { describe, expect, it } from "vitest";
import { ABSENT, sharedFile } from "../testing/shared.ts";
import { findRepairs } from "./repair.ts";

/** The text with every repair made. */
function repaired(text: string): string {
  let out = "";
  let at = 0;
  for (const { class: c, range, to } of findRepairs(text, [])) {
    if (c === "E") continue;
    out += text.slice(at, range[0]) + to;
    at = range[1];
  }
  return out + text.slice(at);
}

describe("UTF-8 read as a Latin encoding", () => {
  it("is proposed word by word", () => {
    expect(findRepairs("A cafÃ© in the cityâ€™s centre.", []).map((r) => [r.class, r.from, r.to])).toEqual([
      ["L", "cafÃ©", "café"],
      ["L", "cityâ€™s", "city’s"],
    ]);
  });
  it("leaves whole text alone", () =>
    expect(findRepairs("Größe, naïve, “quoted” – and Україна.", [])).toEqual([]));

  const files = ["in-the-wild", "synthetic", "negative", "language-names"].map((f) =>
    sharedFile("golden/record/ftfy", f),
  );
  it.skipIf(files[0] === undefined)(
    files[0] === undefined ? ABSENT : "agrees with ftfy's published cases",
    () => {
      const wrong: string[] = [];
      let all = 0;
      for (const file of files) {
        const cases = JSON.parse(new TextDecoder().decode(file)) as Record<string, string>[];
        for (const { original, fixed, expect: outcome, "fixed-encoding": encoding, label } of cases) {
          if (outcome !== "pass") continue;
          all += 1;
          if (repaired(original!) !== (encoding ?? fixed)) wrong.push(label!);
        }
      }
      expect(all).toBeGreaterThan(50);
      expect(wrong).toEqual([]);
    },
  );
});
