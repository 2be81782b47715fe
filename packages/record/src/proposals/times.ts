import type { Range, WorldTime } from "@parley/case";
import { isDay, parseTime } from "@parley/case";
import { proposalReason } from "../messages.ts";
import type { Calendar } from "../rules/language-pack.ts";
import { addSpan, type SpanUnit } from "./add-span.ts";
import { baseOf, type DateProposal } from "./proposal.ts";
import type { Reading } from "./reading.ts";

/** A time as a text names it. */
interface FoundTime {
  start: number;
  end: number;
  interval: WorldTime | null;
  weekdayAgrees?: boolean;
  counted?: NonNullable<DateProposal["counted"]>;
  rule: string;
  reason: string;
  confidence: number;
}

/**
 * Every day and stretch of time that a document names. What is relative is computed from the date of publication and
 * from nothing else; without one it stays open (`interval: null`). The computer's clock is never asked.
 */
export function datesIn(reading: Reading): DateProposal[] {
  const { document, pack } = reading;
  const value = document.metadata.published?.value;
  const published = value !== undefined && isDay(value.slice(0, 10)) ? value.slice(0, 10) : undefined;
  const result: DateProposal[] = [];
  for (const block of document.blocks) {
    const [start] = block.range;
    for (const found of timesIn(document.text.slice(...block.range), pack?.calendar, pack?.code, published)) {
      const range: Range = [start + found.start, start + found.end];
      const sentence = reading.sentences.find((s) => s.range[0] <= range[0] && s.range[1] >= range[1]);
      const place = { range, sentence: sentence?.range ?? block.range };
      const proposal: DateProposal = {
        kind: "date",
        ...baseOf(
          document,
          block.number === undefined ? place : { ...place, paragraph: block.number },
          found.rule,
        ),
        interval: found.interval === null ? null : { ...found.interval, text: document.text.slice(...range) },
        reason: found.reason,
        confidence: found.confidence,
      };
      if (found.counted !== undefined) proposal.counted = found.counted;
      if (found.weekdayAgrees !== undefined) proposal.weekdayAgrees = found.weekdayAgrees;
      result.push(proposal);
    }
  }
  return result;
}

/** Times in a text, in order, none within another. */
export function timesIn(
  text: string,
  calendar: Calendar | undefined,
  language: string | undefined,
  published: string | undefined,
): FoundTime[] {
  const plain = text.replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660));
  const found: FoundTime[] = [...isoDays(plain)];
  if (calendar !== undefined) {
    found.push(...namedDays(plain, calendar, published), ...monthsAndSeasons(plain, calendar));
    if (language === "en") found.push(...englishPeriods(plain, calendar, published));
  }
  // The longest at a place says most: "15 August 2025" and not "August 2025".
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  const result: FoundTime[] = [];
  for (const one of found) {
    const last = result.at(-1);
    if (last !== undefined && one.start < last.end) {
      if (one.end - one.start > last.end - last.start) result[result.length - 1] = one;
      continue;
    }
    result.push(one);
  }
  return result;
}

const stated = (short: string): WorldTime | null => {
  const time = parseTime(short);
  return time === undefined ? null : { ...time, basis: "stated" };
};
const relative = (short: string): WorldTime | null => {
  const time = parseTime(short);
  return time === undefined ? null : { ...time, basis: "from publication date" };
};
const two = (n: number): string => String(n).padStart(2, "0");

function* isoDays(text: string): Generator<FoundTime> {
  for (const match of text.matchAll(/(?<![\d-])\d{4}-\d{2}-\d{2}(?![\d-])/g)) {
    if (!isDay(match[0])) continue;
    yield {
      start: match.index,
      end: match.index + match[0].length,
      interval: stated(match[0]),
      rule: "day-iso",
      reason: proposalReason.date,
      confidence: 0.95,
    };
  }
}

const any = (names: readonly (readonly string[])[]): string =>
  names
    .flat()
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replaceAll(" ", "[ \\u00a0]"))
    .join("|");
const indexIn = (names: readonly (readonly string[])[], word: string): number =>
  names.findIndex((row) => row.includes(word.toLowerCase().replace(/\u00a0/g, " ")));

