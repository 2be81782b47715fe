/** Words of the timeline. */
export const timeline = {
  "timeline.title": "Timeline",
  "timeline.about": "What happened, is said to have happened, or is to come, and on whose word.",
  "timeline.new": "New event…",
  "timeline.empty": "No events yet.",
  "timeline.emptyTodo":
    "An event has a day or a stretch of days, and says whether it happened, was reported, planned or denied. Enter one with “New event…”.",
  "timeline.list": "Events",
  "timeline.when": "When",
  "timeline.noDay": "no day",
  "timeline.what": "What",
  "timeline.occurrence": "Occurrence",
} as const;
