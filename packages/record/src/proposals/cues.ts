/* Words of English by which speech and its kinds are told: data for the rules, kept apart from them. */

/** Finite verbs of saying, as they follow a plural subject; used also to find a subject that is missing. */
export const CUE_FINITE: ReadonlySet<string> = new Set(
  "say argue claim concede admit insist believe expect warn note caution suggest acknowledge agree deny doubt maintain report assert contend fear".split(
    " ",
  ),
);