const B = "(?<![\\p{L}\\p{M}\\p{N}])";
const E = "(?![\\p{L}\\p{M}\\p{N}])";
const S = "[ \\u00a0]+";

/** "Monday, 22 June 2026", "June 22, 2026", « le 3 juin », «12 марта 2025 года», "3 de junio de 2025". */
function* namedDays(text: string, calendar: Calendar, published: string | undefined): Generator<FoundTime> {
  const month = `(?<month>${any(calendar.months)})\\.?`;
  const weekday = `(?:(?<weekday>${any(calendar.weekdays)})(?:day)?\\.?[,،]?${S}(?:the |le |el )?)?`;
  const dayFirst = new RegExp(
    `${B}${weekday}(?<day>\\d{1,2})(?:st|nd|rd|th|er|º)?(?:${S}|\\.${S})(?:of${S}|de${S})?${month}(?:,?${S}(?:de${S}|del${S})?(?<year>\\d{4}))?${E}`,
    "giu",
  );
  const monthFirst = new RegExp(
    `${B}${weekday}${month}${S}(?<day>\\d{1,2})(?:st|nd|rd|th)?(?:,?${S}(?<year>\\d{4}))?${E}`,
    "giu",
  );
  for (const pattern of [dayFirst, monthFirst]) {
    for (const match of text.matchAll(pattern)) {
      const groups = match.groups as Record<string, string | undefined>;
      const m = indexIn(calendar.months, groups.month!) + 1;
      const d = Number(groups.day);
      const year = groups.year === undefined ? nearestYear(m, d, published) : Number(groups.year);
      const at = { start: match.index, end: match.index + match[0].length };
      if (m < 1 || d < 1 || d > 31) continue;
      if (year === undefined) {
        yield {
          ...at,
          interval: null,
          rule: "day-without-year",
          reason: proposalReason.notComputed,
          confidence: 0.5,
        };
        continue;
      }
      const day = `${String(year).padStart(4, "0")}-${two(m)}-${two(d)}`;
      // What the calendar does not have is no date.
      if (!isDay(day)) continue;
      const dated = groups.year !== undefined;
      const found: FoundTime = {
        ...at,
        interval: dated ? stated(day) : relative(day),
        rule: dated ? "day-named" : "day-without-year",
        reason: dated ? proposalReason.date : proposalReason.dateNoYear,
        confidence: dated ? 0.95 : 0.6,
      };
      if (groups.weekday !== undefined) {
        found.weekdayAgrees =
          new Date(`${day}T00:00:00Z`).getUTCDay() === indexIn(calendar.weekdays, groups.weekday);
        if (!found.weekdayAgrees) {
          found.reason = proposalReason.dateWeekdayWrong;
          found.confidence = 0.3;
        }
      }
      yield found;
    }
  }
}

/** The year in which a day of a month lies nearest to the day of publication. */
function nearestYear(month: number, day: number, published: string | undefined): number | undefined {
  if (published === undefined) return undefined;
  const at = Date.parse(`${published}T00:00:00Z`);
  const year = Number(published.slice(0, 4));
  const away = (y: number): number => Math.abs(Date.UTC(y, month - 1, day) - at);
  return [year, year - 1, year + 1].sort((a, b) => away(a) - away(b))[0];
}

/** "August 2025", "spring 2023", "spring of 2027". */
function* monthsAndSeasons(text: string, calendar: Calendar): Generator<FoundTime> {
  const of = `,?${S}(?:of${S}|de${S}|del${S})?(?<year>\\d{4})`;
  for (const match of text.matchAll(
    new RegExp(`${B}(?<month>${any(calendar.months)})\\.?${of}${E}`, "giu"),
  )) {
    const m = indexIn(calendar.months, match.groups!.month!) + 1;
    yield period(match, stated(`${match.groups!.year}-${two(m)}`), "month", proposalReason.period, 0.9);
  }
  for (const match of text.matchAll(new RegExp(`${B}(?<season>${any(calendar.seasons)})${of}${E}`, "giu"))) {
    const s = indexIn(calendar.seasons, match.groups!.season!);
    yield period(match, stated(`${match.groups!.year}-${21 + s}`), "season", proposalReason.season, 0.85);
  }
}

