const text = { type: "string" } as const;
const texts = { type: "array", items: text } as const;
const number = { type: "number" } as const;
const numeric = {
  description: "A number, a range [low, high], or a range with its likeliest value [low, mode, high].",
  anyOf: [number, { type: "array", items: number, minItems: 2, maxItems: 3 }],
};
const choice = {
  type: "array",
  prefixItems: [text, text],
  minItems: 2,
  maxItems: 2,
  description: "[issue, option]",
};

/**
 * The JSON Schema (draft 2020-12) of parley-settlement, for editors. What a schema cannot say, the reader does: that
 * issues and options are known and that every party values each of them.
 */
export const SETTLEMENT_SCHEMA: Readonly<Record<string, unknown>> = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "parley-settlement",
  description:
    "A bargaining problem: issues with options, what each party makes of them, and what no deal is worth.",
  type: "object",
  required: ["parley-settlement", "issues", "parties"],
  properties: {
    "parley-settlement": { const: 1, description: "Version of the format." },
    about: { type: "string", description: "What the problem is, for people." },
    source: { type: "object", additionalProperties: text, description: "Where its figures come from." },
    issues: {
      type: "array",
      minItems: 1,
      items: {
        type: "object",
        required: ["id", "options"],
        properties: {
          id: text,
          name: text,
          options: { ...texts, minItems: 1 },
          open: { type: "boolean", description: "The issue may be left open." },
          divisible: { type: "boolean", description: "The issue can go each party's way in part." },
        },
      },
    },
    parties: {
      type: "array",
      minItems: 1,
      items: {
        type: "object",
        required: ["id", "reservation", "weights", "values"],
        properties: {
          id: text,
          name: text,
          reservation: { ...numeric, description: "What no deal is worth, on the scale of the values." },
          weights: {
            type: "object",
            additionalProperties: numeric,
            description: "Issue → weight; all of them.",
          },
          values: {
            type: "object",
            additionalProperties: { type: "object", additionalProperties: numeric },
            description: "Issue → option → value; all of them.",
          },
          redLines: {
            type: "array",
            items: { type: "array", items: choice, minItems: 1 },
            description: "Sets of options that may not stand together; one option alone: never.",
          },
          essential: { ...texts, description: "Issues that may not be left open." },
        },
      },
    },
    links: {
      type: "array",
      items: {
        type: "object",
        anyOf: [{ required: ["forbid"] }, { required: ["require"] }],
        properties: {
          forbid: { type: "array", items: choice, minItems: 1 },
          require: { type: "array", items: choice, minItems: 2, maxItems: 2 },
        },
      },
    },
    consent: {
      type: "object",
      properties: {
        all: texts,
        rules: {
          type: "array",
          items: {
            type: "object",
            required: ["of", "atLeast"],
            properties: { of: texts, atLeast: { type: "integer", minimum: 1 } },
          },
        },
      },
    },
  },
};
