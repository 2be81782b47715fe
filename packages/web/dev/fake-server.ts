import type { IncomingMessage, ServerResponse } from "node:http";
import type { BriefDocument, DocSentence, Footnote } from "@parley/brief";
import type { Brief, CaseObject, Level } from "@parley/case";
import type { ChangeRequest, RepairRequest } from "@parley/server/api";
import type { Plugin } from "vite";
import { objects, raws, results } from "./fixture.ts";

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'";

interface Held {
  title: string;
  seq: number;
  objects: CaseObject[];
  past: CaseObject[][];
  future: CaseObject[][];
}

/** A server in memory that says what the real one says, as far as the screens need it. */
export function fakeServer(): Plugin {
  const cases = new Map<string, Held>();
  const open = (title: string, list: CaseObject[]): Held => ({
    title,
    seq: 1,
    objects: list,
    past: [],
    future: [],
  });
  cases.set("dam", open("Two towns and a dam", structuredClone(objects)));
  cases.set("big", open("Five thousand claims", big()));
  const listeners = new Set<ServerResponse>();
  const state = (name: string, c: Held) => ({
    name,
    title: c.title,
    seq: c.seq,
    objects: c.objects,
    conflicts: [],
    findings:
      name === "dam"
        ? [
            {
              ref: "valuation:val-low",
              severity: "warning",
              message: "No value is given for the options of “Who opens the gates”.",
            },
          ]
        : [],
    canUndo: c.past.length > 0,
    canRedo: c.future.length > 0,
  });
  const put = (c: Held, next: CaseObject[]): void => {
    c.past.push(c.objects);
    c.future = [];
    c.objects = next;
    c.seq++;
    for (const l of listeners) l.write(`event: change\ndata: ${JSON.stringify({ seq: c.seq })}\n\n`);
  };
  const reply = (c: Held, changed: { ref: string; value: CaseObject | null }[]) => ({
    seq: c.seq,
    changed,
    conflicts: [],
    canUndo: c.past.length > 0,
    canRedo: c.future.length > 0,
  });

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? "/", "http://localhost");
    const parts = url.pathname.split("/").filter(Boolean).map(decodeURIComponent).slice(1);
    const send = (body: unknown, status = 200): void => {
      response.writeHead(status, { "content-type": "application/json" });
      response.end(JSON.stringify(body));
    };
    const body = await read(request);
    const json = <T>(): T => JSON.parse(body.toString("utf8")) as T;
    if (parts[0] !== "cases")
      return send({ error: { code: "no-route", message: "There is no such address." } }, 404);
    if (parts.length === 1 && request.method === "GET") {
      return send([
        ...[...cases].map(([name, c]) => ({
          name,
          title: c.title,
          type: "case",
          encrypted: false,
          documents: c.objects.filter((o) => o.kind === "source").length,
          changedAt: "2026-06-21T10:00:00Z",
        })),
        { name: "example:dam", title: "The dam, as an example", type: "example", encrypted: false },
      ]);
    }
    if (parts.length === 1) {
      const { title } = json<{ title: string }>();
      const name = title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-");
      cases.set(name, open(title, [{ kind: "case", id: "case", title }]));
      return send({ name, title, type: "case", encrypted: false });
    }
    if (parts[1] === "open")
      return send({ name: "dam", title: "Two towns and a dam", type: "case", encrypted: false });
    const name = parts[1] ?? "";
    const c = cases.get(name);
    if (c === undefined)
      return send(
        {
          error: {
            code: "no-case",
            message: `There is no case “${name}” in this folder.`,
            todo: "Go back to the list of cases.",
          },
        },
        404,
      );
    switch (parts[2]) {
      case undefined:
        return send(state(name, c));
      case "results":
        return send(name === "dam" ? results : []);
      case "brief":
        if (parts[3] === "file") {
          response.writeHead(200, { "content-type": "text/plain" });
          response.end("a brief");
          return;
        }
        return send(brief(c, (url.searchParams.get("level") ?? "team") as Level));
      case "sources":
        return send({ raw: raws[parts[3] ?? ""] ?? "raw", charset: "utf-8" });
      case "search": {
        const q = (url.searchParams.get("q") ?? "").toLowerCase();
        return send(
          c.objects.flatMap((o) => {
            const o2 = o as { says?: string; name?: string; title?: string; exact?: string };
            const words = o2.says ?? o2.name ?? o2.title ?? o2.exact ?? "";
            const at = words.toLowerCase().indexOf(q);
            return at < 0
              ? []
              : [
                  {
                    ref: `${o.kind}:${o.id}`,
                    name: words.slice(0, 80),
                    field: "says",
                    snippet: words,
                    marks: [[at, at + q.length]],
                  },
                ];
          }),
        );
      }
      case "events":
        response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-cache" });
        response.write(": hello\n\n");
        listeners.add(response);
        request.on("close", () => listeners.delete(response));
        return;
      case "documents": {
        const file = url.searchParams.get("name") ?? "document";
        if (file.endsWith(".exe"))
          return send(
            {
              error: {
                code: "type",
                message: `“${file}” is not a document that can be read here.`,
                todo: "Add HTML, PDF, text or Markdown.",
              },
            },
            415,
          );
        const text = body.toString("utf8");
        const id = `doc${c.objects.length}`;
        raws[id] = text;
        let at = 0;
        let number = 0;
        const blocks = text.split(/\n\s*\n/).map((p) => {
          const start = text.indexOf(p, at);
          at = start + p.length;
          return { range: [start, at] as [number, number], type: "paragraph" as const, number: ++number };
        });
        put(c, [
          ...c.objects,
          { kind: "source", id, title: file, sha256: "2".repeat(64), file },
          {
            kind: "text",
            id: `${id}-text`,
            source: id,
            text,
            ops: [],
            furniture: [],
            blocks,
            map: [0, text.length, 0, text.length, 1],
            rawLength: text.length,
          },
        ]);
        return send({
          source: id,
          title: file,
          already: false,
          repairs: {},
          gaps: 0,
          furniture: 0,
          proposals: 0,
          seq: c.seq,
        });
      }
      case "changes": {
        const { edits } = json<ChangeRequest>();
        const news = new Map(edits.map((e) => [`${e.kind}:${e.id}`, e.value]));
        const kept = c.objects.flatMap((o) => {
          const value = news.get(`${o.kind}:${o.id}`);
          news.delete(`${o.kind}:${o.id}`);
          return value === undefined ? [o] : value === null ? [] : [value];
        });
        put(c, [...kept, ...[...news.values()].flatMap((v) => (v === null ? [] : [v]))]);
        return send(
          reply(
            c,
            edits.map((e) => ({ ref: `${e.kind}:${e.id}`, value: e.value })),
          ),
        );
      }
      case "repairs": {
        const asked = json<RepairRequest>();
        const next = structuredClone(c.objects);
        for (const o of next) {
          if (o.kind !== "text" || o.source !== asked.source) continue;
          for (const op of o.ops) {
            const decision = asked.repairs?.[op.id];
            if (decision === "accept")
              Object.assign(op, { applied: op.range[1] - op.range[0] === op.to.length, decided: "accepted" });
            if (decision === "reject") op.decided = "rejected";
          }
          for (const i of asked.restore ?? [])
            if (o.furniture[i] !== undefined) o.furniture[i].restored = true;
        }
        put(c, next);
        return send(
          reply(
            c,
            next.filter((o) => o.kind === "text").map((o) => ({ ref: `text:${o.id}`, value: o })),
          ),
        );
      }
      case "undo":
      case "redo": {
        const [from, to] = parts[2] === "undo" ? [c.past, c.future] : [c.future, c.past];
        const other = from.pop();
        if (other !== undefined) {
          to.push(c.objects);
          c.objects = other;
          c.seq++;
        }
        return send(reply(c, []));
      }
      default:
        return send({ error: { code: "no-route", message: "There is no such address." } }, 404);
    }
  };
  const middleware = (request: IncomingMessage, response: ServerResponse, next: () => void): void => {
    if (request.url?.startsWith("/api/")) void answer(request, response);
    else {
      response.setHeader("content-security-policy", policy);
      next();
    }
  };
  return {
    name: "fake-server",
    configureServer: (server) =>
      void server.middlewares.use((q, r, n) => (q.url?.startsWith("/api/") ? void answer(q, r) : n())),
    configurePreviewServer: (server) => void server.middlewares.use(middleware),
  };
}

