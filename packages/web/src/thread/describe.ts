import type { Case, CaseObject, Judgement, Ref } from "@parley/case";
import { day, t } from "../words/index.ts";

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
    case "source":
      return object.title ?? object.file ?? object.id;
    default:
      return held.nameOf(ref);
  }
}

/** A field of an object as words; undefined for what has a place of its own on the screen. */
function fieldWords(held: Case, value: unknown): string | undefined {
  if (value === undefined || value === null || value === "") return undefined;
  if (typeof value === "string") {
    return /^\d{4}-\d{2}-\d{2}(T|$)/.test(value) ? day(value) : value;
  }
  if (typeof value === "number") return twoDigits(value);
  if (typeof value === "boolean") return value ? t("yes") : t("no");
  if (isJudgement(value)) {
    const by = value.basis?.assumption;
    const words = rangeWords(value);
    return by === undefined ? words : t("assumedRange", { range: words, by: by.by, on: day(by.on) });
  }
  if (Array.isArray(value)) {
    const parts = value.flatMap((item) => fieldWords(held, item) ?? []);
    return parts.length === 0 ? undefined : parts.join("; ");
  }
  const time = value as { precision?: string; text?: string; earliest?: string; latest?: string };
  if (time.precision !== undefined) return timeWords(time);
  const parts = Object.entries(value as object).flatMap(([key, item]) => {
    const words = fieldWords(held, item);
    return words === undefined ? [] : [`${key}: ${words}`];
  });
  return parts.length === 0 ? undefined : parts.join(", ");
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
  "sections",
  "ops",
  "blocks",
]);
const LONG = new Set(["text", "map", "furniture", "sha256", "rawLength", "metadataAt", "prefix", "suffix"]);

/** The fields of an object for reading, ids of actors and issues replaced by their names. */
export function fieldsOf(held: Case, object: CaseObject): { field: string; words: string }[] {
  const rows: { field: string; words: string }[] = [];
  for (const [field, value] of Object.entries(object)) {
    if (SHOWN_ELSEWHERE.has(field) || (object.kind === "text" && LONG.has(field))) continue;
    const words = fieldWords(held, named(held, field, value));
    if (words !== undefined) rows.push({ field, words });
  }
  return rows;
}

const ACTOR_FIELDS = new Set([
  "by",
  "of",
  "about",
  "holder",
  "party",
  "seenBy",
  "actor",
  "speaker",
  "from",
  "to",
  "all",
]);

function named(held: Case, field: string, value: unknown): unknown {
  if (typeof value === "string") {
    if (ACTOR_FIELDS.has(field)) return held.get("actor", value)?.name ?? value;
    if (field === "issue") return held.get("issue", value)?.name ?? value;
    if (field === "source") return titleOf(held, `source:${value}`);
    return value;
  }
  if (Array.isArray(value)) return value.map((item) => named(held, field, item));
  if (typeof value === "object" && value !== null && !isJudgement(value)) {
    return Object.fromEntries(
      Object.entries(value)
        .filter(([key]) => key !== "basis")
        .map(([key, item]) => [held.get("issue", key)?.name ?? key, named(held, key, item)]),
    );
  }
  return value;
}
