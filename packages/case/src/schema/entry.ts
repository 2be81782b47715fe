import { z } from "zod";
import type { Kind } from "../kinds.ts";
import { LEVELS } from "../level.ts";
import { REVIEW_STATES } from "../objects/object.ts";
import * as analysis from "./analysis.ts";
import { basis, moment, text, words } from "./fields.ts";
import * as process from "./process.ts";
import * as record from "./record.ts";

const FIELDS: Readonly<Record<Kind, z.ZodRawShape>> = {
  case: analysis.caseInfo,
  actor: record.actor,
  issue: process.issue,
  source: record.source,
  text: record.textVersion,
  gap: record.gap,
  passage: record.passage,
  statement: record.statement,
  claim: record.claim,
  event: process.event,
  instrument: process.instrument,
  commitment: process.commitment,
  precondition: process.precondition,
  position: process.position,
  link: analysis.link,
  plan: analysis.plan,
  package: analysis.dealPackage,
  valuation: analysis.valuation,
  consent: analysis.consent,
  coalition: analysis.coalition,
  move: analysis.move,
  infeasibility: analysis.infeasibility,
  preference: analysis.preference,
  view: analysis.view,
  tie: analysis.tie,
  driver: analysis.driver,
  question: analysis.question,
  forecast: analysis.forecast,
  series: analysis.named,
  topic: analysis.named,
  comment: analysis.comment,
  brief: analysis.brief,
};

const COMMON = {
  level: z.enum(LEVELS).exactOptional(),
  basis: basis.exactOptional(),
  review: z
    .strictObject({
      state: z.enum(REVIEW_STATES),
      by: text.exactOptional(),
      at: moment.exactOptional(),
      reason: text.exactOptional(),
    })
    .exactOptional(),
  createdBy: z
    .strictObject({
      type: z.enum(["analyst", "rule", "model", "import"]),
      name: text.exactOptional(),
      version: text.exactOptional(),
      reason: text.exactOptional(),
      confidence: z.number().min(0).max(1).exactOptional(),
    })
    .exactOptional(),
  reportedAt: moment.exactOptional(),
  knownAt: moment.exactOptional(),
  retractedAt: moment.exactOptional(),
  note: words.exactOptional(),
};

/**
 * The schema of an entry of the text form, by kind: an object without its id and kind. Decoding gives the fields of
 * the object; encoding gives the shortest text form that says the same.
 */
export const ENTRY: Readonly<Record<Kind, z.ZodObject>> = Object.fromEntries(
  Object.entries(FIELDS).map(([kind, fields]) => [kind, z.strictObject({ ...fields, ...COMMON })]),
) as unknown as Record<Kind, z.ZodObject>;

/** The fields that an entry of a kind may have. */
export function fieldsOf(kind: Kind): string[] {
  return Object.keys(ENTRY[kind].shape);
}
