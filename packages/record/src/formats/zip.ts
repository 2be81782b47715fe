import { Inflate } from "fflate";
import { charactersOf } from "../characters-of.ts";
import * as say from "../messages.ts";

/** A file of an archive, still packed. */
export interface ZipEntry {
  name: string;
  /** Unpacks it, within what is left of the archive's limit. */
  read(): Uint8Array;
}

export interface ZipLimits {
  /** Most bytes of all files unpacked in one reading, whatever the archive says of itself. */
  unpacked: number;
  /** Most files. */
  files: number;
}

/** Bytes unpacked at a time: what a bomb can make before it is seen. */
const STEP = 16_384;
const LAST_END = 65_557;

/**
 * The files of a ZIP archive in order, in memory: nothing is written, so no name in it leads anywhere. Read are files
 * stored or deflated, without encryption and ZIP64, which is what people's tools write; the format: PKWARE APPNOTE
 * 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16.
 * @throws RecordError when it is damaged, locked, or larger than the limits
 */
export function zipEntries(bytes: Uint8Array, limits: ZipLimits): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(bytes, view);
  const count = view.getUint16(end + 10, true);
  if (count > limits.files) throw say.tooManyFiles(count, limits.files);
  let at = view.getUint32(end + 16, true);
  let left = limits.unpacked;
  const entries: ZipEntry[] = [];
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) throw say.damaged("archive");
    const flags = view.getUint16(at + 8, true);
    const method = view.getUint16(at + 10, true);
    const packed = view.getUint32(at + 20, true);
    const nameEnd = at + 46 + view.getUint16(at + 28, true);
    const name = nameOf(bytes.subarray(at + 46, nameEnd), (flags & 0x800) !== 0);
    const local = view.getUint32(at + 42, true);
    at = nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (name.endsWith("/")) continue;
    const read = (): Uint8Array => {
      if ((flags & 1) !== 0) throw say.locked("archive");
      if (local + 30 > bytes.length || view.getUint32(local, true) !== 0x04034b50)
        throw say.damaged("archive");
      const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
      const body = bytes.subarray(start, start + packed);
      if (body.length !== packed) throw say.damaged("archive");
      if (method !== 0 && method !== 8) throw say.packedOtherwise(name);
      if (method === 0 && body.length > left) throw say.unpacksTooLarge(limits.unpacked);
      const content = method === 0 ? body : inflate(body, left, limits.unpacked);
      left -= content.length;
      return content;
    };
    entries.push({ name, read });
  }
  return entries;
}

/** Names say in a flag that they are UTF-8; many tools write UTF-8 without it, others the encoding of an old DOS. */
function nameOf(bytes: Uint8Array, utf8: boolean): string {
  try {
    return new TextDecoder("utf-8", { fatal: !utf8 }).decode(bytes);
  } catch {
    return charactersOf(bytes, "windows-1252");
  }
}

/** The end record: the last of its marks whose directory lies before it. */
function findEnd(bytes: Uint8Array, view: DataView): number {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - LAST_END); at--) {
    if (view.getUint32(at, true) === 0x06054b50 && view.getUint32(at + 16, true) <= at) return at;
  }
  throw say.damaged("archive");
}

/** Unpack, stopping as soon as more comes out than may. */
function inflate(body: Uint8Array, left: number, limit: number): Uint8Array {
  const chunks: Uint8Array[] = [];
  let length = 0;
  let ended = body.length === 0;
  const stream = new Inflate((chunk, last) => {
    length += chunk.length;
    if (length > left) throw say.unpacksTooLarge(limit);
    chunks.push(chunk);
    ended ||= last;
  });
  try {
    for (let at = 0; at < body.length; at += STEP) {
      const next = Math.min(at + STEP, body.length);
      stream.push(body.subarray(at, next), next === body.length);
    }
  } catch (error) {
    if (error instanceof Error && error.name === "RecordError") throw error;
    throw say.damaged("archive");
  }
  if (!ended) throw say.damaged("archive");
  const all = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}
