import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

/*
 * The examples of the documentation, run as they stand. A fence ```sh and the bare fence after it are a command and the
 * end of what it prints; a fence after a line `name.json`: is a file. The pages share one folder, in reading order.
 */

let root = dirname(fileURLToPath(import.meta.url));
while (!existsSync(join(root, "tsconfig.base.json"))) root = dirname(root);
const docs = join(root, "docs");
const withBash = spawnSync("bash", ["--version"]).status === 0 ? test : test.skip;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "parley-docs-"));
  symlinkSync(join(root, "examples"), join(folder, "examples"), "dir");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const FIRST = ["methods/repair.md"];
const pages = [
  "README.md",
  "guide.md",
  "cli.md",
  ...readdirSync(join(docs, "methods")).map((n) => `methods/${n}`),
]
  .filter((page) => existsSync(join(docs, page)))
  .sort((a, b) => Number(FIRST.includes(b)) - Number(FIRST.includes(a)));

/** What differs from run to run: instants, hashes, ids. */
const steady = (text: string): string =>
  text
    .replace(/\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d/g, "(instant)")
    .replace(/\b[0-9a-f]{64}\b/g, "(hash)")
    .trimEnd();

function fences(page: string): { language: string; text: string; before: string }[] {
  const text = readFileSync(join(docs, page), "utf8");
  return [...text.matchAll(/([^\n]*)\n```(\w*)\n([\s\S]*?)\n```(?=\n|$)/g)].map((m) => ({
    before: m[1] as string,
    language: m[2] as string,
    text: m[3] as string,
  }));
}

describe.each(pages)("examples of docs/%s", (page) => {
  const all = fences(page);
  withBash("print what stands there", { timeout: 120_000 }, () => {
    for (const [i, fence] of all.entries()) {
      const name = /^`([\w.-]+\.json)`:$/.exec(fence.before)?.[1];
      if (name !== undefined) writeFileSync(join(folder, name), `${fence.text}\n`);
      if (fence.language !== "sh" || !fence.text.includes("parley ")) continue;
      const done = spawnSync("bash", ["-c", fence.text], {
        cwd: folder,
        encoding: "utf8",
        env: {
          ...process.env,
          PATH: `${join(root, "node_modules", ".bin")}${delimiter}${process.env.PATH}`,
          PARLEY_BY: "RK",
          NO_COLOR: "1",
        },
      });
      const printed = all[i + 1];
      if (printed?.language !== "") continue;
      const ends = steady(done.stdout).endsWith(steady(printed.text));
      expect(ends ? "" : `${fence.text}\n${done.stderr}${done.stdout}`).toBe("");
    }
  });

  test("links lead somewhere", () => {
    const text = readFileSync(join(docs, page), "utf8");
    for (const [, to] of text.matchAll(/\]\((?!https?:)([^)#\s]+)/g))
      expect({ to, there: existsSync(join(docs, dirname(page), to as string)) }).toEqual({ to, there: true });
  });
});
