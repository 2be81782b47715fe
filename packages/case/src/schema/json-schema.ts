import { z } from "zod";
import { KINDS, SECTIONS } from "../kinds.ts";
import { REPAIR_CLASSES } from "../objects/record.ts";
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
  const source = $defs.source as { required?: string[]; properties: Record<string, unknown> };
  source.required = ["file", ...(source.required ?? []).filter((field) => field !== "sha256")];
  source.properties.file = { type: "string", description: "Path of the document, inside the case's folder." };
  source.properties.called = {
    type: "string",
    description: "The name it came with, where the file has another.",
  };
  source.properties.accept = {
    type: "array",
    items: { enum: [...REPAIR_CLASSES] },
    description: "Classes of proposed repairs to accept, each at its first candidate.",
  };
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
