import type { Range } from "@parley/case";
import { proposalReason } from "../messages.ts";
import { baseOf, type DateProposal, type QuantityProposal } from "./proposal.ts";
import { placeOf, type Reading } from "./reading.ts";

const UNITS: readonly (readonly [RegExp, string])[] = [
  [
    /^[ \u00a0]?(?:%|percent|per[ \u00a0]cent|pour[ \u00a0]cent|por[ \u00a0]ciento|процент\p{L}*|відсотк\p{L}*|في المئة|بالمئة)/iu,
    "%",
  ],
  [/^[ \u00a0]percentage points?/iu, "percentage points"],
  [
    /^[ \u00a0](troops|soldiers|fighters|people|civilians|prisoners|hostages|refugees|members|tonnes|tons|kilometres|kilometers|km|square kilometres|hectares|incidents|attacks|deaths|barrels|years|months|weeks|days|dollars|euros|cubic metres)(?!\p{L})/iu,
    "",
  ],
];
const SCALE: Readonly<Record<string, number>> = {
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
  m: 1e6,
  bn: 1e9,
};
const MONEY: Readonly<Record<string, string>> = { "€": "EUR", $: "USD", "£": "GBP", "₽": "RUB", "₴": "UAH" };
const DOWN =
  /(?<!\p{L})(drop|dropped|drops|fall|fell|falls|falling|decline|declined|declines|decrease|decreased|loss|lost|contraction|contracted|shrank|cut|reduction|baisse|recul|caída|cayó|падени\p{L}*|снижени\p{L}*|падінн\p{L}*|зниженн\p{L}*)(?!\p{L})/giu;
const UP =
  /(?<!\p{L})(rise|rose|rises|grew|growth|increase|increased|increases|gain|gained|surge|surged|jump|jumped)(?!\p{L})/giu;

/**
 * Numbers with a unit. A word for a decrease nearer than any for an increase, in the same sentence, makes the number
 * negative; the word is kept. The period is a time named in the same sentence.
 */
export function quantitiesIn(reading: Reading, dates: readonly DateProposal[]): QuantityProposal[] {
  const { document } = reading;
  const result: QuantityProposal[] = [];
  for (const sentence of reading.sentences) {
    for (const match of sentence.text.matchAll(
      /(?<![\p{L}\p{N}.,])([−–-])?([€$£₽₴])?(\d{1,3}(?:[,\u00a0\u202f]\d{3})+|\d+)(?:[.,](\d{1,4}))?(?:[ \u00a0](thousand|million|billion|trillion|bn|m))?(?![\p{N}])/giu,
    )) {
      const [words, minus, money, whole, part, scale] = match;
      const rest = sentence.text.slice(match.index + words.length);
      const unit = unitOf(rest);
      if (unit === undefined && money === undefined) continue;
      const size =
        Number(`${whole!.replace(/[^\d]/g, "")}.${part ?? 0}`) * (SCALE[scale?.toLowerCase() ?? ""] ?? 1);
      const direction =
        minus === undefined && unit?.name === "%" ? sign(sentence.text, match.index) : undefined;
      const value = minus !== undefined || direction !== undefined ? -size : size;
      const start = sentence.range[0] + match.index;
      const range: Range = [start, start + words.length + (unit?.length ?? 0)];
      const name = money === undefined ? unit!.name : MONEY[money]!;
      const proposal: QuantityProposal = {
        kind: "quantity",
        ...baseOf(document, placeOf(sentence, range), "quantity"),
        value,
        unit: name,
        reason:
          direction === undefined
            ? proposalReason.quantity(name)
            : proposalReason.quantityDown(name, direction),
        confidence: direction === undefined ? 0.85 : 0.75,
      };
      if (direction !== undefined) proposal.direction = direction;
      const period = dates
        .filter((d) => d.range[0] >= sentence.range[0] && d.range[1] <= sentence.range[1])
        .sort((a, b) => Math.abs(a.range[0] - start) - Math.abs(b.range[0] - start))[0];
      if (period !== undefined) {
        proposal.periodText = period.text;
        if (period.interval !== null) proposal.period = period.interval;
      }
      result.push(proposal);
    }
  }
  return result;
}

function unitOf(rest: string): { name: string; length: number } | undefined {
  for (const [pattern, name] of UNITS) {
    const match = pattern.exec(rest);
    if (match !== null)
      return { name: name === "" ? match[1]!.toLowerCase() : name, length: match[0].length };
  }
  return undefined;
}

/** The word that says that it went down, where it is nearer than one that says that it went up. */
function sign(text: string, at: number): string | undefined {
  const nearest = (pattern: RegExp): { word: string; away: number } | undefined =>
    [...text.matchAll(pattern)]
      .map((m) => ({ word: m[0], away: Math.abs(m.index - at) }))
      .sort((a, b) => a.away - b.away)[0];
  const down = nearest(DOWN);
  if (down === undefined || down.away > 160) return undefined;
  const up = nearest(UP);
  return up !== undefined && up.away <= down.away ? undefined : down.word;
}
