import { UserError } from "@parley/server/casework";
import type { Outcome } from "../output.ts";

/** The schema of each format that has one. They are loaded one by one: the case's brings zod with it. */
const SCHEMAS: Readonly<Record<string, () => Promise<object>>> = {
  case: async () => (await import("@parley/case/schema")).caseJsonSchema(),
  graph: async () => (await import("@parley/stability")).GRAPH_SCHEMA,
  settlement: async () => (await import("@parley/settlement")).SETTLEMENT_SCHEMA,
};

/** `parley schema`: the JSON Schema of a format. */
export async function run(format: string): Promise<Outcome> {
  const load = Object.hasOwn(SCHEMAS, format) ? SCHEMAS[format] : undefined;
  if (load === undefined) {
    throw new UserError(
      "usage",
      `There is no schema called "${format}"; expected ${Object.keys(SCHEMAS).join(", ")}.`,
    );
  }
  const schema = await load();
  return { json: schema, text: JSON.stringify(schema, null, 2) };
}
