import chardet from "chardet";
import { charactersOf } from "./characters-of.ts";
import { LIMITS } from "./limits.ts";
import * as say from "./messages.ts";

/** How the bytes became characters. */
export interface Charset {
  /** Lower-case name as in the Encoding Standard where it has one. */
  name: string;
  /** Asked for by the caller, declared by the document (mark, header or element), detected from bytes, or assumed. */
  how: "declared" | "detected" | "asked" | "assumed";
  /** 0 to 1: an order, not a probability. */
  confidence: number;
}

/** Turn bytes into characters. Marks at the start stay in the characters, so that offsets count everything. */
export function decode(
  bytes: Uint8Array,
  asked: string | undefined,
  declared: string | undefined,
): { raw: string; charset: Charset } {
  if (bytes.length > LIMITS.bytes) throw say.tooLarge("bytes", bytes.length, LIMITS.bytes);
  const charset = choose(bytes, asked, declared);
  const raw = charactersOf(bytes, charset.name);
  if (raw.length > LIMITS.characters) throw say.tooLarge("characters", raw.length, LIMITS.characters);
  return { raw, charset };
}

function decoderOf(name: string): InstanceType<typeof TextDecoder> {
  try {
    return new TextDecoder(name, { ignoreBOM: true });
  } catch {
    throw say.unknownCharset(name);
  }
}

const isKnown = (name: string): boolean => {
  try {
    new TextDecoder(name);
    return true;
  } catch {
    return false;
  }
};

function choose(bytes: Uint8Array, asked: string | undefined, declared: string | undefined): Charset {
  if (asked !== undefined) return { name: decoderOf(asked).encoding, how: "asked", confidence: 1 };
  const mark = byteOrderMark(bytes);
  if (mark !== undefined) return { name: mark, how: "declared", confidence: 1 };
  const utf8 = utf8Share(bytes);
  if (utf8 === undefined) {
    const wide = looksWide(bytes);
    if (wide !== undefined) return { name: wide, how: "detected", confidence: 0.9 };
    return { name: "utf-8", how: "detected", confidence: 1 };
  }
  // Valid UTF-8 with other bytes than ASCII is hardly ever anything else, whatever the document declares.
  if (utf8 === 1) return { name: "utf-8", how: "detected", confidence: 1 };
  if (declared !== undefined && isKnown(declared) && new TextDecoder(declared).encoding !== "utf-8") {
    return { name: new TextDecoder(declared).encoding, how: "declared", confidence: 0.9 };
  }
  const wide = looksWide(bytes);
  if (wide !== undefined) return { name: wide, how: "detected", confidence: 0.9 };
  if (utf8 >= 0.6) return { name: "utf-8", how: "detected", confidence: utf8 };
  const guess = chardet.analyse(bytes.subarray(0, 200_000)).find((match) => isKnown(match.name));
  if (guess !== undefined && guess.confidence >= 20) {
    return {
      name: new TextDecoder(guess.name).encoding,
      how: "detected",
      confidence: guess.confidence / 100,
    };
  }
  return { name: "windows-1252", how: "assumed", confidence: 0.2 };
}

function byteOrderMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return undefined;
}

/** UTF-16 without a mark: in a text with ASCII in it, every other byte of many is zero. */
function looksWide(bytes: Uint8Array): string | undefined {
  const length = Math.min(bytes.length & ~1, 20_000);
  if (length < 8) return undefined;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < length; i += 2) {
    if (bytes[i] === 0) even += 1;
    if (bytes[i + 1] === 0) odd += 1;
  }
  const half = length / 2;
  if (odd > 0.4 * half && even < 0.05 * half) return "utf-16le";
  if (even > 0.4 * half && odd < 0.05 * half) return "utf-16be";
  return undefined;
}

/** Share of the sequences beyond ASCII that are valid UTF-8; undefined when all bytes are ASCII. */
function utf8Share(bytes: Uint8Array): number | undefined {
  let good = 0;
  let bad = 0;
  for (let i = 0; i < bytes.length; i++) {
    const b = bytes[i]!;
    if (b < 0x80) continue;
    const more = b >= 0xc2 && b <= 0xdf ? 1 : b >= 0xe0 && b <= 0xef ? 2 : b >= 0xf0 && b <= 0xf4 ? 3 : 0;
    let n = 0;
    while (n < more && (bytes[i + n + 1] ?? 0) >> 6 === 2) n += 1;
    const second = bytes[i + 1] ?? 0;
    const overlong =
      (b === 0xe0 && second < 0xa0) ||
      (b === 0xed && second > 0x9f) ||
      (b === 0xf0 && second < 0x90) ||
      (b === 0xf4 && second > 0x8f);
    if (more > 0 && n === more && !overlong) {
      good += 1;
      i += more;
    } else bad += 1;
  }
  return good + bad === 0 ? undefined : good / (good + bad);
}
