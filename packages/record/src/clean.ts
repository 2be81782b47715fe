import type { Range } from "@parley/case";
import { decode } from "./decode.ts";
import { derive, textOf } from "./derive.ts";
import type { CleanDocument } from "./document.ts";
import type { Extracted } from "./extract/extracted.ts";
import { extractHtml } from "./extract/html.ts";
import { extractPlain } from "./extract/plain.ts";
import { readDocx } from "./formats/docx.ts";
import type { Layer } from "./formats/layer.ts";
import { readMessage } from "./formats/message.ts";
import { readSavedPage } from "./formats/saved-page.ts";
import { findGaps } from "./gaps/gaps.ts";
import { type Hole, lostLinks } from "./gaps/lost-link.ts";
import { languageOf } from "./language.ts";
import { layOut } from "./layout.ts";
import { LIMITS } from "./limits.ts";
import { declaredCharset, mediaTypeOf } from "./media-type.ts";
import * as say from "./messages.ts";
import { readMetadata } from "./metadata.ts";
import type { Plan } from "./plan.ts";
import type { FoundRepair } from "./repair/found-repair.ts";
import { findRepairs } from "./repair/repair.ts";

export interface CleanOptions {
  /** The file's name: its ending tells the media type when nothing else does. */
  name?: string;
  /** As a server or user says; may carry a charset. */
  mediaType?: string;
  /** The encoding to read, whatever the document declares. */
  charset?: string;
  /** Known names, by which a disguised name is recognised. */
  actors?: readonly string[];
  /** The document as a reader of its format gave it; `readDocument` fills it in for formats that are not read at once. */
  layer?: Layer;
}

/**
 * Read a document: decode, take apart, repair what is certain, propose what is not, mark what is missing. Scripts
 * never run and nothing is fetched. The same bytes and options always give the same document.
 *
 * A PDF is read by `readDocument`, which waits for its reader.
 *
 * @throws RecordError for what cannot be read: too large, too deep, too slow, not a text.
 */
export function clean(bytes: Uint8Array, options: CleanOptions = {}): CleanDocument {
  const started = performance.now();
  const inTime = (): void => {
    if (performance.now() - started > LIMITS.millis) throw say.tooSlow(LIMITS.millis);
  };
  if (bytes.length > LIMITS.bytes) throw say.tooLarge("bytes", bytes.length, LIMITS.bytes);
  const { raw, charset, mediaType, extracted, layer } = options.layer ?? readLayer(bytes, options);
  inTime();
  const repairs = findRepairs(extracted.text, options.actors ?? []);
  inTime();
  const { lines, found } = layOut(extracted, seenLines(extracted, repairs));
  const { metadata, missing } = readMetadata(extracted, lines, found);
  const settled = { repairs: new Map(), restored: new Set<number>() };
  const { text, inner } = textOf({ extracted, repairs, lines, settled });
  const language = languageOf(text, extracted.language);
  inTime();
  // The rules for lost words know English; a text too short to tell is tried.
  const holes =
    language === null || language.code === "en"
      ? lostLinks(text).map((hole) => innerHole(hole, inner.toRaw([Math.max(0, hole.at - 1), hole.at])))
      : [];
  const gaps = findGaps(extracted, repairs, holes, missing);
  inTime();
  const plan: Plan = {
    raw,
    extracted,
    repairs,
    lines,
    gaps,
    metadata,
    charset,
    language,
    mediaType,
    settled,
    ...(layer === undefined ? {} : { layer }),
  };
  const document = derive(plan);
  nameMissingPublisher(document, missing?.at);
  return document;
}

/** Take the bytes apart by their format. */
function readLayer(bytes: Uint8Array, options: CleanOptions): Layer {
  const { mediaType, charset: header } = mediaTypeOf(bytes, options.mediaType, options.name);
  switch (mediaType) {
    case "application/pdf":
      throw say.pdfAtOnce();
    case "multipart/related":
      return readSavedPage(bytes, options.charset);
    case "message/rfc822":
      return readMessage(bytes, options.charset);
    case "text/html":
    case "text/plain":
    case "text/markdown": {
      const declared = header ?? (mediaType === "text/html" ? declaredCharset(bytes) : undefined);
      const { raw, charset } = decode(bytes, options.charset, declared);
      const extracted =
        mediaType === "text/html" ? extractHtml(raw) : extractPlain(raw, mediaType === "text/markdown");
      return { raw, charset, mediaType, extracted };
    }
    default:
      return readDocx(bytes);
  }
}

const innerHole = (hole: Hole, range: Range): Hole => ({ ...hole, at: range[1] });

/** The lines with the certain repairs made. */
function seenLines({ text, lines }: Extracted, repairs: readonly FoundRepair[]): string[] {
  let r = 0;
  return lines.map(({ range: [start, end] }) => {
    while (r < repairs.length && repairs[r]!.range[0] < start) r += 1;
    let seen = "";
    let at = start;
    for (let i = r; i < repairs.length && repairs[i]!.range[1] <= end; i++) {
      const { range, to, class: c } = repairs[i]!;
      if (c !== "A") continue;
      seen += text.slice(at, range[0]) + to;
      at = range[1];
    }
    return seen + text.slice(at, end);
  });
}

/** Point the metadata at the gap where the first publisher's name is missing. */
function nameMissingPublisher(document: CleanDocument, at: number | undefined): void {
  const { firstPublisher } = document.metadata;
  if (at === undefined || firstPublisher === undefined) return;
  const gap = document.gaps.find((g) => g.raw[0] === firstPublisher.raw[1]);
  if (gap !== undefined) firstPublisher.gap = gap.id;
}
