import type { Id } from "../id.ts";
import type { Gap, RepairClass, Source, TextVersion } from "../objects/record.ts";

/** What a document turned out to be: its canonical text, its gaps, and what its page says of it. */
export interface CleanedSource {
  text: TextVersion;
  gaps: Gap[];
  /** Title, byline, date … as read from the page; what the case says of the source itself comes first. */
  found: Partial<Omit<Source, "id" | "kind" | "sha256">>;
}

/** A source that has no recorded text version yet. */
export interface SourceToClean {
  id: Id;
  file: string;
  mediaType?: string;
  charset?: string;
  /** Classes of repair that the author of the case looked at and accepts, each at its first candidate. */
  accept: RepairClass[];
  /** Names of the case's actors: a repair may find one of them. */
  names: string[];
}

/**
 * What reading a text form needs from outside. This package touches no files and knows no damage: the caller brings
 * both.
 */
export interface TextHost {
  /** The bytes of a file inside the case's folder, by relative path with forward slashes; undefined: no such file. */
  read(path: string): Uint8Array | undefined;
  /** SHA-256, lower-case hex. */
  sha256(bytes: Uint8Array): string;
  /** Take a document apart: used for sources without a recorded text version. @throws Error with plain words. */
  clean(
    bytes: Uint8Array,
    source: { id: Id; file: string; mediaType?: string; charset?: string },
  ): CleanedSource;
}