async function read(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function brief(c: Held, level: Level): { document: BriefDocument; untagged: unknown[] } {
  const notes: Footnote[] = [];
  const at = (ref: string) => c.objects.find((o) => `${o.kind}:${o.id}` === ref);
  const noteOf = (id: string): number => {
    const p = at(`passage:${id}`);
    if (p?.kind !== "passage") return 0;
    const there = notes.find((n) => n.passage === id);
    if (there !== undefined) return there.n;
    const source = at(`source:${p.source}`);
    notes.push({
      n: notes.length + 1,
      passage: id,
      source: p.source,
      cite: source?.kind === "source" ? `${source.title}. ${source.publisher ?? "Publisher not known"}.` : "",
      exact: p.exact,
      start: p.start,
      end: p.end,
      quotation: p.exact.startsWith("“"),
    });
    return notes.length;
  };
  const written = c.objects.find((o): o is Brief => o.kind === "brief");
  const untagged: unknown[] = [];
  const sections = (written?.sections ?? []).map((s, i) => ({
    id: `s${i + 1}`,
    title: s.title,
    type: "written" as const,
    sentences: s.sentences.map((x, k): DocSentence => {
      const number = /\d+(\.\d+)?/.exec(x.text)?.[0];
      if (number !== undefined && x.on.length === 0)
        untagged.push({ brief: "brief", section: i, sentence: k, number, text: x.text });
      const ids = x.on.flatMap((ref) => {
        const o = at(ref);
        if (o?.kind !== "claim") return [];
        return [
          ...(o.basis?.passages ?? []),
          ...(o.statements ?? []).flatMap((id) => {
            const st = at(`statement:${id}`);
            return st?.kind === "statement" ? [st.passage] : [];
          }),
        ];
      });
      return {
        id: `s${i + 1}.${k + 1}`,
        runs: [{ text: x.text }],
        on: x.on,
        notes: ids.map(noteOf),
        standing: x.on.some((r) => r.startsWith("result:"))
          ? "computed"
          : x.on.length === 0
            ? "unknown"
            : ids.length > 0
              ? "reported"
              : "assumed",
        written: { brief: "brief", section: i, sentence: k },
      };
    }),
  }));
  const gaps = c.objects.filter((o) => o.kind === "gap");
  return {
    document: {
      title: written?.title ?? c.title,
      caseTitle: c.title,
      asOf: "2026-06-22",
      level,
      sections: [
        ...sections.filter((s) => s.sentences.length > 0),
        {
          id: "unknowns",
          title: "What we do not know",
          type: "unknowns",
          sentences: gaps.map((g, k) => ({
            id: `u.${k + 1}`,
            runs: [{ text: `Words are missing in a document: ${g.context}` }],
            on: [`gap:${g.id}`],
            notes: [],
            standing: "unknown" as const,
          })),
        },
      ],
      notes,
      assumptions: c.objects.flatMap((o) =>
        o.basis?.assumption === undefined
          ? []
          : [
              {
                ref: `${o.kind}:${o.id}` as const,
                name: o.kind === "claim" ? o.says : "What Lowlands makes of each option",
                what: o.kind === "valuation" ? "no deal 0.2..0.35" : "holds",
                by: o.basis.assumption.by,
                on: o.basis.assumption.on,
                ...(o.basis.assumption.why === undefined ? {} : { why: o.basis.assumption.why }),
              },
            ],
      ),
      sources: [],
    },
    untagged,
  };
}

/** Five thousand claims on one long document. */
function big(): CaseObject[] {
  const sentence =
    "The delegation said for the record that the level of the lake must not fall before the harvest is in. ";
  const text = Array.from({ length: 1000 }, () => `${sentence.repeat(5).trim()}\n\n`).join("");
  const list: CaseObject[] = [
    { kind: "case", id: "case", title: "Five thousand claims" },
    { kind: "source", id: "long", title: "A long record", sha256: "3".repeat(64) },
  ];
  const blocks: { range: [number, number]; type: "paragraph"; number: number }[] = [];
  let at = 0;
  for (let i = 0; i < 1000; i++) {
    const length = sentence.repeat(5).trim().length;
    blocks.push({ range: [at, at + length], type: "paragraph", number: i + 1 });
    for (let k = 0; k < 5; k++) {
      const start = at + k * sentence.length;
      const end = start + sentence.length - 1;
      list.push({
        kind: "passage",
        id: `p${i}-${k}`,
        source: "long",
        start,
        end,
        exact: text.slice(start, end),
        prefix: "",
        suffix: "",
      });
      list.push({
        kind: "claim",
        id: `c${i}-${k}`,
        says: `Claim ${i * 5 + k + 1} on the level of the lake.`,
        act: "demands",
        polarity: "yes",
        basis: { passages: [`p${i}-${k}`] },
        review: { state: "proposed" },
      });
    }
    at += length + 2;
  }
  list.push({
    kind: "text",
    id: "long-text",
    source: "long",
    text,
    ops: [],
    furniture: [],
    blocks,
    map: [0, text.length, 0, text.length, 1],
    rawLength: text.length,
  });
  return list;
}
