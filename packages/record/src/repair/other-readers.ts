import type { Range } from "@parley/case";
import * as say from "../messages.ts";
import type { FoundRepair } from "./found-repair.ts";
import { bytesOf, damagedBy, type Lenience, READERS, type Reader } from "./readers.ts";

/*
 * UTF-8 read by a decoder other than GBK, by the same construction: a run is taken apart as a whole or not at all, and
 * what is restored must give the same characters when it is damaged again. Marks alone are class A; marks that lost
 * bytes are B, with every mark whose damage is the same; letters are L.
 */

/** Marks a text is full of; no-break spaces are left to the analyst. */
const MARKS = "’“”–—…‘„‚";
/** Characters of damage by any reader: nothing in ASCII, no surrogate, no mark or space that sound text has. */
const RUN = /[\u0080-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\uffff]+/g;
const LATIN = /\p{Script=Latin}/u;
const EAST_ASIAN = /[\u3000-\u312f\uac00-\ud7af\uff00-\uffef\p{Script=Han}]/u;
/** Drawn lines: a run of nothing else is a drawing. */
const DRAWING = /^[\u2500-\u25a0]+$/;
/** Punctuation of genuine East Asian text. */
const WIDE_PUNCTUATION = /[\u3000-\u303f\uff00-\uff60]/;
/** Longest run that is read: damage of a word or a few marks is shorter. */
const LONGEST = 200;
/** Above this share of a reader's own letters among the letters, they are the document's script. */
const OWN_SCRIPT = 0.3;

const strict = new TextDecoder("utf-8", { fatal: true });
const isMark = (text: string): boolean => /^[\u2010-\u2027\u2030-\u203a]+$/.test(text);
/** One script, as a damaged word has; marks and spaces between. */
const ONE_SCRIPT = [/^[\p{Script=Latin}\p{P}\u00a0]+$/u, /^[\p{Script=Cyrillic}\p{P}\u00a0]+$/u];

interface Part {
  class: "A" | "B" | "L";
  start: number;
  end: number;
  to: string;
  candidates?: string[];
}

/** What marks look like after a lossy reading: the damage, without the character behind → the marks. */
interface Lost {
  damage: string;
  next: string;
  marks: string[];
}
const lostBy = new Map<Reader, Map<string, Lost[]>>();

/** By the first character of the damage, the longest first. */
function lostMarks(reader: Reader): Map<string, Lost[]> {
  const known = lostBy.get(reader);
  if (known !== undefined) return known;
  const found = new Map<string, Lost>();
  const nexts = ["", ...Array.from({ length: 95 }, (_, i) => String.fromCharCode(0x20 + i))];
  for (const lenience of ["drops", "replaces"] satisfies Lenience[]) {
    for (const next of nexts) {
      for (const mark of MARKS) {
        let damage = damagedBy(reader, mark + next, lenience);
        let left = next;
        const eaten = next !== "" && !damage.endsWith(next);
        if (!eaten && next !== "") damage = damage.slice(0, -1);
        if (eaten) left = "";
        // What left no character of the reader cannot be told from any other loss.
        if (!/[\u0080-\ufffc]/.test(damage)) continue;
        const to = eaten ? mark + next : mark;
        if (isWhole(reader, damage, to)) continue;
        const key = `${damage}\n${left}`;
        const entry = found.get(key) ?? { damage, next: left, marks: [] };
        if (!entry.marks.includes(to)) entry.marks.push(to);
        found.set(key, entry);
      }
    }
  }
  const all = new Map<string, Lost[]>();
  for (const lost of [...found.values()].sort((a, b) => b.damage.length - a.damage.length)) {
    const first = lost.damage.charAt(0);
    all.set(first, [...(all.get(first) ?? []), lost]);
  }
  lostBy.set(reader, all);
  return all;
}

/** Whether nothing was lost: the damage has bytes that spell the text. */
function isWhole(reader: Reader, damage: string, text: string): boolean {
  const bytes = bytesOf(reader, damage);
  if (bytes === undefined) return false;
  try {
    return strict.decode(bytes) === text;
  } catch {
    return false;
  }
}

/** The text of a slice from which nothing was lost. */
function whole(reader: Reader, slice: string): string | undefined {
  const bytes = bytesOf(reader, slice);
  if (bytes === undefined) return undefined;
  try {
    const text = strict.decode(bytes);
    return damagedBy(reader, text, "drops") === slice ? text : undefined;
  } catch {
    return undefined;
  }
}

