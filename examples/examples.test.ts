import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { analyse, composeBrief, renderHtml, renderMarkdown } from "@parley/brief";
import { Case } from "@parley/case";
import { readTextForm, writeTextForm } from "@parley/case/text";
import { folderHost } from "@parley/server/documents";
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
});
