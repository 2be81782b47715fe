import type { Case, Level } from "@parley/case";
import { charactersOf } from "../characters-of.ts";
import { LIMITS } from "../limits.ts";
import * as say from "../messages.ts";
import { toClaimReview } from "./claim-review.ts";
import { fromCslJson, toCslJson } from "./csl-json.ts";
import { fromCsv, toCsv } from "./csv.ts";
import type { ExportFormat, ImportFormat, Table } from "./formats.ts";
import type { Incoming } from "./incoming.ts";
import { outgoing } from "./outgoing.ts";
import { fileOf, fromQdpx, meant, readQdpx, toQdpx } from "./qdpx.ts";
import { fromRis, toRis } from "./ris.ts";
import { fromWebAnnotation, toWebAnnotation } from "./web-annotation.ts";

/** A file for another tool. */
export interface Exported {
  bytes: Uint8Array;
  level: Level;
  /** Objects that were held back because they name somebody who is hidden at the level. */
  heldBack: number;
}

/**
 * Write what may be read at a level in a format of another tool.
 *
 * @param at the instant of the export, ISO: REFI-QDA asks for it
 */
export function exportAs(
  full: Case,
  format: ExportFormat,
  options: { level: Level; at: string; table?: Table },
): Exported {
  const out = outgoing(full, options.level);
  const text = (words: string): Uint8Array => new TextEncoder().encode(words);
  const bytes = ((): Uint8Array => {
    switch (format) {
      case "web-annotation":
        return text(toWebAnnotation(out));
      case "qdpx":
        return toQdpx(out, options.at);
      case "csv":
        return text(toCsv(out, options.table ?? "claims"));
      case "ris":
        return text(toRis(out));
      case "csl-json":
        return text(toCslJson(out));
      case "claim-review":
        return text(toClaimReview(out));
    }
  })();
  return { bytes, level: options.level, heldBack: out.heldBack };
}

/** What a file seems to be. */
export function formatOf(bytes: Uint8Array, name = ""): ImportFormat | undefined {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return "qdpx";
  const start = new TextDecoder("utf-8")
    .decode(bytes.subarray(0, 4096))
    .replace(/^\uFEFF/, "")
    .trimStart();
  if (/^[[{]/.test(start))
    return /"Annotation(?:Page|Collection)?"/.test(start) ? "web-annotation" : "csl-json";
  if (/^TY {2}- /m.test(start)) return "ris";
  if (/\.ris$/i.test(name)) return "ris";
  return /(?:^|[",;\t])exact(?:[",;\t\r\n]|$)/.test(start.split("\n")[0] ?? "") || /\.csv$/i.test(name)
    ? "csv"
    : undefined;
}

/** Texts that must be in the case before the rest of a file can be read, as files to take in. */
export interface Brought {
  name: string;
  bytes: Uint8Array;
}

/** A file of another tool, opened: the documents it brings, and what it comes to in a case that has them. */
export interface Opened {
  format: ImportFormat;
  brings(held: Case): Brought[];
  take(held: Case): Incoming;
}

/**
 * Open a file of another tool. Everything it comes to is proposed; nothing in the case is overwritten.
 *
 * @throws RecordError when it is not what it says, is damaged, or beyond the limits
 */
export function openExchange(
  bytes: Uint8Array,
  options: { format?: ImportFormat; name: string; at: string },
): Opened {
  const { name, at } = options;
  const format = options.format ?? formatOf(bytes, name);
  if (format === undefined) throw say.exchangeUnknown(name);
  if (format !== "qdpx" && bytes.length > LIMITS.bytes)
    throw say.tooLarge("bytes", bytes.length, LIMITS.bytes);
  const text = (): string => charactersOf(bytes, "utf-8");
  const none = (): Brought[] => [];
  switch (format) {
    case "web-annotation": {
      const json = parse(text(), "Web Annotation");
      return { format, brings: none, take: (held) => fromWebAnnotation(held, json, name, at) };
    }
    case "csl-json": {
      const json = parse(text(), "CSL-JSON");
      return { format, brings: none, take: (held) => fromCslJson(held, json) };
    }
    case "ris": {
      const words = text();
      return { format, brings: none, take: (held) => fromRis(held, words) };
    }
    case "csv": {
      const words = text();
      return { format, brings: none, take: (held) => fromCsv(held, words, name, at) };
    }
    case "qdpx": {
      const project = readQdpx(bytes);
      return {
        format,
        // A text that is there, be it under its title in a version of its own, is not taken in a second time.
        brings: (held) =>
          project.texts
            .filter((one) => meant(held, one).length === 0)
            .map((one) => ({ name: fileOf(one.name), bytes: new TextEncoder().encode(one.text) })),
        take: (held) => fromQdpx(held, project, name, at),
      };
    }
  }
}

/** A file as JSON. @throws RecordError when it is none */
function parse(text: string, format: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw say.notExchange(format, "JSON");
  }
}
