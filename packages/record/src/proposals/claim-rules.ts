import type { ClaimAct } from "@parley/case";

/** A cue that makes a sentence a claim of some kind. Data: the order is the order of trust. */
export interface ClaimRule {
  name: string;
  act: ClaimAct;
  polarity: "yes" | "no";
  confidence: number;
  reason: string;
  /** Matches the cue. */
  pattern: RegExp;
}

const TALKS =
  "meeting|meetings|talks|deal|negotiations?|agreement|ceasefire|truce|point in a meeting|settlement|withdrawal|election|elections";

export const CLAIM_RULES: readonly ClaimRule[] = [
  {
    name: "refusal",
    act: "demands",
    polarity: "no",
    confidence: 0.85,
    reason: "a refusal is stated",
    pattern:
      /(?<!\p{L})(?:(?:flatly|categorically|firmly|outright|again) )?(?:rejects?|rejected|rejecting|rules? out|ruled out|refuses?|refused) (?:to|any|all|every|the|an?)(?!\p{L})/u,
  },
  {
    name: "will-not",
    act: "demands",
    polarity: "no",
    confidence: 0.7,
    reason: "what somebody will not do is stated",
    pattern: /(?<!\p{L})(?:will|would|shall) (?:not|never) \p{Ll}+|(?<!\p{L})won[’']t \p{Ll}+/u,
  },
  {
    name: "nothing-until-all",
    act: "demands",
    polarity: "yes",
    confidence: 0.85,
    reason:
      "nothing is to count before everything is agreed: a table of the case can say so, and what it closes one by one is then provisional",
    pattern:
      /(?<!\p{L})(?:(?:there(?:[’']s| is) )?no (deal|agreement|accord) (?:until|unless|without) (?:there(?:[’']s| is)|we have|you have) (?:a |an )?\1|nothing (?:is|will be|can be) agreed (?:until|unless|before) everything (?:is|has been) agreed)(?!\p{L})/iu,
  },
  {
    name: "precondition",
    act: "demands",
    polarity: "yes",
    confidence: 0.8,
    reason: "something is made to wait for something else",
    pattern: new RegExp(
      `(?<!\\p{L})no (?:${TALKS})(?!\\p{L})[^.!?]{0,60}(?<!\\p{L})(?:until|unless|without|before)(?!\\p{L})|(?<!\\p{L})until [^.!?]{1,120}(?<!\\p{L})(?:is|are|has been|have been) met(?!\\p{L})|(?<!\\p{L})before any(?= \\p{Ll})|(?<!\\p{L})only (?:after|if|once|when)(?!\\p{L})`,
      "u",
    ),
  },
  {
    name: "demand",
    act: "demands",
    polarity: "yes",
    confidence: 0.7,
    reason: "a verb of demanding",
    pattern:
      /(?<!\p{L})(?:demands?|demanded|demanding|insists?|insisted|insisting) (?:that|on|for|an?|the)(?!\p{L})|(?<!\p{L})placing the onus on(?!\p{L})/u,
  },
  {
    name: "denial",
    act: "denies",
    polarity: "no",
    confidence: 0.8,
    reason: "a verb of denying",
    pattern: /(?<!\p{L})(?:denies|denied|denying)(?!\p{L})/u,
  },
  {
    name: "warning",
    act: "warns",
    polarity: "yes",
    confidence: 0.75,
    reason: "a verb of warning",
    pattern:
      /(?<!\p{L})(?:warns?|warned|warning|cautions?|cautioned|cautioning) (?:that|of|against)(?!\p{L})/u,
  },
  {
    name: "commitment",
    act: "commits",
    polarity: "yes",
    confidence: 0.65,
    reason: "a verb of promising",
    pattern:
      /(?<!\p{L})(?<!(?:[Tt]he|[Tt]heir|[Tt]hese|[Tt]hose|[Hh]is|[Hh]er|[Ii]ts|of) )(?:pledges|pledged|pledging|promises|promised|promising|vows|vowed|vowing|commits|committed|committing|agreed) (?:to|that)(?!\p{L})/u,
  },
  {
    name: "expectation",
    act: "expects",
    polarity: "yes",
    confidence: 0.65,
    reason: "a verb of expecting or planning",
    pattern:
      /(?<!\p{L})(?<!(?:[Nn]obody|[Nn]o one|[Tt]he|[Tt]heir|[Hh]is|[Hh]er|[Ii]ts) )(?:expects|expected|expecting|plans|planned|planning) (?:to|that|an?|the)(?!\p{L})/u,
  },
];

/** Rules of lost words that say that the verb itself is missing, and with it what was said. */
export const LOST_VERB_RULES: ReadonlySet<string> = new Set([
  "verb lost after a parenthesis",
  "that Name because",
  "name before where",
]);
