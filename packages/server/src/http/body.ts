import type { Context } from "hono";
import * as say from "../messages.ts";
import { HttpError } from "./http-error.ts";

/** Most bytes of one document. */
export const DOCUMENT_LIMIT: number = 64 * 1024 * 1024;
/** Most bytes of a case that is taken in. */
export const CASE_LIMIT: number = 512 * 1024 * 1024;
/** Most bytes of any other request. */
export const JSON_LIMIT: number = 16 * 1024 * 1024;

/** The bytes of a request, counted as they come: the announced length is not believed. */
export async function readBytes(c: Context, limit: number, what: string): Promise<Uint8Array> {
  const tooLarge = (): HttpError => {
    // What still comes is not read: the connection cannot be used again.
    c.header("connection", "close");
    return new HttpError(413, "too-large", say.tooLarge(what, limit), { todo: say.tooLargeTodo() });
  };
  if (Number(c.req.header("content-length") ?? 0) > limit) throw tooLarge();
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of (c.req.raw.body ?? []) as AsyncIterable<Uint8Array>) {
    size += part.byteLength;
    if (size > limit) throw tooLarge();
    parts.push(part);
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.byteLength;
  }
  return bytes;
}

/** The JSON object a request carries. An empty body is an empty object. */
export async function readJson(c: Context): Promise<Record<string, unknown>> {
  const type = (c.req.header("content-type") ?? "").split(";")[0]?.trim().toLowerCase();
  const bytes = await readBytes(c, JSON_LIMIT, "The request");
  if (bytes.byteLength === 0) return {};
  if (type !== "application/json")
    throw new HttpError(415, "wrong-type", say.expected("content-type", type ?? "", '"application/json"'));
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (error) {
    throw new HttpError(400, "not-json", say.notJson((error as Error).message));
  }
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new HttpError(400, "bad-request", say.expected("The request", value, "a JSON object"));
  return value as Record<string, unknown>;
}

/** A field that must be a string with something in it. */
export function textField(body: Record<string, unknown>, field: string, limit = 500): string {
  const value = body[field];
  if (typeof value !== "string" || value.trim() === "" || value.length > limit)
    throw new HttpError(400, "bad-request", say.expected(field, value, `words, at most ${limit} characters`));
  return value;
}
