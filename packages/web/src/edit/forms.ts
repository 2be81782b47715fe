import type { Kind } from "@parley/case";
import {
  ASKS,
  CLAIM_ACTS,
  DRIVER_EFFECTS,
  EASE,
  EVENT_TYPES,
  FIRMNESS,
  PLAN_STANCES,
  RUNGS,
  STAKES,
  STANDINGS,
  TRACKS,
} from "@parley/case";

/** How one field of an object is entered. */
export type FieldType =
  | { type: "words" | "text" | "lines" | "yes" | "day" | "time" | "judgement" | "options" | "scale" }
  /** A name of a condition; those in use are offered, since preconditions meet where the names are the same. */
  | { type: "condition" }
  | { type: "choice"; of: readonly string[] }
  | { type: "ref" | "refs"; kind: Kind }
  /** Options of the issue that the object names in its field `issue`. */
  | { type: "wants" | "rejects" }
  /** Options of the issue that is open itself. */
  | { type: "ownOptions" }
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
  /** An order of states, most preferred first. */
  | { type: "ranking" }
  /** A whole number. */
  | { type: "count" }
  /** What an entry rests on, where entries rest on something each for itself. */
  | { type: "basis" }
  /** Entries with fields of their own: many, or one at most. */
  | { type: "records" | "record"; of: readonly Field[] };

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

const time = (name: string, required = false): Field => ({ name, type: "time", required });
const judgement = (name: string): Field => ({ name, type: "judgement" });
const BASIS: Field = { name: "basis", type: "basis" };
const VOTING: readonly Field[] = [
  { name: "atLeast", type: "count", required: true },
  { name: "of", type: "refs", kind: "actor", required: true },
];

/** What a plan lays down within an issue. */
export const PLAN_TERM: readonly Field[] = [
  words("name", true),
  judgement("value"),
  words("unit"),
  time("when"),
  actor("actor"),
  { name: "condition", type: "condition" },
  text("text"),
  { name: "gaps", type: "refs", kind: "gap" },
];

/** Kinds that are made and changed by form, each with its fields in the order in which they are asked. */
export const FORMS = {
  actor: [
    words("name", true),
    choice("type", ["person", "state", "body", "bloc", "group", "anonymous"], true),
    { name: "party", type: "yes" },
    { name: "aliases", type: "lines" },
    actors("members"),
    actors("spokespersonFor"),
    { name: "offices", type: "records", of: [words("title", true), actor("of"), time("during")] },
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
    {
      name: "disposesOf",
      type: "records",
      of: [actor("of", true), choice("what", STAKES, true), { name: "options", type: "ownOptions" }, BASIS],
    },
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
    { name: "supports", type: "refs", kind: "claim" },
    { name: "opposes", type: "refs", kind: "claim" },
    {
      name: "settled",
      type: "record",
      of: [
        choice("as", ["holds", "does not hold"], true),
        words("by", true),
        { name: "on", type: "day", required: true },
        text("why", true),
      ],
    },
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
    judgement("opensPerYear"),
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
    {
      name: "stances",
      type: "records",
      of: [actor("actor", true), choice("stance", PLAN_STANCES, true), time("when"), text("why"), BASIS],
    },
    { name: "expires", type: "day" },
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
    { name: "rules", type: "records", of: VOTING },
    {
      name: "tables",
      type: "records",
      of: [
        words("name", true),
        actors("in"),
        actors("consulted"),
        actors("informed"),
        actors("excluded"),
        { name: "nothingUntilAll", type: "yes" },
        { name: "agenda", type: "refs", kind: "issue" },
        {
          name: "closed",
          type: "records",
          of: [
            { name: "issue", type: "ref", kind: "issue", required: true },
            { name: "option", type: "wants" },
            { name: "on", type: "day" },
            BASIS,
          ],
        },
        judgement("opensPerYear"),
      ],
    },
  ],
  coalition: [
    words("name", true),
    text("goal"),
    { name: "plan", type: "ref", kind: "plan" },
    actors("members"),
    {
      name: "candidates",
      type: "records",
      required: true,
      of: [
        actor("actor", true),
        choice("ease", EASE),
        judgement("readiness"),
        actors("needs"),
        {
          name: "asks",
          type: "records",
          of: [
            words("what", true),
            choice("type", ASKS, true),
            { name: "issue", type: "ref", kind: "issue" },
            choice("status", ["open", "granted", "refused"]),
            judgement("worth"),
            actors("against"),
            judgement("cost"),
            BASIS,
          ],
        },
        { name: "drawnBy", type: "records", of: [actor("actor", true), judgement("worth")] },
        text("brings"),
        BASIS,
      ],
    },
    actors("all"),
    { name: "rules", type: "records", of: VOTING },
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
    { name: "ranking", type: "ranking" },
    actor("seenBy"),
  ],
  view: [
    actor("actor", true),
    { name: "hiddenMoves", type: "refs", kind: "move" },
    { name: "preferences", type: "refs", kind: "preference" },
    {
      name: "filters",
      type: "records",
      of: [
        actor("from", true),
        actor("to", true),
        choice("effect", ["attenuates", "biases", "delays", "blocks"], true),
        text("about"),
        { name: "drivers", type: "refs", kind: "driver" },
        judgement("amount"),
      ],
    },
    choice("resistance", ["none", "some", "strong", "unknown"]),
    judgement("takesUp"),
    judgement("threshold"),
  ],
  tie: [
    choice("type", ["trust", "pressure", "influence", "trade", "consent", "channel"], true),
    actor("from", true),
    actor("to", true),
    choice("strength", ["none", "weak", "medium", "strong", "unknown"]),
    choice("direction", ["rising", "steady", "falling", "unknown"]),
    text("instrument"),
    choice("open", ["open", "closed", "unknown"]),
    { name: "during", type: "time" },
  ],
  driver: [
    words("name", true),
    words("unit"),
    choice("stands", ["low", "medium", "high", "unknown"]),
    choice("trend", ["rising", "steady", "falling", "unknown"]),
    actors("pressesOn"),
    actor("saidBy"),
    {
      name: "points",
      type: "records",
      of: [time("when", true), { name: "value", type: "judgement" }],
    },
    judgement("perMonth"),
    {
      name: "effects",
      type: "records",
      of: [actor("party", true), { name: "perUnit", type: "judgement", required: true }],
    },
    {
      name: "shocks",
      type: "records",
      of: [
        words("name", true),
        { name: "perYear", type: "judgement", required: true },
        { name: "size", type: "judgement", required: true },
      ],
    },
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
    { name: "participants", type: "records", of: [actor("actor", true), words("level"), words("role")] },
    { name: "partOf", type: "ref", kind: "event" },
    { name: "claims", type: "refs", kind: "claim" },
    { name: "fulfils", type: "refs", kind: "event" },
    { name: "replyTo", type: "ref", kind: "event" },
    { name: "timedTo", type: "refs", kind: "event" },
    actor("saidBy"),
    { name: "agenda", type: "refs", kind: "issue" },
    choice("track", TRACKS),
    text("outcome"),
    {
      name: "effects",
      type: "records",
      of: [
        { name: "driver", type: "ref", kind: "driver", required: true },
        choice("effect", DRIVER_EFFECTS, true),
        BASIS,
      ],
    },
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
    { name: "steps", type: "records", of: [words("what", true), time("on"), BASIS] },
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
