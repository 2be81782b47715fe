import type { TextLayer } from "@parley/case";
import type { Charset } from "../decode.ts";
import type { Extracted } from "../extract/extracted.ts";
import type { MediaType } from "../media-type.ts";

/** A document as a format's reader gives it: the characters that offsets count, and the lines read from them. */
export interface Layer {
  raw: string;
  charset: Charset;
  mediaType: MediaType;
  extracted: Extracted;
  /** Absent: `raw` is the file's own characters, decoded. */
  layer?: TextLayer;
}

/** The encoding of a layer whose characters the format itself gives. */
export const BY_FORMAT: Charset = { name: "utf-8", how: "declared", confidence: 1 };
