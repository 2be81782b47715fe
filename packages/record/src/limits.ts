/**
 * Every bound that a document meets, in one place. They are far above what an article needs; a document beyond one
 * is refused with a message that says the value and the bound, and nothing of it enters the case.
 */
export interface Limits {
  /** Longest document, in bytes. */
  readonly bytes: number;
  /** Longest decoded document, in UTF-16 units. */
  readonly characters: number;
  /** Deepest nesting of HTML elements (browsers stop at 512 themselves). */
  readonly depth: number;
  /** Most HTML elements. */
  readonly elements: number;
  /** Most repairs and flags in one document. */
  readonly ops: number;
  /** Longest time for one document, in milliseconds; checked between stages and inside the long ones. */
  readonly millis: number;
  /** Most bytes that all parts of an archive or a word-processor document may have when unpacked. */
  readonly unpacked: number;
  /** Most files in an archive. */
  readonly files: number;
  /** Deepest nesting of parts in a message. */
  readonly parts: number;
  /** Most pages of a PDF. */
  readonly pages: number;
  /** Longest text an analyst may put in place of a damaged one. */
  readonly custom: number;
  /** Longest line on which the Latin repair is tried. */
  readonly latinLine: number;
  /** Longest passage that is looked for approximately. */
  readonly fuzzyPattern: number;
}

export const LIMITS: Limits = {
  bytes: 20_000_000,
  characters: 10_000_000,
  depth: 512,
  elements: 100_000,
  ops: 100_000,
  millis: 20_000,
  unpacked: 200_000_000,
  files: 10_000,
  parts: 20,
  pages: 3_000,
  custom: 2_000,
  latinLine: 20_000,
  fuzzyPattern: 1_000,
};
