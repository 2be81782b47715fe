import {
  Case,
  type CaseObject,
  cutToLevel,
  holdsName,
  isInForce,
  type Level,
  type Passage,
  type Source,
} from "@parley/case";

/** What may leave at a level: a case cut to it, and how much was held back because it names somebody hidden. */
export interface Outgoing {
  held: Case;
  level: Level;
  heldBack: number;
}

/** Kinds whose own words leave with an export. */
const SPEAKING = new Set([
  "text",
  "claim",
  "passage",
  "position",
  "event",
  "commitment",
  "source",
  "statement",
]);

/**
 * Cut a case to a level, and hold back what names an actor that is hidden there: whoever may not know of somebody does
 * not read the name in a claim either. A text that holds such a name does not leave; its passages without it do.
 */
export function outgoing(full: Case, level: Level): Outgoing {
  const cut = cutToLevel(full, level);
  if (cut.hiddenNames.length === 0) return { held: cut.held, level, heldBack: 0 };
  let heldBack = 0;
  const kept = cut.held.objects().filter((object) => {
    if (!SPEAKING.has(object.kind)) return true;
    const names = stringsOf(object).some((words) => holdsName(words, cut.hiddenNames));
    if (names) heldBack++;
    return !names;
  });
  return { held: cutToLevel(new Case(kept as CaseObject[]), level).held, level, heldBack };
}

/** All words of an object; names of fields and references are no words of its own, and do no harm here. */
function stringsOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(stringsOf);
}

/** The sources of a case that are in force. */
export function sourcesOf(held: Case): readonly Source[] {
  return held.inForce("source");
}

/** The passages something in force rests on, or that were marked for themselves, in the order of the documents. */
export function passagesOf(held: Case): Passage[] {
  const order = new Map(held.all("source").map((source, i) => [source.id, i]));
  return held
    .all("passage")
    .filter((passage) => isInForce(passage) && passage.anchor?.state !== "orphan")
    .sort(
      (a, b) =>
        (order.get(a.source) ?? 0) - (order.get(b.source) ?? 0) ||
        a.start - b.start ||
        a.end - b.end ||
        (a.id < b.id ? -1 : 1),
    );
}
