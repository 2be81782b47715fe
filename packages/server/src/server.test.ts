import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { request as rawRequest } from "node:http";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openCase } from "@parley/store";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type {
  AddReply,
  ApiError,
  CaseEntry,
  CaseState,
  ChangeReply,
  HistoryEntry,
  RereadReply,
  SearchHit,
} from "./api.ts";
import { cookieName } from "./http/security.ts";
import { type RunningServer, startServer } from "./start-server.ts";

let folder: string;
let server: RunningServer;

const NOTICE =
  "The ferry board met on 4 May 2026.\n\nThe uplands said no gate opens without them. The lowlands deny it.\n";

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "parley-server-"));
  mkdirSync(join(folder, "web", "assets"), { recursive: true });
  writeFileSync(join(folder, "web", "index.html"), "<!doctype html><title>Parley</title>");
  writeFileSync(join(folder, "web", "assets", "main-abcdEF12.js"), "export {};");
  writeFileSync(join(folder, "secret.txt"), "not to be served");
  mkdirSync(join(folder, "examples", "dam", "sources"), { recursive: true });
  writeFileSync(join(folder, "examples", "dam", "sources", "notice.txt"), NOTICE);
  writeFileSync(
    join(folder, "examples", "dam", "case.yaml"),
    "parley: 1\ntitle: Two towns and a dam\nsources:\n  notice: {file: sources/notice.txt}\n",
  );
  mkdirSync(join(folder, "examples", "broken"), { recursive: true });
  writeFileSync(join(folder, "examples", "broken", "case.yaml"), "parley: 1\ntitle: [\n");
  server = await startServer({
    port: 0,
    casesDir: join(folder, "cases"),
    examplesDir: join(folder, "examples"),
    webDir: join(folder, "web"),
    by: "RK",
  });
});

afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

const ask = (path: string, init: RequestInit = {}): Promise<Response> =>
  fetch(server.origin + path, {
    redirect: "manual",
    ...init,
    headers: { authorization: `Bearer ${server.token}`, ...(init.headers as Record<string, string>) },
  });
const post = (path: string, body: unknown): Promise<Response> =>
  ask(path, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
async function json<T>(answer: Promise<Response>, status = 200): Promise<T> {
  const response = await answer;
  const text = await response.text();
  expect({ status: response.status, text: response.status === status ? "" : text }).toEqual({
    status,
    text: "",
  });
  return JSON.parse(text) as T;
}
const refused = async (answer: Promise<Response>, status: number): Promise<ApiError["error"]> => {
  const { error } = await json<ApiError>(answer, status);
  expect(error.message).not.toMatch(/\n\s+at /);
  expect(error.message).not.toContain(folder);
  return error;
};

/** As a browser or attacker would: with any Host and path, just as written. */
function raw(
  path: string,
  headers: Record<string, string>,
  method = "GET",
): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const request = rawRequest(
      { host: "127.0.0.1", port: server.port, path, method, headers, setHost: false },
      (r) => {
        let body = "";
        r.setEncoding("utf8").on("data", (part: string) => {
          body += part;
        });
        r.on("end", () => resolve({ status: r.statusCode ?? 0, body }));
      },
    );
    request.on("error", reject).end();
  });
}

const newCase = async (title: string): Promise<string> =>
  (await json<CaseEntry>(post("/api/cases", { title }), 201)).name;
const addText = (name: string, text: string, file: string): Promise<Response> =>
  ask(`/api/cases/${name}/documents?name=${encodeURIComponent(file)}`, { method: "POST", body: text });

