/** What kind of thing went wrong, for programs; the message is for people. */
export type StoreErrorCode =
  | "missing-folder"
  | "missing-file"
  | "exists"
  | "is-folder"
  | "not-a-case"
  | "newer-version"
  | "passphrase-needed"
  | "wrong-passphrase"
  | "not-encrypted"
  | "damaged"
  | "truncated"
  | "disk-full"
  | "busy"
  | "read-only"
  | "cannot-write"
  | "bad-value"
  | "unknown-change"
  | "later-changes"
  | "not-a-conflict"
  | "nothing-to-undo"
  | "blob-missing"
  | "blob-damaged"
  | "id-clash"
  | "closed";

/** An error of the store: a code, and a message that says what was wrong, where, and what to do. */
export class StoreError extends Error {
  readonly code: StoreErrorCode;
  constructor(code: StoreErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = "StoreError";
    this.code = code;
  }
}
