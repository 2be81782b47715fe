import type { Level } from "@parley/case";
import type { Driver } from "./driver.ts";
import { foldText, rankOf, wordsOf } from "./words.ts";

/** Where a search found its words. Ranges are UTF-16 offsets: in `snippet`, and of the first match in the field. */
export interface Hit {
  kind: string;
  id: string;
  field: string;
  snippet: string;
  ranges: [number, number][];
  at: [number, number];
}
export interface SearchOptions {
  kinds?: readonly string[];
  limit?: number;
  offset?: number;
  /** The strictest level the reader may see; default sealed, the owner of the file. */
  maxLevel?: Level;
}
export interface SearchResult {
  /** Best first. */
  hits: Hit[];
  /** How many there are in all, by kind. */
  counts: Record<string, number>;
}

/** Units of text to each side of the first match in a snippet. */
const AROUND = 60;

/** The terms of a query: words, or "quoted phrases", folded. A text must contain every one of them as it stands. */
export function termsOf(query: string): string[] {
  const terms: string[] = [];
  for (const match of query.matchAll(/"([^"]*)"|([^\s"]+)/gu)) {
    const term = foldText((match[1] ?? match[2] ?? "").trim()).folded;
    if (term.trim() !== "" && !terms.includes(term)) terms.push(term);
  }
  return terms;
}

/**
 * Finds strings that contain every term, in any script and in the middle of words too. Terms of three or more
 * characters use the trigram index; shorter ones (Chinese words of two) are looked for in the strings themselves.
 */
export function search(db: Driver, query: string, options: SearchOptions = {}): SearchResult {
  const terms = termsOf(query);
  if (terms.length === 0) return { hits: [], counts: {} };
  const long = terms.filter((term) => [...term].length >= 3);
  const short = terms.filter((term) => [...term].length < 3);
  const values: (string | number)[] = [];
  const conditions: string[] = [];
  if (long.length > 0) {
    conditions.push("words MATCH ?");
    values.push(long.map((term) => `"${term.replaceAll('"', '""')}"`).join(" AND "));
  }
  for (const term of short) {
    conditions.push("instr(s.folded, ?) > 0");
    values.push(term);
  }
  // A text, gap, passage or statement is as closed as its source: up to two steps.
  conditions.push("max(o.level, coalesce(p.level, 0), coalesce(q.level, 0)) <= ?");
  values.push(rankOf(options.maxLevel ?? "sealed"));
  if (options.kinds !== undefined) {
    conditions.push("s.kind IN (SELECT value FROM json_each(?))");
    values.push(JSON.stringify(options.kinds));
  }
  const from = `FROM ${long.length > 0 ? "words JOIN strings s ON s.rowid = words.rowid" : "strings s"}
    JOIN objects o ON o.kind = s.kind AND o.object = s.object
    LEFT JOIN objects p ON p.kind = o.origin_kind AND p.object = o.origin
    LEFT JOIN objects q ON q.kind = p.origin_kind AND q.object = p.origin
    WHERE ${conditions.join(" AND ")}`;
  const counts: Record<string, number> = {};
  for (const row of db.all(
    `SELECT s.kind AS kind, count(*) AS n ${from} GROUP BY s.kind ORDER BY s.kind`,
    ...values,
  ))
    counts[String(row.kind)] = Number(row.n);
  const order = long.length > 0 ? "bm25(words), s.rowid" : "s.rowid";
  const limit = Math.max(0, Math.floor(options.limit ?? 50));
  const offset = Math.max(0, Math.floor(options.offset ?? 0));
  const rows = db.all(
    `SELECT s.kind AS kind, s.object AS object, s.field AS field, (SELECT value FROM log WHERE seq = o.seq) AS value
     ${from} ORDER BY ${order} LIMIT ? OFFSET ?`,
    ...values,
    limit,
    offset,
  );
  const hits = rows.map((row): Hit => {
    const field = String(row.field);
    const object = JSON.parse(String(row.value)) as { kind: string };
    const text = wordsOf(object).find((words) => words.field === field)?.text ?? "";
    return { kind: String(row.kind), id: String(row.object), field, ...snippetOf(text, terms) };
  });
  return { hits, counts };
}

/** The text around the first match with the ranges of all matches in it. */
export function snippetOf(text: string, terms: readonly string[]): Pick<Hit, "snippet" | "ranges" | "at"> {
  const { folded, at } = foldText(text);
  const found: [number, number][] = [];
  for (const term of terms) {
    for (
      let i = folded.indexOf(term);
      i >= 0 && found.length < 1000;
      i = folded.indexOf(term, i + term.length)
    )
      found.push([at[i]!, endIn(text, at[i + term.length - 1]!)]);
  }
  found.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  const first = found[0] ?? [0, 0];
  let start = Math.max(0, first[0] - AROUND);
  let end = Math.min(text.length, first[1] + AROUND);
  if (start > 0 && isLow(text, start)) start--;
  if (end < text.length && isLow(text, end)) end++;
  const ranges: [number, number][] = [];
  for (const [a, b] of found) {
    const previous = ranges.at(-1);
    if (b > end || a < start) continue;
    if (previous !== undefined && a - start < previous[1]) previous[1] = Math.max(previous[1], b - start);
    else ranges.push([a - start, b - start]);
  }
  return { snippet: text.slice(start, end), ranges, at: first };
}

/** The end of the character that starts at `place`, with the marks that follow it. */
function endIn(text: string, place: number): number {
  let end = place + ((text.codePointAt(place) ?? 0) > 0xffff ? 2 : 1);
  while (end < text.length && /^[\p{M}]/u.test(String.fromCodePoint(text.codePointAt(end)!)))
    end += text.codePointAt(end)! > 0xffff ? 2 : 1;
  return end;
}

function isLow(text: string, place: number): boolean {
  const unit = text.charCodeAt(place);
  return unit >= 0xdc00 && unit <= 0xdfff;
}