describe("who may talk to it", () => {
  test("the printed address gives a strict cookie and leaves the address without the token", async () => {
    expect(server.token.length).toBeGreaterThanOrEqual(32);
    const response = await fetch(`${server.origin}/c/dam?level=team&token=${server.token}`, {
      redirect: "manual",
    });
    expect(response.status).toBe(303);
    expect(response.headers.get("location")).toBe("/c/dam?level=team");
    const cookie = response.headers.get("set-cookie") ?? "";
    expect(cookie).toContain(`${cookieName(server.port)}=${server.token}`);
    expect(cookie).toContain("HttpOnly");
    expect(cookie).toContain("SameSite=Strict");
    const header = { cookie: cookie.split(";")[0] as string };
    expect((await fetch(`${server.origin}/api/cases`, { headers: header })).status).toBe(200);
  });

  test("a token address never leads to another host", async () => {
    const response = await fetch(`${server.origin}//elsewhere.example/?token=${server.token}`, {
      redirect: "manual",
    });
    expect(response.headers.get("location")).toBe("/elsewhere.example/");
  });

  test("nothing of the API answers without the token, or with a wrong one", async () => {
    for (const path of ["/api/cases", "/api/cases/x", "/api/cases/x/events", "/api/nothing"]) {
      expect((await fetch(server.origin + path)).status).toBe(401);
      const wrong = { authorization: `Bearer ${"A".repeat(server.token.length)}` };
      expect((await fetch(server.origin + path, { headers: wrong })).status).toBe(401);
    }
    expect((await fetch(`${server.origin}/?token=wrong`)).status).toBe(401);
  });

  test("another Host name is refused, with the token and for pages too (DNS rebinding)", async () => {
    const token = { authorization: `Bearer ${server.token}` };
    for (const host of [
      "evil.example",
      `evil.example:${server.port}`,
      "127.0.0.1",
      `127.0.0.1.evil.example:${server.port}`,
      "",
    ]) {
      expect((await raw("/api/cases", { host, ...token })).status, host).toBeGreaterThanOrEqual(400);
      expect((await raw("/", { host })).status, host).toBeGreaterThanOrEqual(400);
    }
    expect((await raw("/api/cases", { host: "evil.example", ...token })).status).toBe(421);
    expect((await raw("/api/cases", { host: `localhost:${server.port}`, ...token })).status).toBe(200);
  });

  test("a page of another origin, another port of this machine included, is refused although the cookie came along", async () => {
    const headers = {
      host: `127.0.0.1:${server.port}`,
      cookie: `${cookieName(server.port)}=${server.token}`,
    };
    for (const extra of [
      { origin: "http://evil.example" },
      { origin: "null" },
      { origin: `http://127.0.0.1:${server.port + 1}` },
      { origin: `https://127.0.0.1:${server.port}` },
      { "sec-fetch-site": "cross-site" },
      { "sec-fetch-site": "same-site" },
    ]) {
      for (const method of ["GET", "POST"]) {
        const { status, body } = await raw(
          "/api/cases",
          { ...headers, ...(extra as Record<string, string>) },
          method,
        );
        expect(status, JSON.stringify(extra)).toBe(403);
        expect(body).toContain("other-origin");
      }
    }
    expect((await raw("/api/cases", { ...headers, "sec-fetch-site": "none" }, "POST")).status).toBe(403);
    expect((await raw("/api/cases", { ...headers, "sec-fetch-site": "same-origin" })).status).toBe(200);
  });

  test("every answer forbids inline script, sniffing, framing and other origins", async () => {
    for (const path of ["/", "/api/cases", "/api/nothing", "/assets/main-abcdEF12.js"]) {
      const { headers } = await ask(path);
      const policy = headers.get("content-security-policy") ?? "";
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("script-src 'self'");
      expect(policy).not.toMatch(/script-src[^;]*unsafe|style-src 'self' 'unsafe/);
      expect(policy).toContain("frame-ancestors 'none'");
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("referrer-policy")).toBe("no-referrer");
      expect(headers.get("cross-origin-resource-policy")).toBe("same-origin");
      expect(headers.get("access-control-allow-origin")).toBeNull();
    }
  });
});

