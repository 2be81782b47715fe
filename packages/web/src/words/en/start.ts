/** Words of the start page. */
export const start = {
  "start.about": "From documents to a brief in which every sentence leads back to its source.",
  "start.new": "New case",
  "start.title": "Title of the case",
  "start.newHelp":
    "You can change the title later. The case is one file in this folder and stays on this machine.",
  "start.create": "Create case",
  "start.creating": "Creating…",
  "start.cases": "Cases in this folder",
  "start.loading": "Looking for cases…",
  "start.noCases": "There is no case here yet. Create one above, or open an example.",
  "start.examples": "Examples",
  "start.examplesHelp": "Opening an example makes a working copy. The example itself stays as it is.",
  "start.openExample": "Open a copy",
  "start.openExampleNamed": "Open a copy of {{title}}",
  "start.documents_one": "{{count}} document",
  "start.documents_other": "{{count}} documents",
  "start.changed": "changed {{on}}",
  "start.encrypted": "encrypted",
} as const;
