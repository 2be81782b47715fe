/** Why a change was made, as the history says it. */
export const why = {
  "why.claimMade": "Claim made by hand",
  "why.claimEdited": "Claim edited in review",
  "why.accepted_one": "Accepted in review",
  "why.accepted_other": "{{count}} accepted in review",
  "why.rejected": "Set aside in review",
  "why.rejectedFor": "Set aside in review: {{reason}}",
  "why.gapKept": "Gap confirmed",
  "why.gapRejected": "Not a gap",
  "why.briefBegun": "Brief begun",
  "why.sectionAdded": "Section added to the brief",
  "why.sentenceAdded": "Sentence added to the brief",
  "why.sentenceChanged": "Sentence of the brief changed",
  "why.sentenceRemoved": "Sentence taken out of the brief",
  "why.settled": "Two versions settled",
  "why.questionPut": "Question put",
  "why.questionChanged": "Question changed",
} as const;
