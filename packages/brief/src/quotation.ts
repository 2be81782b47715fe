import type { Case, Id } from "@parley/case";

/** A stretch of a text between quotation marks, marks not included. */
export interface QuotedStretch {
  text: string;
  start: number;
  end: number;
  /** Whether the closing mark is missing. */
  open?: boolean;
}

const CLOSERS: Readonly<Record<string, string>> = {
  "“": "”",
  "„": "“”",
  "«": "»",
  "‹": "›",
  "「": "」",
  "『": "』",
  '"': '"',
  "＂": "＂",
  "‘": "’",
  "‚": "‘’",
  "'": "'",
  "`": "`'",
};
const SINGLE = new Set(["‘", "‚", "'", "`"]);

/** Whatever stands between quotation marks, of any of the usual forms; apostrophes are told apart by their place. */
export function quotedIn(text: string): QuotedStretch[] {
  const found: QuotedStretch[] = [];
  for (let i = 0; i < text.length; i++) {
    const mark = text[i] as string;
    const closers = CLOSERS[mark];
    if (closers === undefined) continue;
    const single = SINGLE.has(mark);
    if (single && /[\p{L}\p{N}]$/u.test(text.slice(0, i))) continue;
    let end = i + 1;
    while (end < text.length) {
      const closes = closers.includes(text[end] as string);
      if (closes && !(single && /^[\p{L}\p{N}]/u.test(text.slice(end + 1)))) break;
      end++;
    }
    if (end >= text.length) {
      // A lone apostrophe opens nothing ("the '90s"); a lone double mark does.
      if (!single) found.push({ text: text.slice(i + 1), start: i + 1, end: text.length, open: true });
      if (!single) break;
      continue;
    }
    found.push({ text: text.slice(i + 1, end), start: i + 1, end });
    i = end;
  }
  return found;
}

/** Number of words by the rules of the language's own script. */
export function wordCount(text: string): number {
  let count = 0;
  for (const segment of new Intl.Segmenter(undefined, { granularity: "word" }).segment(text)) {
    if (segment.isWordLike === true) count++;
  }
  return count;
}

/** The same characters, whatever the line breaks and the shape of apostrophes. */
export const flat = (text: string): string =>
  text.normalize("NFC").replace(/\s+/gu, " ").replace(/[’‘]/gu, "'").trim();

/** Direct speech shorter than this is a term or an echo, not a quotation. */
export const QUOTATION_WORDS = 4;

/** Passages that an accepted statement calls direct speech. */
export function directSpeech(held: Case): Set<Id> {
  return new Set(
    held
      .inForce("statement")
      .filter((statement) => statement.mode === "direct")
      .map((statement) => statement.passage),
  );
}

/** Why a stretch may not stand between quotation marks, given the passages cited; undefined when it may. */
export function whyNoQuotation(
  stretch: QuotedStretch,
  cited: readonly { id: Id; exact: string }[],
  direct: ReadonlySet<Id>,
): "open" | "not verbatim" | "not direct speech" | "too short" | undefined {
  if (stretch.open === true) return "open";
  const sought = flat(stretch.text).replace(/[.,;:!?…]+$/u, "");
  const holding = cited.filter((passage) => flat(passage.exact).includes(sought));
  if (sought === "" || holding.length === 0) return "not verbatim";
  if (!holding.some((passage) => direct.has(passage.id))) return "not direct speech";
  return wordCount(sought) < QUOTATION_WORDS ? "too short" : undefined;
}
