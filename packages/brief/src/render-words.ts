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

/** For whom a brief is written. The same words whether or not anything was held back: that too is above its level. */
export const LEVEL_WORDS: Readonly<Record<Level, string>> = {
  public: "for anybody",
  team: "for the team only",
  mediator: "for the mediator only",
  sealed: "sealed",
};

export const LEVEL_RULE: Readonly<Record<Level, string>> = {
  public: "This brief tells what may be read by anybody.",
  team: "This brief tells what may be read by the team.",
  mediator: "This brief tells what may be read by the mediator.",
  sealed: "This brief does not leave the case.",
};

/** Stands below a section some of whose sentences are in the annex. */
export const more = (n: number): string => (n === 1 ? "One more in the annex" : `${n} more in the annex`);
