import type { MapBuilder } from "../text-map.ts";

/** Line ends of every kind; characters that stand for nothing in a text; halves of surrogate pairs. */
const SPECIAL =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to be found
  /\r\n|[\r\v\f\u0085\u2028\u2029]|[\u0000-\u0008\u000e-\u001f\ufeff]+|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/**
 * Copy raw characters from where the builder stands up to `end`, with every line end as `\n`, marks and control
 * characters left out, and halves of surrogate pairs as U+FFFD.
 */
export function putCharacters(out: MapBuilder, raw: string, end: number): void {
  const start = out.raw;
  const part = raw.slice(start, end);
  for (const match of part.matchAll(SPECIAL)) {
    const at = start + match.index;
    if (at > out.raw) out.put(raw.slice(out.raw, at), at, true);
    const c = match[0];
    const after = at + c.length;
    if (c >= "\ud800" && c <= "\udfff") out.put("\ufffd", after, false);
    else if (/[\r\v\f\u0085\u2028\u2029]/.test(c)) out.put("\n", after, false);
    else out.skipTo(after);
  }
  if (end > out.raw) out.put(raw.slice(out.raw, end), end, true);
}
