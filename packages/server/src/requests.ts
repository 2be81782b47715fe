import { CLAIM_ACTS, LOOK_FOR } from "@parley/case";
import { z } from "zod";
import type { ChangeRequest, ModelRequest, RepairRequest, RereadRequest, TryRequest } from "./api.ts";
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

const reread = z.strictObject({ charset: z.string().min(1).max(60), apply: z.boolean() });

const tried = z.strictObject({
  text: z.string().max(100_000),
  lookFor: z
    .array(
      z.strictObject({
        what: z.enum(LOOK_FOR),
        words: z.array(z.string().min(1).max(200)).min(1).max(200),
        act: z.enum(CLAIM_ACTS).optional(),
        name: z.string().max(200).optional(),
        language: z.string().max(10).optional(),
      }),
    )
    .max(500),
});
const model = z.strictObject({
  on: z.boolean(),
  address: z.string().max(2000),
  model: z.string().max(200),
  key: z.string().max(2000).optional(),
});

export const readReread = (body: unknown): RereadRequest => read(reread, body) as RereadRequest;
export const readTry = (body: unknown): TryRequest => read(tried, body) as TryRequest;
export const readModel = (body: unknown): ModelRequest => read(model, body) as ModelRequest;
export const readChanges = (body: unknown): ChangeRequest => read(changes, body) as unknown as ChangeRequest;
export const readRepairs = (body: unknown): RepairRequest => read(repairs, body) as RepairRequest;

function read<T>(schema: z.ZodType<T>, body: unknown): T {
  const found = schema.safeParse(body);
  if (found.success) return found.data;
  const issue = found.error.issues[0];
  const where = issue?.path.join(".");
  throw new HttpError(400, "bad-request", issue?.message ?? "", where ? { where } : {});
}
