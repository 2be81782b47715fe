import type { Furniture, Range, RepairOp, TextBlock } from "@parley/case";
import { type CleanDocument, type CleanGap, PLAN } from "./document.ts";
import type { Placed } from "./layout.ts";
import type { Plan, Settled } from "./plan.ts";
import type { FoundRepair } from "./repair/found-repair.ts";
import { applyEdits, type Edit, TextMap } from "./text-map.ts";

/** Characters of context on each side of a gap. */
const AROUND = 40;

/** The text of a plan: its edits carried out on the extracted text. */
export function textOf(plan: Pick<Plan, "extracted" | "repairs" | "lines" | "settled">): {
  text: string;
  /** Between the text and the raw characters. */
  map: TextMap;
  /** Between the text and the extracted text. */
  inner: TextMap;
} {
  const { extracted } = plan;
  const edits = editsOf(plan);
  const { text, map } = applyEdits(extracted.text, extracted.map, edits);
  const inner = applyEdits(extracted.text, TextMap.identity(extracted.text.length), edits).map;
  return { text, map, inner };
}

/** What an op writes: undefined leaves the characters as they are. */
function written(repair: FoundRepair, index: number, settled: Settled): string | undefined {
  const decision = settled.repairs.get(index);
  if (decision !== undefined) return decision.to ?? undefined;
  return repair.class === "A" ? repair.to : undefined;
}

const isKept = (line: Placed, index: number, settled: Settled): boolean =>
  line.furniture === undefined || settled.restored.has(index);

function editsOf({
  extracted,
  repairs,
  lines,
  settled,
}: Pick<Plan, "extracted" | "repairs" | "lines" | "settled">): Edit[] {
  const edits: Edit[] = [];
  let r = 0;
  /** End of the last kept line; -1 before the first. */
  let end = -1;
  const { length } = extracted.text;
  const between = (from: number, to: number, after: number): void => {
    if (end < 0 || to === length) {
      if (to > from) edits.push({ range: [from, to], to: "" });
      return;
    }
    // The line break stands for the blanks after the line; furniture behind it is left out by itself.
    const first = lines[after];
    const stop = first === undefined ? to : Math.min(to, first.range[0]);
    const glue = stop > from ? stop : to;
    edits.push({ range: [from, glue], to: "\n\n" });
    if (to > glue) edits.push({ range: [glue, to], to: "" });
  };
  let cursor = 0;
  /** The line after the last kept one. */
  let after = 0;
  for (const [i, line] of lines.entries()) {
    if (!isKept(line, i, settled)) continue;
    between(cursor, line.range[0], after);
    while (r < repairs.length && repairs[r]!.range[0] < line.range[0]) r += 1;
    while (r < repairs.length && repairs[r]!.range[1] <= line.range[1]) {
      const to = written(repairs[r]!, r, settled);
      if (to !== undefined) edits.push({ range: repairs[r]!.range, to });
      r += 1;
    }
    end = line.range[1];
    cursor = end;
    after = i + 1;
  }
  between(cursor, length, after);
  return edits.filter((edit) => edit.range[1] > edit.range[0]);
}

/** The document of a plan. */
export function derive(plan: Plan): CleanDocument {
  const { extracted, repairs, lines, settled, raw } = plan;
  const { text, map, inner } = textOf(plan);
  const lineOf = lineFinder(lines);
  const ops = repairs.map((repair, i): RepairOp => {
    const decision = settled.repairs.get(i);
    const to = written(repair, i, settled);
    const op: RepairOp = {
      id: `r${i + 1}`,
      class: repair.class,
      from: repair.from,
      to: to ?? repair.to,
      raw: extracted.map.toRaw(repair.range),
      range: inner.toClean(repair.range),
      confidence: repair.confidence,
      applied: to !== undefined,
      reason: repair.reason,
    };
    if (repair.candidates !== undefined) op.candidates = repair.candidates;
    if (decision !== undefined) op.decided = decision.decided;
    return op;
  });
  return {
    raw,
    text,
    map,
    ops,
    gaps: gapsOf(plan, text, inner, lineOf),
    furniture: furnitureOf(plan),
    blocks: blocksOf(plan, inner),
    metadata: plan.metadata,
    charset: plan.charset,
    language: plan.language,
    mediaType: plan.mediaType,
    ...(plan.layer === undefined ? {} : { layer: plan.layer }),
    [PLAN]: plan,
  };
}

type LineFinder = (offset: number) => { line: Placed; index: number } | undefined;

function lineFinder(lines: readonly Placed[]): LineFinder {
  return (offset) => {
    let low = 0;
    let high = lines.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (lines[middle]!.range[1] < offset) low = middle + 1;
      else high = middle;
    }
    const line = lines[low];
    return line === undefined || line.range[0] > offset ? undefined : { line, index: low };
  };
}

function inside(range: Range, lineOf: LineFinder, settled: Settled): boolean {
  const found = lineOf(range[0]);
  return found !== undefined && isKept(found.line, found.index, settled);
}

function gapsOf(
  { gaps, extracted, settled }: Plan,
  text: string,
  inner: TextMap,
  lineOf: LineFinder,
): CleanGap[] {
  const result: CleanGap[] = [];
  for (const [i, gap] of gaps.entries()) {
    // A gap in the page around the text is none of the text.
    if (!inside(gap.range, lineOf, settled)) continue;
    const [start, end] = gap.range;
    const at =
      start === end && start > 0 ? inner.toClean([start - 1, start])[1] : inner.toClean(gap.range)[0];
    const range: Range = start === end ? [at, at] : inner.toClean(gap.range);
    const from = Math.max(text.lastIndexOf("\n", range[0] - 1) + 1, range[0] - AROUND);
    const newline = text.indexOf("\n", range[1]);
    const to = Math.min(newline < 0 ? text.length : newline, range[1] + AROUND);
    result.push({
      id: `gap${i + 1}`,
      kind: gap.kind,
      at: range[0],
      range,
      raw:
        start === end && start > 0
          ? collapse(extracted.map.toRaw([start - 1, start]))
          : extracted.map.toRaw(gap.range),
      context: text.slice(from, to).replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, ""),
      rule: gap.rule,
      confidence: gap.confidence,
      reason: gap.reason,
    });
  }
  return result;
}

const collapse = ([, end]: Range): Range => [end, end];

function furnitureOf({ lines, extracted, settled }: Plan): Furniture[] {
  const result: Furniture[] = [];
  for (const [i, line] of lines.entries()) {
    if (line.furniture === undefined) continue;
    const piece: Furniture = {
      raw: extracted.map.toRaw(line.range),
      reason: line.furniture,
      text: extracted.text.slice(...line.range),
    };
    if (settled.restored.has(i)) piece.restored = true;
    result.push(piece);
  }
  return result;
}

function blocksOf({ lines, settled, extracted }: Plan, inner: TextMap): TextBlock[] {
  const blocks: TextBlock[] = [];
  const pages = extracted.pages ?? [];
  let page = 0;
  let number = 0;
  for (const [i, line] of lines.entries()) {
    if (!isKept(line, i, settled)) continue;
    const block: TextBlock = { range: inner.toClean(line.range), type: line.type };
    while (page < pages.length && pages[page]! <= line.range[0]) page += 1;
    if (page > 0) block.page = page;
    // Restored furniture is shown but not numbered: references to paragraphs stay what they were.
    if (line.type === "paragraph" && line.furniture === undefined) {
      number += 1;
      block.number = number;
    }
    blocks.push(block);
  }
  return blocks;
}
