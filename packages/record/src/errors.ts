/** What a document can fail on; the codes are stable, the messages are for people. */
export type RecordErrorCode =
  | "too-large"
  | "too-deep"
  | "too-many-elements"
  | "too-slow"
  | "too-many-files"
  | "damaged"
  | "not-exchange"
  | "locked"
  | "no-text"
  | "too-damaged"
  | "unsupported-media-type"
  | "unknown-charset"
  | "unknown-repair"
  | "no-candidate"
  | "bad-replacement"
  | "unknown-furniture"
  | "not-cleaned-here"
  | "bad-passage";

/** The one error this package throws: a document or a decision it cannot take. */
export class RecordError extends Error {
  readonly code: RecordErrorCode;

  constructor(code: RecordErrorCode, message: string) {
    super(message);
    this.name = "RecordError";
    this.code = code;
  }
}
