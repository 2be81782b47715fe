import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { ApiError } from "../api.ts";
import { UserError } from "../casework/user-error.ts";
import * as say from "../messages.ts";

/** A refusal with its HTTP status. */
export class HttpError extends UserError {
  readonly status: ContentfulStatusCode;
  constructor(
    status: ContentfulStatusCode,
    code: string,
    message: string,
    more: { where?: string; todo?: string } = {},
  ) {
    super(code, message, more);
    this.name = "HttpError";
    this.status = status;
  }
}

/** Codes of the rooms below → what HTTP calls it. Anything else that is a plain refusal is 400. */
const STATUS: Readonly<Record<string, ContentfulStatusCode>> = {
  "missing-file": 404,
  enoent: 404,
  "blob-missing": 404,
  exists: 409,
  eexist: 409,
  "passphrase-needed": 401,
  "wrong-passphrase": 403,
  busy: 409,
  cancelled: 409,
  "not-encrypted": 409,
  "disk-full": 507,
  enospc: 507,
  "read-only": 403,
  "cannot-write": 500,
  "nothing-to-undo": 409,
  "later-changes": 409,
  "not-a-case": 422,
  "newer-version": 422,
  damaged: 422,
  truncated: 422,
  "blob-damaged": 422,
};

/** What went wrong as the client hears it. An error of no known kind says nothing of the inside. */
export function toReply(error: unknown): { status: ContentfulStatusCode; body: ApiError; inside: boolean } {
  const { code, message, where, todo } = (error ?? {}) as Partial<UserError>;
  const known = error instanceof UserError || isStoreError(error) || isRecordError(error);
  if (!known || typeof code !== "string" || typeof message !== "string") {
    const body: ApiError = { error: { code: "inside", message: say.inside(), todo: say.insideTodo() } };
    return { status: 500, body, inside: true };
  }
  const status = error instanceof HttpError ? error.status : (STATUS[code] ?? 400);
  const said: ApiError["error"] = { code, message };
  if (where !== undefined) said.where = where;
  if (todo !== undefined) said.todo = todo;
  return { status, body: { error: said }, inside: false };
}

/** By name, so that this file does not load the case file's library. */
const isStoreError = (error: unknown): boolean => (error as Error | undefined)?.name === "StoreError";
/** A document that cannot be taken apart. */
const isRecordError = (error: unknown): boolean => (error as Error | undefined)?.name === "RecordError";
