import { z } from "zod";
import { type Attestation, CLAIM_ACTS, REPAIR_CLASSES, STANCES } from "../objects/record.ts";
import { basis, day, id, range, text, time, words } from "./fields.ts";
import type { Shape } from "./shape.ts";

const many = (item: z.ZodType<string>) => z.array(item).exactOptional();

export const source: Shape<"source"> = {
  title: text.exactOptional(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  file: text.exactOptional(),
  mediaType: text.exactOptional(),
  size: z.int().nonnegative().exactOptional(),
  byline: text.exactOptional(),
  publisher: text.exactOptional(),
  host: text.exactOptional(),
  firstPublisher: text.exactOptional(),
  published: time.exactOptional(),
  language: text.exactOptional(),
  charset: text.exactOptional(),
  reliability: z.enum(["A", "B", "C", "D", "E", "F"]).exactOptional(),
  credibility: z
    .codec(
      z.union([z.enum(["1", "2", "3", "4", "5", "6"]), z.int().min(1).max(6)]),
      z.enum(["1", "2", "3", "4", "5", "6"]),
      {
        decode: (value) => String(value) as "1",
        encode: (value) => Number(value),
      },
    )
    .exactOptional(),
  derivedFrom: many(id),
  nearDuplicateOf: many(id),
  stance: text.exactOptional(),
  series: many(id),
  topics: many(id),
};

export const textVersion: Shape<"text"> = {
  source: id,
  text: z.string(),
  ops: z.array(
    z.strictObject({
      id: z.string(),
      class: z.enum(REPAIR_CLASSES),
      from: z.string(),
      to: z.string(),
      raw: range,
      range,
      candidates: z.array(z.string()).exactOptional(),
      confidence: z.number(),
      applied: z.boolean(),
      decided: z.enum(["accepted", "rejected"]).exactOptional(),
      reason: z.string(),
    }),
  ),
  furniture: z.array(
    z.strictObject({
      raw: range,
      reason: z.string(),
      text: z.string(),
      restored: z.boolean().exactOptional(),
    }),
  ),
  blocks: z.array(
    z.strictObject({
      range,
      type: z.enum(["title", "byline", "heading", "paragraph", "list-item", "quote", "caption"]),
      number: z.int().positive().exactOptional(),
      page: z.int().positive().exactOptional(),
    }),
  ),
  map: z.array(z.int().nonnegative()),
  rawLength: z.int().nonnegative(),
  layer: z
    .strictObject({ of: z.enum(["pdf", "docx", "message", "saved-page"]), said: z.array(z.string()) })
    .exactOptional(),
  metadataAt: z.record(z.string(), range).exactOptional(),
};

export const gap: Shape<"gap"> = {
  source: id,
  type: z.enum(["lost-link", "lost-quotation", "replaced-name", "truncated", "paywall", "ocr", "other"]),
  range,
  context: z.string(),
  guess: text.exactOptional(),
  found: z.strictObject({ words, by: words, on: day, basis }).exactOptional(),
};

export const passage: Shape<"passage"> = {
  source: id,
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  exact: z.string(),
  prefix: z.string(),
  suffix: z.string(),
  anchor: z
    .strictObject({ state: z.enum(["exact", "moved", "fuzzy", "orphan"]), score: z.number().exactOptional() })
    .exactOptional(),
};

const alias = z.union([
  words,
  z.strictObject({ name: words, language: text.exactOptional(), during: time.exactOptional() }),
]);

export const actor: Shape<"actor"> = {
  name: words,
  type: z.enum(["person", "state", "body", "bloc", "group", "anonymous"]),
  party: z.boolean().exactOptional(),
  aliases: z.array(alias).exactOptional(),
  offices: z
    .array(z.strictObject({ title: words, of: id.exactOptional(), during: time.exactOptional() }))
    .exactOptional(),
  spokespersonFor: many(id),
  members: many(id),
  wikidata: z
    .string()
    .regex(/^Q\d+$/)
    .exactOptional(),
};

export const statement: Shape<"statement"> = {
  passage: id,
  mode: z.enum(["direct", "indirect", "mixed", "term", "paraphrase", "author"]),
  speaker: id.exactOptional(),
  speakerText: text.exactOptional(),
  cue: text.exactOptional(),
  addressee: id.exactOptional(),
  onBehalfOf: id.exactOptional(),
  said: time.exactOptional(),
  where: text.exactOptional(),
  reportedBy: z.array(text).exactOptional(),
  hedges: z.array(text).exactOptional(),
};

export const attestation: z.ZodType<Attestation> = z.strictObject({
  actor: id.exactOptional(),
  party: id.exactOptional(),
  stance: z.enum(STANCES),
  when: time.exactOptional(),
  via: id.exactOptional(),
  basis: basis.exactOptional(),
  note: text.exactOptional(),
});

export const claim: Shape<"claim"> = {
  says: words,
  by: id.exactOptional(),
  act: z.enum(CLAIM_ACTS),
  about: id.exactOptional(),
  issue: id.exactOptional(),
  polarity: z.enum(["yes", "no", "unknown"]),
  modality: z.enum(["certain", "likely", "possible", "conditional", "unlikely"]).exactOptional(),
  hedges: z.array(text).exactOptional(),
  valid: time.exactOptional(),
  gaps: many(id),
  statements: many(id),
  attestations: z.array(attestation).exactOptional(),
  supports: many(id),
  opposes: many(id),
  settled: z
    .strictObject({ as: z.enum(["holds", "does not hold"]), by: words, on: day, why: words })
    .exactOptional(),
};
