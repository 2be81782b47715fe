/*
 * The decoders that damage is read through, beside GBK (gbk.ts): tables of the runtime's own decoders (WHATWG), and
 * two IBM code pages that those do not have. Each comes in the two lenient ways that occur: bytes that are no
 * character are dropped (Python's `errors="ignore"`: one byte, then on at the next), or each stands as U+FFFD (as
 * browsers do: of an illegal pair both bytes, unless the second is ASCII).
 */

/** What a decoder does with bytes that are no character. */
export type Lenience = "drops" | "replaces";

export interface Reader {
  readonly name: string;
  /** Bytes of one character from 0x80 up: always one, or up to two. */
  readonly width: 1 | 2;
  /** The code of a character beyond ASCII: one byte, or lead × 256 + trail; 0 when it has none. */
  code(character: string): number;
  /** UTF-8 bytes read by this decoder. */
  decode(bytes: Uint8Array, lenience: Lenience): string;
}

const CP850 =
  "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0";
const CP437 =
  "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0";

const REPLACED = "\ufffd";

/** A code unit that stands for a character: no replacement, surrogate, private use or control character. */
const isCharacter = (code: number): boolean =>
  code > 0x9f && code !== 0xfffd && !(code >= 0xd800 && code <= 0xf8ff);

function singleByte(name: string, high?: string): Reader {
  let table: number[] | undefined;
  let codes: Map<string, number> | undefined;
  const load = (): number[] => {
    if (table !== undefined) return table;
    const text = high ?? new TextDecoder(name).decode(Uint8Array.from({ length: 128 }, (_, i) => i + 128));
    table = Array.from({ length: 128 }, (_, i) => (isCharacter(text.charCodeAt(i)) ? text.charCodeAt(i) : 0));
    codes = new Map();
    for (const [i, code] of table.entries()) if (code !== 0) codes.set(String.fromCharCode(code), i + 128);
    return table;
  };
  return {
    name,
    width: 1,
    code: (character) => {
      load();
      return codes?.get(character) ?? 0;
    },
    decode: (bytes, lenience) => {
      const units = load();
      let text = "";
      for (const byte of bytes) {
        const code = byte < 0x80 ? byte : (units[byte - 128] ?? 0);
        if (code !== 0 || byte === 0) text += String.fromCharCode(code);
        else if (lenience === "replaces") text += REPLACED;
      }
      return text;
    },
  };
}

function doubleByte(
  name: string,
  isLead: (byte: number) => boolean,
  complete?: (table: Uint16Array) => void,
): Reader {
  let table: Uint16Array | undefined;
  let single: number[] = [];
  let codes: Map<string, number> | undefined;
  const load = (): Uint16Array => {
    if (table !== undefined) return table;
    const decoder = new TextDecoder(name);
    const one = (bytes: number[]): number => {
      const text = decoder.decode(Uint8Array.from(bytes));
      return text.length === 1 && isCharacter(text.charCodeAt(0)) ? text.charCodeAt(0) : 0;
    };
    table = new Uint16Array(0x8000);
    codes = new Map();
    single = Array.from({ length: 128 }, (_, i) => (isLead(i + 128) ? 0 : one([i + 128])));
    for (const [i, code] of single.entries()) if (code !== 0) codes.set(String.fromCharCode(code), i + 128);
    for (let lead = 0x81; lead <= 0xfe; lead++) {
      if (!isLead(lead)) continue;
      for (let trail = 0x40; trail <= 0xfe; trail++) {
        if (trail !== 0x7f) table[(lead - 0x80) * 256 + trail] = one([lead, trail]);
      }
    }
    complete?.(table);
    for (const [i, code] of table.entries()) {
      const character = String.fromCharCode(code);
      if (code !== 0 && !codes.has(character)) codes.set(character, i + 0x8000);
    }
    return table;
  };
  return {
    name,
    width: 2,
    code: (character) => {
      load();
      return codes?.get(character) ?? 0;
    },
    decode: (bytes, lenience) => {
      const pairs = load();
      let text = "";
      for (let i = 0; i < bytes.length; i++) {
        const byte = bytes[i] ?? 0;
        const next = bytes[i + 1];
        if (byte < 0x80) text += String.fromCharCode(byte);
        else if (single[byte - 128]) text += String.fromCharCode(single[byte - 128] ?? 0);
        else {
          const code = next === undefined || !isLead(byte) ? 0 : (pairs[(byte - 0x80) * 256 + next] ?? 0);
          if (code !== 0) {
            text += String.fromCharCode(code);
            i += 1;
          } else if (lenience === "replaces") {
            text += REPLACED;
            if (isLead(byte) && next !== undefined && next >= 0x80) i += 1;
          }
        }
      }
      return text;
    },
  };
}

/**
 * Windows-949 (Unified Hangul Code), which WHATWG calls euc-kr but not every runtime has whole: the syllables that
 * KS X 1001 lacks, in order of Unicode, fill the pairs it leaves free.
 */
function unifiedHangul(table: Uint16Array): void {
  const has = new Set<number>();
  for (let lead = 0xa1; lead <= 0xfe; lead++)
    for (let trail = 0xa1; trail <= 0xfe; trail++) has.add(table[(lead - 0x80) * 256 + trail] ?? 0);
  let syllable = 0xac00;
  for (let lead = 0x81; lead <= 0xc6; lead++) {
    for (let trail = 0x41; trail <= (lead < 0xa1 ? 0xfe : 0xa0); trail++) {
      if ((trail > 0x5a && trail < 0x61) || (trail > 0x7a && trail < 0x81)) continue;
      while (has.has(syllable)) syllable += 1;
      if (syllable > 0xd7a3) return;
      table[(lead - 0x80) * 256 + trail] = syllable++;
    }
  }
}

export const READERS: readonly Reader[] = [
  doubleByte("shift_jis", (b) => (b >= 0x81 && b <= 0x9f) || (b >= 0xe0 && b <= 0xfc)),
  doubleByte("euc-kr", (b) => b >= 0x81 && b <= 0xfe, unifiedHangul),
  doubleByte("big5", (b) => b >= 0x81 && b <= 0xfe),
  singleByte("windows-1251"),
  singleByte("koi8-r"),
  singleByte("ibm866"),
  singleByte("x-mac-cyrillic"),
  singleByte("ibm850", CP850),
  singleByte("ibm437", CP437),
];

const utf8 = new TextEncoder();

/** The forward model: a text written as UTF-8 and read by `reader`. */
export const damagedBy = (reader: Reader, text: string, lenience: Lenience): string =>
  reader.decode(utf8.encode(text), lenience);

/** The bytes of a text of ASCII and the reader's characters; undefined when one has no code. */
export function bytesOf(reader: Reader, text: string): Uint8Array | undefined {
  const bytes: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const code = unit < 0x80 ? unit : reader.code(text.charAt(i));
    if (code === 0 && unit !== 0) return undefined;
    if (code > 0xff) bytes.push(code >> 8);
    bytes.push(code & 0xff);
  }
  return Uint8Array.from(bytes);
}
