const text = { type: "string" } as const;
const texts = { type: "array", items: text } as const;
const seed = { type: "integer", minimum: 0, maximum: 0xffffffff } as const;

/**
 * The JSON Schema (draft 2020-12) of parley-graph, for editors. What a schema cannot say, the reader does: that names
 * are known, that a ranking holds every state, that patterns fit the options.
 */
export const GRAPH_SCHEMA: Readonly<Record<string, unknown>> = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "parley-graph",
  description:
    "A graph model for conflict resolution: decision makers, their options or moves, their preferences.",
  type: "object",
  required: ["parley-graph", "decisionMakers", "preferences"],
  anyOf: [{ required: ["options"] }, { required: ["states", "moves"] }],
  additionalProperties: false,
  properties: {
    "parley-graph": { const: 1, description: "Version of the format." },
    title: text,
    note: true,
    citation: true,
    decisionMakers: { ...texts, minItems: 1, description: "Names, in the order used everywhere else." },
    options: {
      type: "array",
      description: "Option form: what each decision maker can do or leave.",
      items: {
        type: "object",
        required: ["name", "owner"],
        additionalProperties: false,
        properties: {
          name: text,
          owner: { ...text, description: "One of the decision makers." },
          change: {
            enum: ["both", "take-only", "drop-only"],
            description: "take-only cannot be taken back; drop-only cannot be resumed. Default: both.",
          },
        },
      },
    },
    states: {
      ...texts,
      description:
        'With options: the feasible states as bits, the first option first ("0101"); default all. Without: their names.',
    },
    infeasible: {
      type: "array",
      items: { type: "string", pattern: "^[01-]*$" },
      description: 'Patterns of bits that cannot be; "-" is either.',
    },
    coalesce: {
      type: "array",
      items: { type: "string", pattern: "^[01-]*$" },
      description:
        'Patterns of states that are one and the same; its id is the pattern. Statements and weights count an option left open ("-") as not taken.',
    },
    moves: {
      type: "object",
      description: "Without options: for each decision maker, the states it can move between.",
      additionalProperties: {
        type: "array",
        items: { type: "array", items: text, minItems: 2, maxItems: 2 },
      },
    },
    preferences: {
      type: "object",
      description: "For each decision maker, in one of four forms; strengths and unknown pairs beside it.",
      additionalProperties: {
        type: "object",
        oneOf: ["ranking", "statements", "weights", "random"].map((form) => ({ required: [form] })),
        additionalProperties: false,
        properties: {
          ranking: {
            type: "array",
            items: texts,
            description: "Groups of states, most preferred first; states of one group are equally good.",
          },
          statements: {
            ...texts,
            description:
              'Most important first, over option numbers from 1: "-1", "2 & !3", "4 if 5", "1 iff 2".',
          },
          weights: { type: "array", items: { type: "number" }, description: "One for each option." },
          strongAfter: {
            type: "array",
            items: { type: "integer", minimum: 1 },
            description:
              "Places in the order, from 1, after which everything is much worse: with ranking, the number of the group.",
          },
          unknown: {
            type: "array",
            items: { type: "array", items: text, minItems: 2, maxItems: 2 },
            description:
              "Pairs of states of which it is not known which is preferred, whatever the order says.",
          },
          random: { ...seed, description: "A seed: a random strict order, for benchmarks." },
        },
      },
    },
    labels: { type: "object", additionalProperties: text, description: "Short names of states." },
    statusQuo: { ...text, description: "The state in which things stand." },
  },
};
