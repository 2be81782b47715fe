import type { Context } from "hono";
import * as say from "../messages.ts";
import { HttpError } from "./http-error.ts";

/** Most bytes of one document. */
export const DOCUMENT_LIMIT: number = 64 * 1024 * 1024;
/** Most bytes of an archive of documents. */
export const ARCHIVE_LIMIT: number = 256 * 1024 * 1024;
/** Most bytes of a case that is taken in. */
export const CASE_LIMIT: number = 512 * 1024 * 1024;
/** Most bytes of any other request. */
export const JSON_LIMIT: number = 16 * 1024 * 1024;

/** How deep a request may be nested; no object of a case comes near. */
const DEPTH_LIMIT = 100;
/** Control characters, half characters, and those that turn the direction of what follows. */
const UNREADABLE = /[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;

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
  if (isDeeper(value, DEPTH_LIMIT)) throw new HttpError(400, "too-deep", say.tooDeep(DEPTH_LIMIT));
  return value as Record<string, unknown>;
}

/** Whether a value is nested more than `limit` deep. Goes level by level: no depth exhausts it. */
function isDeeper(value: object, limit: number): boolean {
  let level: unknown[] = [value];
  for (let depth = 1; level.length > 0; depth++) {
    if (depth > limit) return true;
    const next: unknown[] = [];
    for (const one of level)
      for (const inner of Object.values(one as object))
        if (typeof inner === "object" && inner !== null) next.push(inner);
    level = next;
  }
  return false;
}

/** A field that must be words one can read: on one line, of characters that show, none that hide or turn others. */
export function nameField(body: Record<string, unknown>, field: string, limit = 200): string {
  const value = textField(body, field, limit).trim().normalize("NFC");
  if (UNREADABLE.test(value) || !/[\p{L}\p{N}\p{P}\p{S}]/u.test(value))
    throw new HttpError(400, "bad-request", say.unreadable(field));
  return value;
}

/** A field that must be a string with something in it. */
export function textField(body: Record<string, unknown>, field: string, limit = 500): string {
  const value = body[field];
  if (typeof value !== "string" || value.trim() === "" || value.length > limit)
    throw new HttpError(400, "bad-request", say.expected(field, value, `words, at most ${limit} characters`));
  return value;
}
