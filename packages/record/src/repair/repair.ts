import type { Range } from "@parley/case";
import { LIMITS } from "../limits.ts";
import * as say from "../messages.ts";
import { type Part, type RunContext, readRun } from "./damage.ts";
import type { FoundRepair } from "./found-repair.ts";
import { latinRepairs } from "./latin.ts";
import { otherRepairs } from "./other-readers.ts";

const RUN = /\p{Script=Han}+/gu;
/** Letters and punctuation that make a neighbouring hanzi part of genuine East Asian text. */
const EAST_ASIAN = /[\u3000-\u312f\uac00-\ud7af\uff00-\uffef]/;
const BLANK = /^\u00a0+$/;
/** Above this share of hanzi among the letters, hanzi are the document's own script. */
const OWN_SCRIPT = 0.3;

/**
 * Find damage of the classes A to E (UTF-8 read as GBK) and L (UTF-8 read as a Latin encoding) in a text of lines.
 * Repairs come in order of place and do not overlap. `names` are known names a disguised word may be.
 */
export function findRepairs(text: string, names: readonly string[]): FoundRepair[] {
  const runs = [...text.matchAll(RUN)].map((m) => ({ run: m[0], start: m.index }));
  const found = runs.length === 0 ? [] : gbkRepairs(text, runs, names);
  const explained = found.filter((repair) => repair.class !== "E");
  const latin = latinRepairs(text, found).flatMap(exacter);
  const others = otherRepairs(text, inOrder([...explained, ...latin]));
  const flagged = found.filter(
    (flag) =>
      flag.class === "E" && !others.some((r) => r.range[0] < flag.range[1] && flag.range[0] < r.range[1]),
  );
  const all = inOrder([...explained, ...flagged, ...latin, ...others]);
  if (all.length > LIMITS.ops) throw say.tooManyRepairs(LIMITS.ops);
  return all;
}

const inOrder = (repairs: FoundRepair[]): FoundRepair[] => repairs.sort((a, b) => a.range[0] - b.range[0]);

/** A repair of ftfy's as the marks of a reader, where those alone give the same text: they are then certain. */
function exacter(repair: FoundRepair): FoundRepair[] {
  const marks = otherRepairs(repair.from, []);
  if (marks.length === 0 || marks.some((mark) => mark.class !== "A")) return [repair];
  let text = "";
  let at = 0;
  for (const { range, to } of marks) {
    text += repair.from.slice(at, range[0]) + to;
    at = range[1];
  }
  if (text + repair.from.slice(at) !== repair.to) return [repair];
  const [start] = repair.range;
  return marks.map((mark) => ({ ...mark, range: [start + mark.range[0], start + mark.range[1]] }));
}

interface Run {
  run: string;
  start: number;
}

function gbkRepairs(text: string, runs: readonly Run[], names: readonly string[]): FoundRepair[] {
  let known: ReadonlySet<string> | undefined;
  let quotes = new QuoteState(text);
  const contextOf = ({ run, start }: Run, evidence: boolean): RunContext => ({
    run,
    next: text.charAt(start + run.length),
    previous: text.charAt(start - 1),
    openQuote: quotes.openAt(start),
    evidence,
    known: () => {
      known ??= knownNames(text, names);
      return known;
    },
  });
  const genuine = ({ run, start }: Run): boolean =>
    EAST_ASIAN.test(text.charAt(start - 1)) || EAST_ASIAN.test(text.charAt(start + run.length));
  // First what is certain by itself, to know whether this document is damaged and what its script is.
  let evidence = false;
  let unread = 0;
  const first: (Part[] | undefined)[] = [];
  for (const run of runs) {
    const parts = genuine(run) ? undefined : readRun(contextOf(run, false));
    first.push(parts);
    if (parts === undefined) unread += run.run.length;
    else if (parts.some((p) => p.class === "C" || (p.class === "A" && !BLANK.test(p.to)))) evidence = true;
  }
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const own = unread > OWN_SCRIPT * letters;
  const result: FoundRepair[] = [];
  // Read again from the start, this time with the repaired marks seen on the way.
  quotes = new QuoteState(text);
  for (const [i, run] of runs.entries()) {
    let parts = first[i];
    // Only a mark that lost its byte depends on the rest of the text.
    if (run.run.endsWith("鈥") && !genuine(run)) parts = readRun(contextOf(run, evidence));
    if (own && parts?.some((p) => p.class === "D" || p.class === "B" || BLANK.test(p.to))) parts = undefined;
    if (parts !== undefined) for (const part of parts) result.push(placed(run, part, quotes));
    else if (!own) result.push(foreign(run));
  }
  return result;
}

function placed({ run, start }: Run, part: Part, quotes: QuoteState): FoundRepair {
  const { start: from, end, ...rest } = part;
  quotes.note(start + from, start + end, part.to);
  return { ...rest, range: [start + from, start + end], from: run.slice(from, end) };
}

function foreign({ run, start }: Run): FoundRepair {
  const range: Range = [start, start + run.length];
  return { class: "E", range, from: run, to: run, confidence: 0.5, reason: say.repairReason.E };
}

/** Whether a quotation stands open, read forward line by line, with repaired marks noted on the way. */
class QuoteState {
  readonly #text: string;
  #at = 0;
  #open = false;

  constructor(text: string) {
    this.#text = text;
  }

  openAt(offset: number): boolean {
    if (offset < this.#at) {
      this.#at = 0;
      this.#open = false;
    }
    for (; this.#at < offset; this.#at++) this.#see(this.#text.charAt(this.#at));
    return this.#open;
  }

  /** The stretch from `start` to `end` reads as `text` when it is repaired. */
  note(start: number, end: number, text: string): void {
    this.openAt(start);
    for (const c of text) this.#see(c);
    this.#at = end;
  }

  #see(c: string): void {
    if (c === "“") this.#open = true;
    else if (c === "”" || c === "\n") this.#open = false;
  }
}

/** Words a disguised name may be: known names of three letters or more, and names the text itself holds. */
function knownNames(text: string, names: readonly string[]): Set<string> {
  const known = new Set<string>();
  for (const name of names) for (const word of name.match(/[A-Za-z]{3,}/g) ?? []) known.add(word);
  // A capital after a small letter and a blank begins no sentence: it is a name.
  for (const match of text.matchAll(/[a-z,;] ([A-Z][A-Za-z]{3,})\b/g)) known.add(match[1]!);
  return known;
}
