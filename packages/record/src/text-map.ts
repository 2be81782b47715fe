import type { Range } from "@parley/case";

/** Numbers per segment: text start, text end, raw start, raw end, 1 if copied or 0 if replaced. */
const WIDTH = 5;

/** A stretch of text to be replaced. Ranges of a list of edits are not empty, do not overlap and are in order. */
export interface Edit {
  range: Range;
  to: string;
}

/**
 * The exact map between a canonical text and the raw characters it came from. Its segments lie in order without
 * holes on both sides: a copied segment has equal characters on both sides, a replaced one only corresponds as a
 * whole (an empty text side: left out).
 */
export class TextMap {
  /** Five numbers a segment, as the case keeps them. */
  readonly segments: readonly number[];

  constructor(segments: readonly number[]) {
    this.segments = segments;
  }

  /** The map of a text that is its own raw form. */
  static identity(length: number): TextMap {
    return new TextMap(length === 0 ? [] : [0, length, 0, length, 1]);
  }

  get length(): number {
    return this.segments.length / WIDTH;
  }

  /** The smallest raw range that holds everything the text range came from; an empty range gives a place. */
  toRaw([start, end]: Range): Range {
    if (end <= start) {
      const at = this.#place(start, 0);
      return [at, at];
    }
    const first = this.#find(start, 0);
    const last = this.#findLast(end, 0);
    return [this.#across(first, start, 0, false), this.#across(last, end, 0, true)];
  }

  /** The smallest text range that holds everything made of the raw range; empty where all of it was left out. */
  toClean([start, end]: Range): Range {
    if (end <= start) {
      const at = this.#place(start, 2);
      return [at, at];
    }
    const first = this.#find(start, 2);
    const last = this.#findLast(end, 2);
    return [this.#across(first, start, 2, false), this.#across(last, end, 2, true)];
  }

  #at(segment: number, field: number): number {
    return this.segments[segment * WIDTH + field] ?? 0;
  }

  /** First segment whose side ends after `offset`. */
  #find(offset: number, side: 0 | 2): number {
    let low = 0;
    let high = this.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#at(middle, side + 1) > offset) high = middle;
      else low = middle + 1;
    }
    return Math.min(low, this.length - 1);
  }

  /** Last segment whose side starts before `offset`. */
  #findLast(offset: number, side: 0 | 2): number {
    let low = 0;
    let high = this.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#at(middle, side) < offset) low = middle + 1;
      else high = middle;
    }
    return Math.max(0, low - 1);
  }

  /** An offset of one side carried to the other within a segment. */
  #across(segment: number, offset: number, side: 0 | 2, end: boolean): number {
    const other = side === 0 ? 2 : 0;
    if (this.#at(segment, 4) === 1) {
      const inside = Math.min(Math.max(offset, this.#at(segment, side)), this.#at(segment, side + 1));
      return this.#at(segment, other) + inside - this.#at(segment, side);
    }
    return this.#at(segment, end ? other + 1 : other);
  }

  #place(offset: number, side: 0 | 2): number {
    if (this.length === 0) return 0;
    const segment = this.#find(offset, side);
    const other = side === 0 ? 2 : 0;
    if (offset >= this.#at(segment, side + 1)) return this.#at(segment, other + 1);
    return this.#across(segment, offset, side, false);
  }
}

/** Collects segments in order, joining copied ones that continue each other. */
export class MapBuilder {
  readonly #segments: number[] = [];
  readonly #parts: string[] = [];
  #length = 0;
  #raw = 0;

  /** Length of the text so far. */
  get length(): number {
    return this.#length;
  }

  /** Where the raw side stands. */
  get raw(): number {
    return this.#raw;
  }

