import type { Range } from "@parley/case";
import { namedDay } from "./dates.ts";
import type { Extracted } from "./extract/extracted.ts";
import type { FurnitureFound } from "./furniture.ts";
import type { Placed } from "./layout.ts";
import { gapReason } from "./messages.ts";

/** A value read from the document, and where. */
export interface ReadValue<T = string> {
  value: T;
  /** In the raw characters. */
  raw: Range;
}

/** What the document says of itself. Absent: it does not say. */
export interface Metadata {
  title?: ReadValue;
  byline?: ReadValue;
  publisher?: ReadValue;
  /** Where the copy was saved from. */
  host?: ReadValue;
  /** `YYYY-MM-DD`; `weekdayAgrees` tells whether a weekday named beside it is that day's own. */
  published?: ReadValue & { weekdayAgrees?: boolean };
  /** Who published it first; `gap` instead of a value where the name is missing. */
  firstPublisher?: { value: string | null; raw: Range; gap?: string };
  series?: ReadValue<string[]>;
  topics?: ReadValue<string[]>;
}

/** Where the name of the first publisher is missing: an offset of the extracted text. */
export interface MissingPublisher {
  at: number;
  reason: string;
}

const BY =
  /\bby[ \u00a0]+(\p{Lu}[\p{L}.'’-]*(?:[ \u00a0]+(?:\p{Lu}[\p{L}.'’-]*|de|van|von|der|al|bin|and|&)){0,7})/u;
const POSTED = /^(?:posted|published|updated|last updated|written|by)\b/i;
const FIRST = /\b(?:was )?(?:first|originally) (?:published|appeared) (?:by|in|on|at)\b[ \u00a0]*(.*)$/i;

/** Read what the document says of itself, from its head, its byline and the lines around the body. */
export function readMetadata(
  extracted: Extracted,
  lines: readonly Placed[],
  found: FurnitureFound,
): { metadata: Metadata; missing: MissingPublisher | undefined } {
  const metadata: Metadata = {};
  const rawOf = (range: Range): Range => extracted.map.toRaw(range);
  for (const { field, value, raw } of extracted.head) {
    if (field === "published") {
      const named = namedDay(value);
      if (named !== undefined) metadata.published ??= { value: named.day, raw };
    } else metadata[field] ??= { value, raw };
  }
  const title = lines.find((line) => line.type === "title" && line.furniture === undefined);
  // A page's head often adds the site's name: the heading itself is the better title.
  if (title !== undefined) metadata.title = { value: title.seen.replace(/^# /, ""), raw: rawOf(title.range) };
  for (const line of lines) {
    if (line.type !== "byline" || line.furniture !== undefined || !POSTED.test(line.seen)) continue;
    readByline(line, metadata, rawOf);
  }
  const missing = readFirstPublisher(lines, metadata, rawOf);
  for (const field of ["series", "topics"] as const) {
    const read = found[field].map((i) => lines[i]!);
    if (read.length === 0) continue;
    const raw: Range = [rawOf(read[0]!.range)[0], rawOf(read.at(-1)!.range)[1]];
    metadata[field] = { value: [...new Set(read.map((line) => line.seen))], raw };
  }
  return { metadata, missing };
}

function readByline(line: Placed, metadata: Metadata, rawOf: (range: Range) => Range): void {
  // Repairs in a byline keep its length only by chance: places are told for the whole line then.
  const exact = line.seen.length === line.range[1] - line.range[0];
  const place = (start: number, end: number): Range =>
    rawOf(exact ? [line.range[0] + start, line.range[0] + end] : line.range);
  const named = namedDay(line.seen);
  if (named !== undefined && metadata.published === undefined) {
    metadata.published = { value: named.day, raw: place(named.start, named.end) };
    if (named.weekdayAgrees !== undefined) metadata.published.weekdayAgrees = named.weekdayAgrees;
  }
  const by = BY.exec(/^by /.test(line.seen) ? line.seen : line.seen.replace(/^By /, "by "));
  if (by !== null && metadata.byline === undefined) {
    const start = by.index + by[0].length - by[1]!.length;
    metadata.byline = { value: by[1]!, raw: place(start, start + by[1]!.length) };
  }
}

function readFirstPublisher(
  lines: readonly Placed[],
  metadata: Metadata,
  rawOf: (range: Range) => Range,
): MissingPublisher | undefined {
  for (const line of lines) {
    if (line.seen.length > 200) continue;
    const match = FIRST.exec(line.seen);
    if (match === null) continue;
    const name = match[1]!.replace(/[.\s]+$/, "");
    if (name === "") {
      metadata.firstPublisher = { value: null, raw: rawOf(line.range) };
      return { at: line.range[1], reason: gapReason.firstPublisher };
    }
    metadata.firstPublisher = { value: name, raw: rawOf(line.range) };
    return undefined;
  }
  return undefined;
}