describe("the pages", () => {
  test("deep links give the start page; hashed files may be kept for ever", async () => {
    const page = await ask("/c/some-case/record/claim:c1");
    expect(page.headers.get("content-type")).toContain("text/html");
    expect(await page.text()).toContain("Parley");
    const script = await ask("/assets/main-abcdEF12.js");
    expect(script.headers.get("content-type")).toContain("text/javascript");
    expect(script.headers.get("cache-control")).toContain("immutable");
    expect((await ask("/assets/gone-abcdEF12.js")).status).toBe(404);
  });

  test("no path leads out of the folder", async () => {
    const host = `127.0.0.1:${server.port}`;
    for (const path of [
      "/../secret.txt",
      "/assets/../../secret.txt",
      "/%2e%2e/secret.txt",
      "/..%2fsecret.txt",
      "/assets/..%5c..%5csecret.txt",
      "/%00",
      "/%ff",
      `/${encodeURIComponent(join(folder, "secret.txt"))}`,
    ]) {
      const { body } = await raw(path, { host });
      expect(body, path).not.toContain("not to be served");
    }
  });
});

describe("cases", () => {
  test("start one, list it, refuse a title of nothing", async () => {
    const entry = await json<CaseEntry>(post("/api/cases", { title: "Die Fähre / Überfahrt" }), 201);
    expect(entry).toMatchObject({
      name: "die-fähre-überfahrt",
      title: "Die Fähre / Überfahrt",
      type: "case",
    });
    const again = await json<CaseEntry>(post("/api/cases", { title: "Die Fähre / Überfahrt" }), 201);
    expect(again.name).toBe("die-fähre-überfahrt-2");
    const state = await json<CaseState>(ask(`/api/cases/${encodeURIComponent(entry.name)}`));
    expect(state).toMatchObject({ title: "Die Fähre / Überfahrt", canUndo: false, canRedo: false });
    await refused(post("/api/cases", { title: " " }), 400);
    await refused(post("/api/cases", {}), 400);
    await refused(post("/api/cases", [1]), 400);
    await refused(
      ask("/api/cases", { method: "POST", headers: { "content-type": "application/json" }, body: "{" }),
      400,
    );
    await refused(
      ask("/api/cases", { method: "POST", headers: { "content-type": "text/plain" }, body: "{}" }),
      415,
    );
  });

  test("an example opens as a working copy, and the same copy the next time", async () => {
    const first = await json<CaseEntry>(post("/api/cases/open", { example: "example:dam" }));
    expect(first).toMatchObject({ name: "dam", title: "Two towns and a dam", documents: 1 });
    // What an example began with cannot be undone away.
    expect(await json<CaseState>(ask(`/api/cases/${first.name}`))).toMatchObject({ canUndo: false });
    const second = await json<CaseEntry>(post("/api/cases/open", { example: "dam" }));
    expect(second.name).toBe("dam");
    const list = await json<CaseEntry[]>(ask("/api/cases"));
    expect(list.find((entry) => entry.name === "example:dam")).toMatchObject({
      title: "Two towns and a dam",
      type: "example",
    });
    const broken = await refused(post("/api/cases/open", { example: "broken" }), 400);
    expect(broken.where).toMatch(/case\.yaml:\d+:\d+$/);
  });

  test("no name leads out of the cases folder", async () => {
    writeFileSync(join(folder, "outside.parley"), "outside");
    for (const name of [
      "../outside",
      "..%2Foutside",
      "%2e%2e%2foutside",
      "..%5Coutside",
      "%00",
      ".",
      "x%00y",
      encodeURIComponent(join(folder, "outside")),
    ]) {
      const { status, body } = await raw(`/api/cases/${name}`, {
        host: `127.0.0.1:${server.port}`,
        authorization: `Bearer ${server.token}`,
      });
      expect(status, name).toBe(404);
      expect(body).not.toContain("outside\n");
    }
    for (const example of ["../cases", "..", "dam/sources", "/etc"])
      await refused(post("/api/cases/open", { example }), 404);
  });

  test("broken case files are listed with what is wrong, and do not break the list", async () => {
    writeFileSync(join(folder, "cases", "garbage.parley"), Buffer.alloc(5000, 7));
    writeFileSync(join(folder, "cases", "empty.parley"), "");
    const head = Buffer.concat([Buffer.from("SQLite format 3\0"), Buffer.alloc(8000, 255)]);
    writeFileSync(join(folder, "cases", "handmade.parley"), head);
    mkdirSync(join(folder, "cases", "folder.parley"));
    const list = await json<CaseEntry[]>(ask("/api/cases"));
    for (const name of ["garbage", "empty", "handmade", "folder"]) {
      const entry = list.find((one) => one.name === name);
      expect(entry?.error?.message, name).toBeTruthy();
      expect(entry?.error?.code, name).not.toBe("inside");
      const { status } = await ask(`/api/cases/${name}`);
      expect(status, name).toBeGreaterThanOrEqual(400);
      expect(status, name).toBeLessThan(500);
    }
    expect(list.some((one) => one.name === "dam")).toBe(true);
  });

  test("an encrypted case answers after its passphrase, and tells a wrong one plainly", async () => {
    const { createCase } = await import("@parley/store");
    createCase(join(folder, "cases", "closed.parley"), {
      by: "RK",
      title: "Closed",
      passphrase: "river",
    }).close();
    const list = await json<CaseEntry[]>(ask("/api/cases"));
    expect(list.find((one) => one.name === "closed")).toMatchObject({
      encrypted: true,
      locked: true,
      title: "closed",
    });
    expect((await refused(ask("/api/cases/closed"), 401)).code).toBe("locked");
    expect((await refused(post("/api/cases/closed/unlock", { passphrase: "lake" }), 403)).code).toBe(
      "wrong-passphrase",
    );
    const entry = await json<CaseEntry>(post("/api/cases/closed/unlock", { passphrase: "river" }));
    expect(entry).toMatchObject({ title: "Closed", encrypted: true });
    expect((await json<CaseState>(ask("/api/cases/closed"))).title).toBe("Closed");
  });
});

