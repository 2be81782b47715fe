import type { TextLayer } from "@parley/case";
import type { Charset } from "./decode.ts";
import type { Extracted } from "./extract/extracted.ts";
import type { FoundGap } from "./gaps/found-gap.ts";
import type { Language } from "./language.ts";
import type { Placed } from "./layout.ts";
import type { MediaType } from "./media-type.ts";
import type { Metadata } from "./metadata.ts";
import type { FoundRepair } from "./repair/found-repair.ts";

/** What the analyst decided, resolved: op number → what stands there (null: as it was). */
export interface Settled {
  repairs: ReadonlyMap<number, { to: string | null; decided: "accepted" | "rejected" }>;
  /** Pieces of furniture taken back into the text, by number. */
  restored: ReadonlySet<number>;
}

/** Everything found in a document before any decision. It does not change. */
export interface Plan {
  raw: string;
  extracted: Extracted;
  repairs: readonly FoundRepair[];
  lines: readonly Placed[];
  gaps: readonly FoundGap[];
  metadata: Metadata;
  charset: Charset;
  language: Language | null;
  mediaType: MediaType;
  layer?: TextLayer;
  settled: Settled;
}
