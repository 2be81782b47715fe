import type { Range } from "@parley/case";

/** English abbreviations after which a sentence goes on. Other languages are told by their initials alone. */
const ABBREVIATIONS: ReadonlySet<string> = new Set(
  "mr mrs ms dr prof sen rep gen lt col maj capt sgt cmdr adm gov pres st jr sr vs etc inc ltd co corp e.g i.e u.s u.k u.n e.u d.c no nos vol pp approx est dept jan feb mar apr jun jul aug sep sept oct nov dec".split(
    " ",
  ),
);
const MAY_END: ReadonlySet<string> = new Set([
  "u.s",
  "u.k",
  "u.n",
  "e.u",
  "d.c",
  "etc",
  "inc",
  "ltd",
  "co",
  "corp",
  "jr",
  "sr",
]);

const segmenters = new Map<string, Intl.Segmenter>();

function segmenter(language: string): Intl.Segmenter {
  let made = segmenters.get(language);
  if (made === undefined) {
    try {
      made = new Intl.Segmenter(language, { granularity: "sentence" });
    } catch {
      made = new Intl.Segmenter("en", { granularity: "sentence" });
    }
    segmenters.set(language, made);
  }
  return made;
}

/**
 * The sentences of a text, as ranges without the blanks around them: Unicode's rules (UAX 29) with a patch for
 * abbreviations, initials and quotations that go on.
 */
export function sentences(text: string, language = "en"): Range[] {
  const result: Range[] = [];
  let start = -1;
  for (const { segment, index } of segmenter(language).segment(text)) {
    if (start < 0) start = index;
    const end = index + segment.length;
    if (
      !segment.endsWith("\n") &&
      end < text.length &&
      goesOn(text.slice(start, end), text.slice(end, end + 24))
    )
      continue;
    push(result, text, start, end);
    start = -1;
  }
  if (start >= 0) push(result, text, start, text.length);
  return result;
}

function push(result: Range[], text: string, start: number, end: number): void {
  const part = text.slice(start, end);
  const trimmed = part.trim();
  if (trimmed === "") return;
  const from = start + part.indexOf(trimmed);
  result.push([from, from + trimmed.length]);
}

/** Whether what follows still belongs to the sentence. */
function goesOn(before: string, after: string): boolean {
  const last = /(?:^|[\s(“"‘'])((?:\p{L}\.)*\p{L}+)\.\s*$/u.exec(before)?.[1];
  if (last !== undefined) {
    const word = last.toLowerCase();
    if (/^\p{Lu}$/u.test(last)) return true;
    if (ABBREVIATIONS.has(word))
      return (
        !MAY_END.has(word) ||
        /^[\p{Ll}\p{N}]/u.test(after) ||
        /^(?:and|or|officials?|President|Secretary|Treasury|Congress|Senate)\b/.test(after)
      );
  }
  // “…?” she asked: a small letter begins no sentence.
  return /^\p{Ll}/u.test(after);
}