describe("documents", () => {
  test("one is taken in, the same bytes are not doubled, its characters come back", async () => {
    const name = await newCase("documents");
    const added = await json<AddReply>(addText(name, NOTICE, "notice.txt"), 201);
    expect(added).toMatchObject({ source: "notice", already: false });
    const again = await json<AddReply>(addText(name, NOTICE, "other.txt"), 201);
    expect(again).toMatchObject({ source: "notice", already: true });
    expect((await json<{ raw: string }>(ask(`/api/cases/${name}/sources/notice/raw`))).raw).toBe(NOTICE);
    const hits = await json<SearchHit[]>(ask(`/api/cases/${name}/search?q=uplands`));
    expect(hits[0]?.snippet).toContain("uplands");
    await refused(ask(`/api/cases/${name}/sources/none/raw`), 404);
    await refused(addText(name, "", "empty.txt"), 400);
    await refused(addText(name, "%PDF-1.7\n%\u00e2\u00e3", "report.pdf"), 422);
  });

  test("what the rules propose waits for review; none of it is in force", async () => {
    const name = await newCase("proposals");
    const said =
      'The minister, Anna Berg, said: "No gate of this dam opens without both towns agreeing to it."';
    const added = await json<AddReply>(addText(name, `News\n\n${said}\n`, "said.txt"), 201);
    expect(added.proposals).toBeGreaterThan(0);
    const { objects } = await json<CaseState>(ask(`/api/cases/${name}`));
    const found = objects.filter((object) => object.kind === "statement" || object.kind === "claim");
    expect(found.length).toBe(added.proposals);
    for (const { review } of found) expect(review?.state).toBe("proposed");
  });

  test("a name is only a name", async () => {
    const name = await newCase("names");
    await json(addText(name, "One text about the gates.", "../../etc/<script>alert(1)</script>.txt"), 201);
    await json(addText(name, "Another text about the gates.", "invoice\u202Efdp.txt\u0000"), 201);
    const { objects } = await json<CaseState>(ask(`/api/cases/${name}`));
    const files = objects.flatMap((object) => (object.kind === "source" ? [object.file] : []));
    expect(files.sort()).toEqual(["invoicefdp.txt", "script>.txt"]);
    for (const { id } of objects) expect(id).toMatch(/^[\p{L}\p{N}][\p{L}\p{N}._@~-]*$/u);
  });

  test("script in a document stays text: it is data, answered as JSON", async () => {
    const name = await newCase("script");
    const page =
      "<html><body><h1>News</h1><p>They met <script>alert(1)</script><img src=x onerror=alert(2)> on Monday and agreed on nothing.</p></body></html>";
    await json(addText(name, page, "page.html"), 201);
    const response = await ask(`/api/cases/${name}`);
    expect(response.headers.get("content-type")).toContain("application/json");
    const text = ((await response.json()) as CaseState).objects.find((object) => object.kind === "text");
    expect(text?.kind === "text" && text.text).not.toContain("alert");
  });

  test("too large: refused by its announced length, and by what really comes", async () => {
    const name = await newCase("large");
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = connect(server.port, "127.0.0.1", () =>
        socket.write(
          `POST /api/cases/${name}/documents?name=x HTTP/1.1\r\nhost: 127.0.0.1:${server.port}\r\nauthorization: Bearer ${server.token}\r\ncontent-length: ${80 * 1024 * 1024}\r\n\r\n`,
        ),
      );
      socket.once("data", (data) => {
        resolve(String(data));
        socket.destroy();
      });
      socket.on("error", reject);
    });
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    const parts = new ReadableStream<Uint8Array>({
      start: (c) => {
        for (let i = 0; i < 17; i++) c.enqueue(new Uint8Array(1024 * 1024).fill(32));
        c.close();
      },
    });
    const init = {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: parts,
      duplex: "half",
    };
    const error = await refused(ask(`/api/cases/${name}/changes`, init as RequestInit), 413);
    expect(error.message).toContain("16 MB");
    expect((await json<CaseState>(ask(`/api/cases/${name}`))).objects).toHaveLength(1);
  });
});

