import type { Furniture, RepairClass, RepairOp, TextVersion } from "@parley/case";
import { placeOfRaw } from "../record/text-marks.ts";

/** One difference between the characters as they came and the text as it reads. */
export type Change =
  | { type: "repair"; key: string; raw: [number, number]; clean: [number, number]; op: RepairOp }
  | {
      type: "left";
      key: string;
      raw: [number, number];
      clean: [number, number];
      index: number;
      piece: Furniture;
    };

/** What a change is sorted under. */
export type Sort = RepairClass | "left";

export const SORTS: readonly Sort[] = ["A", "B", "C", "D", "E", "L", "left"];

export const sortOf = (change: Change): Sort => (change.type === "left" ? "left" : change.op.class);

/** Whether nobody has decided about a change that is only offered. */
export function isOpen(change: Change): boolean {
  return (
    change.type === "repair" &&
    !change.op.applied &&
    change.op.decided === undefined &&
    change.op.class !== "E"
  );
}

/** Whether the change stands in the text now. */
export function isMade(change: Change): boolean {
  return change.type === "left" ? change.piece.restored !== true : change.op.applied;
}

/** All changes of a text, in the order of the characters as they came. */
export function changesOf(text: TextVersion): Change[] {
  const repairs = text.ops.map(
    (op): Change => ({ type: "repair", key: op.id, raw: op.raw, clean: op.range, op }),
  );
  const left = text.furniture.map((piece, index): Change => {
    const from = placeOfRaw(text.map, piece.raw[0]);
    return {
      type: "left",
      key: `left ${index}`,
      raw: piece.raw,
      clean: [from, piece.restored === true ? placeOfRaw(text.map, piece.raw[1]) : from],
      index,
      piece,
    };
  });
  return [...repairs, ...left].sort((a, b) => a.raw[0] - b.raw[0] || a.raw[1] - b.raw[1]);
}

/** Characters shown around a change, and most of one that are shown. */
const AROUND = 48;
const LONGEST = 240;

/** A place in a text with what stands around it, in one line. */
export function around(
  text: string,
  [start, end]: readonly [number, number],
): {
  before: string;
  words: string;
  after: string;
} {
  const words = text.slice(start, end);
  return {
    before: oneLine(text.slice(Math.max(0, start - AROUND), start)),
    words: oneLine(words.length > LONGEST ? `${words.slice(0, LONGEST - 1)}…` : words),
    after: oneLine(text.slice(end, end + AROUND)),
  };
}

/** Line ends are shown as such: they count as characters. */
const oneLine = (text: string): string => text.replace(/\r\n|\r|\n/g, "⏎");
