import type { Range, TextBlock } from "@parley/case";
import type { Extracted, Line } from "./extract/extracted.ts";
import { type FurnitureFound, findFurniture } from "./furniture.ts";
import { furnitureReason } from "./messages.ts";

/** A line with what it is taken for. */
export interface Placed {
  /** In the extracted text. */
  range: Range;
  type: TextBlock["type"];
  /** Set when the line is page furniture: why. */
  furniture?: string;
  /** Its words with the certain repairs made. */
  seen: string;
}

const BYLINE =
  /^(?:posted|published|updated|last updated|written)\b.{0,140}\b(?:\d{4}|by\b)|^by \p{Lu}[\p{L}.'’-]*(?: \p{L}[\p{L}.'’-]*){0,6}(?:,.{0,60})?$|^\p{Lu}.{2,60} \| .{0,30}\d{4}$/iu;
const CLOSED = /[.!?…:;,]\s?["”’»)\]]*$/;
const LONGEST_HEADING = 120;
const MOST_WORDS = 16;

const words = (text: string): number => text.split(/\s+/).length;

/** Say of each line what it is: title, byline, heading, paragraph, list item, caption, or furniture. */
export function layOut(
  extracted: Extracted,
  seen: readonly string[],
): { lines: Placed[]; found: FurnitureFound } {
  const { lines } = extracted;
  const outside = lines.map((line) => line.outside === true);
  const inside = lines.map((_, i) => i).filter((i) => !outside[i]);
  const found = findFurniture(inside.map((i) => ({ text: seen[i] ?? "", body: isBody(seen[i] ?? "") })));
  const reasons = new Map<number, string>();
  for (const [k, why] of found.reasons) reasons.set(inside[k]!, why);
  for (const [i, out] of outside.entries()) if (out) reasons.set(i, lines[i]?.why ?? furnitureReason.outside);
  const kept = inside.filter((i) => !reasons.has(i));
  const types = typesOf(kept, lines, seen);
  const placed = lines.map((line, i) => {
    const type = types.get(i) ?? (line.type === "title" ? "heading" : (line.type ?? "paragraph"));
    const result: Placed = { range: line.range, type, seen: seen[i] ?? "" };
    const why = reasons.get(i);
    if (why !== undefined) result.furniture = why;
    return result;
  });
  const original = (k: number): number => inside[k]!;
  return {
    lines: placed,
    found: { reasons, series: found.series.map(original), topics: found.topics.map(original) },
  };
}

/** A paragraph of running text rather than a label or heading. */
function isBody(text: string): boolean {
  return text.length > LONGEST_HEADING || (words(text) > 6 && CLOSED.test(text));
}

function typesOf(
  kept: readonly number[],
  lines: readonly Line[],
  seen: readonly string[],
): Map<number, TextBlock["type"]> {
  const types = new Map<number, TextBlock["type"]>();
  const marked = kept.some((i) => lines[i]?.type === "title");
  let titled = false;
  for (const [k, i] of kept.entries()) {
    const text = seen[i] ?? "";
    const type = lines[i]?.type;
    if (type === "title" && !titled) {
      types.set(i, "title");
      titled = true;
    } else if (type !== undefined && type !== "title" && type !== "paragraph") types.set(i, type);
    else if (BYLINE.test(text) && text.length <= 200) types.set(i, "byline");
    else if (type === "paragraph") types.set(i, "paragraph");
    else if (!marked && !titled && k < 5 && isTitle(text) && k + 1 < kept.length) {
      types.set(i, "title");
      titled = true;
    } else if (isHeading(text, kept[k + 1] === undefined ? undefined : seen[kept[k + 1]!]))
      types.set(i, "heading");
    else types.set(i, "paragraph");
  }
  return types;
}

/** A first line that could be a title: a few words of one script or another, not closed like a sentence. */
function isTitle(text: string): boolean {
  const enough = words(text) >= 3 || (/\p{Script=Han}|\p{Script=Hiragana}/u.test(text) && text.length >= 8);
  return text.length <= 200 && enough && words(text) <= 30 && (!CLOSED.test(text) || text.endsWith("?"));
}

/** A short line without an end, before running text. */
function isHeading(text: string, next: string | undefined): boolean {
  if (text.length > LONGEST_HEADING || words(text) > MOST_WORDS) return false;
  if (CLOSED.test(text) && !/[?]$/.test(text)) return false;
  return next !== undefined || words(text) <= 2 ? /^[\p{Lu}\p{Lo}\p{N}“"‘']/u.test(text) : false;
}
