import type { Case, Gap, Id, Passage, Ref, RepairOp, TextBlock, TextVersion, Thread } from "@parley/case";
import { refOf } from "@parley/case";
import type { Mark } from "./segments.ts";

/** What a stretch of a document can carry. */
export type TextMark =
  | { type: "passage"; passage: Passage; waiting: boolean }
  | { type: "gap"; gap: Gap }
  | { type: "repair"; op: RepairOp }
  | { type: "here" };

/** The text version of a document. */
export function textOf(held: Case, source: Id): TextVersion | undefined {
  return held.all("text").find((text) => text.source === source);
}

/** All that a document's text carries: passages something hangs on, gaps, repairs. */
export function marksOf(held: Case, thread: Thread, text: TextVersion): Mark<TextMark>[] {
  const marks: Mark<TextMark>[] = [];
  for (const passage of held.all("passage")) {
    if (passage.source !== text.source || passage.anchor?.state === "orphan") continue;
    const above = thread.dependents(refOf("passage", passage.id)).flatMap((ref: Ref) => held.at(ref) ?? []);
    const live = above.filter((o) => o.review?.state !== "rejected" && o.review?.state !== "superseded");
    if (live.length === 0) continue;
    const waiting = live.every((o) => o.review?.state === "proposed");
    marks.push({ start: passage.start, end: passage.end, what: { type: "passage", passage, waiting } });
  }
  for (const gap of held.all("gap")) {
    if (gap.source !== text.source || gap.review?.state === "rejected") continue;
    marks.push({ start: gap.range[0], end: gap.range[1], what: { type: "gap", gap } });
  }
  for (const op of text.ops) {
    if (op.decided === "rejected" && !op.applied) continue;
    marks.push({ start: op.range[0], end: op.range[1], what: { type: "repair", op } });
  }
  return marks;
}

/** Where in the canonical text something stood that was left out, by the map of a text version. */
export function placeOfRaw(map: readonly number[], raw: number): number {
  // The last segment that begins at the place or before.
  let [low, high] = [0, Math.floor(map.length / 5)];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((map[middle * 5 + 2] as number) <= raw) low = middle + 1;
    else high = middle;
  }
  if (low === 0) return 0;
  const [textStart, textEnd, rawStart, rawEnd, copied] = map.slice(low * 5 - 5, low * 5) as [
    number,
    number,
    number,
    number,
    number,
  ];
  return raw >= rawEnd ? textEnd : copied === 1 ? textStart + (raw - rawStart) : textStart;
}

/**
 * The marks of each block: those that touch it, and a mark without length between two blocks with the one before.
 * Blocks come in order of place. Time is linear in marks and blocks but for sorting.
 */
export function marksByBlock<T>(blocks: readonly TextBlock[], marks: readonly Mark<T>[]): Mark<T>[][] {
  const lists = blocks.map((): Mark<T>[] => []);
  const startsBy = (place: number): number => {
    let [low, high] = [0, blocks.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((blocks[middle]?.range[0] ?? 0) <= place) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  };
  for (const mark of marks) {
    const from = startsBy(mark.start);
    if (mark.start === mark.end) {
      const block = blocks[Math.max(0, from)];
      if (block === undefined) continue;
      const place = Math.max(block.range[0], Math.min(mark.start, block.range[1]));
      lists[Math.max(0, from)]?.push({ ...mark, start: place, end: place });
      continue;
    }
    for (let i = Math.max(0, from); i < blocks.length; i++) {
      const [start, end] = (blocks[i] as TextBlock).range;
      if (start >= mark.end) break;
      if (mark.start < end) lists[i]?.push(mark);
    }
  }
  return lists;
}

/** The new lists, but each old one in its place that says the same, so that its block is not drawn again. */
export function keepSame(old: Mark<TextMark>[][], next: Mark<TextMark>[][]): Mark<TextMark>[][] {
  return next.map((list, i) => {
    const before = old[i];
    const same =
      before !== undefined &&
      before.length === list.length &&
      list.every((mark, k) => {
        const other = before[k];
        return (
          other !== undefined &&
          other.start === mark.start &&
          other.end === mark.end &&
          sameMark(other.what, mark.what)
        );
      });
    return same ? before : list;
  });
}

function sameMark(a: TextMark, b: TextMark): boolean {
  if (a.type === "passage") return b.type === "passage" && a.passage === b.passage && a.waiting === b.waiting;
  if (a.type === "gap") return b.type === "gap" && a.gap === b.gap;
  if (a.type === "repair") return b.type === "repair" && a.op === b.op;
  return b.type === "here";
}
