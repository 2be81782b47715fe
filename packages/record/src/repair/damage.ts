import type { RepairClass } from "@parley/case";
import * as say from "../messages.ts";
import { encodeGbk } from "./gbk.ts";
import { spelledWord } from "./letters.ts";
import { redamage } from "./redamage.ts";

/*
 * How one run of hanzi is read as damage: UTF-8 read as GBK by a decoder that drops illegal bytes. A run is taken
 * apart as a whole or not at all; what is only partly explained is not touched.
 */

/** A repair found in a run, its offsets counted from the run's start. */
export interface Part {
  class: RepairClass;
  start: number;
  end: number;
  to: string;
  candidates?: string[];
  confidence: number;
  reason: string;
}

/** What the reading of a run may look at. */
export interface RunContext {
  run: string;
  /** The character after the run, empty at the end of the text. */
  next: string;
  /** The character before the run, empty at the start of the text. */
  previous: string;
  /** Whether a quotation stands open before offset `at` of the run. */
  openQuote: boolean;
  /** Whether this document shows the damage beyond doubt elsewhere. */
  evidence: boolean;
  /** Names a disguised word may be; asked only when needed. */
  known(): ReadonlySet<string>;
}

/** First two bytes of E2 80 xx, the general punctuation. */
const PUNCTUATION = "鈥";
/** C2 A0. */
const NO_BREAK = "聽";

const strict = new TextDecoder("utf-8", { fatal: true });

/** Whether a repaired slice may begin with this: general punctuation, a no-break space, an emoji. */
function mayBegin(code: number): boolean {
  // Line separators and direction marks are not put into a text by a rule.
  if (code >= 0x2028 && code <= 0x202e) return false;
  return (
    (code >= 0x2010 && code <= 0x203a) ||
    code === 0xa0 ||
    code === 0x202f ||
    (code >= 0x1f300 && code <= 0x1faff)
  );
}

/** Whether it may go on with this: the same, ASCII, Latin letters, and what joins emoji. */
function mayFollow(code: number): boolean {
  return (
    mayBegin(code) ||
    (code >= 0x20 && code < 0x7f) ||
    (code > 0xa0 && code < 0x250) ||
    code === 0x200d ||
    code === 0xfe0f
  );
}

const read = new Map<string, string | undefined>();
/** Slices remembered: the same few recur all over a document. */
const REMEMBERED = 10_000;

/** The text a slice was before the damage, if that is certain. */
export function undamage(slice: string): string | undefined {
  if (read.has(slice)) return read.get(slice);
  if (read.size >= REMEMBERED) read.clear();
  const text = readAgain(slice);
  read.set(slice, text);
  return text;
}

function readAgain(slice: string): string | undefined {
  const bytes = encodeGbk(slice);
  if (bytes === undefined) return undefined;
  let text: string;
  try {
    text = strict.decode(bytes);
  } catch {
    return undefined;
  }
  let first = true;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (!(first ? mayBegin(code) : mayFollow(code))) return undefined;
    first = false;
  }
  return !first && redamage(text) === slice ? text : undefined;
}

/** What may stand behind a lone 鈥, the likeliest first for each place. */
const QUOTE_FIRST = "”’…–—“‘„‚‐‑‒―‛‟†‡•‰′″‹›";
const APOSTROPHE_FIRST = "’”…–—“‘„‚‐‑‒―‛‟†‡•‰′″‹›";
const DASH_FIRST = "–—―…”’“‘„‚‐‑‒‛‟†‡•‰′″‹›";
const BEFORE_LETTER = "…•‡";

const isLetterOrDigit = (c: string): boolean => /^[\p{L}\p{N}]$/u.test(c) && !/^\p{Script=Han}$/u.test(c);
const isBlank = (c: string): boolean => c === "" || c === " " || c === "\n" || c === "\t" || c === "\u00a0";

/** The repairs that explain the whole run, or undefined. */
export function readRun(context: RunContext): Part[] | undefined {
  const { run, next } = context;
  const parts: Part[] = [];
  let open = context.openQuote;
  let at = 0;
  const disguised = disguise(context);
  if (disguised !== undefined) {
    parts.push(disguised);
    at = disguised.end;
  }
  while (at < run.length) {
    const part = certain(run, at) ?? emptied(run, at, next) ?? lone(context, at, open, parts.at(-1));
    if (part === undefined) return undefined;
    for (const c of part.to) {
      if (c === "“") open = true;
      else if (c === "”") open = false;
    }
    parts.push(part);
    at = part.end;
  }
  return parts.every((part) => part.to !== "\u00a0" || isNoBreak(context)) ? parts : undefined;
}

