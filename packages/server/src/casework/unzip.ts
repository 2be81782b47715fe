import { inflateRawSync } from "node:zlib";
import * as say from "../messages.ts";
import { UserError } from "./user-error.ts";

/** Most bytes all files of an archive may have when unpacked: what an archive says of itself is not believed. */
export const UNZIPPED_LIMIT: number = 256 * 1024 * 1024;
/** Most files of an archive. */
const ENTRY_LIMIT = 5000;

const refuse = (message: string): UserError =>
  new UserError("bad-archive", message, { todo: say.archiveTodo() });

/** Whether bytes begin as a ZIP archive does. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);
}

/**
 * The files of a ZIP archive by name, in memory: nothing is written, so no name in it leads anywhere. Only what people's
 * tools write is read (stored or deflated, no encryption, no ZIP64); the format: PKWARE APPNOTE 6.3.10, sections 4.3.7,
 * 4.3.12 and 4.3.16.
 * @throws UserError when it is damaged, or larger than the limits
 */
export function unzip(bytes: Uint8Array, limit: number = UNZIPPED_LIMIT): Map<string, Uint8Array> {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return read(data, limit);
  } catch (error) {
    if (error instanceof UserError) throw error;
    // Offsets that point outside, or data that is not deflated: a damaged or a hostile archive.
    throw refuse(say.archiveDamaged());
  }
}

function read(data: Buffer, limit: number): Map<string, Uint8Array> {
  const end = data.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  if (end < 0) throw refuse(say.archiveDamaged());
  const count = data.readUInt16LE(end + 10);
  if (count > ENTRY_LIMIT) throw refuse(say.archiveTooMany(count, ENTRY_LIMIT));
  const files = new Map<string, Uint8Array>();
  let at = data.readUInt32LE(end + 16);
  let left = limit;
  for (let i = 0; i < count; i++) {
    if (data.readUInt32LE(at) !== 0x02014b50) throw refuse(say.archiveDamaged());
    const flags = data.readUInt16LE(at + 8);
    const method = data.readUInt16LE(at + 10);
    const packed = data.readUInt32LE(at + 20);
    const [nameLength, extra, comment] = [28, 30, 32].map((o) => data.readUInt16LE(at + o)) as [
      number,
      number,
      number,
    ];
    const name = data.toString("utf8", at + 46, at + 46 + nameLength);
    const local = data.readUInt32LE(at + 42);
    at += 46 + nameLength + extra + comment;
    if (name.endsWith("/")) continue;
    if ((flags & 1) !== 0) throw refuse(say.archiveLocked(name));
    if (data.readUInt32LE(local) !== 0x04034b50) throw refuse(say.archiveDamaged());
    const start = local + 30 + data.readUInt16LE(local + 26) + data.readUInt16LE(local + 28);
    const body = data.subarray(start, start + packed);
    if (body.length !== packed) throw refuse(say.archiveDamaged());
    if (method !== 0 && method !== 8) throw refuse(say.archiveMethod(name));
    const content = method === 0 ? body : inflate(body, left, limit);
    left -= content.byteLength;
    if (left < 0) throw refuse(say.archiveTooLarge(limit));
    files.set(name, content);
  }
  return files;
}

function inflate(body: Buffer, left: number, limit: number): Uint8Array {
  try {
    return inflateRawSync(body, { maxOutputLength: Math.max(left, 1) });
  } catch (error) {
    if ((error as { code?: string }).code === "ERR_BUFFER_TOO_LARGE")
      throw refuse(say.archiveTooLarge(limit));
    throw error;
  }
}
