import type { Case, CaseObject, Judgement, Kind, Ref } from "@parley/case";
import { day, i18next, t } from "../words/index.ts";

/** A number as shown: at most two significant digits. */
function twoDigits(value: number): string {
  if (!Number.isFinite(value)) return t("unknown");
  return String(Number(value.toPrecision(2)));
}

/** A judgement in words: a range with its likeliest value if one was given. */
function rangeWords(j: Judgement): string {
  if (j.low === j.high) return twoDigits(j.low);
  const [low, high] = [twoDigits(j.low), twoDigits(j.high)];
  return j.mode === undefined
    ? t("range", { low, high })
    : t("rangeLikeliest", { low, high, mode: twoDigits(j.mode) });
}

function isJudgement(value: unknown): value is Judgement {
  return (
    typeof value === "object" &&
    value !== null &&
    typeof (value as Judgement).low === "number" &&
    typeof (value as Judgement).high === "number"
  );
}

/** The name of the actor, or that it is not known. */
export function actorName(held: Case, id: string | undefined): string {
  if (id === undefined) return t("actor.unknown");
  return held.get("actor", id)?.name ?? id;
}

/** Moves that cannot stand together, each as it stands there. */
function patternWords(held: Case, pattern: Readonly<Record<string, boolean>>): string {
  return Object.entries(pattern)
    .map(([id, taken]) => {
      const name = held.get("move", id)?.name ?? id;
      return taken ? name : t("title.notTaken", { move: name });
    })
    .join(" + ");
}

/** One line that names an object for people. */
export function titleOf(held: Case, ref: Ref): string {
  const object = held.at(ref);
  if (object === undefined) return ref.slice(ref.indexOf(":") + 1);
  switch (object.kind) {
    case "position":
      return t("title.position", {
        who: actorName(held, object.of),
        issue: held.nameOf(`issue:${object.issue}`),
      });
    case "precondition":
      return t("title.precondition", {
        who: actorName(held, object.holder),
        needs: object.needs,
        for: object.for,
      });
    case "valuation":
      return t("title.valuation", { who: actorName(held, object.party) });
    case "commitment":
      return t("title.commitment", { who: actorName(held, object.by), text: object.text });
    case "statement":
      return t("title.statement", {
        who:
          object.speaker === undefined
            ? (object.speakerText ?? t("actor.unknown"))
            : actorName(held, object.speaker),
        exact: held.get("passage", object.passage)?.exact ?? "",
      });
    case "text":
      return t("title.text", { source: held.nameOf(`source:${object.source}`) });
    case "gap":
      return t("title.gap", { type: t(`gap.${object.type}`) });
    case "preference":
      return t("title.preference", { who: actorName(held, object.party) });
    case "view":
      return t("title.view", { who: actorName(held, object.actor) });
    case "tie":
      return t("title.tie", { from: actorName(held, object.from), to: actorName(held, object.to) });
    case "comment":
      return t("title.comment", { who: object.by, text: object.text });
    case "source":
      return object.title ?? object.file ?? object.id;
    case "infeasibility":
      return object.why ?? patternWords(held, object.pattern);
    case "link":
      return object.why ?? t("title.link");
    case "consent":
      return t("title.consent");
    default:
      return held.nameOf(ref);
  }
}

/** The name of a field as people read it, in the words of its form where it has one. */
export function fieldName(kind: string, field: string): string {
  const plain = field.replace(/([a-z])([A-Z])/g, (_, x: string, y: string) => `${x} ${y.toLowerCase()}`);
  return i18next.t([`form.${kind}.${field}`, `field.${kind}.${field}`, `field.${field}`], {
    defaultValue: plain,
  });
}

