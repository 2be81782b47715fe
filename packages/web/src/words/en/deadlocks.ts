/** Words of Deadlocks. */
export const deadlocks = {
  "deadlocks.about":
    "Which preconditions wait for each other in a circle, and where the circle could be cut.",
  "deadlocks.count_one": "{{count}} circle among {{preconditions}} preconditions",
  "deadlocks.count_other": "{{count}} circles among {{preconditions}} preconditions",
  "deadlocks.countNone": "No circle among {{preconditions}} preconditions",
  "deadlocks.on": "as of {{on}}.",
  "deadlocks.capped": "There may be more: the search was capped at {{n}}.",
  "deadlocks.inBrief": "The result, and where the brief uses it",
  "deadlocks.new": "New precondition…",
  "deadlocks.empty": "No preconditions yet.",
  "deadlocks.emptyTodo":
    "A precondition says what must come first before something else, as its holder has it: “no talks before the land is settled”. Two meet where they name the same condition; a circle shows by itself.",
  "deadlocks.none": "None of them wait for each other in a circle.",
  "deadlocks.noneNote":
    "That is what the record shows. A precondition nobody has written down cannot be seen here.",
  "deadlocks.circle_one": "A condition that waits for itself",
  "deadlocks.circle_other": "A circle of {{count}}",
  "deadlocks.drawing": "Drawing: {{title}}. The table says the same in words.",
  "deadlocks.noteStated": "An arrow goes from what waits to what it waits for. Solid: stated or reported.",
  "deadlocks.note_one":
    "An arrow goes from what waits to what it waits for. Solid: stated or reported. Dashed and marked ∴: inferred ({{count}} of them), so ask first whether it is so.",
  "deadlocks.note_other":
    "An arrow goes from what waits to what it waits for. Solid: stated or reported. Dashed and marked ∴: inferred ({{count}} of them), so ask first whether it is so.",
  "deadlocks.heldBy": "waits, as {{who}} has it",
  "deadlocks.inferredOf": "∴ waits, inferred of {{who}}",
  "deadlocks.edgeLabel": "{{words}}: “{{from}}” for “{{to}}”",
  "deadlocks.waiting": "This waits",
  "deadlocks.waitsFor": "for this",
  "deadlocks.holder": "By the will of",
  "deadlocks.firmness": "How firm",
  "deadlocks.list": "Circles, shortest and firmest first",
  "deadlocks.listCircle": "Circle",
  "deadlocks.length": "Length",
  "deadlocks.holders": "Who holds it",
  "deadlocks.cuts": "Where it could be cut",
  "deadlocks.evidence_one": "evidence",
  "deadlocks.evidence_other": "evidence {{n}}",
  "deadlocks.all": "All preconditions",
  "deadlocks.first": "What must come first",
  "deadlocks.before": "Before what",
  "deadlocks.known": "How we know, how firm",
  "deadlocks.status": "Where it stands",
  "deadlocks.statusSince": "{{status}} since {{on}}",
  "deadlocks.inCircle": "In a circle",
  "deadlocks.resultsFailed":
    "The analyses of the server did not come, so nothing here leads to the brief. The circles were computed here and hold.",
  "deadlocks.method":
    "Preconditions are the arrows of a graph from what waits to what must come first. All elementary circuits are listed (D. Johnson, SIAM Journal on Computing 4, 1975), up to 1,000. Two preconditions meet where they name their condition in the same words; small and capital letters and spaces aside. A precondition met or waived by the day looked at opens every circle through it. The ways out are kinds of move that mediators use; whether one is within reach, the record has to tell.",

  "cut.check the inference": "Ask whether it is so",
  "cut.waiver": "A waiver",
  "cut.simultaneous acts": "At the same time",
  "cut.interim step": "A first step",
  "cut.third-party guarantee": "A guarantee from outside",
  "cut.side letter": "A side letter",
  "cutWords.check the inference": "That {{what}} must come first is an inference, not their words.",
  "cutWords.waiver": "{{who}} would have to waive {{what}}, the least firm condition of the circle.",
  "cutWords.simultaneous acts": "{{who}} would have to act at once, so that neither goes first.",
  "cutWords.interim step": "{{who}} would have to take a part of {{what}} as enough to begin.",
  "cutWords.third-party guarantee": "Somebody outside it would have to vouch that {{what}} will follow.",
  "cutWords.side letter":
    "{{who}} would have to write down, outside the text, what each expects of the other.",

  "method.title": "Method",
} as const;
