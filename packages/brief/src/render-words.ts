import type { Level } from "@parley/case";
import type { SentenceStanding } from "./document.ts";

/** The word that stands before a sentence, so that how we come by it never hangs on colour. */
export const STANDING_WORDS: Readonly<Record<SentenceStanding, string>> = {
  stated: "",
  reported: "",
  inferred: "Inferred:",
  assumed: "Assumed:",
  computed: "",
  unknown: "Unknown:",
};

export const LEVEL_WORDS: Readonly<Record<Level, string>> = {
  public: "for anybody",
  team: "for the team only",
  mediator: "for the mediator only",
  sealed: "sealed",
};

/** What stands before the first section that the two pages do without. */
export const ANNEX: string = "Annex: the analyses in full, the record, assumptions and sources";
