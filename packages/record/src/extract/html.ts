import { Readability } from "@mozilla/readability";
import type { Range } from "@parley/case";
import { Parser } from "htmlparser2";
import { parseHTML } from "linkedom";
import { LIMITS } from "../limits.ts";
import * as say from "../messages.ts";
import { MapBuilder } from "../text-map.ts";
import type { Extracted, HeadValue, Line } from "./extracted.ts";

/*
 * HTML to lines of text, with the raw place of every character. The page is read twice: by a tokeniser that gives
 * positions, which alone writes the text; and by Readability, which only says which of the pieces of text belong to
 * the article. Pieces are told apart by a `data` element put around each for the second reading. Scripts never run.
 */

const SILENT: ReadonlySet<string> = new Set(
  "script style template noscript svg math iframe object embed canvas audio video select textarea head title".split(
    " ",
  ),
);
const BLOCKS: ReadonlySet<string> = new Set(
  "address article aside blockquote body br caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol option p pre search section summary table tbody td tfoot th thead tr ul".split(
    " ",
  ),
);
const NAVIGATION: ReadonlySet<string> = new Set(["nav", "footer", "aside", "form", "button"]);
const META: Readonly<Record<string, HeadValue["field"]>> = {
  "og:title": "title",
  author: "byline",
  "article:author": "byline",
  "og:site_name": "publisher",
  "article:published_time": "published",
  date: "published",
  "dc.date": "published",
};

/** A stretch of raw text between two tags. */
interface Piece {
  raw: Range;
  /** Read characters, each chunk with its raw end: a character reference is a chunk of its own. */
  chunks: { text: string; start: number; end: number }[];
}

interface Tokens {
  /** Pieces of visible text, breaks between blocks, and links without words, in order. */
  stream: (
    | { piece: number }
    | { type: NonNullable<Line["type"]> | "break"; navigation: boolean }
    | { link: number }
  )[];
  pieces: Piece[];
  head: HeadValue[];
  language?: string;
}

/** Take an HTML page apart. */
export function extractHtml(raw: string): Extracted {
  const tokens = tokenise(raw);
  const { article, title } = articlePieces(raw, tokens.pieces);
  return write(tokens, article, title, raw);
}