const period = (
  match: RegExpMatchArray,
  interval: WorldTime | null,
  rule: string,
  reason: string,
  confidence: number,
): FoundTime => ({
  start: match.index!,
  end: match.index! + match[0].length,
  interval,
  rule: `period-${rule}`,
  reason: interval === null ? proposalReason.notComputed : reason,
  confidence: interval === null ? 0.4 : confidence,
});

const ORDER = ["first", "second", "third", "fourth"] as const;

/** Quarters, halves, weeks of a month, beginnings and ends, and what is relative to the date of publication. */
function* englishPeriods(
  text: string,
  calendar: Calendar,
  published: string | undefined,
): Generator<FoundTime> {
  const year = published === undefined ? undefined : Number(published.slice(0, 4));
  const months = any(calendar.months.map(([long]) => [long!]));
  const find = (pattern: string): IterableIterator<RegExpExecArray> =>
    text.matchAll(new RegExp(`${B}${pattern}${E}`, "giu"));
  const yearOf = (given: string | undefined): { year: number | undefined; told: boolean } =>
    given === undefined ? { year, told: false } : { year: Number(given), told: true };
  const made = (told: boolean, short: string | undefined): WorldTime | null =>
    short === undefined ? null : told ? stated(short) : relative(short);
  const why = (told: boolean): string =>
    told || published === undefined ? proposalReason.period : proposalReason.fromPublished(published);

  for (const match of find(`(?<n>first|second|third|fourth)${S}quarter(?:${S}of${S}(?<year>\\d{4}))?`)) {
    const n = ORDER.indexOf(match.groups!.n!.toLowerCase() as "first");
    const { year: y, told } = yearOf(match.groups!.year);
    const short =
      y === undefined
        ? undefined
        : `${y}-${two(n * 3 + 1)}-01..${y}-${two(n * 3 + 3)}-${[31, 30, 30, 31][n]}`;
    // A quarter without a year that had not ended when it was written about is the year before's.
    const ended = told || short === undefined || short.slice(12) <= published!;
    const last = ended ? short : short?.replaceAll(String(y), String(y! - 1));
    yield period(match, made(told, last), "quarter", why(told), told ? 0.9 : 0.7);
  }
  for (const match of find(
    `(?<n>first|second)${S}half${S}of${S}(?:(?<month>${months})(?:${S}(?<year>\\d{4}))?|(?<only>\\d{4}))`,
  )) {
    const first = match.groups!.n!.toLowerCase() === "first";
    if (match.groups!.only !== undefined) {
      const y = match.groups!.only;
      yield period(
        match,
        stated(first ? `${y}-01-01..${y}-06-30` : `${y}-07-01..${y}-12-31`),
        "half",
        why(true),
        0.85,
      );
      continue;
    }
    const { m, y, told } = monthYear(match.groups!);
    yield period(
      match,
      made(told, spanOf(y, m, first ? [1, 15] : [16, 31])),
      "half",
      why(told),
      told ? 0.85 : 0.65,
    );
  }
  for (const match of find(
    `(?<n>first|second|third|last|final)${S}week${S}(?:of|in)${S}(?<month>${months})(?:,?${S}(?<year>\\d{4}))?`,
  )) {
    const n = ["first", "second", "third"].indexOf(match.groups!.n!.toLowerCase());
    const { m, y, told } = monthYear(match.groups!);
    const days: Range = n < 0 ? [lastDay(y, m) - 6, 31] : [n * 7 + 1, n * 7 + 7];
    const time = made(told, spanOf(y, m, days));
    yield period(
      match,
      time === null ? null : { ...time, precision: "week" },
      "week",
      why(told),
      told ? 0.85 : 0.7,
    );
  }
  for (const match of find(
    `(?<n>start|beginning|end|close|middle)${S}of${S}(?:(?<month>${months})(?:${S}(?<year>\\d{4}))?|(?<only>\\d{4}))`,
  )) {
    const word = match.groups!.n!.toLowerCase();
    const part = /start|beginning/.test(word) ? 0 : word === "middle" ? 1 : 2;
    if (match.groups!.only !== undefined) {
      const y = match.groups!.only;
      const short = [`${y}-01-01..${y}-03-31`, `${y}-05-01..${y}-08-31`, `${y}-10-01..${y}-12-31`][part]!;
      yield period(match, stated(short), "part", why(true), 0.6);
      continue;
    }
    const { m, y, told } = monthYear(match.groups!);
    const days = (
      [
        [1, 10],
        [11, 20],
        [21, 31],
      ] as const
    )[part]!;
    yield period(match, made(told, spanOf(y, m, [days[0], days[1]])), "part", why(told), 0.55);
  }
  for (const match of find(`between${S}(?<a>${months})${S}and${S}(?<b>${months})${S}(?<year>\\d{4})`)) {
    const [a, b] = [match.groups!.a!, match.groups!.b!].map((w) => indexIn(calendar.months, w) + 1);
    const y = match.groups!.year;
    yield period(match, stated(`${y}-${two(a!)}..${y}-${two(b!)}`), "range", why(true), 0.85);
  }
  for (const match of find(`(?:in|since|from|by|during|until)${S}(?<month>${months})(?!${S}\\d)`)) {
    // "in May" is a month, "may" is none; the month alone takes the nearest year.
    const word = match.groups!.month!;
    if (!/^\p{Lu}/u.test(word)) continue;
    const m = indexIn(calendar.months, word) + 1;
    const y = nearestYear(m, 15, published);
    const shift = match[0].length - word.length;
    const own = {
      ...period(
        match,
        made(false, y === undefined ? undefined : `${y}-${two(m)}`),
        "month-without-year",
        why(false),
        0.5,
      ),
    };
    yield { ...own, start: own.start + shift };
  }
  for (const match of find(
    `(?:in|since|until|by|during|of|agreed in)${S}(?<year>(?:19|20)\\d{2})(?!${S}(?:percent|people|troops))`,
  )) {
    const shift = match[0].length - 4;
    const own = period(match, stated(match.groups!.year!), "year", why(true), 0.8);
    yield { ...own, start: own.start + shift };
  }
  for (const match of find(
    "(?:today|yesterday|tomorrow|(?:last|next|this)[ \\u00a0](?:week|month|year|quarter)|\\d+[ \\u00a0]days[ \\u00a0]ago|an?[ \\u00a0](?:year|month|week)[ \\u00a0]ago)",
  )) {
    const short = published === undefined ? undefined : fromPublication(match[0].toLowerCase(), published);
    yield period(match, made(false, short), "relative", why(false), 0.5);
  }
  yield* spans(text, published);
  for (const match of find(`end${S}of${S}(?<which>the|this|next)${S}(?<unit>week|month|year)`)) {
    const { which, unit } = match.groups as { which: string; unit: string };
    const short =
      published === undefined
        ? undefined
        : fromPublication(
            `${which.toLowerCase() === "next" ? "next" : "this"} ${unit.toLowerCase()}`,
            published,
          );
    const whole = short === undefined ? undefined : parseTime(short);
    yield period(
      match,
      whole?.latest === undefined ? null : relative(whole.latest),
      "end-relative",
      why(false),
      0.45,
    );
  }
  const weekdays = any(calendar.weekdays.map(([long]) => [long!]));
  for (const match of find(`(?:on${S}|last${S}|next${S})(?<weekday>${weekdays})(?!,?${S}\\d)`)) {
    const word = match[0].toLowerCase();
    const short =
      published === undefined
        ? undefined
        : weekdayNear(word, indexIn(calendar.weekdays, match.groups!.weekday!), published);
    const own = period(match, made(false, short), "weekday", why(false), 0.45);
    yield word.startsWith("on") ? { ...own, start: own.start + 3 } : own;
  }

  function monthYear(groups: Record<string, string>): { m: number; y: number | undefined; told: boolean } {
    const m = indexIn(calendar.months, groups.month!) + 1;
    const told = groups.year !== undefined;
    return { m, y: told ? Number(groups.year) : nearestYear(m, 15, published), told };
  }
}

