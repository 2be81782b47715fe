import { LEVELS, type Level } from "@parley/case";
import { EXPORT_FORMATS, FILE_OF, IMPORT_FORMATS, TABLES } from "@parley/record/exchange";
import { type Context, Hono } from "hono";
import { streamSSE } from "hono/streaming";
import type { Analyst, ChangeRequest, RepairRequest } from "./api.ts";
import type { CasesFolder } from "./cases-folder.ts";
import {
  ARCHIVE_LIMIT,
  CASE_LIMIT,
  DOCUMENT_LIMIT,
  nameField,
  readBytes,
  readJson,
  textField,
} from "./http/body.ts";
import { HttpError, toReply } from "./http/http-error.ts";
import { admit, checkHost, checkOrigin, checkToken, headers } from "./http/security.ts";
import { workbenchFile } from "./http/static.ts";
import * as keeping from "./keeping.ts";
import * as say from "./messages.ts";
import { ModelChoice } from "./model/model-settings.ts";
import { readChanges, readModel, readRepairs, readReread, readTry } from "./requests.ts";

export interface AppOptions {
  folder: CasesFolder;
  token: string;
  port: number;
  hosts: ReadonlySet<string>;
  /** Where the built workbench lies. */
  web: string;
  /** Hears of errors that are our own fault. */
  onError: (error: unknown) => void;
}

