import {
  type Case,
  type Gap,
  type Id,
  type Passage,
  type Range,
  REPAIR_CLASSES,
  type RepairClass,
  refOf,
  type Source,
  type TextVersion,
} from "@parley/case";
import type { CleanedSource, SourceToClean } from "@parley/case/text";
import {
  applyDecisions,
  type CleanDocument,
  clean,
  type Decision,
  decisionsOf,
  TextMap,
} from "@parley/record";
import type { RepairRequest } from "../api.ts";
import type { RederivedText } from "./rooms.ts";

/** Take a document apart and put it into objects of a case. */
export function cleanSource(bytes: Uint8Array, about: SourceToClean): CleanedSource {
  const { file, mediaType, charset, names } = about;
  const options = {
    name: file,
    actors: names,
    ...(mediaType === undefined ? {} : { mediaType }),
    ...(charset === undefined ? {} : { charset }),
  };
  const read = clean(bytes, options);
  const accepted = read.ops.filter((op) => !op.applied && about.accept.includes(op.class));
  const repairs = Object.fromEntries(accepted.map((op): [string, Decision] => [op.id, "accept"]));
  return objectsOf(accepted.length === 0 ? read : applyDecisions(read, { repairs }), about.id);
}

/** The objects that a document gives, named for its source. */
export function objectsOf(read: CleanDocument, source: Id): CleanedSource {
  const { metadata } = read;
  const createdBy = { type: "rule" as const, name: "record" };
  const text: TextVersion = {
    id: source,
    kind: "text",
    source,
    text: read.text,
    ops: read.ops,
    furniture: read.furniture,
    blocks: read.blocks,
    map: [...read.map.segments],
    rawLength: read.raw.length,
    createdBy,
  };
  const at = Object.entries(metadata).map(([field, value]): [string, Range] => [field, value.raw]);
  if (at.length > 0) text.metadataAt = Object.fromEntries(at);
  const gaps = read.gaps.map(
    (gap): Gap => ({
      id: `${source}.${gap.id}`,
      kind: "gap",
      source,
      type: gap.kind,
      range: gap.range,
      context: gap.context,
      createdBy: { ...createdBy, reason: gap.reason, confidence: gap.confidence },
    }),
  );
  const found: CleanedSource["found"] = { mediaType: read.mediaType, charset: read.charset.name };
  if (metadata.title !== undefined) found.title = metadata.title.value;
  if (metadata.byline !== undefined) found.byline = metadata.byline.value;
  if (metadata.publisher !== undefined) found.publisher = metadata.publisher.value;
  if (typeof metadata.firstPublisher?.value === "string")
    found.firstPublisher = metadata.firstPublisher.value;
  if (metadata.published !== undefined) found.published = dayOf(metadata.published.value, read);
  if (read.language !== null) found.language = read.language.code;
  return { text, gaps, found };
}

/** A day as the document states it. */
function dayOf(day: string, read: CleanDocument): NonNullable<Source["published"]> {
  const said = read.metadata.published;
  const words = said === undefined ? day : read.raw.slice(...said.raw);
  return { earliest: day, latest: day, precision: "day", text: words, basis: "stated" };
}

/** Apply a person's decisions to the same bytes, keep those made before, and find every passage again. */
export function decide(bytes: Uint8Array, held: Case, source: Id, request: RepairRequest): RederivedText {
  const about = held.get("source", source);
  const before = held.all("text").find((version) => version.source === source);
  if (about === undefined || before === undefined)
    throw new RangeError(`No text of ${refOf("source", source)}.`);
  const names = held
    .inForce("actor")
    .flatMap((actor) => [
      actor.name,
      ...(actor.aliases ?? []).map((alias) => (typeof alias === "string" ? alias : alias.name)),
    ]);
  const read = clean(bytes, {
    name: about.file ?? about.id,
    actors: names,
    ...(about.mediaType === undefined ? {} : { mediaType: about.mediaType }),
    ...(about.charset === undefined ? {} : { charset: about.charset }),
  });
  const decided = applyDecisions(applyDecisions(read, decisionsOf(before)), {
    repairs: request.repairs ?? {},
    restore: request.restore ?? [],
    fold: request.fold ?? [],
  });
  const { text, gaps } = objectsOf(decided, source);
  const passages = held
    .all("passage")
    .filter((passage) => passage.source === source)
    .map((passage) => anchored(passage, before, text));
  return {
    text: { ...before, ...text },
    gaps: gaps.map((gap) => ({ ...held.get("gap", gap.id), ...gap })),
    passages,
  };
}

/**
 * Find a passage in the new text: the same raw characters first, then the only place where its words stand between the
 * same neighbours. What is found in neither way is an orphan and asks: a wrong place would be worse.
 */
function anchored(passage: Passage, before: TextVersion, now: TextVersion): Passage {
  const { exact, prefix, suffix } = passage;
  const raw = new TextMap(before.map).toRaw([passage.start, passage.end]);
  const [start, end] = new TextMap(now.map).toClean(raw);
  const put = (from: number, to: number, state: "exact" | "moved"): Passage => {
    const { anchor: _, ...rest } = passage;
    const found = {
      ...rest,
      start: from,
      end: to,
      prefix: now.text.slice(Math.max(0, from - 32), from),
      suffix: now.text.slice(to, to + 32),
    };
    return state === "exact" ? found : { ...found, anchor: { state } };
  };
  if (end > start && now.text.slice(start, end) === exact)
    return put(start, end, start === passage.start ? "exact" : "moved");
  const places: number[] = [];
  for (let at = now.text.indexOf(exact); at >= 0 && exact !== ""; at = now.text.indexOf(exact, at + 1)) {
    const near = now.text.slice(Math.max(0, at - 8), at) === prefix.slice(-Math.min(8, at));
    const after = now.text.slice(at + exact.length, at + exact.length + 8) === suffix.slice(0, 8);
    if (near || after) places.push(at);
  }
  const [only] = places;
  if (only !== undefined && places.length === 1) return put(only, only + exact.length, "moved");
  // The repair went through the passage itself: the same raw characters now read otherwise.
  if (end > start && raw[1] > raw[0]) {
    const score = alike(exact, now.text.slice(start, end));
    if (score >= 0.7)
      return {
        ...put(start, end, "exact"),
        exact: now.text.slice(start, end),
        anchor: { state: "fuzzy", score },
      };
  }
  return { ...passage, anchor: { state: "orphan" } };
}

/** Share of the longer text's characters that both begin and end with: what a repair in the middle leaves alike. */
function alike(a: string, b: string): number {
  const least = Math.min(a.length, b.length);
  let head = 0;
  while (head < least && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < least - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  const most = Math.max(a.length, b.length);
  return most === 0 ? 1 : (head + tail) / most;
}

/** Repairs by class. */
export function byClass(ops: readonly { class: RepairClass }[]): Partial<Record<RepairClass, number>> {
  const counts: Partial<Record<RepairClass, number>> = {};
  for (const name of REPAIR_CLASSES) {
    const count = ops.filter((op) => op.class === name).length;
    if (count > 0) counts[name] = count;
  }
  return counts;
}
