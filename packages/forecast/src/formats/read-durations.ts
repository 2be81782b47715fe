import { classFilter, format as say } from "../messages.ts";
import type { Episode, ReferenceClass } from "../reference-classes.ts";
import { ForecastFormatError } from "./format-error.ts";
import { columnsOf, numberOf, rowsOf } from "./rows.ts";

/**
 * A reference class of one's own from a CSV: `days`, and where known `name`, `ended` (1; 0: still going on when last
 * seen), `start`, `kind`, `outcome`. Without `ended`, all have ended.
 *
 * @param name what the class is called
 * @throws ForecastFormatError with the line
 */
export function readDurations(text: string, name: string): ReferenceClass {
  const [header, ...rows] = rowsOf(text);
  if (header === undefined) throw new ForecastFormatError(say.empty());
  const at = columnsOf(header, ["days"], ["name", "ended", "start", "kind", "outcome"]);
  const observations = rows.map(({ line, cells }): Episode => {
    const days = numberOf(cells[at.days], "days", line);
    if (!(days > 0)) throw new ForecastFormatError(say.badDuration(cells[at.days] ?? ""), line);
    const ended = at.ended === undefined ? "1" : (cells[at.ended] ?? "").toLowerCase();
    const yes = ["1", "yes", "true"].includes(ended);
    if (!yes && !["0", "no", "false"].includes(ended))
      throw new ForecastFormatError(say.badEnded(ended), line);
    const episode: Episode = { days, ended: yes };
    for (const field of ["name", "start", "kind", "outcome"] as const) {
      const cell = at[field] === undefined ? "" : (cells[at[field]] ?? "");
      if (cell !== "") episode[field] = cell;
    }
    return episode;
  });
  return {
    name,
    title: classFilter.ownTitle(name),
    unit: "durations",
    citation: classFilter.ownCitation(),
    rule: classFilter.ownRule(observations.filter((o) => !o.ended).length),
    observations,
  };
}
