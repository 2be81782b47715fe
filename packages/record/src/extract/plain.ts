import { applyEdits, type Edit, MapBuilder } from "../text-map.ts";
import { putCharacters } from "./characters.ts";
import type { Extracted, Line } from "./extracted.ts";

const BULLET = /^(?:[•‣◦▪*+–-]|\d{1,3}[.)])[ \t]/;
const MARKDOWN_HEADING = /^#{1,6} /;
/** Lines hardly longer than this were wrapped by a program, if the lines around them are alike. */
const WRAP_WIDTH = 100;

/** Take plain text or Markdown apart into lines; hard-wrapped paragraphs become one line. */
export function extractPlain(raw: string, markdown: boolean): Extracted {
  const builder = new MapBuilder();
  putCharacters(builder, raw, raw.length);
  const physical = builder.build();
  const edits = unwrap(physical.text);
  const { text, map } = applyEdits(physical.text, physical.map, edits);
  return { text, map, lines: linesOf(text, markdown), head: [], emptyLinks: [] };
}

/** The lines of a text that are not blank, without the blanks around them. */
function linesOf(text: string, markdown: boolean): Line[] {
  const lines: Line[] = [];
  for (const match of text.matchAll(/[^\n]+/g)) {
    const body = match[0].replace(/[ \t]+$/, "");
    const trimmed = body.replace(/^[ \t]+/, "");
    if (trimmed === "") continue;
    const start = match.index + body.length - trimmed.length;
    const line: Line = { range: [start, start + trimmed.length] };
    if (BULLET.test(trimmed)) line.type = "list-item";
    else if (markdown && trimmed.startsWith("# ") && lines.length === 0) line.type = "title";
    else if (markdown && MARKDOWN_HEADING.test(trimmed)) line.type = "heading";
    else if (markdown && trimmed.startsWith("> ")) line.type = "quote";
    lines.push(line);
  }
  return lines;
}

/** Edits that join the lines of hard-wrapped paragraphs by a blank. */
function unwrap(text: string): Edit[] {
  const edits: Edit[] = [];
  // A group: lines with no blank line between them.
  for (const group of text.matchAll(/(?:[^\n]*[^\s][^\n]*(?:\n|$))+/g)) {
    const lines: { start: number; end: number; body: string }[] = [];
    for (const m of group[0].matchAll(/[^\n]+/g)) {
      lines.push({
        start: group.index + m.index,
        end: group.index + m.index + m[0].length,
        body: m[0].trim(),
      });
    }
    if (lines.length < 2 || !isWrapped(lines.map((l) => l.body))) continue;
    for (let i = 1; i < lines.length; i++) {
      const [above, below] = [lines[i - 1]!, lines[i]!];
      if (BULLET.test(below.body) || MARKDOWN_HEADING.test(below.body) || MARKDOWN_HEADING.test(above.body))
        continue;
      const end =
        below.start +
        (text.slice(below.start, below.end).length - text.slice(below.start, below.end).trimStart().length);
      const start = above.start + text.slice(above.start, above.end).trimEnd().length;
      edits.push({ range: [start, end], to: " " });
    }
  }
  return edits;
}

/** Whether lines look like one paragraph broken at a width: all but the last nearly full, none very long. */
function isWrapped(bodies: readonly string[]): boolean {
  const lengths = bodies.map((b) => b.length);
  const longest = Math.max(...lengths);
  if (longest > WRAP_WIDTH || longest < 40) return false;
  const full = lengths.slice(0, -1).every((length) => length >= 0.65 * longest);
  const runsOn = bodies
    .slice(1)
    .filter((body, i) => /^[\p{Ll}\p{N}]/u.test(body) && !/[.!?:]$/.test(bodies[i]!)).length;
  return full && runsOn > 0 && (bodies.length > 2 || runsOn === 1);
}
