/** How exactly a time is known. */
export const PRECISIONS = ["instant", "day", "week", "month", "season", "year", "range", "open"] as const;
export type Precision = (typeof PRECISIONS)[number];

/**
 * A stretch of world time as far as it is known. "Spring 2023" stays an interval: nothing is rounded to a day.
 * Dates are `YYYY-MM-DD`, instants ISO 8601 with an offset.
 */
export interface WorldTime {
  /** First day on which it can have been; absent when the start is open. */
  earliest?: string;
  /** Last day on which it can have been; absent when the end is open. */
  latest?: string;
  precision: Precision;
  /** The words of the source. */
  text?: string;
  /** Whether the source says it, it follows from the date of publication or of an event told of, or an analyst judged it. */
  basis?: "stated" | "from publication date" | "from an event" | "analyst";
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MONTH = /^\d{4}-\d{2}$/;
const YEAR = /^\d{4}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;
/** Meteorological seasons of the northern half, as EDTF's codes 21 to 24 leave open; kept apart from months by EDTF. */
const SEASON = /^(\d{4})-(2[1-4])$/;
const SEASON_MONTHS = { "21": [3, 5], "22": [6, 8], "23": [9, 11], "24": [12, 2] } as const;

/** Whether `YYYY-MM-DD` names a day of the calendar. */
export function isDay(text: string): boolean {
  if (!DAY.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().slice(0, 10) === text;
}

function lastDayOfMonth(year: number, month: number): string {
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(last).padStart(2, "0")}`;
}

function single(text: string): WorldTime | undefined {
  if (INSTANT.test(text)) {
    return isDay(text.slice(0, 10)) ? { earliest: text, latest: text, precision: "instant" } : undefined;
  }
  if (isDay(text)) return { earliest: text, latest: text, precision: "day" };
  const season = SEASON.exec(text);
  if (season !== null) {
    const year = Number(season[1]);
    const [from, to] = SEASON_MONTHS[season[2] as keyof typeof SEASON_MONTHS];
    const earliest = `${season[1]}-${String(from).padStart(2, "0")}-01`;
    return { earliest, latest: lastDayOfMonth(to < from ? year + 1 : year, to), precision: "season" };
  }
  if (MONTH.test(text)) {
    const month = Number(text.slice(5));
    if (month < 1 || month > 12) return undefined;
    return {
      earliest: `${text}-01`,
      latest: lastDayOfMonth(Number(text.slice(0, 4)), month),
      precision: "month",
    };
  }
  if (YEAR.test(text)) return { earliest: `${text}-01-01`, latest: `${text}-12-31`, precision: "year" };
  return undefined;
}

/**
 * Read the short form of a time: `2025-08-15`, `2025-08`, `2025`, an EDTF season (`2023-21` is spring 2023),
 * an instant, `2026-06-01..2026-06-07`, or with an open end `2022-02-24..` and `..2022-02-24`. Undefined when it is none
 * of these or ends before it starts.
 */
export function parseTime(text: string): WorldTime | undefined {
  const dots = text.indexOf("..");
  if (dots < 0) return single(text.trim());
  const [start, end] = [text.slice(0, dots).trim(), text.slice(dots + 2).trim()];
  const from = start === "" ? undefined : single(start);
  const to = end === "" ? undefined : single(end);
  if ((start !== "" && from === undefined) || (end !== "" && to === undefined)) return undefined;
  if (from === undefined && to === undefined) return undefined;
  const time: WorldTime = { precision: from === undefined || to === undefined ? "open" : "range" };
  if (from?.earliest !== undefined) time.earliest = from.earliest;
  if (to?.latest !== undefined) time.latest = to.latest;
  if (time.earliest !== undefined && time.latest !== undefined && time.latest < time.earliest)
    return undefined;
  return time;
}

/** The short form of a time; undefined when it holds words or a basis, which only the long form keeps. */
export function formatTime(time: WorldTime): string | undefined {
  if (time.text !== undefined || time.basis !== undefined) return undefined;
  const short = edtfCore(time);
  const again = short === undefined ? undefined : parseTime(short);
  const same =
    again !== undefined &&
    again.earliest === time.earliest &&
    again.latest === time.latest &&
    again.precision === time.precision;
  return same ? short : undefined;
}

function edtfCore({ earliest, latest, precision }: WorldTime): string | undefined {
  switch (precision) {
    case "instant":
    case "day":
      return earliest;
    case "month":
      return earliest?.slice(0, 7);
    case "year":
      return earliest?.slice(0, 4);
    case "season": {
      const code = Object.entries(SEASON_MONTHS).find(
        ([, [from]]) => from === Number(earliest?.slice(5, 7)),
      )?.[0];
      return earliest === undefined || code === undefined ? undefined : `${earliest.slice(0, 4)}-${code}`;
    }
    default:
      return `${earliest ?? ""}..${latest ?? ""}`;
  }
}

/** The time as EDTF (ISO 8601-2): `2023-21`, `2026-06-01/2026-06-07`, `2022-02-24/..`. */
export function toEdtf(time: WorldTime): string {
  const core = edtfCore(time);
  if (core !== undefined && !core.includes("..")) return core;
  return `${time.earliest ?? ".."}/${time.latest ?? ".."}`;
}

/** Whole days from one day to another, both `YYYY-MM-DD` or instants; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  const day = (text: string): number => Date.parse(`${text.slice(0, 10)}T00:00:00Z`) / 86_400_000;
  return day(to) - day(from);
}
