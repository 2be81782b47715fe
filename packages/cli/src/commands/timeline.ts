import { eventState, foreseen, lagOf, refOf, reportedOn, type WorldTime } from "@parley/case";
import { type CaseOptions, load } from "../input.ts";
import * as say from "../messages.ts";
import { type Outcome, table } from "../output.ts";

interface Options extends CaseOptions {
  /** The day as of which it is told; else the case's own. */
  asOf?: string;
}

const words = (when: WorldTime | undefined): string =>
  when === undefined
    ? "no date"
    : (when.text ??
      (when.earliest === when.latest
        ? (when.earliest ?? "no date")
        : `${when.earliest ?? ""}..${when.latest ?? ""}`));

/** `parley timeline`: events and texts in world time, how late they were reported, and what became of what was announced. */
export async function run(path: string, options: Options): Promise<Outcome> {
  const loaded = await load(path, options);
  loaded.close();
  const { held } = loaded;
  const asOf = options.asOf ?? held.info?.asOf;
  const entries = [...held.inForce("event"), ...held.inForce("instrument")]
    .map((object) => {
      const reported = reportedOn(held, object.basis?.passages ?? [], object.reportedAt);
      return {
        ref: refOf(object.kind, object.id),
        title: held.nameOf(refOf(object.kind, object.id)),
        when: object.when,
        state: object.kind === "event" ? eventState(object, held, asOf) : object.rung,
        reported,
        lag: lagOf(object.when, reported),
      };
    })
    .sort((a, b) => ((a.when?.earliest ?? "~") < (b.when?.earliest ?? "~") ? -1 : 1));
  const { expectations, foresight } = foreseen(held, asOf);
  const rows = entries.map((e) => [words(e.when), e.title, e.state, e.lag]);
  return {
    json: {
      asOf,
      entries,
      foreseen: expectations.map(({ of: _, ...one }) => one),
      foresight,
    },
    text:
      rows.length === 0 ? say.noTimeline() : table(["when", "what", "what became of it", "reported"], rows),
  };
}
