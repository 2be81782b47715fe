import { Document, stringify } from "yaml";
import type { Case } from "../case.ts";
import { KINDS, type Kind, SECTIONS } from "../kinds.ts";
import type { CaseObject } from "../objects/index.ts";
import type { Source } from "../objects/record.ts";
import { encodeEntry } from "../schema/index.ts";
import { shortBasis } from "./basis.ts";
import { isInside } from "./files.ts";

/** Kinds that a program makes rather than a person: kept in a file of their own, so that `case.yaml` stays readable. */
const RECORD_KINDS: ReadonlySet<Kind> = new Set(["text", "gap", "passage", "statement"]);

/** File name endings by media type, for sources that came without a usable name. */
const ENDINGS: Readonly<Record<string, string>> = {
  "text/html": "html",
  "text/markdown": "md",
  "application/pdf": "pdf",
  "message/rfc822": "eml",
};

/**
 * Write a case as its text form: path → contents. Reading it back gives the same objects. The change log stays in
 * the case file.
 *
 * @param blob the raw bytes of a source, by SHA-256
 * @throws Error naming the source whose raw bytes are not to be had
 */
export function writeTextForm(
  held: Case,
  blob: (sha256: string) => Uint8Array | undefined,
): Map<string, string | Uint8Array> {
  const files = new Map<string, string | Uint8Array>();
  const main: Record<string, unknown> = { parley: 1 };
  if (held.info !== undefined) Object.assign(main, shortEntry(held.info));
  const record: Record<string, unknown> = {};
  const paths = sourcePaths(held.all("source"));
  for (const kind of KINDS) {
    if (kind === "case") continue;
    for (const object of held.all(kind)) {
      const shelf = RECORD_KINDS.has(kind) ? record : main;
      const section = object.kind === "actor" && object.party === true ? "parties" : SECTIONS[kind];
      shelf[section] ??= {};
      (shelf[section] as Record<string, unknown>)[object.id] = sectionEntry(object, paths, files, blob);
    }
  }
  if (Object.keys(record).length > 0) {
    main.include = ["record.yaml"];
    files.set("record.yaml", stringify(record, { lineWidth: 110 }));
  }
  const document = new Document(main);
  document.commentBefore = " A Parley case. `parley check` checks it, `parley open` opens it.";
  files.set("case.yaml", document.toString({ lineWidth: 110 }));
  return files;
}

function sectionEntry(
  object: CaseObject,
  paths: ReadonlyMap<string, string>,
  files: Map<string, string | Uint8Array>,
  blob: (sha256: string) => Uint8Array | undefined,
): unknown {
  const fields = shortEntry(object);
  if (object.kind === "actor" && object.party === true) delete fields.party;
  if (object.kind === "source") {
    const path = paths.get(object.id) as string;
    const bytes = blob(object.sha256);
    if (bytes === undefined) {
      throw new Error(
        `The raw bytes of the source "${object.id}" (SHA-256 ${object.sha256}) are not in the case file; check it with: parley verify`,
      );
    }
    files.set(path, bytes);
    const { file: _, size: __, ...rest } = fields;
    const named = path.slice("sources/".length) === object.file ? {} : { called: object.file };
    return { file: path, ...(object.file === undefined ? {} : named), ...rest };
  }
  if (object.kind === "text") {
    const path = `sources/${object.id}.json`;
    files.set(path, `${JSON.stringify(fields, null, 1)}\n`);
    return { file: path };
  }
  return fields;
}

/** The shortest entry of the text form that says what an object holds. */
export function shortEntry(object: CaseObject): Record<string, unknown> {
  return shorten(encodeEntry(object)) as Record<string, unknown>;
}

/** An entry with its bases in their short forms. */
export function shorten(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shorten);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      key === "basis" && typeof item === "object" ? shortBasis(item as object) : shorten(item),
    ]),
  );
}

/** Each source's file: the name it came with where that is safe and free, else its id. */
function sourcePaths(sources: Source[]): Map<string, string> {
  const taken = new Set<string>();
  const paths = new Map<string, string>();
  for (const source of sources) {
    const name = source.file ?? "";
    const usable = isInside(name) && /^[\p{L}\p{N}][\p{L}\p{N}\p{M} ._-]*$/u.test(name) && name.length <= 100;
    const ending = ENDINGS[source.mediaType ?? ""] ?? "txt";
    const lower = (path: string): string => path.normalize("NFC").toLowerCase();
    let path = `sources/${usable ? name : `${source.id}.${ending}`}`;
    // Text versions are kept beside the documents as ID.json: a document must not take such a name.
    if (taken.has(lower(path)) || name.endsWith(".json")) path = `sources/${source.id}.raw.${ending}`;
    taken.add(lower(path));
    paths.set(source.id, path);
  }
  return paths;
}
