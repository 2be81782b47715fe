import { createHash } from "node:crypto";
import { type Case, CLAIM_ACTS, type Claim, formatTime, type Source } from "@parley/case";
import { strToU8, zipSync } from "fflate";
import { Parser } from "htmlparser2";
import { zipEntries } from "../formats/zip.ts";
import { LIMITS } from "../limits.ts";
import * as say from "../messages.ts";
import { CodePoints } from "./codepoints.ts";
import { type Incoming, same, Taking } from "./incoming.ts";
import { type Outgoing, passagesOf, sourcesOf } from "./outgoing.ts";
import { claimsOn } from "./web-annotation.ts";

/*
 * REFI-QDA project exchange 1.5 (.qdpx): a ZIP with project.qde (namespace urn:QDA-XML:project:1.0) and the texts in
 * sources/. Positions count Unicode code points of the plain text, line ends as one. Elements stand in the order of
 * the schema: Users, CodeBook, Sources.
 */

const NAMESPACE = "urn:QDA-XML:project:1.0";
/** The acts of claims, and the issues of the case, as two branches of the codebook. */
const ACTS = "Acts";
const ISSUES = "Issues";

/** The same thing has the same name every time: a UUID of version 5's shape, from what it is. */
function guid(what: string): string {
  const hex = createHash("sha256").update(`parley\n${what}`).digest("hex");
  const variant = ((Number.parseInt(hex[16] as string, 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

const escaped = (text: string): string =>
  text
    // XML 1.0 has no way to say these.
    .replace(/[^\P{Cc}\t\n\r\u0080-\u009f]|\p{Cs}|[\ufffe\uffff]/gu, "\ufffd")
    .replace(/[&<>"\t\n\r]/g, (c) => ENTITIES[c] as string);
const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\t": "&#9;",
  "\n": "&#10;",
  "\r": "&#13;",
};

/** Documents with their coded segments: one selection for each claim on a passage, and one for each passage alone. */
export function toQdpx(out: Outgoing, at: string): Uint8Array {
  const { held, level } = out;
  const user = guid("user");
  const made = `creatingUser="${user}" creationDateTime="${escaped(at)}"`;
  const claims = claimsOn(held);
  const issues = held.inForce("issue");
  const acts = [...new Set([...claims.values()].flat().map((claim) => claim.act))].sort();
  const code = (id: string, name: string, inner = ""): string =>
    `<Code guid="${guid(id)}" name="${escaped(name)}" isCodable="${inner === ""}"${inner === "" ? "/>" : `>${inner}</Code>`}`;
  const codebook = [
    acts.length === 0 ? "" : code("acts", ACTS, acts.map((act) => code(`act ${act}`, act)).join("")),
    issues.length === 0
      ? ""
      : code("issues", ISSUES, issues.map((issue) => code(`issue ${issue.id}`, issue.name)).join("")),
  ].join("");
  const files: Record<string, Uint8Array> = {};
  const sources = sourcesOf(held).flatMap((source): string[] => {
    const text = held.textOf(source.id)?.text;
    if (text === undefined) return [];
    const id = guid(`text ${source.sha256}`);
    files[`sources/${id}.txt`] = strToU8(text);
    const points = new CodePoints(text);
    const selections = passagesOf(held)
      .filter((passage) => passage.source === source.id)
      .flatMap((passage) => {
        const place = `startPosition="${points.fromUnits(passage.start)}" endPosition="${points.fromUnits(passage.end)}"`;
        const selection = (key: string, name: string, codes: string[]): string => {
          const codings = codes.map(
            (target) =>
              `<Coding guid="${guid(`${key} ${target}`)}" ${made}><CodeRef targetGUID="${target}"/></Coding>`,
          );
          return `<PlainTextSelection guid="${guid(key)}" name="${escaped(name)}" ${place} ${made}>${codings.join("")}</PlainTextSelection>`;
        };
        const on = claims.get(passage.id) ?? [];
        if (on.length === 0) return [selection(`passage ${passage.id}`, passage.exact, [])];
        return on.map((claim: Claim) =>
          selection(`passage ${passage.id} claim ${claim.id}`, claim.says, [
            guid(`act ${claim.act}`),
            ...(claim.issue === undefined || held.get("issue", claim.issue) === undefined
              ? []
              : [guid(`issue ${claim.issue}`)]),
          ]),
        );
      });
    const published = source.published === undefined ? undefined : formatTime(source.published);
    const about = [source.byline, source.publisher, published]
      .filter((part) => part !== undefined)
      .join(", ");
    return [
      `<TextSource guid="${id}" name="${escaped(source.title ?? source.file ?? source.id)}" plainTextPath="internal://${id}.txt" ${made}>${about === "" ? "" : `<Description>${escaped(about)}</Description>`}${selections.join("")}</TextSource>`,
    ];
  });
  const project = [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<Project xmlns="${NAMESPACE}" name="${escaped(held.info?.title ?? "Parley")}" origin="Parley" creatingUserGUID="${user}" creationDateTime="${escaped(at)}">`,
    `<Users><User guid="${user}" name="Parley"/></Users>`,
    codebook === "" ? "" : `<CodeBook><Codes>${codebook}</Codes></CodeBook>`,
    sources.length === 0 ? "" : `<Sources>${sources.join("\n")}</Sources>`,
    `<Description>${escaped(`What may be read at the level: ${level}`)}</Description>`,
    "</Project>",
  ].filter((line) => line !== "");
  files["project.qde"] = strToU8(`${project.join("\n")}\n`);
  // A fixed time: the same case gives the same bytes.
  return zipSync(files, { mtime: new Date("1980-01-01T00:00:00Z") });
}

/** A document of a project with its coded segments, in UTF-16 units. */
export interface QdpxText {
  name: string;
  text: string;
  selections: { name: string; start: number; end: number; codes: string[] }[];
}

/** Deepest nesting of codes, and most elements of a project. */
const DEEPEST = 200;
const MOST = 1_000_000;

/**
 * The texts of a project with what is coded in them. Pictures, sounds and PDF sources are left out, and named.
 *
 * @throws RecordError when it is no project, is damaged, or beyond the limits
 */
export function readQdpx(bytes: Uint8Array): { texts: QdpxText[]; left: string[] } {
  const entries = zipEntries(bytes, { unpacked: LIMITS.unpacked, files: LIMITS.files });
  const project = entries.find((entry) => /(?:^|\/)project\.qde$/i.test(entry.name));
  if (project === undefined) throw say.notExchange("REFI-QDA", "an archive with project.qde");
  const read = parseProject(utf8(project.read()));
  const file = (path: string): string | undefined => {
    const name = path.replace(/^internal:\/\//, "").toLowerCase();
    const entry = entries.find(
      (one) => one.name.toLowerCase().replace(/^.*\//, "") === name.replace(/^.*\//, ""),
    );
    return entry === undefined ? undefined : utf8(entry.read());
  };
  const texts: QdpxText[] = [];
  const left = [...read.left];
  for (const source of read.sources) {
    const raw = source.content ?? (source.path === undefined ? undefined : file(source.path));
    if (raw === undefined) {
      left.push(source.name);
      continue;
    }
    // Positions count a line end as one, whatever the file has.
    const text = raw.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
    const points = new CodePoints(text);
    texts.push({
      name: source.name,
      text,
      selections: source.selections.map((one) => ({
        name: one.name,
        start: points.toUnits(one.start),
        end: points.toUnits(one.end),
        codes: one.codes.flatMap((target) => read.codes.get(target) ?? []),
      })),
    });
  }
  return { texts, left };
}

function utf8(bytes: Uint8Array): string {
  if (bytes.length > LIMITS.bytes) throw say.tooLarge("bytes", bytes.length, LIMITS.bytes);
  return new TextDecoder("utf-8").decode(bytes);
}

interface ProjectSource {
  name: string;
  path: string | undefined;
  content: string | undefined;
  selections: { name: string; start: number; end: number; codes: string[] }[];
}

/** htmlparser2 in its XML mode knows no document type: entities of a file's own are never read, and none can grow. */
function parseProject(xml: string): { sources: ProjectSource[]; codes: Map<string, string>; left: string[] } {
  const sources: ProjectSource[] = [];
  const codes = new Map<string, string>();
  const left: string[] = [];
  let source: ProjectSource | undefined;
  let selection: ProjectSource["selections"][number] | undefined;
  let content = false;
  let depth = 0;
  let elements = 0;
  let isProject = false;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (++depth > DEEPEST) throw say.tooDeep(DEEPEST);
        if (++elements > MOST) throw say.tooManyEntries(elements, MOST);
        const tag = name.replace(/^.*:/, "");
        switch (tag) {
          case "Project":
            isProject = true;
            break;
          case "Code":
            if (attributes.guid !== undefined)
              codes.set(attributes.guid.toLowerCase(), attributes.name ?? "");
            break;
          case "TextSource":
            source = {
              name: attributes.name ?? "document",
              path: attributes.plainTextPath,
              content: undefined,
              selections: [],
            };
            sources.push(source);
            break;
          case "PictureSource":
          case "PDFSource":
          case "AudioSource":
          case "VideoSource":
            left.push(attributes.name ?? tag);
            break;
          case "PlainTextContent":
            content = source !== undefined && selection === undefined;
            if (content && source !== undefined) source.content = "";
            break;
          case "PlainTextSelection": {
            const start = Number(attributes.startPosition);
            const end = Number(attributes.endPosition);
            selection = { name: attributes.name ?? "", start, end, codes: [] };
            if (
              source !== undefined &&
              Number.isSafeInteger(start) &&
              Number.isSafeInteger(end) &&
              start >= 0 &&
              start < end
            )
              source.selections.push(selection);
            break;
          }
          case "CodeRef":
            if (attributes.targetGUID !== undefined)
              selection?.codes.push(attributes.targetGUID.toLowerCase());
            break;
          default:
        }
      },
      ontext(text) {
        if (content && source !== undefined) source.content = (source.content ?? "") + text;
      },
      onclosetag(name) {
        depth--;
        const tag = name.replace(/^.*:/, "");
        if (tag === "TextSource") source = undefined;
        if (tag === "PlainTextSelection") selection = undefined;
        if (tag === "PlainTextContent") content = false;
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.write(xml);
  parser.end();
  if (!isProject) throw say.notExchange("REFI-QDA", "a Project in project.qde");
  return { sources, codes, left };
}

/** Documents of a case that a text of a project is: the same text, else the same title or file. */
export function meant(held: Case, { name, text }: Pick<QdpxText, "name" | "text">): Source[] {
  const sources = held.inForce("source");
  const equal = sources.filter((one) => held.textOf(one.id)?.text === text);
  return equal.length > 0
    ? equal
    : sources.filter((one) => same(one.title, name) || one.file === fileOf(name));
}

/** Coded segments of documents that are in the case by now, found again by their words and their surroundings. */
export function fromQdpx(
  held: Case,
  project: ReturnType<typeof readQdpx>,
  from: string,
  at: string,
): Incoming {
  const taking = new Taking(held, from, at);
  for (const name of project.left) taking.skip(name, "it is not understood");
  const issues = held.inForce("issue").map((issue) => issue.name);
  for (const { name, text, selections } of project.texts) {
    const sources = meant(held, { name, text });
    const [source] = sources;
    if (source === undefined || sources.length > 1) {
      taking.skip(name, "no document of the case is meant");
      continue;
    }
    const isSame = held.textOf(source.id)?.text === text;
    for (const one of selections) {
      const exact = text.slice(one.start, one.end);
      const issue = one.codes.find((code) => issues.some((known) => same(known, code)));
      const act = one.codes.find((code) => CLAIM_ACTS.some((known) => known === code));
      const others = one.codes.filter((code) => code !== issue && code !== act);
      const says = one.name.trim() === "" || one.name === exact ? undefined : one.name;
      taking.take({
        source: source.id,
        exact,
        what: exact,
        prefix: text.slice(Math.max(0, one.start - 32), one.start),
        suffix: text.slice(one.end, one.end + 32),
        ...(isSame ? { start: one.start, end: one.end } : {}),
        // A segment with a code and no words of its own says what it says itself.
        ...(says === undefined ? (one.codes.length === 0 ? {} : { says: exact }) : { says }),
        ...(act === undefined ? {} : { act }),
        ...(issue === undefined ? {} : { issue }),
        ...(others.length === 0 ? {} : { note: `Coded as: ${others.join(", ")}` }),
      });
    }
  }
  return taking.result;
}

/** The file name under which a text of a project is taken in. */
export function fileOf(name: string): string {
  return `${name.replace(/[/\\]/g, "-").slice(0, 100)}.txt`;
}