/** Every address the server answers under, as `api.ts` says. */
export function createApp({ folder, token, port, hosts, web, onError }: AppOptions): Hono {
  const app = new Hono();
  app.use(headers());
  app.use(checkHost(hosts));
  app.onError((error, c) => {
    const { status, body, inside } = toReply(error);
    if (inside) onError(error);
    body.error.message = folder.withoutFolder(body.error.message);
    return c.json(body, status);
  });
  app.use("/api/*", checkOrigin(hosts), checkToken(token, port));

  const me = (): Analyst => ({ by: folder.by });
  app.get("/api/me", (c) => c.json(me()));
  app.put("/api/me", async (c) => {
    folder.by = nameField(await readJson(c), "by");
    return c.json(me());
  });
  app.get("/api/cases", async (c) => c.json(await folder.list()));
  app.post("/api/cases", async (c) => c.json(folder.create(nameField(await readJson(c), "title")), 201));
  app.post("/api/cases/open", async (c) =>
    c.json(await folder.openExample(textField(await readJson(c), "example").replace(/^example:/, ""))),
  );
  app.post("/api/cases/:case/unlock", async (c) => {
    const name = c.req.param("case");
    folder.get(name, passphraseOf(await readJson(c), "passphrase") ?? "");
    return c.json(folder.entry(name));
  });

  app.post("/api/cases/import", async (c) => {
    const bytes = await readBytes(c, CASE_LIMIT, "The case");
    return c.json(await keeping.importBytes(folder, bytes, c.req.query("name") ?? ""), 201);
  });
  app.post("/api/cases/restore", async (c) =>
    c.json(keeping.restore(folder, textField(await readJson(c), "trashed"))),
  );
  app.post("/api/cases/:case/title", async (c) => {
    const name = c.req.param("case");
    folder.get(name).rename(nameField(await readJson(c), "title"));
    return c.json(folder.entry(name));
  });
  app.post("/api/cases/:case/duplicate", async (c) => {
    const body = await readJson(c);
    const title = nameField(body, "title");
    return c.json(
      keeping.duplicate(folder, c.req.param("case"), title, passphraseOf(body, "passphrase")),
      201,
    );
  });
  app.post("/api/cases/:case/passphrase", async (c) => {
    const body = await readJson(c);
    const [current, next] = [passphraseOf(body, "current"), passphraseOf(body, "next")];
    return c.json(await keeping.setPassphrase(folder, c.req.param("case"), current, next));
  });
  app.post("/api/cases/:case/merge", async (c) =>
    c.json(keeping.mergeInto(folder, c.req.param("case"), textField(await readJson(c), "from"))),
  );
  app.post("/api/cases/:case/trash", async (c) => c.json(await keeping.trash(folder, c.req.param("case"))));

  const of = (c: Context) => folder.get(c.req.param("case") as string);
  app.get("/api/cases/:case", (c) => {
    const since = numberOf(c, "since");
    return c.json(since === undefined ? of(c).state() : of(c).delta(since));
  });
  app.get("/api/cases/:case/objects/:kind/:id/versions", (c) =>
    c.json(of(c).versions(c.req.param("kind"), c.req.param("id"))),
  );
  app.post("/api/cases/:case/results/stop", (c) => c.json({ stopped: of(c).analyses.stop() }));
  app.get("/api/cases/:case/results", async (c) => c.json(await of(c).results()));
  app.get("/api/cases/:case/examination", async (c) => c.json(await of(c).examination()));
  app.get("/api/cases/:case/brief", async (c) => c.json(await of(c).brief(levelOf(c))));
  app.get("/api/cases/:case/brief/file", async (c) => {
    const format = c.req.query("format") ?? "html";
    if (format !== "html" && format !== "md")
      throw new HttpError(400, "bad-format", say.formatUnknown(format), { todo: "html or md" });
    const text = await of(c).briefFile(levelOf(c), format);
    c.header("content-type", format === "html" ? "text/html; charset=utf-8" : "text/markdown; charset=utf-8");
    const file = `${encodeURIComponent(of(c).name)}.${format}`;
    c.header("content-disposition", `attachment; filename*=UTF-8''${file}`);
    // The page carries its own styles; opened from here it may do nothing else.
    c.header(
      "content-security-policy",
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox",
    );
    return c.body(text);
  });
  app.get("/api/cases/:case/exchange/file", (c) => {
    const format = oneOf(c, "format", EXPORT_FORMATS);
    const table = c.req.query("table") === undefined ? undefined : oneOf(c, "table", TABLES);
    const bytes = of(c).export(format, levelOf(c), table);
    const { ending, type } = FILE_OF[format];
    c.header("content-type", type);
    const file = `${encodeURIComponent(of(c).name)}${table === undefined ? "" : `-${table}`}.${ending}`;
    c.header("content-disposition", `attachment; filename*=UTF-8''${file}`);
    return c.body(bytes as Uint8Array<ArrayBuffer>);
  });
  app.post("/api/cases/:case/exchange", async (c) => {
    const open = of(c);
    const format = c.req.query("format") === undefined ? undefined : oneOf(c, "format", IMPORT_FORMATS);
    const bytes = await readBytes(c, DOCUMENT_LIMIT, "The file");
    return c.json(await open.import(bytes, c.req.query("name") ?? "file", format), 201);
  });
  app.get("/api/cases/:case/sources/:id/raw", async (c) => c.json(await of(c).raw(c.req.param("id"))));
  app.post("/api/cases/:case/documents", async (c) => {
    const open = of(c);
    const bytes = await readBytes(c, DOCUMENT_LIMIT, "The document");
    return c.json(await open.add(bytes, c.req.query("name") ?? "document", charsetOf(c)), 201);
  });
  app.get("/api/cases/:case/intake", (c) => c.json(of(c).intake.state()));
  app.post("/api/cases/:case/intake", async (c) => {
    const { intake } = of(c);
    await intake.room();
    const bytes = await readBytes(c, ARCHIVE_LIMIT, "The file");
    intake.put(c.req.query("name") ?? "document", bytes, charsetOf(c));
    return c.json(intake.state(), 202);
  });
  app.post("/api/cases/:case/intake/stop", (c) => c.json(of(c).intake.stop()));
  app.post("/api/cases/:case/intake/clear", (c) => c.json(of(c).intake.clear()));
  app.post("/api/cases/:case/sources/:id/attachments", (c) =>
    c.json(of(c).takeAttachments(c.req.param("id")), 202),
  );
  app.post("/api/cases/:case/changes", async (c) => {
    const request: ChangeRequest = readChanges(await readJson(c));
    return c.json(of(c).change(request));
  });
  const model = new ModelChoice(folder.path);
  app.get("/api/model", (c) => c.json(model.settings));
  app.put("/api/model", async (c) => {
    const { key, ...settings } = readModel(await readJson(c));
    model.set(settings);
    if (key !== undefined) model.key = key;
    return c.json(model.settings);
  });
  app.post("/api/cases/:case/sources/:id/ask-model", async (c) =>
    c.json(await of(c).askModel(model, c.req.param("id"))),
  );
  app.post("/api/cases/:case/sources/:id/look-again", async (c) =>
    c.json(await of(c).lookAgain(c.req.param("id"))),
  );
  app.post("/api/cases/:case/sources/:id/reread", async (c) => {
    const open = of(c);
    return c.json(await open.reread(c.req.param("id"), readReread(await readJson(c))));
  });
  app.post("/api/cases/:case/try-words", async (c) =>
    c.json(await of(c).tryWords(readTry(await readJson(c)))),
  );
  app.post("/api/cases/:case/repairs", async (c) => {
    const request: RepairRequest = readRepairs(await readJson(c));
    return c.json(await of(c).repair(request));
  });
  app.post("/api/cases/:case/undo", (c) => c.json(of(c).undo()));
  app.post("/api/cases/:case/redo", (c) => c.json(of(c).redo()));
  app.get("/api/cases/:case/history", (c) => {
    const before = numberOf(c, "before");
    return c.json(of(c).history(Math.min(numberOf(c, "limit") ?? 100, 100_000), before));
  });
  app.get("/api/cases/:case/history/:change", (c) =>
    c.json(of(c).historyOf((c.req.query("of") ?? "").slice(0, 500), c.req.param("change"))),
  );
  app.get("/api/cases/:case/search", (c) => c.json(of(c).search((c.req.query("q") ?? "").slice(0, 500))));
  app.get("/api/cases/:case/events", (c) => {
    const open = of(c);
    return streamSSE(c, async (stream) => {
      const send = (event: string, data: unknown): void => {
        stream.writeSSE({ event, data: JSON.stringify(data) }).catch(() => stream.abort());
      };
      send("change", { seq: open.file.lastSeq });
      send("progress", open.analyses.progress);
      send("intake", open.intake.counts());
      // While a long import runs, the screens are told of its changes now and then, so that they stay usable.
      let told: NodeJS.Timeout | undefined;
      const tell = (): void => {
        told = undefined;
        send("change", { seq: open.file.lastSeq });
      };
      const changed = (): void => {
        if (open.intake.counts().waiting === 0) {
          clearTimeout(told);
          tell();
        } else told ??= setTimeout(tell, IMPORT_MS);
      };
      await new Promise<void>((resolve) => {
        const stops = [
          open.file.onChange(() => changed()),
          open.intake.onProgress((counts) => send("intake", counts)),
          open.analyses.onProgress((progress) => send("progress", progress)),
          // Closed here (given another passphrase, say): whoever watches comes back and is told how it stands.
          open.onClose(() => end()),
        ];
        const beat = setInterval(() => stream.write(":\n\n").catch(() => end()), 20_000);
        const end = (): void => {
          for (const stop of stops) stop();
          clearTimeout(told);
          clearInterval(beat);
          resolve();
        };
        stream.onAbort(end);
      });
    });
  });
  app.all("/api/*", (c) => {
    throw new HttpError(404, "no-route", say.noRoute(c.req.path));
  });

  app.get("*", (c) => {
    const admitted = admit(c, token, port);
    if (admitted !== undefined) return admitted;
    const file = workbenchFile(c, web);
    if (file !== undefined) return file;
    throw new HttpError(404, "no-page", c.req.path === "/" ? say.noWorkbench() : say.noRoute(c.req.path));
  });
  return app;
}

