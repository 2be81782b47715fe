import { applyEdits, type Edit, MapBuilder } from "../text-map.ts";
import { putCharacters } from "./characters.ts";
import type { Extracted, Line } from "./extracted.ts";

/** Mail programs break lines at 65 to 80 characters. */
const FULL = 64;
const MARKS = /^[ \t]*(?:>[ \t]?)+/;

/** Take the plain text of a message apart: paragraphs joined, what is quoted (`>`) as quotations without its marks. */
export function extractMail(raw: string): Extracted {
  const builder = new MapBuilder();
  putCharacters(builder, raw, raw.length);
  const physical = builder.build();
  const edits: Edit[] = [];
  interface Physical {
    start: number;
    end: number;
    depth: number;
    length: number;
  }
  let above: Physical | undefined;
  const starts: Physical[] = [];
  for (const match of physical.text.matchAll(/[^\n]*(?:\n|$)/g)) {
    if (match[0] === "") continue;
    const line = match[0].replace(/\n$/, "");
    const marks = MARKS.exec(line)?.[0] ?? "";
    const body = line.slice(marks.length);
    const depth = marks.replace(/[^>]/g, "").length;
    const trimmed = body.trim();
    if (trimmed === "") {
      above = undefined;
      continue;
    }
    const start = match.index + marks.length + body.indexOf(trimmed);
    const here: Physical = { start, end: start + trimmed.length, depth, length: line.length };
    // A line goes on in the next where the next one's first word would not have fitted in it.
    if (
      above !== undefined &&
      above.depth === depth &&
      above.length + 1 + (/^\S+/.exec(trimmed)?.[0].length ?? 0) >= FULL &&
      above.length <= 100 &&
      !/^(?:[-*•–+]|\d{1,3}[.)])\s/.test(trimmed)
    ) {
      edits.push({ range: [above.end, start], to: " " });
    } else starts.push(here);
    const last = starts.at(-1)!;
    last.end = here.end;
    above = here;
  }
  const lines: Line[] = [];
  let e = 0;
  let shift = 0;
  for (const { start, end, depth } of starts) {
    const from = start + shift;
    while (e < edits.length && edits[e]!.range[0] < end) {
      shift += 1 - (edits[e]!.range[1] - edits[e]!.range[0]);
      e += 1;
    }
    const line: Line = { range: [from, end + shift] };
    if (depth > 0) line.type = "quote";
    lines.push(line);
  }
  const { text, map } = applyEdits(physical.text, physical.map, edits);
  return { text, map, lines, head: [], emptyLinks: [] };
}
