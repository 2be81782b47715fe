import { type Basis, formatAssumption, parseAssumption } from "../basis.ts";
import type { Id } from "../id.ts";
import * as say from "../messages.ts";
import { nearest } from "../nearest.ts";
import type { Passage, TextVersion } from "../objects/record.ts";

/** How many characters before and after a passage are kept to find it again. */
export const CONTEXT = 32;

/** A passage of a text between two offsets. Its id says its place, so the same characters make the same passage. */
export function passageAt(text: TextVersion, start: number, end: number): Passage {
  return {
    id: `${text.source}@${start}-${end}`,
    kind: "passage",
    source: text.source,
    start,
    end,
    exact: text.text.slice(start, end),
    prefix: text.text.slice(Math.max(0, start - CONTEXT), start),
    suffix: text.text.slice(end, end + CONTEXT),
  };
}

/** What short forms of a basis are resolved against. */
export interface BasisContext {
  claims: ReadonlySet<Id>;
  passages: ReadonlySet<Id>;
  texts: ReadonlyMap<Id, TextVersion>;
  /** Passages made on the way are put here. */
  made: Map<Id, Passage>;
}

export type Resolved<T> = { value: T } | { error: string };

/** Resolve any short form of a basis to ids. The first thing that cannot be resolved is the error. */
function resolveBasis(value: unknown, context: BasisContext): Resolved<Basis> {
  const basis: Basis = {};
  for (const item of Array.isArray(value) ? value : [value]) {
    const error = addItem(item, basis, context);
    if (error !== undefined) return { error };
  }
  return { value: basis };
}

function addItem(item: unknown, basis: Basis, context: BasisContext): string | undefined {
  if (typeof item === "string") return addWord(item, basis, context);
  if (typeof item !== "object" || item === null) return say.unknownBasis(String(item), undefined);
  if ("quote" in item) {
    const found = findQuote(item as { source?: unknown; quote?: unknown; nth?: unknown }, context);
    if ("error" in found) return found.error;
    addPassage(found.value, basis, context);
    return undefined;
  }
  // The long form: what stands in it is checked by the schema and the case's own rules.
  const long = item as Basis;
  if (long.passages !== undefined) basis.passages = [...(basis.passages ?? []), ...long.passages];
  if (long.claims !== undefined) basis.claims = [...(basis.claims ?? []), ...long.claims];
  if (long.assumption !== undefined) basis.assumption = long.assumption;
  for (const [key, held] of Object.entries(item)) {
    if (!["passages", "claims", "assumption"].includes(key)) (basis as Record<string, unknown>)[key] = held;
  }
  return undefined;
}

function addPassage(passage: Passage, basis: Basis, context: BasisContext): void {
  if (!context.passages.has(passage.id)) context.made.set(passage.id, passage);
  basis.passages = [...(basis.passages ?? []), passage.id];
}

function addWord(word: string, basis: Basis, context: BasisContext): string | undefined {
  const assumption = parseAssumption(word);
  if (assumption !== undefined) {
    basis.assumption = assumption;
    return undefined;
  }
  const paragraph = /^([^#]+)#p(\d+)$/.exec(word);
  if (paragraph !== null) {
    const [, source, number] = paragraph as unknown as [string, string, string];
    const text = context.texts.get(source);
    if (text === undefined)
      return say.unknownReference("source", source, nearest(source, context.texts.keys()));
    const block = text.blocks.find((b) => b.number === Number(number));
    if (block === undefined) {
      return say.noParagraph(source, number, Math.max(0, ...text.blocks.map((b) => b.number ?? 0)));
    }
    addPassage(passageAt(text, ...block.range), basis, context);
    return undefined;
  }
  if (context.claims.has(word)) basis.claims = [...(basis.claims ?? []), word];
  else if (context.passages.has(word)) basis.passages = [...(basis.passages ?? []), word];
  else return say.unknownBasis(word, nearest(word, [...context.claims, ...context.passages]));
  return undefined;
}

function findQuote(
  { source, quote, nth }: { source?: unknown; quote?: unknown; nth?: unknown },
  context: BasisContext,
): Resolved<Passage> {
  const text = context.texts.get(String(source));
  if (text === undefined) {
    return {
      error: say.unknownReference("source", String(source), nearest(String(source), context.texts.keys())),
    };
  }
  if (typeof quote !== "string" || quote === "") return { error: say.expectedWords(quote) };
  const places: number[] = [];
  for (let at = text.text.indexOf(quote); at >= 0; at = text.text.indexOf(quote, at + 1)) places.push(at);
  if (places.length === 0) return { error: say.quoteNotFound(quote, text.source) };
  if (places.length > 1 && nth === undefined)
    return { error: say.quoteTwice(quote, text.source, places.length) };
  const start = places[nth === undefined ? 0 : Number(nth) - 1];
  if (start === undefined) return { error: say.quoteTwice(quote, text.source, places.length) };
  return { value: passageAt(text, start, start + quote.length) };
}

const TIME_KEYS = new Set(["when", "text", "basis", "precision", "earliest", "latest"]);

/** An entry with its bases and short names of gaps resolved, wherever they stand. What cannot be is reported and left out. */
export function resolveBases(
  value: unknown,
  context: BasisContext,
  report: (path: (string | number)[], message: string) => void,
  path: (string | number)[] = [],
): unknown {
  if (Array.isArray(value)) return value.map((item, i) => resolveBases(item, context, report, [...path, i]));
  if (typeof value !== "object" || value === null) return value;
  const copy: Record<string, unknown> = {};
  // `basis` of a time says how the time is known, in words of its own.
  const isTime = Object.keys(value).every((key) => TIME_KEYS.has(key));
  for (const [key, item] of Object.entries(value)) {
    if (key === "basis" && !isTime) {
      const resolved = resolveBasis(item, context);
      if ("error" in resolved) report([...path, key], resolved.error);
      else copy[key] = resolved.value;
    } else if (key === "gaps" && Array.isArray(item)) {
      copy[key] = item.map((gap) => (typeof gap === "string" ? gap.replace("#gap", ".gap") : gap));
    } else copy[key] = resolveBases(item, context, report, [...path, key]);
  }
  return copy;
}

/** The shortest form that says the same. */
export function shortBasis(basis: Basis): unknown {
  const items: unknown[] = [...(basis.claims ?? []), ...(basis.passages ?? [])];
  if (basis.assumption !== undefined) {
    const words = formatAssumption(basis.assumption);
    const again = parseAssumption(words);
    const same = JSON.stringify(again) === JSON.stringify(basis.assumption);
    if (!same) return basis;
    items.push(words);
  }
  const claims = new Set(basis.claims);
  // A word that is both a claim and a passage would be read as the claim; only the long form is safe then.
  if (items.length === 0 || basis.passages?.some((id) => claims.has(id))) return basis;
  return items.length === 1 ? items[0] : items;
}
