import type { Id, Range, TextVersion } from "@parley/case";
import * as say from "../messages.ts";
import { sentences } from "../sentences.ts";
import { type Finding, finding } from "./finding.ts";

/** A number with its unit, and the words it stands among. */
interface Told {
  source: Id;
  range: Range;
  text: string;
  value: number;
  unit: string;
  words: Set<string>;
}

const NUMBER =
  /(?<![\p{L}\p{N}.,/-])([-−–]?\d{1,3}(?:[ ,\u00a0\u202f]\d{3})+(?:\.\d+)?|[-−–]?\d+(?:[.,]\d+)?)[ \u00a0]?(%|percent\b|per cent\b|(?:thousand|million|billion|trillion)\b(?:[ \u00a0]\p{L}+)?|[\p{L}]{3,})/giu;
const MONTHS =
  /^(jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec|years?$|hours?$|days?$|weeks?$|months?$|and$|in$|of$|the$|to$|per$|at$|on$)/i;
/** Words of a sentence that carry its matter: from four letters on. */
const wordsOf = (text: string): Set<string> =>
  new Set(
    text
      .toLowerCase()
      .normalize("NFKC")
      .match(/\p{L}{4,}/gu) ?? [],
  );
/** So much of the shorter sentence's matter must be shared for two numbers to be of the same thing. */
const SHARE = 0.5;
const LEAST = 3;

function toldIn({ source, text }: Pick<TextVersion, "source" | "text">): Told[] {
  const found: Told[] = [];
  for (const [start, end] of sentences(text)) {
    const sentence = text.slice(start, end);
    if (sentence.length > 2000) continue;
    for (const match of sentence.matchAll(NUMBER)) {
      const unit = (match[2] as string).toLowerCase().replace(/^(percent|per cent)$/, "%");
      if (MONTHS.test(unit)) continue;
      const value = Number(
        (match[1] as string)
          .replace(/[ \u00a0\u202f]|,(?=\d{3}(?:\D|$))/g, "")
          .replace(/[−–]/, "-")
          .replace(",", "."),
      );
      if (!Number.isFinite(value) || (unit !== "%" && value >= 1900 && value < 2100)) continue;
      const at = start + match.index;
      found.push({
        source,
        range: [at, at + match[0].length],
        text: match[0],
        value: Math.abs(value),
        unit,
        words: wordsOf(sentence),
      });
    }
  }
  return found;
}

/**
 * Numbers that two sources give differently of what seems to be the same thing: the same unit, in sentences that share
 * at least three words of four letters or more and half of the shorter one's. Which one is right, no rule can tell.
 */
export function driftingNumbers(texts: readonly Pick<TextVersion, "source" | "text">[]): Finding[] {
  const byUnit = new Map<string, Told[]>();
  for (const told of texts.flatMap(toldIn)) byUnit.set(told.unit, [...(byUnit.get(told.unit) ?? []), told]);
  const found: Finding[] = [];
  for (const all of byUnit.values()) {
    for (const [i, a] of all.entries()) {
      for (const b of all.slice(i + 1)) {
        if (a.source === b.source || a.value === b.value) continue;
        const shared = [...a.words].filter((word) => b.words.has(word)).length;
        if (shared < LEAST || shared < SHARE * Math.min(a.words.size, b.words.size)) continue;
        const places = [a, b].map(({ source, range, text }) => ({ source, range, text }));
        found.push(finding("number", places, say.numbersDiffer(a.text, b.text)));
      }
    }
  }
  return found;
}