function readRun(reader: Reader, text: string, start: number, end: number, own: boolean): Part[] | undefined {
  const first = reader.code(text.charAt(start));
  const lead = first > 0xff ? first >> 8 : first;
  // What was UTF-8 begins with a lead byte, unless bytes were lost.
  if ((lead < 0xc2 || lead > 0xf4) && !lostMarks(reader).has(text.charAt(start))) return undefined;
  const run = text.slice(start, end);
  const previous = text.charAt(start - 1);
  const next = text.charAt(end);
  const all = whole(reader, run);
  if (all !== undefined && !isMarks(all)) {
    const letters = all.match(/\p{L}/gu)?.length ?? 0;
    const scripted = ONE_SCRIPT.some((one) => one.test(all));
    const inWord = LATIN.test(previous) || LATIN.test(next);
    const enough =
      reader.width === 1
        ? letters > 1 && !DRAWING.test(run)
        : !own && inWord && /^[\u00c0-\u017f]+$/.test(all);
    if (scripted && enough) return [{ class: "L", start, end, to: all }];
  }
  const parts: Part[] = [];
  for (let at = start; at < end; ) {
    const part = markAt(reader, text, at, end) ?? lostAt(reader, text, at, end, own);
    if (part === undefined) return undefined;
    parts.push(part);
    at = part.end;
  }
  const sure = parts.every((part) => part.class === "A");
  const touches =
    LATIN.test(previous) || LATIN.test(next) || (run.startsWith("窶") && /[.,;:!?%)]/.test(previous));
  if (!sure && WIDE_PUNCTUATION.test(run)) return undefined;
  return sure || touches ? parts : undefined;
}

const isMarks = (text: string): boolean => isMark(text.replace(/[ -~]/g, "") || "x");

/** A: a mark, with the ASCII its last byte took along. */
function markAt(reader: Reader, text: string, at: number, end: number): Part | undefined {
  for (let stop = Math.min(end, at + 12); stop > at; stop--) {
    const to = whole(reader, text.slice(at, stop));
    if (to !== undefined && isMark(to.charAt(0)) && isMarks(to))
      return { class: "A", start: at, end: stop, to };
  }
  return undefined;
}

/** B: a mark that lost a byte. In a text of the reader's own script nobody can tell. */
function lostAt(reader: Reader, text: string, at: number, end: number, own: boolean): Part | undefined {
  if (own) return undefined;
  for (const { damage, next, marks } of lostMarks(reader).get(text.charAt(at)) ?? []) {
    const stop = at + damage.length;
    if (stop > end || !text.startsWith(damage, at)) continue;
    if (
      next !== "" ? text.charAt(stop) !== next : stop === end && marks[0]!.length === 1 && stop < text.length
    )
      continue;
    const candidates = ordered(marks, text, at, stop);
    return { class: "B", start: at, end: stop, to: candidates[0]!, candidates };
  }
  return undefined;
}

/** The likeliest first: a dash between blanks, a closing mark after a word whose quotation stands open. */
function ordered(marks: readonly string[], text: string, at: number, stop: number): string[] {
  const line = text.slice(Math.max(text.lastIndexOf("\n", at - 1) + 1, at - 400), at);
  const blank = /^\s?$/.test(text.charAt(at - 1)) && /^\s?$/.test(text.charAt(stop));
  const open = /(?:“|窶從|窶廾|窶徙|\u0093)[^”]*$/.test(line);
  const first = blank ? "–—" : open ? "”" : "’";
  return [...marks].sort((a, b) => Number(first.includes(b.charAt(0))) - Number(first.includes(a.charAt(0))));
}

/** Repairs for every reader; `taken` are stretches that are explained already, in order. */
export function otherRepairs(text: string, taken: readonly FoundRepair[]): FoundRepair[] {
  const result: FoundRepair[] = [];
  let letters: number | undefined;
  const share = new Map<Reader, boolean>();
  const owns = (reader: Reader): boolean => {
    let own = share.get(reader);
    if (own === undefined) {
      letters ??= text.match(/\p{L}/gu)?.length ?? 0;
      const foreign =
        reader.width === 1 ? 0 : (text.match(/[\p{Script=Han}\p{Script=Hangul}]/gu)?.length ?? 0);
      own = foreign > OWN_SCRIPT * letters;
      share.set(reader, own);
    }
    return own;
  };
  let t = 0;
  for (const match of text.matchAll(RUN)) {
    const start = match.index;
    const end = start + match[0].length;
    if (end - start > LONGEST) continue;
    while (t < taken.length && taken[t]!.range[1] <= start) t += 1;
    if (t < taken.length && taken[t]!.range[0] < end) continue;
    // A lone sound mark is by far the commonest run.
    if (end - start === 1 && !EAST_ASIAN.test(match[0])) continue;
    for (const reader of READERS) {
      const parts = readRun(reader, text, start, end, owns(reader));
      if (parts === undefined) continue;
      for (const part of parts) result.push(found(reader, text, part));
      break;
    }
  }
  return result;
}

const CONFIDENCE = { A: 0.98, B: 0.6, L: 0.8 } as const;

function found(reader: Reader, text: string, part: Part): FoundRepair {
  const range: Range = [part.start, part.end];
  return {
    class: part.class,
    range,
    from: text.slice(...range),
    to: part.to,
    candidates: part.candidates ?? [part.to],
    confidence: CONFIDENCE[part.class],
    reason: say.readerReason(reader.name, part.class, part.to),
  };
}
