import { execFileSync, spawn } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { CaseObject } from "@parley/case";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { changePassphrase, copyCase, createCase, openCase, StoreError, salvage } from "./index.ts";
import { APPLICATION_ID, FILE_VERSION } from "./schema.ts";

const Database = createRequire(import.meta.url)("libsql");
const child = fileURLToPath(new URL("testing/child.mjs", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "parley-store-"));
let n = 0;
const fresh = (): string => join(folder, `case-${n++}.parley`);
const act = { by: "RK", why: "" };
const actor = (id: string, name: string): CaseObject =>
  ({ kind: "actor", id, type: "person", name }) as CaseObject;
const add = (id: string, name = "A name") => ({ kind: "actor", id, value: actor(id, name) }) as const;

function code(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof StoreError) return error.code;
    throw error;
  }
  return "no error";
}

beforeAll(() => {
  if (!existsSync(fileURLToPath(new URL("../dist/index.js", import.meta.url))))
    throw new Error("The second processes of these tests run the built package: run `npm run build` first.");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a child; kills it after `killAfter` acknowledged changes if given. Resolves with what it acknowledged. */
function run(name: string, path: string, count: number, killAfter = Number.POSITIVE_INFINITY) {
  return new Promise<{ ids: string[]; errors: string; signal: string | null }>((done) => {
    const process_ = spawn(process.execPath, [child, name, path, String(count)]);
    let out = "";
    let errors = "";
    process_.stdout.on("data", (chunk) => {
      out += chunk;
      if (out.split("\n").length > killAfter) process_.kill("SIGKILL");
    });
    process_.stderr.on("data", (chunk) => {
      errors += chunk;
    });
    process_.on("close", (_, signal) => done({ ids: out.split("\n").slice(0, -1), errors, signal }));
  });
}

describe("two processes", () => {
  it("lose no change and never tell the user that the file is busy", async () => {
    const path = fresh();
    createCase(path, { ...act, title: "Two writers" }).close();
    const results = await Promise.all(["a", "b", "c"].map((name) => run(name, path, 300)));
    using file = openCase(path);
    const ids = new Set(file.log().map((change) => change.id));
    for (const { ids: own, errors } of results) {
      expect(errors).toBe("");
      expect(own).toHaveLength(300);
      for (const id of own) expect(ids.has(id)).toBe(true);
    }
    expect(ids.size).toBe(901);
    expect(file.verify()).toEqual([]);
  });

  it("notice each other's changes", async () => {
    const path = fresh();
    using file = createCase(path, { ...act, title: "Live" });
    const seen: string[] = [];
    const stop = file.onChange((changes, own) => {
      if (!own) seen.push(...changes.map((change) => change.id));
    });
    const { ids } = await run("a", path, 3);
    for (let i = 0; i < 100 && seen.length < 3; i++) await new Promise((done) => setTimeout(done, 50));
    stop();
    expect(seen).toEqual(ids);
  });
});

describe("kill -9 in the middle of writes", () => {
  it("loses no acknowledged change in 20 rounds", async () => {
    const path = fresh();
    createCase(path, { ...act, title: "Power cut" }).close();
    const acknowledged: string[] = [];
    for (let round = 0; round < 20; round++) {
      const { ids, signal } = await run(`r${round}`, path, 100_000, 3 + ((round * 7) % 40));
      expect(signal).toBe("SIGKILL");
      acknowledged.push(...ids);
      using file = openCase(path);
      const present = new Set(file.log().map((change) => change.id));
      expect(acknowledged.filter((id) => !present.has(id))).toEqual([]);
      expect(file.warnings).toEqual([]);
    }
    using file = openCase(path);
    expect(file.verify()).toEqual([]);
    expect(acknowledged.length).toBeGreaterThan(20 * 3);
  });
});

describe("a full disk", () => {
  const mount = (at: string): boolean => {
    try {
      execFileSync("mount", ["-t", "tmpfs", "-o", "size=1m", "tmpfs", at], { stdio: "ignore" });
      return true;
    } catch {
      return false;
    }
  };

  it("a real one (tmpfs of 1 MB): the change fails plainly, earlier ones stay, and writing goes on when there is room", (context) => {
    const at = join(folder, "small");
    mkdirSync(at);
    if (!mount(at))
      return context.skip("mounting a tmpfs is not permitted here; the file-size limit below stands in");
    try {
      const path = join(at, "x.parley");
      const ballast = join(at, "ballast");
      writeFileSync(ballast, Buffer.alloc(300_000));
      using file = createCase(path, { ...act, title: "Full" });
      const kept: string[] = [];
      let failure: unknown;
      for (let i = 0; i < 5000 && failure === undefined; i++) {
        try {
          kept.push(file.change(act, [add(`a${i}`, "word ".repeat(200))])[0]!.id);
        } catch (error) {
          failure = error;
        }
      }
      expect(failure).toBeInstanceOf(StoreError);
      expect((failure as StoreError).code).toBe("disk-full");
      expect((failure as StoreError).message).toContain("no room");
      const ids = new Set(file.log().map((change) => change.id));
      expect(kept.length).toBeGreaterThan(3);
      expect(kept.every((id) => ids.has(id))).toBe(true);
      expect(ids.size).toBe(kept.length + 1);
      rmSync(ballast);
      expect(file.change(act, [add("after")])).toHaveLength(1);
      expect(file.verify()).toEqual([]);
    } finally {
      execFileSync("umount", ["-l", at]);
    }
  });

  it("a file-size limit: the same, wherever the tests run", () => {
    const path = fresh();
    createCase(path, { ...act, title: "Limit" }).close();
    const script = 'ulimit -f 700; exec "$0" "$@"';
    let stdout = "";
    let stderr = "";
    try {
      execFileSync("sh", ["-c", script, process.execPath, child, "a", path, "5000"], { stdio: "pipe" });
    } catch (error) {
      stdout = String((error as { stdout: Buffer }).stdout);
      stderr = String((error as { stderr: Buffer }).stderr);
    }
    expect(stderr).toMatch(/^(disk-full|cannot-write): .*every earlier one is kept/);
    const kept = stdout.split("\n").slice(0, -1);
    expect(kept.length).toBeGreaterThan(3);
    using file = openCase(path);
    const ids = new Set(file.log().map((change) => change.id));
    expect(kept.every((id) => ids.has(id))).toBe(true);
    expect(file.change(act, [add("after")])).toHaveLength(1);
    expect(file.verify()).toEqual([]);
  });
});

describe("a tampered file", () => {
  const made = (): string => {
    const path = fresh();
    using file = createCase(path, { ...act, title: "Tampered" });
    file.change(act, [add("a", "Original words"), add("b")]);
    file.change(act, [add("c")]);
    return path;
  };
  const raw = (path: string, sql: string): void => {
    const db = new Database(path);
    db.exec(sql);
    db.close();
  };

  it("refuses plain statements that alter or shorten the log", () => {
    const path = made();
    expect(() => raw(path, "UPDATE log SET why = 'x'")).toThrow("append-only");
    expect(() => raw(path, "DELETE FROM log WHERE seq = 2")).toThrow("append-only");
  });

  it.each([
    ["value", `UPDATE log SET value = replace(value, 'Original', 'Invented') WHERE object = 'a'`],
    ["by", `UPDATE log SET by = 'Somebody' WHERE object = 'a'`],
    ["at", `UPDATE log SET at = '2020-01-01T00:00:00.000Z' WHERE object = 'a'`],
    ["parents", `UPDATE log SET parents = '[]' WHERE object = 'a'`],
    ["hash", `UPDATE log SET hash = 'x' WHERE object = 'a'`],
  ])("an altered %s is said at opening and found by verify", (_, sql) => {
    const path = made();
    raw(path, `DROP TRIGGER log_is_not_altered; ${sql}`);
    using file = openCase(path);
    expect(file.warnings.map((f) => f.code)).toEqual(expect.arrayContaining(["guard", "tampered"]));
    const found = file.verify();
    expect(found.find((f) => f.code === "tampered")?.message).toContain("altered after it was written");
    using other = createCase(fresh(), { ...act, title: "Other" });
    expect(code(() => other.mergeFrom(file))).toBe("damaged");
  });

  it("finds a removed change, an altered fold and an altered document", () => {
    const path = made();
    using before = openCase(path);
    const hash = before.putBlob(Buffer.from("the document"));
    before.close();
    raw(
      path,
      `PRAGMA foreign_keys = OFF; DROP TRIGGER log_is_not_shortened; DELETE FROM log WHERE object = 'b';
       UPDATE objects SET withdrawn = 1 WHERE object = 'a'; UPDATE blob_parts SET bytes = x'00'`,
    );
    using file = openCase(path);
    const codes = new Set(file.verify().map((f) => f.code));
    for (const expected of ["predecessor", "fold", "blob", "guard"]) expect([...codes]).toContain(expected);
    expect(code(() => file.getBlob(hash))).toBe("blob-damaged");
  });
});

describe("a truncated or foreign file", () => {
  it("is refused plainly, and what can be read is salvaged", () => {
    const path = fresh();
    const ids: string[] = [];
    {
      using file = createCase(path, { ...act, title: "Cut" });
      for (let i = 0; i < 400; i++)
        ids.push(file.change(act, [add(`a${i}`, `Name ${i} ${"word ".repeat(40)}`)])[0]!.id);
    }
    const size = readFileSync(path).length;
    let most = 0;
    for (const share of [0, 0.01, 0.1, 0.3, 0.5, 0.8, 0.99]) {
      const cut = fresh();
      copyFileSync(path, cut);
      truncateSync(cut, Math.floor(size * share));
      expect(["truncated", "not-a-case"]).toContain(code(() => openCase(cut)));
      if (share < 0.3) continue;
      const target = fresh();
      const saved = salvage(cut, target);
      using file = openCase(target);
      const present = file.log().map((change) => change.id);
      expect(present).toHaveLength(saved.changes);
      expect(present.every((id, i) => i === 0 || ids.includes(id))).toBe(true);
      expect(file.verify().filter((f) => !["predecessor", "replaces"].includes(f.code))).toEqual([]);
      most = Math.max(most, saved.changes);
    }
    expect(most).toBeGreaterThan(200);
  });

  it("says what each thing is that is not a case", () => {
    const garbage = fresh();
    writeFileSync(garbage, Buffer.alloc(50_000, 7));
    expect(code(() => openCase(garbage))).toBe("not-a-case");
    const other = fresh();
    const db = new Database(other);
    db.exec("CREATE TABLE t (a)");
    db.close();
    expect(code(() => openCase(other))).toBe("not-a-case");
    expect(code(() => openCase(join(folder, "none.parley")))).toBe("missing-file");
    expect(code(() => openCase(folder))).toBe("is-folder");
    expect(code(() => createCase(join(folder, "no", "x.parley"), { ...act, title: "x" }))).toBe(
      "missing-folder",
    );
    expect(code(() => createCase(folder, { ...act, title: "x" }))).toBe("is-folder");
    expect(code(() => createCase(garbage, { ...act, title: "x" }))).toBe("exists");
    const newer = fresh();
    createCase(newer, { ...act, title: "x" }).close();
    const raw = new Database(newer);
    raw.exec(`PRAGMA user_version = ${FILE_VERSION + 1}; PRAGMA application_id = ${APPLICATION_ID};`);
    raw.pragma("wal_checkpoint(TRUNCATE)");
    raw.close();
    expect(code(() => openCase(newer))).toBe("newer-version");
  });

  it("opens for reading only, and then says so on a change", () => {
    const path = fresh();
    createCase(path, { ...act, title: "Read" }).close();
    using file = openCase(path, { readOnly: true });
    expect(file.get("case", "case")?.title).toBe("Read");
    expect(code(() => file.change(act, [add("a")]))).toBe("read-only");
  });
});

describe("encryption", () => {
  it("leaves no word of the case in any of its files, and says plainly what is wrong with a passphrase", () => {
    const path = fresh();
    const secret = "Zanzibarquartz";
    using file = createCase(path, { ...act, title: `${secret} title`, passphrase: "right horse" });
    file.change({ by: `${secret}-by`, why: secret }, [add("a", `${secret} name`)]);
    file.putBlob(Buffer.from(secret.repeat(500)));
    file.cache("k", secret);
    for (const end of ["", "-wal", "-shm"])
      if (existsSync(path + end)) {
        // A copy, read in another process: reading it here would drop our locks.
        execFileSync("cp", [path + end, `${path}${end}.copy`]);
        const bytes = readFileSync(`${path}${end}.copy`).toString("latin1").toLowerCase();
        expect(bytes).not.toContain(secret.toLowerCase());
        expect(bytes).not.toContain("create table");
      }
    file.close();
    expect(readFileSync(path).toString("latin1")).not.toContain(secret);
    expect(code(() => openCase(path))).toBe("passphrase-needed");
    expect(code(() => openCase(path, { passphrase: "wrong" }))).toBe("wrong-passphrase");
    {
      using again = openCase(path, { passphrase: "right horse" });
      expect(again.search(secret).hits.length).toBeGreaterThan(1);
      expect(again.verify()).toEqual([]);
      const plain = fresh();
      copyCase(again, plain);
      using copy = openCase(plain);
      expect(copy.tips()).toEqual(again.tips());
      expect(copy.blobs()).toEqual(again.blobs());
    }
    changePassphrase(path, "right horse", "second");
    expect(code(() => openCase(path, { passphrase: "right horse" }))).toBe("wrong-passphrase");
    using last = openCase(path, { passphrase: "second" });
    expect(last.verify()).toEqual([]);
  });
});

describe("a case file bent by hand", () => {
  const bent = (sql: string): string => {
    const path = fresh();
    const file = createCase(path, { by: "RK", title: "Bent" });
    file.change(act, [add("b")]);
    file.close();
    const db = new Database(path);
    db.exec(sql);
    db.close();
    return path;
  };

  it.each([
    // Acknowledged edits would vanish.
    "CREATE TRIGGER evil BEFORE INSERT ON log BEGIN SELECT RAISE(IGNORE); END",
    // Sealed objects would be found at every level.
    "CREATE TRIGGER evil AFTER INSERT ON objects BEGIN UPDATE objects SET level = 0; END",
    // Under the name of a guard.
    "DROP TRIGGER log_is_not_altered; CREATE TRIGGER log_is_not_altered BEFORE INSERT ON log BEGIN SELECT RAISE(IGNORE); END",
    "DROP TRIGGER log_is_not_altered; DROP TRIGGER log_is_not_shortened; ALTER TABLE log RENAME TO l2; CREATE VIEW log AS SELECT * FROM l2",
    "DROP TABLE settings",
    "DROP TABLE words",
    "DROP TABLE strings; CREATE TABLE strings (kind, object, field, folded)",
  ])("is refused when it brings a program of its own or lacks a table: %s", (sql) => {
    const path = bent(sql);
    expect(code(() => openCase(path).close())).toBe("damaged");
    expect(code(() => openCase(path, { readOnly: true }).close())).toBe("damaged");
  });

  it("says which change or setting cannot be read, whatever is asked of it", () => {
    const path = bent(
      `DROP TRIGGER log_is_not_altered; UPDATE log SET value = '{' WHERE object = 'b';
       INSERT INTO settings (key, value) VALUES ('odd', '{no')`,
    );
    const file = openCase(path);
    expect(code(() => file.get("actor", "b"))).toBe("damaged");
    expect(code(() => file.log())).toBe("damaged");
    expect(code(() => file.setting("odd"))).toBe("damaged");
    expect(file.verify().map((finding) => finding.code)).toContain("tampered");
    file.close();
  });

  it("leaves no file behind when a case cannot be begun", () => {
    const path = fresh();
    expect(code(() => createCase(path, { by: "\0", title: "T" }))).toBe("bad-value");
    expect(existsSync(path)).toBe(false);
    createCase(path, { by: "RK", title: "T" }).close();
  });

  it("cannot make us take gigabytes for its key", () => {
    const path = fresh();
    createCase(path, { by: "RK", title: "T", passphrase: "open" }).close();
    const bytes = readFileSync(path);
    // log2 N = 20, r = 16: two GiB for one try.
    for (
      let at = bytes.indexOf("Parley encrypted case 1\n");
      at >= 0;
      at = bytes.indexOf("Parley encrypted case 1\n", at + 1)
    )
      bytes.set([20, 16, 4], at + 24);
    writeFileSync(path, bytes);
    const before = process.resourceUsage().maxRSS;
    expect(code(() => openCase(path, { passphrase: "open" }))).toBe("wrong-passphrase");
    expect(process.resourceUsage().maxRSS - before).toBeLessThan(300 * 1024);
  });
});
