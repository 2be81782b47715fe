import {
  Case,
  type CaseObject,
  DEFAULT_LEVEL,
  freeId,
  type Gap,
  type Id,
  REPAIR_CLASSES,
  type RepairOp,
  type Source,
  slug,
} from "@parley/case";
import { attachmentsOf } from "@parley/record/files";
import type { CaseFile, Edit } from "@parley/store";
import type { AddReply } from "../api.ts";
import * as say from "../messages.ts";
import type { DocumentFacts } from "./documents.ts";
import { sha256 } from "./sha256.ts";
import { UserError } from "./user-error.ts";

/** What taking a document in says, with its gaps by type for people who read a terminal. */
export interface Added extends AddReply {
  gapTypes: Partial<Record<Gap["type"], number>>;
}

/** How a document is taken apart; the server does it in a thread of its own. */
export type TakeApart = (
  bytes: Uint8Array,
  facts: DocumentFacts,
  objects: CaseObject[],
) => CaseObject[] | Promise<CaseObject[]>;

/**
 * The name of a document without anything that is not a name: no folders, no control or direction characters (which make
 * a name look like another), no more than a screen line.
 */
export function cleanName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? "";
  const plain = last
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, "")
    .replace(/\s+/g, " ")
    .trim();
  const short = plain.length <= 120 ? plain : `${plain.slice(0, 100)}…${plain.slice(-19)}`;
  return short === "" || /^\.+$/.test(short) ? "document" : short;
}

export interface AddOptions {
  /** The encoding to read, whatever the document declares. */
  charset?: string;
  /** The message it came with. */
  derivedFrom?: Id;
}

/** Take one document into a case file, as one act. The same bytes twice are said, not doubled. */
export async function addDocument(
  file: CaseFile,
  bytes: Uint8Array,
  name: string,
  by: string,
  takeApart: TakeApart,
  { charset, derivedFrom }: AddOptions = {},
): Promise<Added> {
  const called = cleanName(name);
  if (bytes.byteLength === 0) throw new UserError("empty", say.emptyDocument(), { where: called });
  const hash = sha256(bytes);
  const sources = file.objects("source");
  const known = sources.find((source) => source.sha256 === hash);
  if (known !== undefined) return summary(file, file.objects(), known, true);
  const id = freeId(slug(called.replace(/\.[^.]{1,5}$/, "")), new Set(sources.map((source) => source.id)));
  const now = new Date().toISOString();
  const facts = { id, sha256: hash, file: called, size: bytes.byteLength, knownAt: now };
  // A large case is not copied for every document: only what its reading asks for.
  const asked = (["case", "actor", "issue"] as const).flatMap((kind): CaseObject[] => file.objects(kind));
  const taken = await takeApart(bytes, charset === undefined ? facts : { ...facts, charset }, asked);
  const level = file.objects("case")[0]?.newLevel ?? DEFAULT_LEVEL;
  const edits = taken.map((object): Edit => {
    const value = { level, knownAt: now, ...object };
    if (value.kind === "source") {
      value.createdBy ??= { type: "import", name: by };
      if (derivedFrom !== undefined) value.derivedFrom = [derivedFrom];
    }
    return { kind: object.kind, id: object.id, value };
  });
  // While the document was taken apart, somebody else may have brought the same one.
  const twin = file.objects("source").find((other) => other.sha256 === hash);
  if (twin !== undefined) return summary(file, file.objects(), twin, true);
  file.putBlob(bytes);
  file.change({ by, why: `Document taken in: ${called}` }, edits);
  const made = edits.map((edit) => edit.value as CaseObject);
  const source = made.find((object) => object.kind === "source") as Source;
  const added = summary(file, made, source, false);
  if (source.mediaType === "message/rfc822") {
    const attached = attachmentsOf(bytes).map((one) => one.name);
    if (attached.length > 0) added.attachments = attached;
  }
  return added;
}

/** Repairs by class, in the order of the classes. */
function byClass(ops: readonly RepairOp[]): AddReply["repairs"] {
  const counts: AddReply["repairs"] = {};
  for (const name of REPAIR_CLASSES) {
    const count = ops.filter((op) => op.class === name).length;
    if (count > 0) counts[name] = count;
  }
  return counts;
}

function summary(file: CaseFile, objects: readonly CaseObject[], source: Source, already: boolean): Added {
  const held = new Case(objects);
  const text = held.all("text").find((version) => version.source === source.id);
  const gaps = held.all("gap").filter((gap) => gap.source === source.id);
  const passages = new Set(held.all("passage").flatMap((p) => (p.source === source.id ? [p.id] : [])));
  const proposals = held
    .objects()
    .filter((o) => o.review?.state === "proposed")
    .filter((o) =>
      o.kind === "statement" ? passages.has(o.passage) : o.basis?.passages?.some((id) => passages.has(id)),
    );
  const count = <K extends string>(keys: K[]): Partial<Record<K, number>> => {
    const counts: Partial<Record<K, number>> = {};
    for (const key of keys) counts[key] = (counts[key] ?? 0) + 1;
    return counts;
  };
  return {
    source: source.id,
    title: source.title ?? source.file ?? source.id,
    already,
    repairs: byClass(text?.ops ?? []),
    gaps: gaps.length,
    gapTypes: count(gaps.map((gap) => gap.type)),
    furniture: text?.furniture.length ?? 0,
    proposals: proposals.length,
    ...(text?.layer === undefined ? {} : { said: text.layer.said }),
    seq: file.lastSeq,
  };
}
