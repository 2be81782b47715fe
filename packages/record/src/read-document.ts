import { type CleanOptions, clean } from "./clean.ts";
import type { CleanDocument } from "./document.ts";
import { readPdf } from "./formats/pdf.ts";
import { mediaTypeOf } from "./media-type.ts";

/**
 * Read a document of any format that can be read: as `clean`, and the text layer of a PDF, whose reader is loaded when
 * the first one comes.
 *
 * @throws RecordError for what cannot be read
 */
export async function readDocument(bytes: Uint8Array, options: CleanOptions = {}): Promise<CleanDocument> {
  const { mediaType } = mediaTypeOf(bytes, options.mediaType, options.name);
  return clean(
    bytes,
    mediaType === "application/pdf" ? { ...options, layer: await readPdf(bytes) } : options,
  );
}