/** Kinds by the fields that name objects of them. */
const NAMED: Readonly<Record<string, Kind>> = {
  by: "actor",
  of: "actor",
  about: "actor",
  holder: "actor",
  party: "actor",
  seenBy: "actor",
  actor: "actor",
  speaker: "actor",
  addressee: "actor",
  onBehalfOf: "actor",
  from: "actor",
  to: "actor",
  all: "actor",
  consulted: "actor",
  in: "actor",
  informed: "actor",
  excluded: "actor",
  members: "actor",
  spokespersonFor: "actor",
  backers: "actor",
  author: "actor",
  parties: "actor",
  pressesOn: "actor",
  issue: "issue",
  parent: "issue",
  essential: "issue",
  source: "source",
  derivedFrom: "source",
  nearDuplicateOf: "source",
  passage: "passage",
  passages: "passage",
  statements: "statement",
  claims: "claim",
  supports: "claim",
  opposes: "claim",
  driver: "driver",
  agenda: "issue",
  saidBy: "actor",
  gaps: "gap",
  hiddenMoves: "move",
  preferences: "preference",
  versionOf: "plan",
  partOf: "event",
  fulfils: "commitment",
  question: "question",
  series: "series",
  topics: "topic",
};

/** Fields whose values are words of a fixed list. */
const CHOSEN = new Set(
  "type track act polarity modality mode stance firmness standing status strength direction stands trend change occurrence rung novelty effect resistance reliability credibility clarity text level state newLevel".split(
    " ",
  ),
);

/** The word for a value out of a fixed list. */
export function choiceWord(value: string): string {
  return i18next.t(`choice.${value}`, { defaultValue: value });
}

/** What an option of an issue is called. */
function optionName(held: Case, issue: string | undefined, option: string): string {
  return (issue === undefined ? undefined : held.get("issue", issue)?.options?.[option]) ?? option;
}

/** A string in a field, by what the field holds. */
function stringWords(held: Case, field: string, value: string, issue: string | undefined): string {
  const kind = NAMED[field];
  if (kind !== undefined && held.get(kind, value) !== undefined) return titleOf(held, `${kind}:${value}`);
  if (field === "on" && held.at(value as Ref) !== undefined) return titleOf(held, value as Ref);
  if (issue !== undefined && ["wants", "rejects", "option", "choices"].includes(field))
    return optionName(held, issue, value);
  if (CHOSEN.has(field)) return choiceWord(value);
  return /^\d{4}-\d{2}-\d{2}(T|$)/.test(value) ? day(value) : value;
}

/** A field of an object as words; undefined for what is not there. `issue`: the issue whose options it names. */
export function fieldWords(held: Case, field: string, value: unknown, issue?: string): string | undefined {
  if (value === undefined || value === "") return undefined;
  if (value === null) return t("leftOpen");
  if (typeof value === "string") return stringWords(held, field, value, issue);
  if (typeof value === "number") return twoDigits(value);
  if (typeof value === "boolean") return value ? t("yes") : t("no");
  if (isJudgement(value)) {
    const by = value.basis?.assumption;
    const words = rangeWords(value);
    return by === undefined ? words : t("assumedRange", { range: words, by: by.by, on: day(by.on) });
  }
  if (Array.isArray(value)) {
    if (field === "scale" && value.length === 2) {
      return t("range", { low: twoDigits(value[0] as number), high: twoDigits(value[1] as number) });
    }
    if (field === "statements" && value.every((item) => held.get("statement", String(item)) === undefined))
      return value.map((item) => statementWords(held, String(item))).join("\n") || t("none");
    const parts = value.flatMap((item) => fieldWords(held, field, item, issue) ?? []);
    return parts.length === 0 ? t("none") : parts.join("; ");
  }
  const time = value as { precision?: string; text?: string; earliest?: string; latest?: string };
  if (time.precision !== undefined) return timeWords(time);
  return recordWords(held, field, value as Record<string, unknown>, issue);
}

