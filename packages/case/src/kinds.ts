/** Every kind of object a case holds, in the order in which the text form writes its sections. */
export const KINDS = [
  "case",
  "actor",
  "issue",
  "source",
  "text",
  "gap",
  "passage",
  "statement",
  "claim",
  "event",
  "instrument",
  "commitment",
  "precondition",
  "position",
  "link",
  "plan",
  "package",
  "valuation",
  "consent",
  "coalition",
  "move",
  "infeasibility",
  "preference",
  "view",
  "tie",
  "driver",
  "question",
  "forecast",
  "series",
  "topic",
  "comment",
  "brief",
] as const;

/** One of the kinds of object a case holds. */
export type Kind = (typeof KINDS)[number];

/** The key of each kind in the text form. `parties` is a second section of actors: those that are parties. */
export const SECTIONS: Readonly<Record<Exclude<Kind, "case">, string>> = {
  actor: "actors",
  issue: "issues",
  source: "sources",
  text: "texts",
  gap: "gaps",
  passage: "passages",
  statement: "statements",
  claim: "claims",
  event: "events",
  instrument: "instruments",
  commitment: "commitments",
  precondition: "preconditions",
  position: "positions",
  link: "links",
  plan: "plans",
  package: "packages",
  valuation: "valuations",
  consent: "consent",
  coalition: "coalitions",
  move: "moves",
  infeasibility: "infeasible",
  preference: "preferences",
  view: "views",
  tie: "ties",
  driver: "drivers",
  question: "questions",
  forecast: "forecasts",
  series: "series",
  topic: "topics",
  comment: "comments",
  brief: "briefs",
};

/** Whether a word names a kind of object. */
export function isKind(word: string): word is Kind {
  return (KINDS as readonly string[]).includes(word);
}