/** D: a name of the record spelled by the second bytes. */
function disguise({ run, known }: RunContext): Part | undefined {
  if (run.length < 3 || run.startsWith(PUNCTUATION)) return undefined;
  const found = spelledWord([...run], known());
  if (found === undefined) return undefined;
  const reason = say.repairReason.D(found.word);
  return {
    class: "D",
    start: 0,
    end: found.length,
    to: found.word,
    candidates: [found.word],
    confidence: 0.9,
    reason,
  };
}

/** A: the longest slice from here that is certain. Longer than 40 units it is not damage of a few characters. */
function certain(run: string, at: number): Part | undefined {
  if (!(run.startsWith(PUNCTUATION, at) || run.startsWith(NO_BREAK, at) || run.startsWith("馃", at)))
    return undefined;
  for (let end = Math.min(run.length, at + 40); end > at; end--) {
    const to = undamage(run.slice(at, end));
    if (to !== undefined) {
      const confidence = to === "\u00a0" ? 0.95 : 0.99;
      return { class: "A", start: at, end, to, confidence, reason: say.repairReason.A(to) };
    }
  }
  return undefined;
}

/** C: quotation marks with nothing between them, their last byte lost at the end of the run. */
function emptied(run: string, at: number, next: string): Part | undefined {
  const slice = run.slice(at);
  if (slice !== redamage("“”") || redamage(`“”${next}`) !== slice + next) return undefined;
  return {
    class: "C",
    start: at,
    end: run.length,
    to: "“”",
    candidates: ["“”"],
    confidence: 0.9,
    reason: say.repairReason.C,
  };
}

/** B: a lone 鈥 at the end of the run. */
function lone(context: RunContext, at: number, open: boolean, before: Part | undefined): Part | undefined {
  const { run, next, previous, evidence } = context;
  if (at !== run.length - 1 || run.charAt(at) !== PUNCTUATION) return undefined;
  const left = before === undefined ? previous : before.to.slice(-1);
  const touchesWord = isLetterOrDigit(left) || /^[.,;:!?%)\]’”]$/.test(left);
  // 鈥 is also a word (holmium): it must touch the text, or stand for a dash in a text that is surely damaged.
  if (!touchesWord && !(evidence && isBlank(left) && isBlank(next))) return undefined;
  const [order, why, confidence] = isLetterOrDigit(next)
    ? ([BEFORE_LETTER, say.repairReason.beforeLetter, 0.6] as const)
    : isBlank(left) && isBlank(next)
      ? ([DASH_FIRST, say.repairReason.blanks, 0.9] as const)
      : open
        ? ([QUOTE_FIRST, say.repairReason.openQuote, 0.9] as const)
        : isLetterOrDigit(left)
          ? ([APOSTROPHE_FIRST, say.repairReason.afterLetter, 0.6] as const)
          : ([QUOTE_FIRST, say.repairReason.otherwise, 0.5] as const);
  const candidates = candidatesFor(order, next);
  const to = candidates[0];
  if (to === undefined) return undefined;
  return {
    class: "B",
    start: at,
    end: at + 1,
    to,
    candidates,
    confidence,
    reason: say.repairReason.B(to, why),
  };
}

const candidatesOf = new Map<string, string[]>();

/** Characters whose damage before `next` is a lone 鈥, in the given order. */
function candidatesFor(order: string, next: string): string[] {
  const key = order + next;
  let found = candidatesOf.get(key);
  if (found === undefined) {
    found = [...order].filter((c) => redamage(c + next) === PUNCTUATION + next);
    if (candidatesOf.size >= REMEMBERED) candidatesOf.clear();
    candidatesOf.set(key, found);
  }
  return [...found];
}

/** 聽 is also a word: it is a no-break space only where it touches a word of another script. */
function isNoBreak({ run, previous, next }: RunContext): boolean {
  const startsSo = run.startsWith(NO_BREAK);
  const endsSo = run.endsWith(NO_BREAK);
  if (!startsSo && !endsSo) return true;
  return (
    (startsSo && isLetterOrDigit(previous)) ||
    (endsSo && isLetterOrDigit(next)) ||
    (startsSo && !endsSo) ||
    (endsSo && !startsSo)
  );
}
