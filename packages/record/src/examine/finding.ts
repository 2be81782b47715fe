import type { Id, Range } from "@parley/case";

/** The rules of plausibility. Each is a reason to look, never a correction. */
export const RULES = [
  "weekday",
  "office",
  "number",
  "quotation",
  "circular",
  "copy",
  "publisher",
  "first-publisher",
  "stance",
  "same-event",
] as const;
export type FindingRule = (typeof RULES)[number];

/** Characters of a source that a finding speaks of. */
export interface FindingPlace {
  source: Id;
  /** In the text version. Absent: the finding is about the source as a whole. */
  range?: Range;
  text?: string;
}

/** Something that does not fit, as far as a rule can tell. */
export interface Finding {
  /** The same for the same finding, so that one set aside stays set aside. */
  id: string;
  rule: FindingRule;
  places: FindingPlace[];
  /** What does not fit, in words. */
  says: string;
  /** Of `same-event`: the two that may be one. */
  events?: [Id, Id];
}

/** A finding with an id made of what it is about. */
export function finding(rule: FindingRule, places: FindingPlace[], says: string): Finding {
  const key = places
    .map((p) => `${p.source}${p.range === undefined ? "" : `@${p.range[0]}-${p.range[1]}`}`)
    .join("+");
  return { id: `${rule}:${key}`, rule, places, says };
}
