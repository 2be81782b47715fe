import { z } from "zod";
import { KINDS, SECTIONS } from "../kinds.ts";
import { ENTRY } from "./entry.ts";
import { basis } from "./fields.ts";

const BASIS_TEXT = {
  description:
    'What it rests on: a claim or passage by id, "source#p3" (a paragraph), {source, quote}, "assumption by NAME on YYYY-MM-DD", or a list of these.',
  anyOf: [
    { type: "string" },
    { $ref: "#/$defs/quote" },
    { type: "array", items: { anyOf: [{ type: "string" }, { $ref: "#/$defs/quote" }] } },
    {
      type: "object",
      properties: {
        passages: { type: "array", items: { type: "string" } },
        claims: { type: "array", items: { type: "string" } },
        assumption: {
          type: "object",
          properties: { by: { type: "string" }, on: { type: "string" }, why: { type: "string" } },
          required: ["by", "on"],
        },
      },
      additionalProperties: false,
    },
  ],
};

const QUOTE = {
  type: "object",
  description: "Exact characters of a source.",
  properties: {
    source: { type: "string" },
    quote: { type: "string" },
    nth: { type: "integer", minimum: 1, description: "Which one, where the words stand more than once." },
  },
  required: ["source", "quote"],
  additionalProperties: false,
};

/** The JSON Schema (draft 2020-12) of the text form, for editors that complete and check `case.yaml`. */
export function caseJsonSchema(): Record<string, unknown> {
  const $defs: Record<string, unknown> = { quote: QUOTE };
  for (const kind of KINDS) {
    const {
      $schema: _,
      $defs: inner,
      ...schema
    } = z.toJSONSchema(ENTRY[kind], {
      io: "input",
      unrepresentable: "any",
      override: (context) => {
        if (context.zodSchema === (basis as unknown)) {
          for (const key of Object.keys(context.jsonSchema)) delete context.jsonSchema[key as "type"];
          Object.assign(context.jsonSchema, BASIS_TEXT);
        }
      },
    }) as Record<string, unknown>;
    if (inner !== undefined) Object.assign($defs, inner);
    $defs[kind] = schema;
  }
  // A source of the text form names its file; hash and size follow from it.
  const source = $defs.source as { required?: string[] };
  source.required = (source.required ?? []).filter((field) => field !== "sha256");
  const info = $defs.case as { properties: Record<string, unknown> };
  const sections: Record<string, unknown> = {};
  for (const [kind, section] of Object.entries(SECTIONS)) {
    const entry = { $ref: `#/$defs/${kind}` };
    sections[section] = {
      anyOf: [
        { type: "object", additionalProperties: entry },
        { type: "array", items: entry },
      ],
    };
  }
  sections.parties = sections.actors;
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "A Parley case in its text form",
    type: "object",
    properties: {
      $schema: { type: "string" },
      parley: { const: 1 },
      include: { type: "array", items: { type: "string" } },
      ...info.properties,
      ...sections,
    },
    additionalProperties: false,
    $defs,
  };
}
