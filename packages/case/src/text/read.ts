import { Case } from "../case.ts";
import { checkCase, type Finding } from "../check/rules.ts";
import type { Id, Ref } from "../id.ts";
import { isId, refOf } from "../id.ts";
import { KINDS } from "../kinds.ts";
import * as say from "../messages.ts";
import type { CaseObject } from "../objects/index.ts";
import {
  type Gap,
  type Passage,
  REPAIR_CLASSES,
  type RepairClass,
  type TextVersion,
} from "../objects/record.ts";
import { decodeEntry, fieldsOf } from "../schema/index.ts";
import { type BasisContext, resolveBases } from "./basis.ts";
import { type Entry, isInside, loadFiles } from "./files.ts";
import type { SourceToClean, TextHost } from "./host.ts";
import type { PlacedFinding } from "./yaml.ts";

/** What a text form holds. With an error among the findings, the objects are those that could be read. */
export interface ReadCase {
  objects: CaseObject[];
  /** Raw documents by SHA-256. */
  blobs: Map<string, Uint8Array>;
  findings: PlacedFinding[];
}

/** The case's own object has this id. */
export const CASE_ID = "case";

/**
 * Read a case from its text form. Every finding names file, line and column, the value, and what was expected.
 * Nothing is thrown for bad input: findings say all that is wrong, in the order of the files.
 */
export function readTextForm(host: TextHost, main = "case.yaml"): ReadCase {
  const { main: file, entries, findings } = loadFiles(host, main);
  const reader = new Reader(host, findings);
  reader.index(entries);
  // Sources first: bases anywhere may quote them.
  for (const kind of ["source", ...KINDS.filter((kind) => kind !== "source")]) {
    for (const entry of entries) if (entry.kind === kind) reader.read(entry);
  }
  // The case itself last: how far its process is may rest on the words of a source.
  if (typeof file.value === "object" && file.value !== null) {
    const infoFields = new Set(fieldsOf("case"));
    const value = Object.fromEntries(Object.entries(file.value).filter(([key]) => infoFields.has(key)));
    reader.read({ kind: "case", id: CASE_ID, value, file, path: [] });
  }
  return reader.finish();
}

/** Every name an entry gives an actor. */
function namesOf({ name, aliases }: Record<string, unknown>): string[] {
  const said = [name, ...(Array.isArray(aliases) ? aliases : [])];
  return said
    .map((one) => (typeof one === "object" && one !== null ? (one as { name?: unknown }).name : one))
    .filter((one): one is string => typeof one === "string");
}

class Reader {
  readonly #host: TextHost;
  readonly #findings: PlacedFinding[];
  readonly #objects = new Map<Ref, CaseObject>();
  readonly #entries = new Map<Ref, Entry>();
  readonly #blobs = new Map<string, Uint8Array>();
  readonly #texts = new Map<Id, TextVersion>();
  readonly #gaps = new Map<Id, Gap>();
  readonly #made = new Map<Id, Passage>();
  readonly #names: string[] = [];
  #context: BasisContext = { claims: new Set(), passages: new Set(), texts: this.#texts, made: this.#made };

  constructor(host: TextHost, findings: PlacedFinding[]) {
    this.#host = host;
    this.#findings = findings;
  }

  /** Learn what there is before anything refers to it; read recorded texts, which other sources may not need. */
  index(entries: Entry[]): void {
    const ids = (kind: string): Set<Id> => new Set(entries.filter((e) => e.kind === kind).map((e) => e.id));
    this.#context = { claims: ids("claim"), passages: ids("passage"), texts: this.#texts, made: this.#made };
    for (const entry of entries) {
      if (entry.kind === "actor") this.#names.push(...namesOf(entry.value));
      if (entry.kind !== "text") continue;
      const recorded = this.#recordedText(entry);
      if (recorded !== undefined) entry.value = recorded;
      const text = { ...entry.value, id: entry.id, kind: "text" } as unknown as TextVersion;
      if (typeof text.source === "string" && Array.isArray(text.blocks)) this.#texts.set(text.source, text);
    }
  }