const COUNTED = "one two three four five six seven eight nine ten eleven twelve".split(" ");
/** What a text counts time from: an event it has told of. */
const BEGINNINGS =
  "summit|meeting|talks|round|conference|signing|signature|agreement|ceasefire|truce|announcement|ratification";

/** "within two weeks": from publication; "within two weeks of the summit": from that, where its day is known. */
function* spans(text: string, published: string | undefined): Generator<FoundTime> {
  const pattern = new RegExp(
    `${B}within${S}(?:the${S}(?:next|coming)${S})?(?<n>\\d{1,3}|an?|${COUNTED.join("|")})${S}(?<unit>day|week|month|year)s?(?<of>${S}(?:of|after|from|following)${S}(?:(?:the|this|that|its|their|his|her)${S})?(?:[\\p{L}-]+${S}){0,3}?(?<from>${BEGINNINGS}))?${E}`,
    "giu",
  );
  for (const match of text.matchAll(pattern)) {
    const groups = match.groups as Record<string, string | undefined>;
    const word = groups.n!.toLowerCase();
    const n = /^\d/.test(word) ? Number(word) : /^an?$/.test(word) ? 1 : COUNTED.indexOf(word) + 1;
    const unit = groups.unit!.toLowerCase() as SpanUnit;
    // "within a day of …" something that is no event here is not counted from publication.
    const other =
      groups.of === undefined &&
      /^\s+(?:of|after|from|following)(?!\p{L})/iu.test(text.slice(match.index + match[0].length));
    if (groups.from !== undefined || other || published === undefined) {
      const open = period(match, null, "span", proposalReason.notComputed, 0.4);
      yield groups.from === undefined
        ? open
        : { ...open, counted: { n, unit, from: groups.from.toLowerCase() } };
      continue;
    }
    const until = addSpan(published, n, unit);
    yield period(
      match,
      relative(`${published}..${until}`),
      "span",
      proposalReason.fromPublished(published),
      0.45,
    );
  }
}

