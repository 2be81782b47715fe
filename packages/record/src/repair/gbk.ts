/*
 * GBK as Python's codec of that name has it: the two-byte pairs of WHATWG's gbk without its private-use characters
 * and without 0x80 for the euro sign (compared pair by pair: 21 791 pairs, no difference).
 */
const FIRST_LEAD = 0x81;
const LAST_LEAD = 0xfe;
const TRAILS = 0x100;

let decodeTable: Uint16Array | undefined;
let encodeTable: Uint16Array | undefined;

/** Code unit of each pair at (lead - 0x81) * 256 + trail; 0 where the pair is illegal. */
function pairs(): Uint16Array {
  if (decodeTable !== undefined) return decodeTable;
  const bytes: number[] = [];
  for (let lead = FIRST_LEAD; lead <= LAST_LEAD; lead++) {
    for (let trail = 0x40; trail < 0xff; trail++) bytes.push(lead, trail, 0x0a);
  }
  const lines = new TextDecoder("gbk").decode(new Uint8Array(bytes)).split("\n");
  const table = new Uint16Array((LAST_LEAD - FIRST_LEAD + 1) * TRAILS);
  let line = 0;
  for (let lead = FIRST_LEAD; lead <= LAST_LEAD; lead++) {
    for (let trail = 0x40; trail < 0xff; trail++) {
      const text = lines[line++] ?? "";
      const code = text.charCodeAt(0);
      const legal = text.length === 1 && code !== 0xfffd && !(code >= 0xd800 && code <= 0xf8ff);
      if (legal && trail !== 0x7f) table[(lead - FIRST_LEAD) * TRAILS + trail] = code;
    }
  }
  decodeTable = table;
  return table;
}

/** The two bytes of a character as one number, lead × 256 + trail; 0 when GBK has no pair for it. */
export function gbkCode(character: string): number {
  if (character.length !== 1) return 0;
  if (encodeTable === undefined) {
    encodeTable = new Uint16Array(0x10000);
    const table = pairs();
    for (let i = 0; i < table.length; i++) {
      const code = table[i] ?? 0;
      if (code !== 0) encodeTable[code] = ((Math.floor(i / TRAILS) + FIRST_LEAD) << 8) | (i % TRAILS);
    }
  }
  return encodeTable[character.charCodeAt(0)] ?? 0;
}

/** The GBK bytes of a text of ASCII and GBK characters; undefined when one has no code. */
export function encodeGbk(text: string): Uint8Array | undefined {
  const bytes: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) bytes.push(unit);
    else {
      const code = gbkCode(text.charAt(i));
      if (code === 0) return undefined;
      bytes.push(code >> 8, code & 0xff);
    }
  }
  return new Uint8Array(bytes);
}

/**
 * Bytes read as GBK by a decoder that drops what it cannot read (Python's `errors="ignore"`): of an illegal pair
 * only the first byte is dropped, and reading goes on at the second. Browsers, iconv-lite and glibc differ here.
 */
export function decodeGbkDropping(bytes: Uint8Array): string {
  const table = pairs();
  let text = "";
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] ?? 0;
    if (byte < 0x80) text += String.fromCharCode(byte);
    else if (byte >= FIRST_LEAD && byte <= LAST_LEAD && i + 1 < bytes.length) {
      const code = table[(byte - FIRST_LEAD) * TRAILS + (bytes[i + 1] ?? 0)] ?? 0;
      if (code !== 0) {
        text += String.fromCharCode(code);
        i += 1;
      }
    }
  }
  return text;
}
