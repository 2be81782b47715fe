import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { analyse, atLevel, composeAt, composeBrief, renderHtml, renderMarkdown } from "@parley/brief";
import { Case, type CaseObject, LEVELS, type Level } from "@parley/case";
import { readTextForm, writeTextForm } from "@parley/case/text";
import { folderHost } from "@parley/server/documents";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

/*
 * Every example is checked, analysed and written, and must come out as it stands in its `expected` folder.
 * UPDATE_EXPECTED=1 writes that folder anew: read the difference before you commit it.
 */
const HERE = fileURLToPath(new URL(".", import.meta.url));
const EXAMPLES = readdirSync(HERE, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && readdirSync(join(HERE, entry.name)).includes("case.yaml"))
  .map((entry) => entry.name);

describe.each(EXAMPLES)("the example %s", (name) => {
  const folder = join(HERE, name);
  const { objects, findings, blobs } = readTextForm(folderHost(folder));
  const held = new Case(objects);
  const results = analyse(held);
  const same = (file: string, text: string): void => {
    const path = join(folder, "expected", file);
    if (process.env.UPDATE_EXPECTED === "1") writeFileSync(path, text);
    expect(text).toBe(readFileSync(path, "utf8"));
  };

  it("has no finding, not even a warning", () => expect(findings).toEqual([]));

  it("says the same, whatever order its parts were entered in", () => {
    // Within a sentence choices stand as they were entered: compared are the phrases of each.
    const phrases = (list: CaseObject[]): string[] =>
      analyse(new Case(list))
        .flatMap((result) => result.sentences.map(({ text }) => `${result.ref} ${text}`))
        .map((text) => parties.reduce((rest, party) => rest.replaceAll(`${party} `, ""), text))
        .map((text) =>
          text
            .split(/[:;,.]\s*/)
            .sort()
            .join("|"),
        )
        .sort();
    const parties = held.parties().map((party) => party.name);
    const forward = phrases(objects);
    expect(phrases([...objects].reverse())).toEqual(forward);
    const byId = [...objects].sort((a, b) => (a.id < b.id ? -1 : 1));
    expect(phrases(byId)).toEqual(forward);
  });

  it("comes back from its written form unchanged", () => {
    const files = writeTextForm(held, (sha) => blobs.get(sha));
    const again = readTextForm({
      ...folderHost(folder),
      read: (path) => {
        const file = files.get(path);
        return typeof file === "string" ? new TextEncoder().encode(file) : file;
      },
    });
    expect(again.findings).toEqual([]);
    const sorted = (all: typeof objects): unknown[] =>
      [...all].sort((a, b) => (`${a.kind} ${a.id}` < `${b.kind} ${b.id}` ? -1 : 1));
    expect(sorted(again.objects)).toEqual(sorted(objects));
  });

  it("gives the expected results", () => {
    const told = results.map(({ ref, title, status, inputs, sentences }) => ({
      ref,
      title,
      status,
      inputs: [...inputs].sort(),
      sentences,
    }));
    same("results.json", `${JSON.stringify(told, null, 1)}\n`);
  });

  it("gives the expected brief, with nothing untagged", () => {
    const { document, untagged } = composeBrief(held, results, { level: "team" });
    expect(untagged).toEqual([]);
    same("brief.md", renderMarkdown(document));
    same("brief.html", renderHtml(document));
  });

  it("gives the expected public brief, and nothing of the team's in it", () => {
    const { document, untagged } = composeBrief(held, results, { level: "public" });
    expect(untagged).toEqual([]);
    const markdown = renderMarkdown(document);
    same("brief-public.md", markdown);
    const open = new Set(["public"]);
    const ofTheTeam = held.objects().filter((one) => !open.has(one.level ?? "team"));
    for (const one of [...ofTheTeam.filter((o) => ["package", "move"].includes(o.kind))])
      expect(markdown + renderHtml(document)).not.toContain(held.nameOf(`${one.kind}:${one.id}`));
  });

  it("finds any number written into a sentence that nothing of it gives", () => {
    const [brief] = held.inForce("brief");
    if (brief === undefined) throw new Error("The example has no brief.");
    const places = brief.sections.flatMap((section, s) => section.sentences.map((_, n) => [s, n] as const));
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.integer({ min: 3000, max: 9_999_999 }), ([s, n], number) => {
        const copy = structuredClone(brief);
        const sentence = copy.sections[s]?.sentences[n];
        if (sentence === undefined) return;
        sentence.text = `${sentence.text} So ${number} follow.`;
        const changed = new Case(held.objects().map((one) => (one.kind === "brief" ? copy : one)));
        expect(composeBrief(changed, results).untagged.map((one) => one.number)).toContain(String(number));
      }),
      { numRuns: 40 },
    );
  });

  it("lets nothing of a withheld object out, whatever the levels", () => {
    const all = held.objects();
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...LEVELS), { minLength: all.length, maxLength: all.length }),
        fc.nat(9),
        fc.constantFrom("public", "team", "mediator"),
        (levels, rarely, limit) => {
          // Mostly open, so that much is left to write; now and then everything at random.
          const levelOf = (n: number): Level =>
            rarely > 0 && n % (rarely + 3) !== 0 ? "public" : levels[n]!;
          const marked = all.map((one, n) => ({ ...mark(one, `zq${n}x`), level: levelOf(n) }) as CaseObject);
          const cut = atLevel(new Case(marked), limit, undefined, { worlds: 3 });
          const { document } = composeAt(cut);
          const out = renderHtml(document) + renderMarkdown(document) + JSON.stringify(document);
          for (const n of all.keys()) {
            if (LEVELS.indexOf(levelOf(n)) > LEVELS.indexOf(limit)) expect(out).not.toContain(`zq${n}x`);
          }
        },
      ),
      { numRuns: 30 },
    );
  });
});

/** Every text of an object that no computation reads, with a mark in it. */
function mark<T>(value: T, secret: string): T {
  const speaking =
    /^(?:name|title|says|note|publisher|byline|why|need|needs|for|taken|notTaken|about|outcome|rule|event|place)$/u;
  if (Array.isArray(value)) return value.map((item) => mark(item, secret)) as T;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      typeof item === "string" && speaking.test(key) && !(key === "about" && "act" in value)
        ? `${item} ${secret}`
        : mark(item, secret),
    ]),
  ) as T;
}
