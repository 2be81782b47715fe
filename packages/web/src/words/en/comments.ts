/** Words of comments and dissent. */
export const comments = {
  "comments.title_one": "{{count}} comment",
  "comments.title_other": "{{count}} comments",
  "comments.add": "Comment, or disagree…",
  "comments.text": "Comment",
  "comments.answer": "Answer",
  "comments.resolve": "Resolve",
  "comments.reopen": "Open again",
  "comments.resolved": "resolved",
  "comments.level": "Who may read it",
  "comments.save": "Save",
  "comments.added": "Comment saved",
  "dissent.choose": "I do not agree with this",
  "dissent.because": "I do not agree, because",
  "dissent.says": "Does not agree, because:",
  "dissent.help": "It is marked as disputed in the team wherever it is shown, until this is resolved.",
  "dissent.mark": "disputed in the team",
} as const;
