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

interface Physical {
  start: number;
  end: number;
  body: string;
}

/** Edits that join the lines of hard-wrapped paragraphs by a blank. */
function unwrap(text: string): Edit[] {
  const edits: Edit[] = [];
  let group: Physical[] = [];
  let start = 0;
  while (start <= text.length) {
    const newline = text.indexOf("\n", start);
    const end = newline < 0 ? text.length : newline;
    const line = text.slice(start, end);
    const body = line.trim();
    if (body === "") {
      join(group, edits);
      group = [];
    } else {
      const from = start + line.length - line.trimStart().length;
      group.push({ start: from, end: start + line.trimEnd().length, body });
    }
    start = end + 1;
  }
  join(group, edits);
  return edits;
}

/** Join a group of lines with no blank line between them, if they are one paragraph. */
function join(group: readonly Physical[], edits: Edit[]): void {
  if (group.length < 2 || !isWrapped(group.map((line) => line.body))) return;
  for (let i = 1; i < group.length; i++) {
    const [above, below] = [group[i - 1]!, group[i]!];
    if (BULLET.test(below.body) || MARKDOWN_HEADING.test(below.body) || MARKDOWN_HEADING.test(above.body))
      continue;
    edits.push({ range: [above.end, below.start], to: " " });
  }
}

/** Whether lines look like one paragraph broken at a width: all but the last nearly full, none very long. */
function isWrapped(bodies: readonly string[]): boolean {
  const lengths = bodies.map((b) => b.length);
  const longest = lengths.reduce((a, b) => Math.max(a, b), 0);
  if (longest > WRAP_WIDTH || longest < 40) return false;
  const full = lengths.slice(0, -1).every((length) => length >= 0.65 * longest);
  const runsOn = bodies
    .slice(1)
    .filter((body, i) => /^[\p{Ll}\p{N}]/u.test(body) && !/[.!?:]$/.test(bodies[i]!)).length;
  return full && runsOn > 0 && (bodies.length > 2 || runsOn === 1);
}
