/** Units in which a text counts time. */
export type SpanUnit = "day" | "week" | "month" | "year";

/** The day so many days, weeks, months or years after a day; a month too short for the day ends on its last. */
export function addSpan(day: string, n: number, unit: SpanUnit): string {
  const [y, m, d] = day.slice(0, 10).split("-").map(Number) as [number, number, number];
  if (unit === "day" || unit === "week")
    return new Date(Date.UTC(y, m - 1, d + n * (unit === "week" ? 7 : 1))).toISOString().slice(0, 10);
  const month = m - 1 + n * (unit === "year" ? 12 : 1);
  const last = new Date(Date.UTC(y, month + 1, 0)).getUTCDate();
  return new Date(Date.UTC(y, month, Math.min(d, last))).toISOString().slice(0, 10);
}
