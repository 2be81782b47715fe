import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { type CleanDocument, RecordError, readDocument as read } from "@parley/record";
import { fromSystemError, UserError } from "@parley/server/casework";
import { readStdin } from "./output.ts";

export interface DocumentOptions {
  charset?: string;
  actor?: string[];
}

/** Read a document by itself, from a file or `-`. @throws UserError naming it */
export async function readDocument(document: string, options: DocumentOptions): Promise<CleanDocument> {
  try {
    const bytes = document === "-" ? await readStdin() : readFileSync(document);
    return await read(bytes, {
      ...(document === "-" ? {} : { name: basename(document) }),
      ...(options.charset === undefined ? {} : { charset: options.charset }),
      actors: options.actor ?? [],
    });
  } catch (error) {
    if (error instanceof RecordError)
      throw new UserError(error.code, error.message, { where: document, cause: error });
    throw fromSystemError(error, document) ?? error;
  }
}
