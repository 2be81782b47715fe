/** Words of the list of sources. */
export const sources = {
  "sources.title": "Sources",
  "sources.about": "Where each document is from, and how far it can be relied on.",
  "sources.emptyTodo": "Add documents under Documents.",
  "sources.list": "Sources",
  "sources.document": "Document",
} as const;
