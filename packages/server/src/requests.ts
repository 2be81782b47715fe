import { z } from "zod";
import type { ChangeRequest, RepairRequest } from "./api.ts";
import { HttpError } from "./http/http-error.ts";

/* The shapes of requests. What an object of a case may hold is checked by the schema of its kind. */

const changes = z.strictObject({
  why: z.string().max(10_000),
  edits: z
    .array(
      z.strictObject({
        kind: z.string(),
        id: z.string(),
        value: z.looseObject({ id: z.string(), kind: z.string() }).nullable(),
        version: z.number().int().nonnegative().optional(),
        expect: z.array(z.string()).max(1000).optional(),
      }),
    )
    .min(1)
    .max(20_000),
});

const index = z.number().int().nonnegative();
const repairs = z.strictObject({
  source: z.string(),
  repairs: z
    .record(
      z.string(),
      z.union([z.enum(["accept", "reject"]), z.strictObject({ to: z.string().max(10_000) })]),
    )
    .optional(),
  restore: z.array(index).optional(),
  fold: z.array(index).optional(),
});

export const readChanges = (body: unknown): ChangeRequest => read(changes, body) as unknown as ChangeRequest;
export const readRepairs = (body: unknown): RepairRequest => read(repairs, body) as RepairRequest;

function read<T>(schema: z.ZodType<T>, body: unknown): T {
  const found = schema.safeParse(body);
  if (found.success) return found.data;
  const issue = found.error.issues[0];
  const where = issue?.path.join(".");
  throw new HttpError(400, "bad-request", issue?.message ?? "", where ? { where } : {});
}
