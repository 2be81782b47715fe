import type { Kind } from "@parley/case";
import { CLAIM_ACTS, EVENT_TYPES, FIRMNESS, RUNGS, STANDINGS, TRACKS } from "@parley/case";

/** How one field of an object is entered. */
export type FieldType =
  | { type: "words" | "text" | "lines" | "yes" | "day" | "time" | "judgement" | "options" | "scale" }
  /** A name of a condition; those in use are offered, since preconditions meet where the names are the same. */
  | { type: "condition" }
  | { type: "choice"; of: readonly string[] }
  | { type: "ref" | "refs"; kind: Kind }
  /** Options of the issue that the object names in its field `issue`. */
  | { type: "wants" | "rejects" }
  /** One option an issue, or none. */
  | { type: "choices" | "slots" }
  | { type: "pair" }
  /** Weights and values, an issue at a time. */
  | { type: "worth" }
  | { type: "redLines" }
  /** Who stands where on a claim or a text, each with what it rests on. */
  | { type: "attestations" }
  /** Which parts of an undertaking are known: what, by when, on which conditions. */
  | { type: "clarity" }
  /** Moves that are taken and not taken. */
  | { type: "pattern" }
  /** Has no form yet: shown as it stands, edited as text. */
  | { type: "asText" };

export type Field = FieldType & { name: string; required?: boolean };

const actor = (name: string, required = false): Field => ({ name, type: "ref", kind: "actor", required });
const actors = (name: string): Field => ({ name, type: "refs", kind: "actor" });
const words = (name: string, required = false): Field => ({ name, type: "words", required });
const text = (name: string, required = false): Field => ({ name, type: "text", required });
const choice = (name: string, of: readonly string[], required = false): Field => ({
  name,
  type: "choice",
  of,
  required,
});

