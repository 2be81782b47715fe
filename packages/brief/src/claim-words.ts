import type { ClaimAct } from "@parley/case";

/** `says`, `to say`, and what leads over to words that are denied. */
interface Verb {
  says: string;
  toSay: string;
  /** Between the verb and words the speaker means to be so: `demands: …`. */
  yes: string;
  /** Between the verb and words the speaker means not to be so. */
  no: string;
}

const VERBS: Readonly<Record<ClaimAct, Verb>> = {
  asserts: { says: "says", toSay: "to say", yes: "", no: " that this is not so" },
  denies: { says: "denies", toSay: "to deny", yes: " this", no: " this" },
  demands: { says: "demands", toSay: "to demand", yes: " this", no: " that this not be so" },
  offers: { says: "offers", toSay: "to offer", yes: " this", no: " that this not be so" },
  threatens: { says: "threatens", toSay: "to threaten", yes: " this", no: " that this will not be so" },
  warns: { says: "warns", toSay: "to warn", yes: " of this", no: " that this will not be so" },
  commits: {
    says: "commits itself",
    toSay: "to commit itself",
    yes: " to this",
    no: " that this will not be so",
  },
  expects: { says: "expects", toSay: "to expect", yes: " this", no: " that this will not be so" },
  assesses: { says: "judges", toSay: "to judge", yes: " that this is so", no: " that this is not so" },
  unknown: { says: "speaks of this", toSay: "to speak of this", yes: "", no: " as not so" },
};

/**
 * What stands before a claim's own words: who says it, as what kind of act, and whether we have it from them or from
 * somebody who reports it. The same words for every speaker.
 */
export function leadOf(
  who: string,
  act: ClaimAct,
  polarity: "yes" | "no" | "unknown",
  reported: boolean,
  /** Whether words of the source are missing beside it. */
  gaps: boolean,
): string {
  if (polarity === "unknown") {
    return `Whether ${who} says that this is so or denies it is not known${gaps ? ", because words are missing from our copy" : ""}`;
  }
  const verb = VERBS[act];
  return `${who} ${reported ? `is reported ${verb.toSay}` : verb.says}${verb[polarity]}`;
}
