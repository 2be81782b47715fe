import {
  type Actor,
  type Case,
  type CaseObject,
  type Gap,
  type Id,
  type Passage,
  refOf,
  type Source,
  type TextVersion,
} from "@parley/case";
import type { CleanedSource, SourceToClean } from "@parley/case/text";
import {
  anchorAt,
  applyDecisions,
  type CleanDocument,
  type CleanOptions,
  clean,
  type Decision,
  decisionsOf,
  knownActors,
  proposals,
  type Relocated,
  readDocument,
  recordOf,
  relocate,
  type SourceFacts,
  TextMap,
  toCase,
} from "@parley/record";
import type { RawReply, RepairRequest } from "../api.ts";

/** What is known of a document before it is read. */
export interface DocumentFacts {
  id: Id;
  sha256: string;
  file: string;
  size: number;
  knownAt: string;
  /** The encoding to read, whatever the document declares. */
  charset?: string;
}

/** A text version after decisions about its repairs, with the passages found again in it. */
export interface RederivedText {
  text: TextVersion;
  gaps: Gap[];
  passages: Passage[];
}

const actorsOf = (held: Case): Actor[] => held.inForce("actor");

/** Take a document apart: its source, text, gaps, and what the rules propose from it, waiting for review. */
export async function takeDocument(
  bytes: Uint8Array,
  facts: DocumentFacts,
  held: Case,
): Promise<CaseObject[]> {
  const actors = actorsOf(held);
  const { file, charset } = facts;
  const document = await read(bytes, charset === undefined ? { file } : { file, charset }, actors);
  const { charset: _, ...known } = facts;
  const about: SourceFacts = { ...known, actors };
  return toCase(document, proposals(document, knownActors(actors)), about);
}

/** Take apart a source of a text form that has no recorded text yet. */
export function cleanSource(bytes: Uint8Array, about: SourceToClean, sha256: string): CleanedSource {
  const document = clean(bytes, optionsOf(about, about.names));
  const accepted = document.ops.filter((op) => !op.applied && about.accept.includes(op.class));
  const repairs = Object.fromEntries(accepted.map((op): [string, Decision] => [op.id, "accept"]));
  const decided = accepted.length === 0 ? document : applyDecisions(document, { repairs });
  const { source, text, gaps } = recordOf(decided, { id: about.id, sha256 });
  const { id: _, kind: __, sha256: ___, ...found } = source;
  return { text, gaps, found };
}

/** The raw characters of a document, as it was decoded. */
export async function rawText(
  bytes: Uint8Array,
  source: Pick<Source, "file" | "mediaType" | "charset">,
): Promise<RawReply> {
  const { raw, charset } = await read(bytes, source, []);
  return { raw, charset: charset.name };
}

/** Apply a person's decisions to the same bytes, keep those made before, and find every passage again. */
export async function decideRepairs(
  bytes: Uint8Array,
  held: Case,
  id: Id,
  { repairs = {}, restore = [], fold = [] }: Omit<RepairRequest, "source">,
): Promise<RederivedText> {
  const source = held.get("source", id);
  const before = held.all("text").find((version) => version.source === id);
  if (source === undefined || before === undefined)
    throw new RangeError(`${refOf("source", id)} has no text version.`);
  const document = applyDecisions(await read(bytes, source, actorsOf(held)), decisionsOf(before));
  const decided = applyDecisions(document, { repairs, restore, fold });
  const now = recordOf(decided, { id, sha256: source.sha256 });
  const text = { ...before, ...now.text, id: before.id };
  const own = held.all("passage").filter((passage) => passage.source === id);
  return {
    text,
    gaps: now.gaps.map((gap) => ({ ...held.get("gap", gap.id), ...gap })),
    passages: own.map((passage) => found(passage, before, text)),
  };
}

interface ToRead {
  file?: string;
  mediaType?: string;
  charset?: string;
}

/** Read a document of any format again or for the first time. */
function read(
  bytes: Uint8Array,
  source: ToRead,
  actors: readonly (Actor | string)[],
): Promise<CleanDocument> {
  return readDocument(bytes, optionsOf(source, actors));
}

function optionsOf({ file, mediaType, charset }: ToRead, actors: readonly (Actor | string)[]): CleanOptions {
  const names = actors.flatMap((actor) =>
    typeof actor === "string"
      ? [actor]
      : knownActors([actor]).flatMap(({ name, aliases }) => [name, ...aliases]),
  );
  return {
    actors: names,
    ...(file === undefined ? {} : { name: file }),
    ...(mediaType === undefined ? {} : { mediaType }),
    ...(charset === undefined ? {} : { charset }),
  };
}

/**
 * A passage in the new text. The way through the raw characters is certain where its words came out unchanged; where
 * they did not, it is looked for, and becomes an orphan that asks when no place is certain.
 */
function found(passage: Passage, before: TextVersion, now: TextVersion): Passage {
  const { anchor: _, ...rest } = passage;
  const raw = new TextMap(before.map).toRaw([passage.start, passage.end]);
  const [start, end] = new TextMap(now.map).toClean(raw);
  const same = passage.exact !== "" && now.text.slice(start, end) === passage.exact;
  const place: Relocated = same
    ? { state: start === passage.start ? "exact" : "moved", start, end }
    : passage.exact === ""
      ? { state: "orphan" }
      : relocate(passage, now.text);
  if (place.state === "orphan") return { ...rest, anchor: { state: "orphan" } };
  const moved: Passage = { ...rest, ...anchorAt(now.text, place.start, place.end) };
  if (place.state === "moved") moved.anchor = { state: "moved" };
  if (place.state === "fuzzy") moved.anchor = { state: "fuzzy", score: place.score };
  return moved;
}
