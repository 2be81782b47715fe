import {
  type Actor,
  type Case,
  type CaseObject,
  type Gap,
  type Id,
  type LookFor,
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
import type { RawReply, RepairRequest, TryReply } from "../api.ts";

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
  const { charset, ...known } = facts;
  const asked = { file: facts.file, ...(charset === undefined ? {} : { charset }) };
  const document = await read(bytes, asked, actors);
  const about: SourceFacts = { ...known, actors, issues: held.inForce("issue") };
  return toCase(document, proposals(document, optionsOf(held)), about);
}

/** What the rules know of a case: its actors, and the words its analysts added. */
function optionsOf(held: Case): { actors: ReturnType<typeof knownActors>; lookFor: readonly LookFor[] } {
  return { actors: knownActors(actorsOf(held)), lookFor: held.info?.lookFor ?? [] };
}

/**
 * Let the rules look at a source again, after words or actors were added. Only what is not in the case yet comes: what
 * was accepted, edited or rejected stays what it is, and a proposal of the same rule at overlapping words counts as
 * the same.
 */
export async function lookAgain(
  bytes: Uint8Array,
  held: Case,
  id: Id,
  knownAt: string,
): Promise<CaseObject[]> {
  const source = held.get("source", id);
  const text = held.all("text").find((version) => version.source === id);
  if (source === undefined || text === undefined)
    throw new RangeError(`${refOf("source", id)} has no text version.`);
  const actors = actorsOf(held);
  const document = applyDecisions(await read(bytes, source, actors), decisionsOf(text));
  // The text the passages stand in is the case's; where the reading differs, nothing is anchored.
  if (document.text !== text.text) return [];
  const found = toCase(document, proposals(document, optionsOf(held)), {
    id,
    sha256: source.sha256,
    actors,
    issues: held.inForce("issue"),
    knownAt,
  });
  const passages = new Map<Id, Passage>();
  for (const one of found) if (one.kind === "passage") passages.set(one.id, one);
  const known = new Map<string, Passage[]>();
  const passageOf = (object: CaseObject): Passage | undefined => {
    const at = object.kind === "statement" ? object.passage : object.basis?.passages?.[0];
    return at === undefined ? undefined : (passages.get(at) ?? held.get("passage", at));
  };
  for (const object of held.objects()) {
    if (object.createdBy?.type !== "rule") continue;
    const passage = passageOf(object);
    if (passage === undefined || passage.source !== id) continue;
    const rule = `${object.kind} ${object.createdBy.name}`;
    known.set(rule, [...(known.get(rule) ?? []), passage]);
  }
  const fresh = found.filter((object) => {
    if (object.createdBy?.type !== "rule" || object.kind === "gap") return false;
    if (held.get(object.kind, object.id) !== undefined) return false;
    const passage = passageOf(object);
    const rule = `${object.kind} ${object.createdBy.name}`;
    return !(known.get(rule) ?? []).some(
      (other) => passage !== undefined && other.start < passage.end && other.end > passage.start,
    );
  });
  const needed = new Set(fresh.map((object) => passageOf(object)?.id));
  const extra = [...passages.values()].filter(
    (p) => needed.has(p.id) && held.get("passage", p.id) === undefined,
  );
  return [...extra, ...fresh];
}

/** What the rules would find in a text, with words to be tried. Nothing is kept. */
export function tryWords(text: string, lookFor: readonly LookFor[], held: Case): TryReply {
  const document = clean(new TextEncoder().encode(text), { mediaType: "text/plain" });
  const options = { actors: optionsOf(held).actors, lookFor };
  return {
    language: document.language?.code ?? null,
    text: document.text,
    proposals: proposals(document, options).map(({ kind, rule, reason, confidence, range, text: words }) => ({
      kind,
      rule,
      reason,
      confidence,
      range,
      text: words,
    })),
  };
}

/** Take apart a source of a text form that has no recorded text yet. */
export function cleanSource(bytes: Uint8Array, about: SourceToClean, sha256: string): CleanedSource {
  const document = clean(bytes, readingOf(about, about.names));
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
    gaps: [
      ...now.gaps.map((gap) => ({ ...held.get("gap", gap.id), ...gap })),
      ...byHand(held, id).map((gap) => movedGap(gap, before, text)),
    ],
    passages: own.map((passage) => found(passage, before, text)),
  };
}

/** A source read anew with another encoding: what it then says, and where its passages are. */
export interface Reread extends RederivedText {
  source: Source;
}

/**
 * Read the same bytes with another encoding. What was decided about repairs belonged to other characters and is not
 * kept; every passage is looked for in the new text, and becomes an orphan that asks where no place is certain.
 *
 * @throws RecordError for an encoding that is not known
 */
export async function rereadSource(bytes: Uint8Array, held: Case, id: Id, charset: string): Promise<Reread> {
  const source = held.get("source", id);
  const before = held.all("text").find((version) => version.source === id);
  if (source === undefined || before === undefined)
    throw new RangeError(`${refOf("source", id)} has no text version.`);
  const document = await read(bytes, { ...source, charset }, actorsOf(held));
  const now = recordOf(document, { id, sha256: source.sha256 });
  const text = { ...before, ...now.text, id: before.id };
  const own = held.all("passage").filter((passage) => passage.source === id);
  return {
    source: { ...source, charset: document.charset.name },
    text,
    gaps: now.gaps.map((gap) => ({ ...held.get("gap", gap.id), ...gap })),
    passages: own.map((passage) => {
      const { anchor: _, ...rest } = passage;
      return anchored(rest, passage.exact === "" ? { state: "orphan" } : relocate(passage, text.text), text);
    }),
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
  return readDocument(bytes, readingOf(source, actors));
}

function readingOf({ file, mediaType, charset }: ToRead, actors: readonly (Actor | string)[]): CleanOptions {
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

const byHand = (held: Case, source: Id): Gap[] =>
  held.all("gap").filter((gap) => gap.source === source && gap.createdBy?.type === "analyst");

/** A gap somebody marked, at the same raw characters in the new text. */
function movedGap(gap: Gap, before: TextVersion, now: TextVersion): Gap {
  const raw = new TextMap(before.map).toRaw(gap.range);
  return { ...gap, range: new TextMap(now.map).toClean(raw) };
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
  return anchored(rest, place, now);
}

/** A passage at the place where it was found. */
function anchored(rest: Omit<Passage, "anchor">, place: Relocated, now: TextVersion): Passage {
  if (place.state === "orphan") return { ...rest, anchor: { state: "orphan" } };
  const moved: Passage = { ...rest, ...anchorAt(now.text, place.start, place.end) };
  if (place.state === "moved") moved.anchor = { state: "moved" };
  if (place.state === "fuzzy") moved.anchor = { state: "fuzzy", score: place.score };
  return moved;
}
