import { z } from "zod";
import type { Kind } from "../kinds.ts";
import type { CaseObject } from "../objects/index.ts";
import { ENTRY } from "./entry.ts";
import { id } from "./fields.ts";
import { type Problem, toProblems } from "./problems.ts";

/** What every object begins with. */
const HEAD = z.looseObject({ id, kind: z.enum(Object.keys(ENTRY) as Kind[]) });

/** Check that a value is an object of a case, as it comes from a file or a client. Empty: it is. */
export function problemsOf(value: unknown): Problem[] {
  const head = HEAD.safeParse(value);
  if (!head.success) return toProblems(head.error, value);
  const { id: _, kind, ...fields } = head.data;
  try {
    // An object's own form is the codec's output: what encodes is well formed, and only if it reads back too.
    return decodeEntry(kind, z.encode(ENTRY[kind], fields as never)).problems;
  } catch (error) {
    if (error instanceof z.core.$ZodError || error instanceof z.ZodError)
      return toProblems(error as z.ZodError, fields);
    throw error;
  }
}

/** Read one entry of the text form. */
export function decodeEntry(
  kind: Kind,
  value: unknown,
): { fields?: Omit<CaseObject, "id" | "kind">; problems: Problem[] } {
  const read = ENTRY[kind].safeParse(value);
  if (read.success) return { fields: read.data as unknown as Omit<CaseObject, "id" | "kind">, problems: [] };
  return { problems: toProblems(read.error, value, kind) };
}

/** Write one object as an entry of the text form. @throws when it is not an object of its kind. */
export function encodeEntry(object: CaseObject): Record<string, unknown> {
  const { id: _, kind, ...fields } = object;
  return z.encode(ENTRY[kind], fields as never) as Record<string, unknown>;
}

export { fieldsOf } from "./entry.ts";
export { caseJsonSchema } from "./json-schema.ts";
export type { Problem } from "./problems.ts";