/** A field that holds fields of its own: by issue, by option, by move, or by name. */
function recordWords(
  held: Case,
  field: string,
  value: Record<string, unknown>,
  within: string | undefined,
): string | undefined {
  // One choice: the issue and what is chosen on it.
  if (typeof value.issue === "string" && typeof value.option === "string") {
    return t("fieldIs", {
      field: held.nameOf(`issue:${value.issue}`),
      words: optionName(held, value.issue, value.option),
    });
  }
  const options = within === undefined ? undefined : held.get("issue", within)?.options;
  let byIssue = false;
  const parts = Object.entries(value).flatMap(([key, item]) => {
    if (key === "basis") return [];
    const issue = held.get("issue", key);
    byIssue ||= issue !== undefined;
    const words = fieldWords(held, issue === undefined ? key : "choices", item, issue?.id ?? within);
    if (words === undefined) return [];
    const move = field === "pattern" ? held.get("move", key)?.name : undefined;
    const name = issue?.name ?? move ?? options?.[key] ?? (field === "options" ? key : fieldName(field, key));
    return [t("fieldIs", { field: name, words })];
  });
  // An issue a line.
  return parts.length === 0 ? undefined : parts.join(byIssue ? "\n" : "; ");
}

/** A statement about moves, with their names in place of ids and words in place of signs. */
function statementWords(held: Case, statement: string): string {
  const signs: Readonly<Record<string, string>> = {
    "!": t("statement.not"),
    "-": t("statement.not"),
    "&": t("statement.and"),
    "|": t("statement.or"),
    if: t("statement.if"),
    iff: t("statement.iff"),
  };
  return [...statement.matchAll(/[&|!()]|(?<![\p{L}\p{N}])-|[\p{L}\p{N}_][\p{L}\p{N}_.-]*/gu)]
    .map(([token]) => held.get("move", token)?.name ?? signs[token] ?? token)
    .join(" ");
}

export function timeWords(time: { text?: string; earliest?: string; latest?: string }): string {
  if (time.text !== undefined) return time.text;
  if (time.earliest !== undefined && time.earliest === time.latest) return day(time.earliest);
  return t("timeRange", {
    from: time.earliest === undefined ? t("open") : day(time.earliest),
    to: time.latest === undefined ? t("open") : day(time.latest),
  });
}

const SHOWN_ELSEWHERE = new Set([
  "id",
  "kind",
  "basis",
  "review",
  "createdBy",
  "level",
  "attestations",
  "sections",
  "ops",
  "blocks",
  "map",
  "furniture",
  "metadataAt",
]);
/** Long or for machines: of no use to a reader of the object itself. */
const LONG: Readonly<Partial<Record<Kind, readonly string[]>>> = {
  text: ["text", "rawLength"],
  passage: ["prefix", "suffix", "start", "end", "anchor"],
  source: ["sha256"],
};
/** Fields whose absence says something: it is not known, which is not the same as none. */
const UNKNOWN_WHEN_ABSENT: Readonly<Partial<Record<Kind, readonly string[]>>> = {
  position: ["wants"],
  valuation: ["noDeal"],
  source: ["published"],
};

/** The fields of an object for reading: names in words, ids replaced by what they name, the unknown said to be so. */
export function fieldsOf(held: Case, object: CaseObject): { field: string; name: string; words: string }[] {
  const rows: { field: string; name: string; words: string }[] = [];
  const issue = "issue" in object && typeof object.issue === "string" ? object.issue : undefined;
  for (const [field, value] of Object.entries(object)) {
    if (SHOWN_ELSEWHERE.has(field) || LONG[object.kind]?.includes(field)) continue;
    const words = fieldWords(held, field, value, issue);
    if (words !== undefined) rows.push({ field, name: fieldName(object.kind, field), words });
  }
  for (const field of UNKNOWN_WHEN_ABSENT[object.kind] ?? []) {
    if (!(field in object)) rows.push({ field, name: fieldName(object.kind, field), words: t("unknown") });
  }
  return rows;
}
