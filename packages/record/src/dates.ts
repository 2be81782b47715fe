const MONTHS: readonly string[] =
  "january february march april may june july august september october november december".split(" ");
const WEEKDAYS: readonly string[] = "sunday monday tuesday wednesday thursday friday saturday".split(" ");

const MONTH =
  "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
const WEEKDAY = "(?:(sun|mon|tue|tues|wed|wednes|thu|thurs|fri|sat|satur)(?:day)?\\.?,?[ \\u00a0]+)?";
const DAY_FIRST = new RegExp(
  `\\b${WEEKDAY}(\\d{1,2})(?:st|nd|rd|th)?[ \\u00a0]+${MONTH},?[ \\u00a0]+(\\d{4})\\b`,
  "i",
);
const MONTH_FIRST = new RegExp(
  `\\b${WEEKDAY}${MONTH}[ \\u00a0]+(\\d{1,2})(?:st|nd|rd|th)?,?[ \\u00a0]+(\\d{4})\\b`,
  "i",
);
const ISO = /\b(\d{4})-(\d{2})-(\d{2})(?:T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})?)?/;

/** A day named in full. */
export interface NamedDay {
  /** `YYYY-MM-DD`. */
  day: string;
  start: number;
  end: number;
  /** Whether a weekday named beside it is the day's own; absent: none is named. */
  weekdayAgrees?: boolean;
}

/**
 * The first day that a text names in full: day, month and year, in ISO 8601 or in English. Days that the calendar
 * does not have, and numbers whose order is open (3/4/2026), are not read.
 */
export function namedDay(text: string): NamedDay | undefined {
  const found: NamedDay[] = [];
  const iso = ISO.exec(text);
  if (iso !== null) add(found, iso, Number(iso[1]), Number(iso[2]), Number(iso[3]), undefined);
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst !== null) {
    add(found, dayFirst, Number(dayFirst[4]), monthOf(dayFirst[3]!), Number(dayFirst[2]), dayFirst[1]);
  }
  const monthFirst = MONTH_FIRST.exec(text);
  if (monthFirst !== null) {
    add(
      found,
      monthFirst,
      Number(monthFirst[4]),
      monthOf(monthFirst[2]!),
      Number(monthFirst[3]),
      monthFirst[1],
    );
  }
  return found.sort((a, b) => a.start - b.start)[0];
}

const monthOf = (word: string): number =>
  MONTHS.findIndex((m) => m.startsWith(word.toLowerCase().slice(0, 3))) + 1;

function add(
  found: NamedDay[],
  match: RegExpExecArray,
  year: number,
  month: number,
  dayOfMonth: number,
  weekday: string | undefined,
): void {
  const date = new Date(Date.UTC(year, month - 1, dayOfMonth));
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== dayOfMonth)
    return;
  const named: NamedDay = {
    day: date.toISOString().slice(0, 10),
    start: match.index,
    end: match.index + match[0].length,
  };
  if (weekday !== undefined) {
    named.weekdayAgrees = WEEKDAYS[date.getUTCDay()]!.startsWith(weekday.toLowerCase().slice(0, 3));
  }
  found.push(named);
}
