import { baseRate, HORIZONS } from "@parley/forecast";
import { type Outcome, percent, table } from "../output.ts";

interface Options {
  elapsed: number;
  class: string;
  within?: number[];
}

/** `parley base-rate`: how wars that had lasted as long went on. */
export async function run(options: Options): Promise<Outcome> {
  const rate = baseRate(options.class, options.elapsed, options.within ?? HORIZONS);
  const rows = rate.within.map(({ days, ended, share, interval }) => [
    String(days),
    `${ended} of ${rate.atRisk}`,
    percent(share),
    interval === null ? "unknown" : `${percent(interval[0])} to ${percent(interval[1])}`,
  ]);
  const head = ["within days", "ended", "share", `${percent(rate.level)} interval`];
  const text = [
    `${rate.title}, after ${rate.elapsedDays} days`,
    rate.words,
    "",
    table(head, rows),
    "",
    rate.citation,
  ];
  return { json: rate, text: text.join("\n") };
}
