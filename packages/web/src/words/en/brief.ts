/** Words of Brief. */
export const brief = {
  "brief.about": "What can be told to whom; each sentence opens the way down to what it rests on.",
  "brief.for": "Written for",
  "brief.loading": "Putting the brief together…",
  "brief.asOf": "As of {{on}}",
  "brief.noAsOf": "No as-of date",
  "brief.levelIs": "handling level {{level}}",
  "brief.empty": "Nobody has begun to write this brief.",
  "brief.emptyTodo":
    "Begin it here, or go to Record and press B on an accepted claim: it becomes a sentence with its source.",
  "brief.begin": "Begin the brief",
  "brief.untitled": "Brief",
  "brief.firstSection": "What is said",
  "brief.nothingHere": "Nothing here.",
  "brief.edit": "Edit",
  "brief.addSentence": "Add a sentence",
  "brief.addSentenceTo": "Add a sentence to “{{section}}”",
  "brief.newSection": "New section",
  "brief.addSection": "Add section",
  "brief.fromClaim": "{{who}} {{act}}: {{says}}",
  "brief.added": "Added to the brief, with its source.",
  "brief.open": "Open the brief",
  "brief.acceptFirst": "Accept the claim first; then it can go into the brief.",

  "sentence.words": "Sentence",
  "sentence.on": "It rests on",
  "sentence.onNothing":
    "Nothing yet. Numbers in a sentence without support keep the brief from being exported.",
  "sentence.find": "Find claims and results to rest it on",
  "sentence.noneFound": "Nothing found.",
  "sentence.take": "Rest it on {{name}}",
  "sentence.drop": "No longer rest it on {{name}}",
  "sentence.save": "Save the sentence",
  "sentence.remove": "Take out the sentence",

  "export.html": "Export HTML",
  "export.md": "Export Markdown",
  "export.off_one": "{{count}} place that nothing vouches for (listed below).",
  "export.off_other": "{{count}} places that nothing vouches for (listed below).",

  "untagged.title_one": "{{count}} place that nothing vouches for",
  "untagged.title_other": "{{count}} places that nothing vouches for",
  "untagged.todo":
    "The brief can be exported once each number and quotation rests on a claim, a result or a named assumption, or is taken out.",

  "assumptions.title": "Assumptions",
  "assumptions.table": "Table of assumptions",
  "assumptions.about": "About",
  "assumptions.what": "Assumed",
  "assumptions.by": "By",
  "assumptions.on": "On",
  "assumptions.why": "Why",
  "assumptions.noWhy": "no reason given",

  "notes.title": "Sources",
  "notes.extract": "Extract:",
  "notes.open": "Open in Record",

  "note.link": "Source {{n}}",
} as const;
