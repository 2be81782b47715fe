import { Unzlib } from "fflate";
import { LIMITS } from "../limits.ts";
import * as say from "../messages.ts";

const STEP = 16_384;
const STREAM = new TextEncoder().encode("stream");

/**
 * Refuse a PDF whose streams unpack to more than the limit before pdf.js unpacks them whole. Streams are found by
 * their marks, whatever the file's tables say; what looks like deflated data is unpacked and counted, nothing is kept.
 * Streams of an encrypted file cannot be seen through: there the time and memory of the reading thread are the bound.
 */
export function refuseBombs(bytes: Uint8Array): void {
  let left = LIMITS.unpacked;
  let at = 0;
  const started = performance.now();
  for (;;) {
    at = find(bytes, STREAM, at);
    if (at < 0) return;
    const ended = bytes[at - 1] === 100 && bytes[at - 2] === 110 && bytes[at - 3] === 101;
    at += STREAM.length;
    if (ended) continue;
    // Two filters of one kind in a row are made by nobody but those who want to pack tighter than deflate can.
    const dictionary = new TextDecoder("latin1").decode(bytes.subarray(Math.max(0, at - 600), at));
    const own = dictionary.slice(dictionary.lastIndexOf(" obj") + 1);
    if ((own.match(/\/(?:FlateDecode|Fl)\b/g)?.length ?? 0) > 1) throw say.unpacksTooLarge(LIMITS.unpacked);
    let start = at;
    if (bytes[start] === 13) start += 1;
    if (bytes[start] === 10) start += 1;
    if (!isZlib(bytes, start)) continue;
    left -= unpackedLength(bytes, start, left);
    if (left < 0) throw say.unpacksTooLarge(LIMITS.unpacked);
    if (performance.now() - started > LIMITS.millis) throw say.tooSlow(LIMITS.millis);
  }
}

const isZlib = (bytes: Uint8Array, at: number): boolean =>
  ((bytes[at] ?? 0) & 0x0f) === 8 && (((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)) % 31 === 0;

/** How much a stream unpacks to, counted no further than one beyond `most`. */
function unpackedLength(bytes: Uint8Array, start: number, most: number): number {
  let length = 0;
  const stream = new Unzlib((chunk) => {
    length += chunk.length;
  });
  try {
    for (let at = start; at < bytes.length && length <= most; at += STEP) {
      const before = length;
      stream.push(bytes.subarray(at, Math.min(at + STEP, bytes.length)), at + STEP >= bytes.length);
      // Deflated data always gives something: nothing means that it has ended.
      if (length === before) break;
    }
  } catch {
    // Past its end, or not deflated after all: what came out is counted.
  }
  return length;
}

function find(bytes: Uint8Array, word: Uint8Array, from: number): number {
  let at = bytes.indexOf(word[0]!, from);
  while (at >= 0) {
    let i = 1;
    while (i < word.length && bytes[at + i] === word[i]) i += 1;
    if (i === word.length) return at;
    at = bytes.indexOf(word[0]!, at + 1);
  }
  return -1;
}
