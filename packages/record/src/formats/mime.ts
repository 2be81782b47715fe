import { charactersOf } from "../characters-of.ts";
import { LIMITS } from "../limits.ts";
import * as say from "../messages.ts";

/*
 * Messages and saved pages as MIME says: RFC 5322 (headers), 2045 and 2046 (parts), 2047 (words in headers), 2231
 * (parameters in other encodings). Lenient in reading, as mail programs are; nothing is fetched.
 */

/** One part of a message: its headers, and its content decoded from what carries it, or parts of its own. */
export interface MimePart {
  /** Names in lower case; of several with one name the first. */
  headers: ReadonlyMap<string, string>;
  /** Lower case, `text/plain` where none is told. */
  type: string;
  charset?: string;
  /** Name of the file, where it is one. */
  name?: string;
  /** Whether it is meant to be shown apart. */
  attached: boolean;
  /** Start of the root part of a related set. */
  start?: string;
  body: Uint8Array;
  parts: MimePart[];
}

const latin1 = new TextDecoder("latin1");

/** Read a message. @throws RecordError when its parts lie too deep or are too many */
export function readMime(bytes: Uint8Array): MimePart {
  return part(bytes, 0, { parts: 0 });
}

function part(bytes: Uint8Array, depth: number, count: { parts: number }): MimePart {
  if (depth > LIMITS.parts) throw say.tooDeepMessage(LIMITS.parts);
  count.parts += 1;
  if (count.parts > LIMITS.files) throw say.tooManyFiles(count.parts, LIMITS.files);
  const { headers, start } = readHeaders(bytes);
  const [type, parameters] = withParameters(headers.get("content-type") ?? "text/plain");
  const [disposition, more] = withParameters(headers.get("content-disposition") ?? "");
  const result: MimePart = {
    headers,
    type,
    attached: disposition === "attachment",
    body: bytes.subarray(start),
    parts: [],
  };
  const name = more.get("filename") ?? parameters.get("name");
  if (name !== undefined) result.name = decodeWords(name);
  const charset = parameters.get("charset");
  if (charset !== undefined) result.charset = charset;
  const root = parameters.get("start");
  if (root !== undefined) result.start = root;
  const boundary = parameters.get("boundary");
  if (type.startsWith("multipart/") && boundary !== undefined && boundary !== "") {
    result.parts = split(bytes, start, boundary).map(([from, to]) =>
      part(bytes.subarray(from, to), depth + 1, count),
    );
  } else {
    const carried = (headers.get("content-transfer-encoding") ?? "").trim().toLowerCase();
    if (carried === "base64") result.body = fromBase64(result.body);
    else if (carried === "quoted-printable") result.body = fromQuotedPrintable(result.body);
  }
  return result;
}

/** Headers up to the first empty line, continued lines joined, and where the body starts. */
function readHeaders(bytes: Uint8Array): { headers: Map<string, string>; start: number } {
  const headers = new Map<string, string>();
  let at = 0;
  let last: string | undefined;
  while (at < bytes.length) {
    let end = bytes.indexOf(10, at);
    if (end < 0) end = bytes.length;
    const line = headerText(bytes.subarray(at, end)).replace(/\r$/, "");
    at = Math.min(end + 1, bytes.length);
    if (line === "") break;
    if (/^[ \t]/.test(line)) {
      if (last !== undefined) headers.set(last, `${headers.get(last)} ${line.trim()}`);
      continue;
    }
    const colon = line.indexOf(":");
    // A line of another kind ("From x@y Mon …" of a mailbox) is none of the headers.
    if (colon <= 0) {
      last = undefined;
      continue;
    }
    const name = line.slice(0, colon).trim().toLowerCase();
    last = headers.has(name) ? undefined : name;
    if (last !== undefined) headers.set(name, line.slice(colon + 1).trim());
  }
  return { headers, start: at };
}

/** Headers are ASCII; newer programs write UTF-8 in them (RFC 6532). */
function headerText(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return latin1.decode(bytes);
  }
}