function tokenise(raw: string): Tokens {
  const tokens: Tokens = { stream: [], pieces: [], head: [] };
  const open: string[] = [];
  let elements = 0;
  let silent = 0;
  let navigation = 0;
  let titleStart = -1;
  let titleText = "";
  /** Number of pieces when the innermost link opened, or -1. */
  let link = -1;
  let linkAt = 0;
  let joined = false;
  const breakLine = (name: string): void => {
    const type = lineType(name, open);
    tokens.stream.push({ type, navigation: navigation > 0 });
    joined = false;
  };
  const parser: Parser = new Parser(
    {
      onopentag(name, attributes) {
        elements += 1;
        if (elements > LIMITS.elements) throw say.tooManyElements(LIMITS.elements);
        open.push(name);
        if (open.length > LIMITS.depth) throw say.tooDeep(LIMITS.depth);
        if (NAVIGATION.has(name)) navigation += 1;
        if (BLOCKS.has(name)) breakLine(name);
        joined = false;
        if (SILENT.has(name)) silent += 1;
        if (name === "title" && open.includes("head") && titleStart < 0) titleStart = parser.endIndex + 1;
        if (name === "html" && attributes.lang) tokens.language = attributes.lang;
        if (name === "a" && attributes.href !== undefined) {
          link = tokens.pieces.length;
          linkAt = elements;
        }
        readMeta(name, attributes, [parser.startIndex, parser.endIndex + 1], tokens.head);
      },
      ontext(text) {
        let [start, end] = [parser.startIndex, parser.endIndex + 1];
        // A page that ends inside a tag gives the rest as text, placed from the tag's first character on.
        const shift = raw.charAt(start) === "<" ? raw.slice(start, end).lastIndexOf(text) : -1;
        if (shift >= 0) [start, end] = [start + shift, start + shift + text.length];
        if (open.at(-1) === "title" && open.includes("head")) titleText += text;
        if (silent > 0 || end <= start) return;
        const last = tokens.pieces.at(-1);
        if (joined && last !== undefined && last.raw[1] === start) {
          last.chunks.push({ text, start, end });
          last.raw[1] = end;
        } else {
          tokens.stream.push({ piece: tokens.pieces.length });
          tokens.pieces.push({ raw: [start, end], chunks: [{ text, start, end }] });
          joined = true;
        }
      },
      onclosetag(name) {
        if (name === "title" && titleText.trim() !== "" && titleStart >= 0) {
          tokens.head.push({ field: "title", value: tidy(titleText), raw: [titleStart, parser.startIndex] });
          titleText = "";
        }
        if (name === "a" && link >= 0) {
          const words = tokens.pieces.slice(link).some((p) => p.chunks.some((c) => c.text.trim() !== ""));
          if (!words && elements === linkAt && silent === 0) tokens.stream.push({ link: parser.startIndex });
          link = -1;
        }
        if (SILENT.has(name)) silent -= 1;
        joined = false;
        open.pop();
        if (BLOCKS.has(name)) breakLine("");
        if (NAVIGATION.has(name)) navigation -= 1;
      },
      oncomment() {
        joined = false;
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  parser.write(raw);
  parser.end();
  return tokens;
}

function lineType(name: string, open: readonly string[]): NonNullable<Line["type"]> | "break" {
  if (name === "h1") return "title";
  if (/^h[2-6]$/.test(name)) return "heading";
  if (name === "li") return "list-item";
  if (name === "figcaption" || open.includes("figcaption")) return "caption";
  if (open.includes("blockquote")) return "quote";
  return name === "p" ? "paragraph" : "break";
}

function readMeta(name: string, attributes: Record<string, string>, raw: Range, head: HeadValue[]): void {
  if (name === "meta") {
    const field = META[(attributes.property ?? attributes.name ?? "").toLowerCase()];
    const value = tidy(attributes.content ?? "");
    // An author given as an address names nobody.
    if (field !== undefined && value !== "" && !/^https?:/.test(value)) head.push({ field, value, raw });
  } else if (name === "time" && attributes.datetime) {
    head.push({ field: "published", value: tidy(attributes.datetime), raw });
  }
}

const tidy = (text: string): string => text.replace(/\s+/g, " ").trim();

/** What is asked of the article's element. */
interface Found {
  querySelectorAll(selector: string): Iterable<{ getAttribute(name: string): string | null }>;
}

/** Which pieces Readability takes for the article; undefined when it finds none. */
function articlePieces(
  raw: string,
  pieces: readonly Piece[],
): { article?: ReadonlySet<number>; title?: string } {
  let marked = "";
  let at = 0;
  for (const [i, piece] of pieces.entries()) {
    if (piece.chunks.every((c) => c.text.trim() === "")) continue;
    const [start, end] = piece.raw;
    marked += `${raw.slice(at, start)}<data value="${i}">${raw.slice(start, end)}</data>`;
    at = end;
  }
  marked += raw.slice(at);
  const page = /<body[\s>]/i.test(marked) ? marked : `<!doctype html><html><body>${marked}</body></html>`;
  try {
    const { document } = parseHTML(page);
    const parsed = new Readability<Found>(document as never, {
      serializer: (node) => node as unknown as Found,
      maxElemsToParse: 3 * LIMITS.elements,
    }).parse();
    if (!parsed?.content) return {};
    const article = new Set<number>();
    for (const data of parsed.content.querySelectorAll("data"))
      article.add(Number(data.getAttribute("value")));
    const result: { article?: ReadonlySet<number>; title?: string } = { article };
    if (parsed.title) result.title = tidy(parsed.title);
    return result;
  } catch {
    // A page that the reader cannot make sense of is read as a whole.
    return {};
  }
}

/** Whether a heading is the page's title, which often has the site's name before or behind it. */
function isTitleOf(heading: string, title: string): boolean {
  if (heading === title) return true;
  if (heading.length < 8) return false;
  if (title.startsWith(heading)) return /^\s+[|–—:»·-]\s/.test(title.slice(heading.length));
  return title.endsWith(heading) && /\s?[|–—:»·-]\s+$/.test(title.slice(0, -heading.length));
}

/** Write the lines, blanks joined, each character with its raw place. */
function write(
  tokens: Tokens,
  article: ReadonlySet<number> | undefined,
  title: string | undefined,
  raw: string,
): Extracted {
  const out = new MapBuilder();
  const lines: Line[] = [];
  const emptyLinks: number[] = [];
  let type: Line["type"];
  let navigation = false;
  let line: { start: number; kept: number; all: number } | undefined;
  let blank = false;
  let tail = "";
  const close = (): void => {
    if (line === undefined) return;
    const text = tail;
    const made: Line = { range: [line.start, line.start + text.length] };
    if (type !== undefined) made.type = type;
    const isTitle = type === "title" && title !== undefined && isTitleOf(tidy(text), title);
    if (!isTitle && (article === undefined ? navigation : 2 * line.kept < line.all)) made.outside = true;
    lines.push(made);
    line = undefined;
    tail = "";
  };
  for (const token of tokens.stream) {
    if ("link" in token) {
      if (line !== undefined) emptyLinks.push(line.start + tail.length);
    } else if ("type" in token) {
      close();
      blank = false;
      type = token.type === "break" ? undefined : token.type;
      navigation = token.navigation;
    } else {
      const kept = article?.has(token.piece) ?? true;
      for (const chunk of tokens.pieces[token.piece]!.chunks) {
        const exact = raw.slice(chunk.start, chunk.end) === chunk.text;
        // A reference to a blank (&#32;) is a blank; a no-break space is a character.
        // What is not the raw text character by character shares one raw place, so it must be one word.
        const words =
          exact || chunk.text.trim() === "" ? chunk.text : tidy(chunk.text).replaceAll(" ", "\u00a0");
        for (const m of words.matchAll(
          /[ \t\n\r\f\v\u0085\u2028\u2029]+|[^ \t\n\r\f\v\u0085\u2028\u2029]+/g,
        )) {
          const word = m[0];
          const start = exact ? chunk.start + m.index : chunk.start;
          const end = exact ? start + word.length : chunk.end;
          if (/^[ \t\n\r\f\v\u0085\u2028\u2029]/.test(word)) {
            blank = line !== undefined;
            continue;
          }
          const shown = clean(word);
          if (shown === "") continue;
          if (line === undefined) {
            if (lines.length > 0) out.put("\n", start, false);
            else out.skipTo(start);
            line = { start: out.length, kept: 0, all: 0 };
          } else if (blank) {
            out.put(" ", start, false);
            tail += " ";
          } else out.skipTo(start);
          blank = false;
          // Parts of a reference that stands for several characters share its raw place.
          out.put(shown, Math.max(end, out.raw), exact && shown === word);
          tail += shown;
          line.all += shown.length;
          if (kept) line.kept += shown.length;
        }
      }
    }
  }
  close();
  out.skipTo(raw.length);
  const { text, map } = out.build();
  const extracted: Extracted = { text, map, lines, head: tokens.head, emptyLinks };
  if (tokens.language !== undefined) extracted.language = tokens.language;
  return extracted;
}

/** The characters of a word that are text: no marks or controls, no halves of surrogate pairs. */
function clean(word: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to be left out
  return word.replace(/[\u0000-\u0008\u000e-\u001f\ufeff]+/g, "").replace(LONE, "\ufffd");
}

const LONE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
