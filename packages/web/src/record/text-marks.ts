import type { Case, Gap, Id, Passage, Ref, RepairOp, TextVersion, Thread } from "@parley/case";
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
  let place = 0;
  for (let i = 0; i + 4 < map.length; i += 5) {
    const [textStart = 0, textEnd = 0, rawStart = 0, rawEnd = 0, copied = 0] = map.slice(i, i + 5);
    if (raw < rawStart) break;
    place = raw >= rawEnd ? textEnd : copied === 1 ? textStart + (raw - rawStart) : textStart;
  }
  return place;
}
