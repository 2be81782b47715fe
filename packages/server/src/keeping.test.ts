import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { crc32, deflateRawSync } from "node:zlib";
import type { CaseObject } from "@parley/case";
import { createCase, openCase } from "@parley/store";
import Database from "libsql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type {
  ApiError,
  CaseDelta,
  CaseEntry,
  CaseState,
  ChangeReply,
  MergeReply,
  TrashReply,
  VersionsReply,
} from "./api.ts";
import { unzip } from "./casework/unzip.ts";
import { type RunningServer, startServer } from "./start-server.ts";

let folder: string;
let cases: string;
let server: RunningServer;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "parley-keeping-"));
  cases = join(folder, "cases");
  server = await startServer({ port: 0, casesDir: cases, webDir: folder, by: "RK" });
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

const ask = (path: string, init: RequestInit = {}): Promise<Response> =>
  fetch(`${server.origin}/api${path}`, {
    ...init,
    headers: { authorization: `Bearer ${server.token}`, ...(init.headers as Record<string, string>) },
  });
async function reply<T>(answer: Promise<Response>, status = 200): Promise<T> {
  const response = await answer;
  const text = await response.text();
  expect({ status: response.status, text: response.status === status ? "" : text }).toEqual({
    status,
    text: "",
  });
  return JSON.parse(text) as T;
}
const get = <T>(path: string, status = 200): Promise<T> => reply<T>(ask(path), status);
const post = <T>(path: string, body: unknown, status = 200): Promise<T> =>
  reply<T>(
    ask(path, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    }),
    status,
  );
const send = <T>(bytes: Uint8Array, name: string, status = 201): Promise<T> =>
  reply<T>(
    ask(`/cases/import?name=${encodeURIComponent(name)}`, {
      method: "POST",
      headers: { "content-type": "application/octet-stream" },
      body: bytes as unknown as string,
    }),
    status,
  );
const newCase = async (title: string): Promise<string> =>
  (await post<CaseEntry>("/cases", { title }, 201)).name;
const actor = (id: string, name: string): CaseObject => ({ kind: "actor", id, name, type: "state" });
const put = (name: string, value: CaseObject, more: object = {}): Promise<ChangeReply> =>
  post(`/cases/${name}/changes`, {
    why: "test",
    edits: [{ kind: value.kind, id: value.id, value, ...more }],
  });