  #recordedText(entry: Entry): Record<string, unknown> | undefined {
    const path = entry.value.file;
    if (path === undefined) return undefined;
    const bytes = this.#file(entry, "file", String(path));
    if (bytes === undefined) return undefined;
    try {
      const { file: _, ...rest } = entry.value;
      return { ...(JSON.parse(new TextDecoder().decode(bytes)) as object), ...rest };
    } catch (error) {
      this.#report(entry, ["file"], say.cannotRead(String(path), (error as Error).message));
      return undefined;
    }
  }

  #file(entry: Entry, field: string, path: string): Uint8Array | undefined {
    if (!isInside(path)) {
      this.#report(entry, [field], say.outsideFolder(path));
      return undefined;
    }
    const bytes = this.#host.read(path);
    if (bytes === undefined) this.#report(entry, [field], say.noFile(path));
    return bytes;
  }

  #report(
    entry: Entry,
    path: (string | number)[],
    message: string,
    severity: Finding["severity"] = "error",
  ): void {
    const isKey = message.startsWith("There is no field");
    this.#findings.push({ ...entry.file.placeOf([...entry.path, ...path], isKey), severity, message });
  }

  read(entry: Entry): void {
    const ref = refOf(entry.kind, entry.id);
    const first = this.#entries.get(ref);
    if (first !== undefined) {
      const place = first.file.placeOf(first.path, true);
      const where = `${place.file}:${place.line}:${place.column}`;
      const here = entry.file.placeOf(entry.path, true);
      this.#findings.push({
        ...here,
        severity: "error",
        message: say.duplicateId(entry.kind, entry.id, where),
      });
      return;
    }
    this.#entries.set(ref, entry);
    if (!isId(entry.id)) {
      const here = entry.file.placeOf(entry.path, true);
      this.#findings.push({ ...here, severity: "error", message: say.badId(entry.id) });
      return;
    }
    const value = resolveBases(entry.value, this.#context, (path, message) =>
      this.#report(entry, path, message),
    ) as Record<string, unknown>;
    const ready = entry.kind === "source" ? this.#source(entry, value) : value;
    if (ready === undefined) return;
    const { fields, problems } = decodeEntry(entry.kind, ready);
    for (const problem of problems) this.#report(entry, problem.path, problem.message);
    if (fields !== undefined) {
      this.#objects.set(ref, { id: entry.id, kind: entry.kind, ...fields } as CaseObject);
    }
  }

  #source(entry: Entry, value: Record<string, unknown>): Record<string, unknown> | undefined {
    const { file, called, accept, ...said } = value;
    if (typeof file !== "string") {
      this.#report(entry, file === undefined ? [] : ["file"], say.noSourceFile(entry.id));
      return undefined;
    }
    const bytes = this.#file(entry, "file", file);
    if (bytes === undefined) return undefined;
    const sha256 = this.#host.sha256(bytes);
    if (said.sha256 !== undefined && said.sha256 !== sha256) {
      this.#report(entry, ["sha256"], say.hashDiffers(file));
    }
    this.#blobs.set(sha256, bytes);
    const name = typeof called === "string" ? called : (file.split("/").at(-1) as string);
    const known = { ...said, sha256, size: bytes.byteLength, file: name };
    if (this.#texts.has(entry.id)) return known;
    try {
      const about: SourceToClean = {
        id: entry.id,
        file,
        accept: this.#accepted(entry, accept),
        names: this.#names,
      };
      if (typeof said.mediaType === "string") about.mediaType = said.mediaType;
      if (typeof said.charset === "string") about.charset = said.charset;
      const { text, gaps, found } = this.#host.clean(bytes, about);
      this.#texts.set(entry.id, text);
      this.#objects.set(refOf("text", text.id), text);
      for (const gap of gaps) this.#gaps.set(gap.id, gap);
      return { ...found, ...known };
    } catch (error) {
      this.#report(entry, ["file"], say.cannotRead(file, (error as Error).message));
      return known;
    }
  }

  #accepted(entry: Entry, accept: unknown): RepairClass[] {
    const classes = Array.isArray(accept) ? accept : accept === undefined ? [] : [accept];
    return classes.filter((one): one is RepairClass => {
      if ((REPAIR_CLASSES as readonly unknown[]).includes(one)) return true;
      this.#report(entry, ["accept"], say.expectedOneOf(one, REPAIR_CLASSES, undefined));
      return false;
    });
  }

  finish(): ReadCase {
    for (const gap of this.#gaps.values()) {
      const ref = refOf("gap", gap.id);
      if (!this.#objects.has(ref)) this.#objects.set(ref, gap);
    }
    for (const passage of this.#made.values()) this.#objects.set(refOf("passage", passage.id), passage);
    const objects = [...this.#objects.values()];
    const errors = this.#findings.some((f) => f.severity === "error");
    for (const finding of checkCase(new Case(objects))) {
      // What could not be read is missing here; telling that it is missing once more would bury the first cause.
      if (errors && finding.message.startsWith("There is no ") && this.#entries.has(this.#named(finding)))
        continue;
      const entry = this.#entries.get(finding.ref);
      if (entry !== undefined) this.#report(entry, finding.path, finding.message, finding.severity);
    }
    return { objects, blobs: this.#blobs, findings: this.#findings };
  }

  #named(finding: Finding): Ref {
    const found = /^There is no (\S+) called "([^"]+)"/.exec(finding.message);
    return refOf(found?.[1] ?? "", found?.[2] ?? "");
  }
}