/** Kinds that are made and changed by form, each with its fields in the order in which they are asked. */
export const FORMS = {
  actor: [
    words("name", true),
    choice("type", ["person", "state", "body", "bloc", "group", "anonymous"], true),
    { name: "party", type: "yes" },
    { name: "aliases", type: "lines" },
    actors("members"),
    actors("spokespersonFor"),
    { name: "offices", type: "asText" },
    words("wikidata"),
  ],
  issue: [
    words("name", true),
    { name: "options", type: "options" },
    { name: "several", type: "yes" },
    { name: "scale", type: "scale" },
    words("unit"),
    { name: "parent", type: "ref", kind: "issue" },
    words("category"),
  ],
  claim: [
    text("says", true),
    actor("by"),
    choice("act", CLAIM_ACTS, true),
    choice("polarity", ["yes", "no", "unknown"], true),
    { name: "issue", type: "ref", kind: "issue" },
    actor("about"),
    choice("modality", ["certain", "likely", "possible", "conditional", "unlikely"]),
    { name: "valid", type: "time" },
    { name: "attestations", type: "attestations" },
    { name: "gaps", type: "refs", kind: "gap" },
    { name: "statements", type: "refs", kind: "statement" },
    { name: "hedges", type: "lines" },
    { name: "settled", type: "asText" },
  ],
  position: [
    actor("of", true),
    { name: "issue", type: "ref", kind: "issue", required: true },
    { name: "wants", type: "wants" },
    { name: "rejects", type: "rejects" },
    choice("firmness", FIRMNESS, true),
    choice("standing", STANDINGS, true),
    { name: "salience", type: "judgement" },
    text("interest"),
    text("need"),
    actor("about"),
    actor("seenBy"),
    { name: "during", type: "time" },
    { name: "replaces", type: "ref", kind: "position" },
  ],
  precondition: [
    actor("holder", true),
    { name: "needs", type: "condition", required: true },
    { name: "for", type: "condition", required: true },
    choice("type", ["necessary", "sufficient", "sequence", "simultaneous"], true),
    choice("status", ["open", "met", "waived"], true),
    { name: "since", type: "day" },
    choice("firmness", FIRMNESS),
    choice("standing", STANDINGS, true),
    { name: "claims", type: "refs", kind: "claim" },
  ],
  package: [words("name", true), { name: "choices", type: "choices", required: true }],
  plan: [
    words("name", true),
    actors("author"),
    { name: "when", type: "time" },
    { name: "slots", type: "slots", required: true },
    actors("backers"),
    { name: "versionOf", type: "ref", kind: "plan" },
  ],
  valuation: [
    actor("party", true),
    { name: "noDeal", type: "judgement" },
    { name: "values", type: "worth", required: true },
    { name: "redLines", type: "redLines" },
    { name: "essential", type: "refs", kind: "issue" },
    { name: "fromPositions", type: "yes" },
    actor("seenBy"),
  ],
  link: [{ name: "forbid", type: "pair" }, { name: "require", type: "pair" }, text("why")],
  consent: [
    actors("all"),
    actors("consulted"),
    { name: "rules", type: "asText" },
    { name: "tables", type: "asText" },
  ],
  move: [
    actor("party", true),
    words("name", true),
    words("taken"),
    words("notTaken"),
    choice("change", ["both", "take-only", "drop-only"]),
    { name: "now", type: "yes" },
  ],
  infeasibility: [{ name: "pattern", type: "pattern", required: true }, text("why")],
  preference: [
    actor("party", true),
    { name: "statements", type: "lines" },
    { name: "ranking", type: "asText" },
    actor("seenBy"),
  ],
  view: [
    actor("actor", true),
    { name: "hiddenMoves", type: "refs", kind: "move" },
    { name: "preferences", type: "refs", kind: "preference" },
    { name: "filters", type: "asText" },
    choice("resistance", ["none", "some", "strong", "unknown"]),
  ],
  tie: [
    choice("type", ["trust", "pressure", "influence", "trade", "consent"], true),
    actor("from", true),
    actor("to", true),
    choice("strength", ["none", "weak", "medium", "strong", "unknown"]),
    choice("direction", ["rising", "steady", "falling", "unknown"]),
    text("instrument"),
    { name: "during", type: "time" },
  ],
  driver: [
    words("name", true),
    words("unit"),
    choice("stands", ["low", "medium", "high", "unknown"]),
    choice("trend", ["rising", "steady", "falling", "unknown"]),
    actors("pressesOn"),
    { name: "points", type: "asText" },
  ],
  event: [
    words("title", true),
    choice("type", EVENT_TYPES, true),
    choice(
      "occurrence",
      [
        "happened",
        "reported",
        "denied",
        "planned",
        "expected",
        "proposed",
        "cancelled",
        "no-show",
        "unknown",
      ],
      true,
    ),
    { name: "when", type: "time" },
    words("place"),
    { name: "participants", type: "asText" },
    { name: "partOf", type: "ref", kind: "event" },
    { name: "fulfils", type: "refs", kind: "event" },
    { name: "replyTo", type: "ref", kind: "event" },
    actor("saidBy"),
    { name: "agenda", type: "refs", kind: "issue" },
    choice("track", TRACKS),
    text("outcome"),
  ],
  instrument: [
    words("name", true),
    choice("rung", RUNGS, true),
    { name: "ceasefire", type: "yes" },
    choice("text", ["published", "seen", "none", "unknown"], true),
    actors("parties"),
    { name: "when", type: "time" },
    { name: "claims", type: "refs", kind: "claim" },
    { name: "clarity", type: "clarity" },
    { name: "attestations", type: "attestations" },
  ],
  commitment: [
    actor("by", true),
    actors("to"),
    text("text", true),
    choice(
      "strength",
      ["signals", "expects", "plans", "offers", "promises", "pledges jointly", "signs", "binding"],
      true,
    ),
    choice(
      "status",
      [
        "not yet due",
        "in progress",
        "stalled",
        "kept",
        "kept late",
        "partly",
        "broken",
        "superseded",
        "lapsed",
        "disputed",
        "unknowable",
      ],
      true,
    ),
    { name: "due", type: "time" },
    { name: "reviewOn", type: "day" },
    text("conditions"),
    choice("novelty", ["new", "restated"]),
    { name: "clarity", type: "clarity" },
    { name: "steps", type: "asText" },
  ],
  source: [
    words("title"),
    words("publisher"),
    words("byline"),
    { name: "published", type: "time" },
    words("host"),
    words("firstPublisher"),
    words("language"),
    choice("reliability", ["A", "B", "C", "D", "E", "F"]),
    choice("credibility", ["1", "2", "3", "4", "5", "6"]),
    words("stance"),
    { name: "series", type: "refs", kind: "series" },
    { name: "topics", type: "refs", kind: "topic" },
  ],
  series: [words("name", true)],
  topic: [words("name", true)],
} as const satisfies Partial<Record<Kind, readonly Field[]>>;

/** A kind that has a form. */
export type FormKind = keyof typeof FORMS;

/** Whether objects of a kind are made and changed by form. */
export function hasForm(kind: string): kind is FormKind {
  return Object.hasOwn(FORMS, kind);
}

/** Kinds that say something about the world, and so must rest on something. */
export const RESTS_ON_SOMETHING: ReadonlySet<string> = new Set([
  "position",
  "precondition",
  "valuation",
  "preference",
  "tie",
  "driver",
  "commitment",
  "event",
  "instrument",
  "claim",
]);