describe("changes", () => {
  const actor = (id: string, name: string) => ({ id, kind: "actor", name, type: "state" });
  const edit = (id: string, name: string) => ({
    why: "test",
    edits: [{ kind: "actor", id, value: actor(id, name) }],
  });

  test("made, undone, done again; the making of the case stays", async () => {
    const name = await newCase("changes");
    const made = await json<ChangeReply>(post(`/api/cases/${name}/changes`, edit("uplands", "Uplands")));
    expect(made).toMatchObject({
      changed: [{ ref: "actor:uplands", value: { name: "Uplands" } }],
      canUndo: true,
      canRedo: false,
    });
    const undone = await json<ChangeReply>(post(`/api/cases/${name}/undo`, {}));
    expect(undone).toMatchObject({
      changed: [{ ref: "actor:uplands", value: null }],
      canUndo: false,
      canRedo: true,
    });
    await refused(post(`/api/cases/${name}/undo`, {}), 409);
    const redone = await json<ChangeReply>(post(`/api/cases/${name}/redo`, {}));
    expect(redone).toMatchObject({
      changed: [{ ref: "actor:uplands", value: { name: "Uplands" } }],
      canUndo: true,
      canRedo: false,
    });
    await refused(post(`/api/cases/${name}/redo`, {}), 409);
    const history = await json<HistoryEntry[]>(ask(`/api/cases/${name}/history?limit=2`));
    expect(history.map((entry) => [entry.by, entry.ref, entry.withdrawn])).toEqual([
      ["RK", "actor:uplands", false],
      ["RK", "actor:uplands", true],
    ]);
    const older = await json<HistoryEntry[]>(
      ask(`/api/cases/${name}/history?limit=9&before=${history[1]?.seq}`),
    );
    expect(older.map((entry) => entry.ref)).toEqual(["actor:uplands", "case:case"]);
  });

  test("a change opens with what it took the place of, and a withdrawal keeps name and level", async () => {
    const name = await newCase("opened");
    const value = { kind: "topic", id: "opened", name: "First", level: "mediator" };
    const edit = (next: object | null) =>
      json(
        post(`/api/cases/${name}/changes`, {
          why: "w",
          edits: [{ kind: "topic", id: "opened", value: next }],
        }),
      );
    await edit(value);
    await edit({ ...value, name: "Second" });
    await edit(null);
    const [gone, second, first] = await json<HistoryEntry[]>(ask(`/api/cases/${name}/history?limit=3`));
    expect([gone?.name, gone?.withdrawn, gone?.level]).toEqual(["Second", true, "mediator"]);
    const detail = (id: string | undefined) => ask(`/api/cases/${name}/history/${id}?of=topic:opened`);
    expect(await json(detail(second?.id))).toEqual({ after: { ...value, name: "Second" }, before: [value] });
    expect(await json(detail(first?.id))).toEqual({ after: value, before: [] });
    expect(await json(detail(gone?.id))).toEqual({ after: null, before: [{ ...value, name: "Second" }] });
    await refused(ask(`/api/cases/${name}/history/${second?.id}?of=claim:x`), 404);
    await refused(ask(`/api/cases/${name}/history/nothing?of=`), 404);
  });

  test("another name stands beside changes from then on, and is kept", async () => {
    const name = await newCase("renamed");
    const put = (by: string) =>
      ask("/api/me", {
        method: "PUT",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ by }),
      });
    expect(await json(ask("/api/me"))).toEqual({ by: "RK" });
    await refused(put("  "), 400);
    expect(await json(put(" Олена "))).toEqual({ by: "Олена" });
    const value = { kind: "topic", id: "renamed", name: "By another" };
    await json(
      post(`/api/cases/${name}/changes`, { why: "w", edits: [{ kind: "topic", id: "renamed", value }] }),
    );
    expect((await json<HistoryEntry[]>(ask(`/api/cases/${name}/history?limit=1`)))[0]?.by).toBe("Олена");
    expect(readFileSync(join(folder, "cases", ".analyst"), "utf8")).toBe("Олена\n");
    await json(put("RK"));
  });

  test("what is not an object of its kind changes nothing, and says where", async () => {
    const name = await newCase("bad");
    const bad = { id: "x", kind: "actor", name: 7, type: "state" };
    const request = { why: "", edits: [edit("ok", "Ok").edits[0], { kind: "actor", id: "x", value: bad }] };
    const error = await refused(post(`/api/cases/${name}/changes`, request), 422);
    expect(error.where).toContain("edits[1].value.name");
    await refused(post(`/api/cases/${name}/changes`, { why: "", edits: [] }), 400);
    await refused(post(`/api/cases/${name}/changes`, { edits: "x" }), 400);
    await refused(
      post(`/api/cases/${name}/changes`, {
        why: "",
        edits: [{ kind: "actor", id: "y", value: actor("z", "Z") }],
      }),
      400,
    );
    expect((await json<CaseState>(ask(`/api/cases/${name}`))).objects).toHaveLength(1);
  });

  test("two who edit what they both saw end in a conflict, not in a loss", async () => {
    const name = await newCase("conflict");
    await json(post(`/api/cases/${name}/changes`, edit("a", "First")));
    const head = (await json<HistoryEntry[]>(ask(`/api/cases/${name}/history?limit=1`)))[0]?.id as string;
    const saw = (words: string) => ({
      why: "",
      edits: [{ kind: "actor", id: "a", value: actor("a", words), expect: [head] }],
    });
    await json(post(`/api/cases/${name}/changes`, saw("Mine")));
    const second = await json<ChangeReply>(post(`/api/cases/${name}/changes`, saw("Yours")));
    expect(second.conflicts).toMatchObject([{ ref: "actor:a" }]);
    expect(second.conflicts[0]?.heads).toHaveLength(2);
  });

  test("a change by another process is told, and seen", async () => {
    const name = await newCase("live");
    const abort = new AbortController();
    const events = await ask(`/api/cases/${name}/events`, { signal: abort.signal });
    const reader = (events.body as ReadableStream<Uint8Array>).getReader();
    let heard = "";
    const hear = async (wanted: string): Promise<void> => {
      while (!heard.includes(wanted)) heard += new TextDecoder().decode((await reader.read()).value);
    };
    await hear('{"seq":1}');
    const other = openCase(join(folder, "cases", `${name}.parley`));
    other.change({ by: "MJ", why: "" }, [{ kind: "actor", id: "b", value: actor("b", "B") as never }]);
    other.close();
    await hear('{"seq":2}');
    abort.abort();
    expect((await json<CaseState>(ask(`/api/cases/${name}`))).objects).toHaveLength(2);
    // What another person did is not this person's to undo.
    await refused(post(`/api/cases/${name}/undo`, {}), 409);
  });

  test("a repair is taken back as one act, and passages move with the text", async () => {
    const name = await newCase("repairs");
    const damaged =
      "Title\n\nThe board鈥檚 word was 鈥渘o鈥�. It said 鈥渘ever鈥� twice, and the lowlands would not say why.\n";
    const { source } = await json<AddReply>(addText(name, damaged, "d.txt"), 201);
    const before = await json<CaseState>(ask(`/api/cases/${name}`));
    const text = before.objects.find((object) => object.kind === "text");
    if (text?.kind !== "text") throw new Error("no text");
    const open = text.ops.find((op) => op.applied && op.class === "A");
    const start = text.text.indexOf("lowlands");
    const passage = {
      id: "p1",
      kind: "passage",
      source,
      start,
      end: start + 8,
      exact: "lowlands",
      prefix: text.text.slice(Math.max(0, start - 32), start),
      suffix: text.text.slice(start + 8, start + 40),
    };
    await json(
      post(`/api/cases/${name}/changes`, { why: "", edits: [{ kind: "passage", id: "p1", value: passage }] }),
    );
    if (open === undefined) throw new Error("no repair was made");
    const reply = await json<ChangeReply>(
      post(`/api/cases/${name}/repairs`, { source, repairs: { [open.id]: "reject" } }),
    );
    const state = await json<CaseState>(ask(`/api/cases/${name}`));
    const now = state.objects.find((object) => object.kind === "text");
    const moved = state.objects.find((object) => object.kind === "passage" && object.id === "p1");
    if (now?.kind !== "text" || moved?.kind !== "passage") throw new Error("gone");
    expect(now.text).not.toBe(text.text);
    expect(now.text.slice(moved.start, moved.end)).toBe("lowlands");
    expect(reply.changed.map((one) => one.ref)).toContain("text:d.text");
    const undone = await json<ChangeReply>(post(`/api/cases/${name}/undo`, {}));
    expect(undone.changed.map((one) => one.ref).sort()).toEqual(reply.changed.map((one) => one.ref).sort());
    await refused(post(`/api/cases/${name}/repairs`, { source, repairs: { r999: "accept" } }), 400);
    await refused(post(`/api/cases/${name}/repairs`, { source: "none" }), 404);
  });
});

