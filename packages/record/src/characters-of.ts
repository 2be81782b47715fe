/** What windows-1252 has at 0x80 to 0x9F (Encoding Standard, index windows-1252). */
const C1 =
  "\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178";

/**
 * The characters of bytes in an encoding. Some releases of Node (20 and 22 among them) read windows-1252 as if it were
 * ISO-8859-1, so that its quotation marks and dashes become control characters: those are put right here.
 *
 * @throws RangeError for an encoding that is not known
 */
export function charactersOf(bytes: Uint8Array, charset: string): string {
  const decoder = new TextDecoder(charset, { ignoreBOM: true });
  const text = decoder.decode(bytes);
  if (decoder.encoding !== "windows-1252") return text;
  return text.replace(/[\u0080-\u009f]/g, (c) => C1.charAt(c.charCodeAt(0) - 0x80));
}
