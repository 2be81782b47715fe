import { UserError } from "@parley/server/casework";
import type { Outcome } from "../output.ts";

/** `parley schema`: the JSON Schema of a format. */
export async function run(format: string): Promise<Outcome> {
  if (format !== "case")
    throw new UserError("usage", `There is no schema called "${format}"; expected case.`);
  const { caseJsonSchema } = await import("@parley/case/schema");
  const schema = caseJsonSchema();
  return { json: schema, text: JSON.stringify(schema, null, 2) };
}
