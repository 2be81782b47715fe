import type { Range } from "@parley/case";
import type { CleanDocument } from "../document.ts";

const PAIRS: Readonly<Record<string, string>> = {
  "“": "”",
  "„": "“”",
  "«": "»",
  "‹": "›",
  "「": "」",
  "『": "』",
};

/** A stretch in quotation marks: with them, and without. */
export interface Quoted {
  outer: Range;
  inner: Range;
}

/** Stretches in quotation marks within a block. A closing mark that is still damaged (a repair of class B) closes. */
export function quotedIn(text: string, [start, end]: Range, damagedClose: ReadonlySet<number>): Quoted[] {
  const result: Quoted[] = [];
  let open = -1;
  let closers = "";
  for (let i = start; i < end; i++) {
    const c = text.charAt(i);
    if (open < 0) {
      const pair = c === '"' && /[\s([—–-]/.test(i === start ? " " : text.charAt(i - 1)) ? '"' : PAIRS[c];
      if (pair !== undefined) {
        open = i;
        closers = pair;
      }
    } else if (closers.includes(c) || (closers === "”" && damagedClose.has(i))) {
      result.push({ outer: [open, i + 1], inner: trimmed(text, open + 1, i) });
      open = -1;
    } else if (PAIRS[c] === closers) {
      // A mark that opens again: the first was never closed.
      open = i;
    }
  }
  return result;
}

/** Without the blanks that French sets inside its marks. */
function trimmed(text: string, start: number, end: number): Range {
  while (start < end && /\s/u.test(text.charAt(start))) start += 1;
  while (end > start && /\s/u.test(text.charAt(end - 1))) end -= 1;
  return [start, end];
}

/** Places of damaged marks that are likeliest closing quotation marks. */
export function damagedClosings({ ops }: CleanDocument): Set<number> {
  const open = ops.filter((o) => o.class === "B" && !o.applied && o.decided !== "rejected" && o.to === "”");
  return new Set(open.map((op) => op.range[0]));
}
