import type { Actor, Id, Issue } from "@parley/case";

/** What the caller knows of a document beyond its characters. */
export interface SourceFacts {
  /** Id of the source; the ids of everything else begin with it. */
  id: Id;
  /** SHA-256 of the raw bytes, lower-case hex. */
  sha256: string;
  /** Name of the file it came with. */
  file?: string;
  /** Length in bytes. */
  size?: number;
  /** Actors of the case, by whose names speakers are recognised. */
  actors?: readonly Pick<Actor, "id" | "name" | "aliases">[];
  /** Issues of the case, to which positions are tied by name. */
  issues?: readonly Pick<Issue, "id" | "name">[];
  /** When it enters the case: an ISO instant. */
  knownAt?: string;
}