/** A ZIP archive of these files, as common tools write it. */
function zip(files: Record<string, string | Uint8Array>, lie?: number): Buffer {
  const parts: Buffer[] = [];
  const heads: Buffer[] = [];
  let at = 0;
  for (const [name, content] of Object.entries(files)) {
    const bytes = Buffer.from(content as string);
    const packed = deflateRawSync(bytes);
    const called = Buffer.from(name);
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(8, 4);
    shared.writeUInt32LE(crc32(bytes), 10);
    shared.writeUInt32LE(packed.length, 14);
    shared.writeUInt32LE(lie ?? bytes.length, 18);
    shared.writeUInt16LE(called.length, 22);
    const local = Buffer.concat([Buffer.from("PK\u0003\u0004"), shared, called, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(at, 10);
    heads.push(Buffer.concat([Buffer.from("PK\u0001\u0002"), Buffer.from([20, 0]), shared, tail, called]));
    parts.push(local);
    at += local.length;
  }
  const directory = Buffer.concat(heads);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(heads.length, 4);
  end.writeUInt16LE(heads.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...parts, directory, Buffer.from("PK\u0005\u0006"), end]);
}

describe("two windows editing one object", () => {
  test("end in a conflict that shows both versions, and settling it keeps both in the history", async () => {
    const name = await newCase("Two windows");
    const made = await put(name, actor("uplands", "Uplands"), { version: 0 });
    const version = made.changed[0]?.version;
    expect(version).toBe((await get<CaseState>(`/cases/${name}`)).versions["actor:uplands"]);
    await put(name, actor("uplands", "The Uplands"), { version });
    const second = await put(name, actor("uplands", "Upper Lands"), { version });
    expect(second.conflicts).toHaveLength(1);
    const found = await get<VersionsReply>(`/cases/${name}/objects/actor/uplands/versions`);
    expect(found.versions.map((one) => (one.value as { name: string }).name)).toEqual([
      "The Uplands",
      "Upper Lands",
    ]);
    expect(found.versions.every((one) => one.by === "RK" && one.why === "test" && one.at !== "")).toBe(true);
    expect(found.common?.value).toMatchObject({ name: "Uplands" });
    // A later ordinary edit of what is shown does not settle it in passing.
    const third = await put(name, actor("uplands", "Upper Lands!"), { version: second.changed[0]?.version });
    expect(third.conflicts).toHaveLength(1);
    const heads = third.conflicts[0]?.heads as string[];
    const settled = await put(name, actor("uplands", "Uplands (both)"), { expect: heads });
    expect(settled.conflicts).toEqual([]);
    const history = await get<{ name: string }[]>(`/cases/${name}/history`);
    for (const said of ["The Uplands", "Upper Lands", "Upper Lands!"])
      expect(history.some((one) => one.name === said)).toBe(true);
  });

  test("an object made twice under one name stands in both versions, with nothing in common", async () => {
    const name = await newCase("Made twice");
    await put(name, actor("a", "One"), { version: 0 });
    const second = await put(name, actor("a", "Other"), { version: 0 });
    expect(second.conflicts).toHaveLength(1);
    expect((await get<VersionsReply>(`/cases/${name}/objects/actor/a/versions`)).common).toBeUndefined();
  });

  test("a delta brings exactly what changed, also what was withdrawn and came back", async () => {
    const name = await newCase("Delta");
    await put(name, actor("a", "A"));
    await put(name, actor("b", "B"));
    const before = await get<CaseState>(`/cases/${name}`);
    await put(name, actor("b", "B2"));
    await post(`/cases/${name}/changes`, { why: "", edits: [{ kind: "actor", id: "a", value: null }] });
    const delta = await get<CaseDelta>(`/cases/${name}?since=${before.seq}`);
    expect(delta.changed.map(({ ref, value }) => [ref, (value as { name: string } | null)?.name])).toEqual([
      ["actor:b", "B2"],
      ["actor:a", undefined],
    ]);
    await post(`/cases/${name}/undo`, {});
    const kept = (await get<CaseState>(`/cases/${name}`)).objects;
    using file = openCase(join(cases, `${name}.parley`), { readOnly: true });
    expect(kept).toEqual(file.objects());
  });
});

describe("whole cases", () => {
  test("a title is changed, and can be undone like any change", async () => {
    const name = await newCase("First title");
    expect((await post<CaseEntry>(`/cases/${name}/title`, { title: "Second title" })).title).toBe(
      "Second title",
    );
    await post(`/cases/${name}/undo`, {});
    expect((await get<CaseState>(`/cases/${name}`)).title).toBe("First title");
  });

  test("a copy has its own life and is merged back, with what came in and what is in conflict", async () => {
    const name = await newCase("Original");
    await put(name, actor("a", "A"));
    const copy = (await post<CaseEntry>(`/cases/${name}/duplicate`, { title: "Copy" }, 201)).name;
    await put(copy, actor("a", "A of the copy"));
    await put(copy, actor("b", "B"));
    await put(name, actor("a", "A of the original"));
    const merged = await post<MergeReply>(`/cases/${name}/merge`, { from: copy });
    expect(merged).toMatchObject({ objects: 3, kinds: { actor: 2, case: 1 }, conflicts: 1, fresh: 1 });
    expect(await post<MergeReply>(`/cases/${name}/merge`, { from: copy })).toMatchObject({
      added: 0,
      fresh: 0,
    });
    const stranger = await newCase("Stranger");
    const { error } = await post<ApiError>(`/cases/${name}/merge`, { from: stranger }, 409);
    expect(error.code).toBe("strangers");
    await post(`/cases/${name}/merge`, { from: name }, 400);
  });

  test("a passphrase is set, changed and removed; no answer repeats it", async () => {
    const name = await newCase("Sealed talks");
    await put(name, actor("a", "Anna"));
    const said: string[] = [];
    const give = async (body: object, status = 200): Promise<void> => {
      said.push(JSON.stringify(await post(`/cases/${name}/passphrase`, body, status)));
    };
    await give({ next: "river-9" });
    const path = join(cases, `${name}.parley`);
    expect(readFileSync(path).includes("Anna")).toBe(false);
    expect(
      readdirSync(cases)
        .filter((one) => one.includes(name) && one !== `${name}.parley`)
        .every((one) => /-(wal|shm)$/.test(one)),
    ).toBe(true);
    expect((await get<CaseState>(`/cases/${name}`)).objects.some((o) => o.id === "a")).toBe(true);
    await give({ current: "wrong-9", next: "lake-9" }, 403);
    await give({ next: "lake-9" }, 401);
    await give({ current: "river-9", next: "lake-9" });
    await give({ current: "lake-9" });
    expect(said.join()).not.toMatch(/river-9|lake-9|wrong-9/);
    expect((await get<CaseEntry[]>("/cases")).find((one) => one.name === name)).toMatchObject({
      encrypted: false,
    });
    const history = JSON.stringify(await get(`/cases/${name}/history`));
    expect(history).not.toMatch(/river-9|lake-9/);
  });

  test("an encrypted case has no copy in the clear", async () => {
    createCase(join(cases, "shut.parley"), { by: "RK", title: "Shut", passphrase: "river" }).close();
    await post("/cases/shut/duplicate", { title: "Copy of it" }, 401);
    await post("/cases/shut/unlock", { passphrase: "river" });
    await post("/cases/shut/duplicate", { title: "Copy of it" }, 400);
    const copy = await post<CaseEntry>(
      "/cases/shut/duplicate",
      { title: "Copy of it", passphrase: "lake" },
      201,
    );
    expect(copy).toMatchObject({ encrypted: true, title: "Copy of it" });
  });

  test("thrown away, it lies in Trash and comes back", async () => {
    const name = await newCase("Thrown away");
    await put(name, actor("a", "A"));
    const gone = await post<TrashReply>(`/cases/${name}/trash`, {});
    expect(existsSync(gone.file)).toBe(true);
    expect((await get<CaseEntry[]>("/cases")).some((one) => one.name === name)).toBe(false);
    await get(`/cases/${name}`, 404);
    const back = await post<CaseEntry>("/cases/restore", { trashed: gone.trashed });
    expect((await get<CaseState>(`/cases/${back.name}`)).objects.some((o) => o.id === "a")).toBe(true);
    for (const trashed of ["../cases", "..", "none"]) await post("/cases/restore", { trashed }, 404);
  });

  test("one that another program has open is not thrown away", async () => {
    const name = await newCase("Held elsewhere");
    const path = join(cases, `${name}.parley`);
    const other = openCase(path);
    other.change({ by: "XY", why: "" }, [{ kind: "actor", id: "x", value: actor("x", "X") }]);
    await post(`/cases/${name}/trash`, {}, 409);
    other.close();
    expect((await get<CaseState>(`/cases/${name}`)).objects.some((o) => o.id === "x")).toBe(true);
  });
});

describe("taking in a case", () => {
  const YAML = "parley: 1\ntitle: Two towns\nactors:\n  uplands: {name: Uplands, type: state}\n";

  test("a yaml, a zip of a folder, a case file", async () => {
    expect((await send<CaseEntry>(Buffer.from(YAML), "towns.yaml")).title).toBe("Two towns");
    const packed = zip({
      "towns/case.yaml": `${YAML}sources:\n  notice: {file: sources/notice.txt}\n`,
      "towns/sources/notice.txt": "The ferry board met.",
      "__MACOSX/case.yaml": "x",
    });
    expect(await send<CaseEntry>(packed, "towns.zip")).toMatchObject({ title: "Two towns", documents: 1 });
    const path = join(folder, "given.parley");
    createCase(path, { by: "XY", title: "Given" }).close();
    const first = await send<CaseEntry>(readFileSync(path), "given.parley");
    expect(first.title).toBe("Given");
    expect((await send<CaseEntry>(readFileSync(path), "given.parley")).name).not.toBe(first.name);
  });

  test("names in an archive lead nowhere: nothing is written but the case", async () => {
    // The files of a database that was just closed beside it may come and go.
    const there = (): string[] =>
      readdirSync(folder)
        .filter((name) => !/-(wal|shm)$/.test(name))
        .sort();
    const before = there();
    const packed = zip({
      "case.yaml": `${YAML}sources:\n  a: {file: ../../given.parley}\n  b: {file: /etc/hostname}\n`,
      "../../escaped.txt": "out",
      "/tmp/parley-escaped.txt": "out",
    });
    const { error } = await send<ApiError>(packed, "../../x/evil.zip", 400);
    expect(error.message).toMatch(/given\.parley|hostname|no such|not/i);
    expect(there()).toEqual(before);
    expect(existsSync("/tmp/parley-escaped.txt")).toBe(false);
    expect(readdirSync(cases).some((one) => one.startsWith(".import"))).toBe(false);
  });

  test("an archive that unpacks without end is refused by what really comes, not by what it says", () => {
    const bomb = zip({ "case.yaml": Buffer.alloc(8 * 1024 * 1024) }, 10);
    expect(bomb.length).toBeLessThan(64 * 1024);
    expect(() => unzip(bomb, 1024 * 1024)).toThrow(/more than 1 MB/);
    const many = zip({ a: Buffer.alloc(700_000), b: Buffer.alloc(700_000) });
    expect(() => unzip(many, 1024 * 1024)).toThrow(/more than 1 MB/);
  });

  test("cut, bent or empty archives are refused in words, never with a crash", async () => {
    const good = zip({ "case.yaml": YAML, "b.txt": "b" });
    let seed = 7;
    for (let i = 0; i < 400; i++) {
      const bytes = Buffer.from(
        good.subarray(0, i < 100 ? Math.floor((good.length * i) / 100) : good.length),
      );
      for (let k = 0; i >= 100 && k < 3; k++) {
        seed = (seed * 1103515245 + 12345) % 2147483648;
        bytes[seed % bytes.length] = seed % 256;
      }
      try {
        unzip(bytes);
      } catch (error) {
        expect((error as Error).name).toBe("UserError");
      }
    }
    for (const [bytes, name] of [
      [Buffer.from("PK\u0005\u0006"), "x.zip"],
      [Buffer.from("nothing"), "x.parley"],
      [Buffer.from("nothing"), "x.exe"],
      [Buffer.from("parley: 1\ntitle: [\n"), "x.yaml"],
    ] as const) {
      const response = await ask(`/cases/import?name=${name}`, {
        method: "POST",
        body: bytes as unknown as string,
      });
      expect(response.status, name).toBeGreaterThanOrEqual(400);
      expect(response.status, name).toBeLessThan(500);
    }
    expect(readdirSync(cases).filter((one) => one.startsWith("."))).toEqual([]);
  });

  test("a case file made by hand to break the reader is said to be damaged, and the others go on", async () => {
    const bends: [string, string][] = [
      ["rows", "UPDATE log SET value = '{\"kind\":' "],
      [
        "proto",
        `UPDATE log SET value = '{"__proto__":{"polluted":true},"kind":"case","id":"case","title":"x"}'`,
      ],
      ["deep", `UPDATE log SET value = '${"[".repeat(100_000)}${"]".repeat(100_000)}'`],
      ["replaces", "UPDATE log SET replaces = '{\"a\":1}'"],
      ["hash", "UPDATE log SET title = 1"],
    ];
    for (const [bend, sql] of bends) {
      const path = join(folder, `${bend}.parley`);
      createCase(path, { by: "XY", title: "Bent" }).close();
      const db = new Database(path);
      db.exec("DROP TRIGGER log_is_not_altered");
      try {
        db.exec(sql);
      } catch {
        db.exec("UPDATE log SET hash = 'x'");
      }
      db.exec("PRAGMA wal_checkpoint(TRUNCATE)");
      db.close();
      const { error } = await send<ApiError>(readFileSync(path), `${bend}.parley`, 422);
      expect(error.message, bend).not.toContain(folder);
      // Laid into the folder by hand it is listed, and opening it harms nobody.
      writeFileSync(join(cases, `bent-${bend}.parley`), readFileSync(path));
      const list = await get<CaseEntry[]>("/cases");
      expect(list.some((one) => one.name === `bent-${bend}`)).toBe(true);
      const state = await ask(`/cases/bent-${bend}`);
      expect([200, 422], bend).toContain(state.status);
      expect(await state.text(), bend).not.toMatch(/\n\s+at /);
      expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    }
    expect((await get<CaseEntry[]>("/cases")).some((one) => one.error === undefined)).toBe(true);
  });

  test("names with paths in them are names", async () => {
    for (const name of ["..", "../secret", "%2e%2e%2fsecret", ".hidden", "a/../../b", "nul\0"]) {
      const response = await ask(`/cases/${encodeURIComponent(name)}`);
      expect(response.status, name).toBe(404);
      await post(`/cases/${encodeURIComponent(name)}/trash`, {}, 404);
    }
    const odd = await post<CaseEntry>("/cases", { title: "../../<script>alert(1)</script>" }, 201);
    expect(odd.name).not.toMatch(/[/<>.]/);
  });
});

describe("a thousand cases", () => {
  test("are listed again without opening files that have not changed", async () => {
    await get("/cases");
    const name = await newCase("Newly made");
    server.folder.shut(name);
    const list = await get<CaseEntry[]>("/cases");
    expect(list.find((one) => one.name === name)?.title).toBe("Newly made");
    using file = openCase(join(cases, `${name}.parley`));
    file.change({ by: "XY", why: "" }, [
      { kind: "case", id: "case", value: { kind: "case", id: "case", title: "Renamed outside" } },
    ]);
    const again = await get<CaseEntry[]>("/cases");
    expect(again.find((one) => one.name === name)?.title).toBe("Renamed outside");
  });
});