/** A value and its parameters; those of RFC 2231 (`name*=utf-8''…`, `name*0=`) put together. */
export function withParameters(value: string): [value: string, parameters: Map<string, string>] {
  const [first, ...rest] = value.match(/(?:"(?:\\.|[^"\\])*"|[^;"]|")+/g) ?? [""];
  const plain = new Map<string, string>();
  const pieces = new Map<string, { n: number; text: string; encoded: boolean }[]>();
  for (const one of rest) {
    const equals = one.indexOf("=");
    if (equals < 0) continue;
    const key = one.slice(0, equals).trim().toLowerCase();
    const text = one
      .slice(equals + 1)
      .trim()
      .replace(/^"([\s\S]*)"$/, "$1")
      .replace(/\\(.)/g, "$1");
    const match = /^(.*?)(?:\*(\d{1,3}))?(\*)?$/.exec(key);
    if (match === null || (match[2] === undefined && match[3] === undefined)) {
      if (!plain.has(key)) plain.set(key, text);
      continue;
    }
    const list = pieces.get(match[1]!) ?? [];
    list.push({ n: Number(match[2] ?? 0), text, encoded: match[3] !== undefined });
    pieces.set(match[1]!, list);
  }
  for (const [key, list] of pieces) {
    list.sort((a, b) => a.n - b.n);
    const charset = /^([^']*)'[^']*'/.exec(list[0]!.text);
    const bytes = list.flatMap(({ text, encoded }, i) =>
      encoded
        ? unpercent(i === 0 && charset !== null ? text.slice(charset[0].length) : text)
        : [...new TextEncoder().encode(text)],
    );
    plain.set(key, decodeAs(new Uint8Array(bytes), charset?.[1] || "utf-8"));
  }
  return [first.trim().toLowerCase(), plain];
}

/** The bytes of a text in which some are written as `%hh`. */
function unpercent(text: string): number[] {
  const bytes: number[] = [];
  for (const [whole, hex] of text.matchAll(/%([0-9a-f]{2})|[\s\S]/giu)) {
    if (hex === undefined) bytes.push(...new TextEncoder().encode(whole));
    else bytes.push(Number.parseInt(hex, 16));
  }
  return bytes;
}

function decodeAs(bytes: Uint8Array, charset: string): string {
  try {
    return charactersOf(bytes, charset);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}

/** The encoded words of a header (RFC 2047), neighbours joined before they are decoded. */
export function decodeWords(text: string): string {
  const joined = text.replace(/(\?=)[ \t]+(?==\?)/g, "$1");
  return joined.replace(/(?:=\?[^?\s]{1,60}\?[bq]\?[^?\s]*\?=)+/gi, (run) => {
    const words = [...run.matchAll(/=\?([^?*\s]+)(?:\*[^?\s]*)?\?([bq])\?([^?\s]*)\?=/gi)];
    let out = "";
    // A character may be cut between two words of one encoding.
    for (let i = 0; i < words.length; ) {
      const charset = words[i]![1]!;
      const bytes: number[] = [];
      while (i < words.length && words[i]![1]!.toLowerCase() === charset.toLowerCase()) {
        const [, , how, body] = words[i]!;
        const raw = new TextEncoder().encode(how!.toLowerCase() === "q" ? body!.replaceAll("_", " ") : body!);
        bytes.push(...(how!.toLowerCase() === "q" ? fromQuotedPrintable(raw) : fromBase64(raw)));
        i += 1;
      }
      out += decodeAs(new Uint8Array(bytes), charset);
    }
    return out;
  });
}

/** Where the parts between boundary lines lie (RFC 2046, 5.1.1). */
function split(bytes: Uint8Array, start: number, boundary: string): [number, number][] {
  const mark = new TextEncoder().encode(`--${boundary}`);
  const found: [number, number][] = [];
  let open = -1;
  let at = start;
  while (at < bytes.length) {
    let end = bytes.indexOf(10, at);
    if (end < 0) end = bytes.length;
    if (startsWith(bytes, at, mark)) {
      const rest = latin1
        .decode(bytes.subarray(at + mark.length, Math.min(end, at + mark.length + 20)))
        .trim();
      if (rest === "" || rest === "--") {
        // The line end before a boundary belongs to it.
        let to = at;
        if (to > start && bytes[to - 1] === 10) to -= 1;
        if (to > start && bytes[to - 1] === 13) to -= 1;
        if (open >= 0) found.push([open, Math.max(open, to)]);
        open = rest === "--" ? -1 : Math.min(end + 1, bytes.length);
        if (rest === "--") return found;
      }
    }
    at = end + 1;
  }
  // A message cut off keeps what there is of its last part.
  if (open >= 0) found.push([open, bytes.length]);
  return found;
}

function startsWith(bytes: Uint8Array, at: number, mark: Uint8Array): boolean {
  if (at + mark.length > bytes.length) return false;
  for (let i = 0; i < mark.length; i++) if (bytes[at + i] !== mark[i]) return false;
  return true;
}

function fromBase64(bytes: Uint8Array): Uint8Array {
  const out = new Uint8Array(Math.ceil((bytes.length * 3) / 4));
  let n = 0;
  let held = 0;
  let bits = 0;
  for (const b of bytes) {
    const v =
      b >= 65 && b <= 90
        ? b - 65
        : b >= 97 && b <= 122
          ? b - 71
          : b >= 48 && b <= 57
            ? b + 4
            : b === 43 || b === 45
              ? 62
              : b === 47 || b === 95
                ? 63
                : -1;
    if (v < 0) continue;
    held = ((held << 6) | v) & 0xffffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      out[n++] = (held >> bits) & 0xff;
    }
  }
  return out.subarray(0, n);
}

function fromQuotedPrintable(bytes: Uint8Array): Uint8Array {
  const out = new Uint8Array(bytes.length);
  let n = 0;
  const hex = (b: number | undefined): number =>
    b === undefined
      ? -1
      : b >= 48 && b <= 57
        ? b - 48
        : b >= 65 && b <= 70
          ? b - 55
          : b >= 97 && b <= 102
            ? b - 87
            : -1;
  for (let i = 0; i < bytes.length; i++) {
    const b = bytes[i]!;
    if (b !== 61) {
      out[n++] = b;
      continue;
    }
    const high = hex(bytes[i + 1]);
    const low = hex(bytes[i + 2]);
    if (high >= 0 && low >= 0) {
      out[n++] = high * 16 + low;
      i += 2;
      continue;
    }
    // A line end after "=" (blanks between them allowed) is none of the text.
    let j = i + 1;
    while (bytes[j] === 32 || bytes[j] === 9) j += 1;
    if (bytes[j] === 13) j += 1;
    if (bytes[j] === 10) i = j;
    else if (j >= bytes.length) i = j;
    else out[n++] = b;
  }
  return out.subarray(0, n);
}
