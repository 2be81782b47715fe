import type { CaseObject, WorldTime } from "@parley/case";
import { isDay } from "@parley/case";

/** A date written in a text: to the day, the month or the year, or a day without its year. */
export interface FoundDate {
  text: string;
  start: number;
  end: number;
  /** `2026-06-22`, `2026-06`, `2026` or `--06-22`. */
  date: string;
}

const MONTHS = "january february march april may june july august september october november december".split(
  " ",
);
const SHORT = MONTHS.map((m) => (m === "may" ? m : m === "september" ? "sept?\\.?" : `${m.slice(0, 3)}\\.?`));
const MONTH = `(?:${[...MONTHS, ...SHORT].join("|")})`;
const monthOf = (word: string): string =>
  String(MONTHS.findIndex((m) => m.startsWith(word.toLowerCase().replace(".", "").slice(0, 3))) + 1).padStart(
    2,
    "0",
  );

const DATE = new RegExp(
  [
    String.raw`(?<iso>\d{4}-\d{2}(?:-\d{2})?)(?!\d)`,
    String.raw`(?<day>\d{1,2})\s(?<month>${MONTH})(?:,?\s(?<year>\d{4}))?`,
    String.raw`(?<month2>${MONTH})\s(?<day2>\d{1,2})(?!\d)(?:,?\s(?<year2>\d{4}))?`,
    String.raw`(?<month3>${MONTH})\s(?<year3>\d{4})`,
    String.raw`(?<year4>(?:1[5-9]|2[01])\d{2})`,
  ]
    .map((alternative) => String.raw`(?<![\p{L}\p{N}.,])${alternative}(?![\p{L}\p{N}])`)
    .join("|"),
  "giu",
);

/** Dates written in figures (ISO 8601) or with the English names of months. */
export function datesIn(text: string): FoundDate[] {
  const found: FoundDate[] = [];
  for (const match of text.matchAll(DATE)) {
    const g = match.groups as Record<string, string | undefined>;
    const day = g.day ?? g.day2;
    const month = g.month ?? g.month2 ?? g.month3;
    const year = g.year ?? g.year2 ?? g.year3 ?? g.year4;
    const date =
      g.iso ??
      [
        year ?? "-",
        ...(month === undefined ? [] : [monthOf(month)]),
        ...(day === undefined ? [] : [day.padStart(2, "0")]),
      ].join("-");
    if (date.length === 10 && !isDay(date)) continue;
    found.push({ text: match[0], start: match.index, end: match.index + match[0].length, date });
  }
  return found;
}

/** Fields in which a time is about the file, not about the world. */
const RECORD_KEEPING = new Set([
  "review",
  "createdBy",
  "knownAt",
  "retractedAt",
  "text",
  "map",
  "ops",
  "furniture",
]);

/** The days, months and years that an object gives: each as far as its own precision goes. */
export function datesOf(object: CaseObject): Set<string> {
  const dates = new Set<string>();
  const add = (day: string): void => {
    dates
      .add(day.slice(0, 10))
      .add(day.slice(0, 7))
      .add(day.slice(0, 4))
      .add(`-${day.slice(4, 10)}`);
  };
  const interval = ({ earliest, latest }: WorldTime): void => {
    for (const bound of [earliest, latest]) {
      // Within an interval only what both bounds share is known; a bound itself may be named as such.
      if (bound === undefined) continue;
      dates.add(bound.slice(0, 10));
      if (earliest === undefined || latest === undefined) continue;
      for (const length of [7, 4]) {
        if (earliest.slice(0, length) === latest.slice(0, length)) dates.add(bound.slice(0, length));
      }
      if (earliest.slice(0, 10) === latest.slice(0, 10)) add(bound);
    }
  };
  const visit = (value: unknown): void => {
    if (typeof value === "string") {
      if (/^\d{4}-\d{2}-\d{2}(?:T|$)/.test(value) && isDay(value.slice(0, 10))) add(value);
    } else if (Array.isArray(value)) for (const item of value) visit(item);
    else if (typeof value === "object" && value !== null) {
      if ("precision" in value) interval(value as WorldTime);
      else
        for (const [key, item] of Object.entries(value)) {
          if (!RECORD_KEEPING.has(key)) visit(item);
        }
    }
  };
  visit(object);
  return dates;
}
