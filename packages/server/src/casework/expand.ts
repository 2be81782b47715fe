import { documentsOf, inOrder, LIMITS, mediaTypeOf, zipEntries } from "@parley/record/files";
import * as say from "../messages.ts";
import { UserError } from "./user-error.ts";

/** A document to be taken in: its bytes are got when its turn comes. */
export interface Given {
  name: string;
  read: () => Uint8Array;
}

/** Whether bytes are an archive of documents rather than a document that is packed (.docx). */
export function isArchive(bytes: Uint8Array, name: string): boolean {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b || !(bytes[2] === 3 || bytes[2] === 5)) return false;
  try {
    mediaTypeOf(bytes, undefined, name);
    return false;
  } catch {
    return !/\.(?:docm|dotx|odt|ods|odp|pptx|xlsx|epub|parley)$/i.test(name);
  }
}

/** What a name and its bytes stand for: the document itself, or the documents of an archive, in order of their names. */
export function expand(name: string, bytes: Uint8Array): Given[] {
  if (!isArchive(bytes, name)) return [{ name, read: () => bytes }];
  const entries = zipEntries(bytes, { unpacked: LIMITS.unpacked, files: LIMITS.files });
  const kept = documentsOf(entries.map((entry) => entry.name));
  return entries
    .filter((entry) => kept.has(entry.name))
    .sort((a, b) => inOrder(a.name, b.name))
    .map(
      (entry): Given => ({
        name: entry.name,
        read: () => {
          const inside = entry.read();
          if (isArchive(inside, entry.name)) throw new UserError("bad-archive", say.nestedArchive());
          return inside;
        },
      }),
    );
}