/** How often screens hear of changes while an import runs. */
const IMPORT_MS = 2000;

/** The encoding to read, where the request names one. */
function charsetOf(c: Context): { charset?: string } {
  const charset = c.req.query("charset")?.trim().slice(0, 60);
  return charset ? { charset } : {};
}

/** A parameter that is one of a list. */
function oneOf<T extends string>(c: Context, name: string, list: readonly T[]): T {
  const value = c.req.query(name) ?? "";
  const found = list.find((one) => one === value);
  if (found === undefined)
    throw new HttpError(400, "bad-request", say.expected(name, value, list.join(", ")));
  return found;
}

function levelOf(c: Context): Level {
  const level = c.req.query("level") ?? "team";
  if (!(LEVELS as readonly string[]).includes(level))
    throw new HttpError(400, "bad-level", say.expected("level", level, LEVELS.join(", ")));
  return level as Level;
}

/** A passphrase, as it was typed; undefined when the field is not there. */
function passphraseOf(body: Record<string, unknown>, field: string): string | undefined {
  const value = body[field];
  if (value === undefined || value === null) return undefined;
  if (typeof value === "string" && value !== "" && value.length <= 10_000) return value;
  // The value itself is not said: it may be a passphrase.
  throw new HttpError(400, "bad-request", say.passphraseWanted(field));
}

function numberOf(c: Context, name: string): number | undefined {
  const text = c.req.query(name);
  if (text === undefined) return undefined;
  if (!/^\d{1,15}$/.test(text))
    throw new HttpError(400, "bad-request", say.expected(name, text, "a whole number"));
  return Number(text);
}
