/** Words of the first minutes: a walk through the real screens. */
export const tour = {
  "tour.title": "Tour",
  "tour.step": "Step {{at}} of {{all}}",
  "tour.next": "Next",
  "tour.back": "Back",
  "tour.leave": "Leave the tour",
  "tour.newCase": "Begin a new case",
  "tour.record": "Everything begins with documents",
  "tour.record.text":
    "The text in the middle shows what was repaired and where something is lost. Suggested claims wait at the side: accept, edit or set aside, all by keyboard.",
  "tour.positions": "Who wants what",
  "tour.positions.text":
    "A row a party, a column an issue. Every cell opens the words it rests on. “Not known” stays not known.",
  "tour.deadlocks": "Who waits for whom",
  "tour.deadlocks.text":
    "Preconditions that wait for each other make a circle. Each arrow has its sentence, and inferred ones look different.",
  "tour.packages": "What could be agreed",
  "tour.packages.text":
    "Pick options and see who could live with them, in how many of the plausible worlds, and what blocks.",
  "tour.moves": "What could last",
  "tour.moves.text":
    "States that nobody has a reason to leave, by how far the parties look ahead, and as each takes the others to be.",
  "tour.timing": "When",
  "tour.timing.text": "Ask a question that can be decided later, and see how long comparable things lasted.",
  "tour.brief": "The brief, with its thread",
  "tour.brief.text":
    "Every sentence walks back, with one click, to the exact characters it rests on, or to a named assumption. Press / to search and ? for all keys.",
  "tour.end": "Now your own",
  "tour.end.text":
    "A new case is empty and stays on this machine. Drop in the first documents, and the rest follows.",
} as const;
