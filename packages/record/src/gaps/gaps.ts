import type { Range } from "@parley/case";
import type { Extracted } from "../extract/extracted.ts";
import { gapReason } from "../messages.ts";
import type { MissingPublisher } from "../metadata.ts";
import type { FoundRepair } from "../repair/found-repair.ts";
import type { FoundGap } from "./found-gap.ts";
import type { Hole } from "./lost-link.ts";

/** Most different names that are taken to have been replaced in one document. */
const MOST_REPLACED = 3;
/** A foreign word in quotation marks or brackets is quoted or explained. */
const QUOTED = /[([{“"'‘`「『《/]/;
const BEFORE_A_NAME = /(?:^|[\s(])(at|by|from|of|with|for|in|to|the|and)[ \u00a0]$/i;

/** Bring together all gaps of a document, in order of place, one a place. */
export function findGaps(
  extracted: Extracted,
  repairs: readonly FoundRepair[],
  holes: readonly Hole[],
  missing: MissingPublisher | undefined,
): FoundGap[] {
  const { text } = extracted;
  const found: FoundGap[] = [...(extracted.missing ?? [])];
  /** Foreign stretch → how often it stands there bare. */
  const times = new Map<string, number>();
  for (const { class: c, from } of repairs) if (c === "E") times.set(from, (times.get(from) ?? 0) + 1);
  // A text that holds many foreign words talks in them: they stand for nothing else.
  const bilingual = times.size > MOST_REPLACED;
  for (const repair of repairs) {
    if (repair.class === "C") {
      const { range, confidence } = repair;
      found.push({
        kind: "lost-quotation",
        range,
        rule: "empty quotation, damaged",
        confidence,
        reason: gapReason.emptyQuotation,
      });
    } else if (repair.class === "E") {
      const gap = bilingual ? undefined : replacedName(text, repair, times.get(repair.from) ?? 0);
      if (gap !== undefined) found.push(gap);
    }
  }
  for (const match of text.matchAll(/“[ \u00a0]?”|«[ \u00a0]?»|„[ \u00a0]?“|(?<=\p{L} )""(?=[\s,.;)]|$)/gu)) {
    const range: Range = [match.index, match.index + match[0].length];
    found.push({
      kind: "lost-quotation",
      range,
      rule: "empty quotation",
      confidence: 0.95,
      reason: gapReason.emptyQuotation,
    });
  }
  for (const match of text.matchAll(/\ufffd+/g)) {
    const range: Range = [match.index, match.index + match[0].length];
    found.push({
      kind: "truncated",
      range,
      rule: "unreadable bytes",
      confidence: 1,
      reason: gapReason.unreadable,
    });
  }
  for (const at of extracted.emptyLinks) {
    found.push({
      kind: "lost-link",
      range: [at, at],
      rule: "link without words",
      confidence: 0.97,
      reason: gapReason.emptyLink,
    });
  }
  for (const { at, rule, reason, confidence } of holes) {
    // A link without words and a hole in the syntax at the same blank are one gap.
    const near = found.some((g) => g.kind === "lost-link" && Math.abs(g.range[0] - at) <= 1);
    if (!near) found.push({ kind: "lost-link", range: [at, at], rule, confidence, reason });
  }
  if (missing !== undefined && !found.some((g) => g.kind === "lost-link" && g.range[0] === missing.at)) {
    const { at, reason } = missing;
    found.push({ kind: "lost-link", range: [at, at], rule: "first publisher", confidence: 0.95, reason });
  }
  return found.sort((a, b) => a.range[0] - b.range[0] || a.range[1] - b.range[1]);
}

/** Foreign characters that stand where a name must: several times the same, or after a word that asks for one. */
function replacedName(text: string, repair: FoundRepair, times: number): FoundGap | undefined {
  const { range } = repair;
  const before = BEFORE_A_NAME.exec(text.slice(Math.max(0, range[0] - 12), range[0]))?.[1];
  if (QUOTED.test(text.charAt(range[0] - 1))) return undefined;
  const lineEnds = /^(?:\n|$)/.test(text.slice(range[1], range[1] + 1));
  if (times < 2 && (before === undefined || !lineEnds)) return undefined;
  const reason = times >= 2 ? gapReason.replacedTwice : gapReason.replacedAfter(before ?? "");
  return {
    kind: "replaced-name",
    range,
    rule: "foreign characters for a name",
    confidence: times >= 2 ? 0.8 : 0.6,
    reason,
  };
}
