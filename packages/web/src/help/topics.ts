/** Screens with a help page, in the order of the work. */
export const TOPICS = [
  "record",
  "disputes",
  "timeline",
  "sources",
  "repairs",
  "positions",
  "deadlocks",
  "plans",
  "packages",
  "moves",
  "coalitions",
  "timing",
  "brief",
  "history",
  "text",
  "exchange",
  "settings",
  "object",
] as const;
export type Topic = (typeof TOPICS)[number];

/** Topics whose figures come from a method with a name, a source and limits. */
export const WITH_METHOD = [
  "record",
  "deadlocks",
  "plans",
  "packages",
  "moves",
  "coalitions",
  "timing",
] as const;

export function isTopic(word: string | undefined): word is Topic {
  return (TOPICS as readonly (string | undefined)[]).includes(word);
}

/** The topic of an address: the room it is in. */
export function topicOf(pathname: string): Topic | undefined {
  const room = pathname.split("/")[3];
  return isTopic(room) ? room : undefined;
}