const lastDay = (year: number | undefined, month: number): number =>
  new Date(Date.UTC(year ?? 2001, month, 0)).getUTCDate();

function spanOf(year: number | undefined, month: number, [from, to]: Range): string | undefined {
  if (year === undefined) return undefined;
  return `${year}-${two(month)}-${two(from)}..${year}-${two(month)}-${two(Math.min(to, lastDay(year, month)))}`;
}

const DAY = 86_400_000;
const iso = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** "yesterday", "last month" … as seen from the day of publication. "A year ago" says no day and is left open. */
function fromPublication(words: string, published: string): string | undefined {
  const at = Date.parse(`${published}T00:00:00Z`);
  const [year, month] = [Number(published.slice(0, 4)), Number(published.slice(5, 7))];
  if (words === "today") return published;
  if (words === "yesterday") return iso(at - DAY);
  if (words === "tomorrow") return iso(at + DAY);
  const ago = /^(\d+)/.exec(words);
  if (ago !== null) return Number(ago[1]) > 100_000 ? undefined : iso(at - Number(ago[1]) * DAY);
  const [which, unit] = words.split(/[ \u00a0]/);
  const by = which === "last" ? -1 : which === "next" ? 1 : which === "this" ? 0 : undefined;
  if (by === undefined) return undefined;
  if (unit === "year") return String(year + by);
  if (unit === "month") {
    const moved = new Date(Date.UTC(year, month - 1 + by, 1));
    return iso(moved.getTime()).slice(0, 7);
  }
  if (unit === "week") {
    const monday = at - ((new Date(at).getUTCDay() + 6) % 7) * DAY + by * 7 * DAY;
    return `${iso(monday)}..${iso(monday + 6 * DAY)}`;
  }
  return undefined;
}

/** A weekday by name: the last before publication, or, after "next", the first after it. */
function weekdayNear(words: string, weekday: number, published: string): string {
  const at = Date.parse(`${published}T00:00:00Z`);
  const today = new Date(at).getUTCDay();
  if (words.startsWith("next")) return iso(at + (((weekday - today + 6) % 7) + 1) * DAY);
  return iso(at - ((today - weekday + 7) % 7) * DAY);
}
