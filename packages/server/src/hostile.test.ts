import { mkdtempSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CaseObject } from "@parley/case";
import { createCase, openCase } from "@parley/store";
import Database from "libsql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ApiError, BriefReply, CaseEntry, CaseState, ChangeReply, Result } from "./api.ts";
import { type RunningServer, startServer } from "./start-server.ts";

let cases: string;
let server: RunningServer;
const inside: unknown[] = [];
beforeAll(async () => {
  cases = mkdtempSync(join(tmpdir(), "parley-hostile-"));
  server = await startServer({
    port: 0,
    casesDir: cases,
    by: "RK",
    onError: (error) => inside.push(error),
  });
});
afterAll(async () => {
  await server.close();
  rmSync(cases, { recursive: true, force: true });
  // Whatever was sent, nothing went wrong inside.
  expect(inside).toEqual([]);
});

async function ask<T>(method: string, path: string, status: number, body?: unknown): Promise<T> {
  const response = await fetch(`${server.origin}/api${path}`, {
    method,
    headers: { authorization: `Bearer ${server.token}`, "content-type": "application/json" },
    ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  expect([path, response.status, response.status === status ? "" : text]).toEqual([path, status, ""]);
  return JSON.parse(text) as T;
}
const newCase = async (title: string): Promise<string> =>
  (await ask<CaseEntry>("POST", "/cases", 201, { title })).name;
const put = (name: string, kind: string, id: string, fields: object): Promise<ChangeReply> =>
  ask("POST", `/cases/${name}/changes`, 200, {
    why: "",
    edits: [{ kind, id, value: { kind, id, ...fields } }],
  });

describe("requests", () => {
  test("nested beyond reason are refused in words", async () => {
    const name = await newCase("Deep");
    const deep = `${"[".repeat(200_000)}${"]".repeat(200_000)}`;
    const { error } = await ask<ApiError>(
      "POST",
      `/cases/${name}/changes`,
      400,
      `{"why":"","edits":[{"kind":"actor","id":"a","value":{"kind":"actor","id":"a","name":${deep}}}]}`,
    );
    expect(error.code).toBe("too-deep");
  });

  test("cannot give the analyst a name under which nothing can be changed any more", async () => {
    const name = await newCase("Named");
    for (const by of ["a\0b", "\ud800", "line\nbreak", "\u202eevil", "\u200b"])
      await ask("PUT", "/me", 400, { by });
    await ask("PUT", "/me", 200, { by: "Олена" });
    await put(name, "actor", "a", { name: "A", type: "state" });
    for (const title of ["\0", "\ud800x", "\u202etxt.exe"]) await ask("POST", "/cases", 400, { title });
  });
});

describe("a file in the folder", () => {
  test("that is a link to itself takes nothing from the list but itself", async () => {
    await newCase("Beside the link");
    symlinkSync(join(cases, "loop.parley"), join(cases, "loop.parley"));
    const list = await ask<CaseEntry[]>("GET", "/cases", 200);
    expect(list.find((one) => one.name === "loop")?.error?.code).toBe("missing-file");
    expect(list.find((one) => one.name === "beside-the-link")?.error).toBeUndefined();
    await ask("GET", "/cases/loop", 404);
  });

  test("that brings a program of its own is listed with what is wrong and not opened", async () => {
    const path = join(cases, "program.parley");
    createCase(path, { by: "XY", title: "Program" }).close();
    const db = new Database(path);
    db.exec("CREATE TRIGGER evil BEFORE INSERT ON log BEGIN SELECT RAISE(IGNORE); END");
    db.close();
    const list = await ask<CaseEntry[]>("GET", "/cases", 200);
    expect(list.find((one) => one.name === "program")?.error?.message).toContain('trigger "evil"');
    await ask("GET", "/cases/program", 422);
    await ask("GET", "/cases", 200);
  });

  test("whose settings or changes cannot be read says so, whatever is asked", async () => {
    for (const [name, sql] of [
      ["settings", "INSERT INTO settings (key, value) VALUES ('beganWith', '{no')"],
      ["changes", "DROP TRIGGER log_is_not_altered; UPDATE log SET value = '{' WHERE seq = 1"],
    ] as const) {
      const path = join(cases, `${name}.parley`);
      createCase(path, { by: "RK", title: "Bent" }).close();
      const db = new Database(path);
      db.exec(sql);
      db.close();
      const value = { kind: "actor", id: "b", name: "B", type: "state" };
      await ask("POST", `/cases/${name}/changes`, 422, {
        why: "",
        edits: [{ kind: "actor", id: "b", value }],
      });
      await ask("POST", `/cases/${name}/undo`, 422, {});
      for (const path of ["", "/history", "/results", "/brief"])
        await ask("GET", `/cases/${name}${path}`, 422);
    }
  });

  test("with a valid log of objects no screen could read shows the rest and names them", async () => {
    const odd: unknown[] = [
      { kind: "actor", id: "no-name", type: "state", party: true },
      { kind: "actor", id: "aliases", name: "A", type: "state", aliases: "x" },
      { kind: "actor", id: "name", name: { a: 1 }, type: "state", party: true },
      { kind: "claim", id: "basis", says: "s", by: 7, act: "asserts", polarity: "yes", basis: 7 },
      { kind: "issue", id: "options", name: "I", options: null },
      { kind: "brief", id: "brief", title: "B", sections: 3 },
      { kind: "comment", id: "comment", on: 1, by: null, at: 5, text: [] },
    ];
    const path = join(cases, "odd.parley");
    const file = createCase(path, { by: "XY", title: "Odd" });
    file.change(
      { by: "XY", why: "" },
      [...odd, { kind: "actor", id: "whole", name: "Whole", type: "state", party: true }].map((value) => {
        const { kind, id } = value as CaseObject;
        return { kind, id, value: value as CaseObject };
      }),
    );
    file.close();
    const state = await ask<CaseState>("GET", "/cases/odd", 200);
    expect(state.objects.map((one) => one.id).sort()).toEqual(["case", "whole"]);
    for (const one of odd as CaseObject[])
      expect(
        state.findings.some((f) => f.ref === `${one.kind}:${one.id}` && f.severity === "error"),
        one.id,
      ).toBe(true);
    await ask("GET", "/cases/odd/results", 200);
    await ask("GET", "/cases/odd/brief", 200);
    // Put right, it is there again and the finding is gone.
    await put("odd", "actor", "name", { name: "Named", type: "state" });
    const after = await ask<CaseState>("GET", "/cases/odd", 200);
    expect(after.objects.some((one) => one.id === "name")).toBe(true);
    expect(after.findings.some((f) => f.ref === "actor:name")).toBe(false);
  });

  test("cannot bring results of its own: what it says of itself is computed anew", async () => {
    const name = await newCase("Invented");
    await put(name, "actor", "a", { name: "A", type: "state", party: true });
    const honest = await ask<Result[]>("GET", `/cases/${name}/results`, 200);
    const before = await ask<BriefReply>("GET", `/cases/${name}/brief`, 200);
    server.folder.shut(name);
    // Somebody who had the file in hands: in the plain form, and as this Parley keeps it with another word in it.
    const db = new Database(join(cases, `${name}.parley`));
    const rows = db.prepare("SELECT key, value FROM results").all() as { key: string; value: string }[];
    expect(rows.length).toBe(1);
    const { key, value } = rows[0] as { key: string; value: string };
    const lies = [
      value.replaceAll('\\"title\\":\\"', '\\"title\\":\\"INVENTED '),
      value.replaceAll('"title":"', '"title":"INVENTED '),
      JSON.stringify(honest.map((one) => ({ ...one, title: `INVENTED ${one.title}` }))),
      '{"seal":"00","text":"[]"}',
      "{no",
    ];
    db.close();
    for (const lie of lies) {
      const again = new Database(join(cases, `${name}.parley`));
      again.prepare("UPDATE results SET value = ? WHERE key = ?").run(lie, key);
      again.close();
      expect(await ask("GET", `/cases/${name}/results`, 200)).toEqual(honest);
      expect(await ask("GET", `/cases/${name}/brief`, 200)).toEqual(before);
      server.folder.shut(name);
    }
  });

  test("keeps its results for the next run of the same folder", async () => {
    const name = await newCase("Kept");
    await put(name, "actor", "a", { name: "A", type: "state", party: true });
    const first = await ask<Result[]>("GET", `/cases/${name}/results`, 200);
    const other = await startServer({ port: 0, casesDir: cases, by: "RK" });
    try {
      const key = readdirSync(cases).filter((one) => one === "results.key");
      expect(key).toEqual(["results.key"]);
      using file = openCase(join(cases, `${name}.parley`), { readOnly: true });
      const response = await fetch(`${other.origin}/api/cases/${name}/results`, {
        headers: { authorization: `Bearer ${other.token}` },
      });
      expect(await response.json()).toEqual(first);
      expect(file.lastSeq).toBe(2);
    } finally {
      await other.close();
    }
  });
});
