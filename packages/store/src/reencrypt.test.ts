import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { reencrypt } from "./reencrypt.ts";
import { createCase, openCase } from "./store.ts";

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "parley-reencrypt-"));
  path = join(folder, "talks.parley");
  using file = createCase(path, { by: "RK", title: "Two towns and a dam" });
  file.putBlob(new TextEncoder().encode("The ferry board met."));
  file.set("copyOf", "dam");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("a passphrase is set, changed and removed; log, documents and settings stay", async () => {
  let before: string[];
  {
    using file = openCase(path, { readOnly: true });
    before = [...file.tips(), ...file.blobs()];
  }
  const steps: [string | undefined, string | undefined][] = [
    [undefined, "river"],
    ["river", "lake"],
    ["lake", undefined],
  ];
  for (const [from, to] of steps) {
    await reencrypt(path, from, to);
    const plain = readFileSync(path).includes("Two towns");
    expect(plain).toBe(to === undefined);
    if (to !== undefined) {
      expect(() => openCase(path)).toThrow(/passphrase is needed/);
      expect(() => openCase(path, { passphrase: from ?? "x" })).toThrow(/wrong/);
    }
    using file = openCase(path, to === undefined ? {} : { passphrase: to });
    expect([...file.tips(), ...file.blobs()]).toEqual(before);
    expect(file.setting("copyOf")).toBe("dam");
    expect(file.verify()).toEqual([]);
    file.change({ by: "RK", why: "" }, [
      { kind: "case", id: "case", value: { kind: "case", id: "case", title: `After ${to}` } },
    ]);
    before = [...file.tips(), ...file.blobs()];
    file.close();
    expect(readdirSync(folder).filter((name) => name.startsWith("."))).toEqual([]);
  }
});

test("with a wrong passphrase, and with a passphrase for a case that has none, nothing changes", async () => {
  const bytes = readFileSync(path);
  await expect(reencrypt(path, "x", "y")).rejects.toThrow(/not encrypted/);
  await expect(reencrypt(path, undefined, "")).rejects.toThrow(/empty/);
  expect(readFileSync(path).equals(bytes)).toBe(true);
  await reencrypt(path, undefined, "river");
  const sealed = readFileSync(path);
  await expect(reencrypt(path, "lake", undefined)).rejects.toThrow(/wrong/);
  expect(readFileSync(path).equals(sealed)).toBe(true);
});

test("while somebody has the case open it is refused, and nobody's change is lost", async () => {
  using file = openCase(path);
  await expect(reencrypt(path, undefined, "river")).rejects.toThrow();
  file.change({ by: "RK", why: "" }, [
    { kind: "case", id: "case", value: { kind: "case", id: "case", title: "Still here" } },
  ]);
  file.close();
  using again = openCase(path);
  expect(again.get("case", "case")?.title).toBe("Still here");
});