  /** Put `text` for the raw characters up to `rawEnd`; `copied` says that they are the same characters. */
  put(text: string, rawEnd: number, copied: boolean): void {
    if (text === "" && rawEnd === this.#raw) return;
    const s = this.#segments;
    const n = s.length;
    if (copied && n > 0 && s[n - 1] === 1) {
      s[n - 4] = this.#length + text.length;
      s[n - 2] = rawEnd;
    } else if (text === "" && n > 0 && s[n - 1] === 0 && s[n - 5] === s[n - 4]) {
      s[n - 2] = rawEnd;
    } else {
      s.push(this.#length, this.#length + text.length, this.#raw, rawEnd, copied ? 1 : 0);
    }
    if (text !== "") this.#parts.push(text);
    this.#length += text.length;
    this.#raw = rawEnd;
  }

  /** Leave the raw characters up to `rawEnd` out. */
  skipTo(rawEnd: number): void {
    if (rawEnd > this.#raw) this.put("", rawEnd, false);
  }

  build(): { text: string; map: TextMap } {
    return { text: this.#parts.join(""), map: new TextMap(this.#segments) };
  }
}

/**
 * Carry out edits on a text that has a map to raw characters, and give the new text with its map to the same raw
 * characters. An edit that cuts a replaced segment takes the whole of it, so that the map stays exact.
 */
export function applyEdits(
  text: string,
  map: TextMap,
  edits: readonly Edit[],
): { text: string; map: TextMap } {
  const whole = widen(text, map, edits);
  const out = new MapBuilder();
  const s = map.segments;
  let e = 0;
  // Whether the first character of edit `e` has been met and its last has not.
  let open = false;
  for (let i = 0; i < s.length; i += WIDTH) {
    const [t0, t1, r0, r1, copied] = [s[i]!, s[i + 1]!, s[i + 2]!, s[i + 3]!, s[i + 4] === 1];
    if (t0 === t1) {
      // Left out before. Inside an edit it goes with the edit, which ends at a later raw offset.
      if (!open) out.skipTo(r1);
      continue;
    }
    let at = t0;
    while (at < t1) {
      const edit = whole[e];
      if (edit === undefined || edit.range[0] >= t1) {
        out.put(text.slice(at, t1), copied ? r0 + t1 - t0 : r1, copied);
        at = t1;
      } else if (at < edit.range[0]) {
        out.put(text.slice(at, edit.range[0]), copied ? r0 + edit.range[0] - t0 : r1, copied);
        at = edit.range[0];
      } else if (edit.range[1] > t1) {
        open = true;
        at = t1;
      } else {
        out.put(edit.to, copied ? r0 + edit.range[1] - t0 : r1, false);
        open = false;
        at = edit.range[1];
        e += 1;
      }
    }
  }
  return out.build();
}

/**
 * Edits whose bounds never lie inside a replaced segment. Such a cut happens only in a character reference of HTML
 * that stands for two units; edits that meet in one become one.
 */
function widen(text: string, map: TextMap, edits: readonly Edit[]): Edit[] {
  const s = map.segments;
  const result: Edit[] = [];
  let i = 0;
  // End of the last edit as it was asked for.
  let asked = 0;
  for (const edit of edits) {
    let { to } = edit;
    let [start, end] = edit.range;
    while (i < s.length && s[i + 1]! <= start) i += WIDTH;
    const before = result.at(-1);
    if (before !== undefined && before.range[1] > start) {
      const tail = before.range[1] - asked;
      to = before.to.slice(0, before.to.length - tail) + text.slice(asked, start) + to;
      start = before.range[0];
      result.pop();
    } else if (i < s.length && s[i + 4] === 0 && s[i]! < start) {
      to = text.slice(s[i], start) + to;
      start = s[i]!;
    }
    asked = end;
    let j = i;
    while (j < s.length && s[j + 1]! < end) j += WIDTH;
    if (j < s.length && s[j + 4] === 0 && s[j + 1]! > end && s[j]! < end) {
      to += text.slice(end, s[j + 1]);
      end = s[j + 1]!;
    }
    result.push({ range: [start, end], to });
  }
  return result;
}