test("another encoding is seen before it is read, keeps what it can find again, and is undone as one act", async () => {
  const name = "other-reading";
  await json(post("/api/cases", { title: "Other reading" }), 201);
  // "Мост закрыт до мая. The gate stays shut." in Windows-1251, which is asked for wrongly at first.
  const bytes = Uint8Array.from([
    0xcc,
    0xee,
    0xf1,
    0xf2,
    0x20,
    0xe7,
    0xe0,
    0xea,
    0xf0,
    0xfb,
    0xf2,
    0x20,
    0xe4,
    0xee,
    0x20,
    0xec,
    0xe0,
    0xff,
    0x2e,
    0x20,
    ...new TextEncoder().encode("The gate stays shut, and nobody has said until when it will."),
  ]);
  const { source } = await json<AddReply>(
    ask(`/api/cases/${name}/documents?name=d.txt&charset=windows-1252`, {
      method: "POST",
      headers: { "content-type": "application/octet-stream" },
      body: bytes,
    }),
    201,
  );
  const state = async (): Promise<CaseState> => json<CaseState>(ask(`/api/cases/${name}`));
  const textIn = ({ objects }: CaseState): string =>
    objects.flatMap((one) => (one.kind === "text" ? [one.text] : [])).join();
  const before = await state();
  const wrong = textIn(before);
  const passage = (id: string, exact: string): object => {
    const start = wrong.indexOf(exact);
    const end = start + exact.length;
    const around = {
      prefix: wrong.slice(Math.max(0, start - 32), start),
      suffix: wrong.slice(end, end + 32),
    };
    return { kind: "passage", id, value: { kind: "passage", id, source, start, end, exact, ...around } };
  };
  const stays = "The gate stays shut, and nobody has said until when";
  const goes = wrong.slice(0, 9);
  await json(
    post(`/api/cases/${name}/changes`, { why: "", edits: [passage("stays", stays), passage("goes", goes)] }),
  );
  const reread = `/api/cases/${name}/sources/${source}/reread`;
  const seq = (await state()).seq;
  const seen = await json<RereadReply>(post(reread, { charset: "windows-1251", apply: false }));
  expect(seen).toMatchObject({ differs: true, charset: "windows-1251", was: "windows-1252", seq });
  expect(seen.excerpt.now).toContain("Мост закрыт");
  expect(seen.passages.orphan).toBeGreaterThan(0);
  expect(seen.orphans.map((one) => one.passage)).toContain("goes");
  expect(textIn(await state())).toBe(wrong);
  const done = await json<RereadReply>(post(reread, { charset: "windows-1251", apply: true }));
  expect(done.seq).toBeGreaterThan(seq);
  const after = await state();
  expect(textIn(after)).toContain("Мост закрыт до мая.");
  const found = after.objects.find((one) => one.kind === "passage" && one.id === "stays");
  if (found?.kind !== "passage") throw new Error("gone");
  expect(textIn(after).slice(found.start, found.end)).toBe(stays);
  expect(after.objects.find((one) => one.id === "goes")).toMatchObject({ anchor: { state: "orphan" } });
  await json(post(`/api/cases/${name}/undo`, {}));
  expect(textIn(await state())).toBe(wrong);
  expect(await json(post(reread, { charset: "windows-1252", apply: false }))).toMatchObject({
    differs: false,
  });
  expect((await refused(post(reread, { charset: "klingon", apply: false }), 400)).message).toContain(
    "klingon",
  );
  await refused(post(`/api/cases/${name}/sources/none/reread`, { charset: "utf-8", apply: false }), 404);
});

test("a taken port gives another one; what does not exist has an error, not a page", async () => {
  const second = await startServer({
    port: server.port,
    casesDir: join(folder, "second"),
    webDir: join(folder, "none"),
  });
  expect(second.port).not.toBe(server.port);
  expect((await fetch(`${second.origin}/`)).status).toBe(404);
  await second.close();
  await second.close();
  await expect(fetch(second.origin)).rejects.toThrow();
  expect((await refused(ask("/api/nothing"), 404)).code).toBe("no-route");
  await refused(ask("/api/cases/none"), 404);
  await refused(ask("/api/cases/dam/history?limit=-1"), 400);
  await refused(ask("/api/cases/dam/brief?level=secret"), 400);
});
