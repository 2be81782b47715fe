import type { TextVersion } from "@parley/case";
import { namedDay } from "../dates.ts";
import * as say from "../messages.ts";
import { type Finding, finding } from "./finding.ts";

/** Days named with a weekday that is not theirs. */
export function wrongWeekdays(texts: readonly Pick<TextVersion, "source" | "text">[]): Finding[] {
  const found: Finding[] = [];
  for (const { source, text } of texts) {
    let at = 0;
    for (;;) {
      // A window keeps a long text from being searched anew for each of its days.
      const window = text.slice(at, at + 20_000);
      const day = namedDay(window);
      if (day === undefined) {
        if (at + 20_000 >= text.length) break;
        at += 19_900;
        continue;
      }
      if (day.weekdayAgrees === false) {
        const range: [number, number] = [at + day.start, at + day.end];
        const words = text.slice(...range);
        found.push(finding("weekday", [{ source, range, text: words }], say.wrongWeekday(words, day.day)));
      }
      at += day.end;
    }
  }
  return found;
}
