/** Words for what is given as a reason for what. */
export const reasons = {
  "reasons.title": "Reasons for and against",
  "reasons.sourceTitle": "What it argues",
  "reasons.for": "for",
  "reasons.against": "against",
  "reasons.circle": "stands above already: the reasons go in a circle",
  "reasons.none":
    "No reasons have been entered among its claims. Open a claim and say what it speaks for or against.",
  "reasons.stance": "Where its author stands:",
  "reasons.noStance": "Nobody has noted where its author stands.",
} as const;
