import type { Range, WorldTime } from "@parley/case";
import { proposalReason } from "../messages.ts";
import { addSpan } from "./add-span.ts";
import type { CommitmentProposal, DateProposal, EventProposal, Proposal } from "./proposal.ts";

/** Most characters between words for a time and an announced event they may be the time of. */
const NEAR = 40;

/**
 * Count what is told from an event ("within two weeks of the summit") from that event's day, where the document tells of
 * one alone that took place and bears that name, and gives its day; then give promises and announced events the times
 * that stand in their words. Changes the proposals in place, before anybody else sees them. Never asks the clock.
 */
export function setDues(proposals: readonly Proposal[], dates: readonly DateProposal[]): void {
  const met = proposals.filter(
    (one): one is EventProposal => one.kind === "event" && one.occurrence === "happened",
  );
  for (const date of dates) {
    if (date.counted === undefined) continue;
    const { n, unit, from } = date.counted;
    const named = met.filter((event) => event.text.toLowerCase().includes(from));
    const dated = named.filter((event) => event.when?.precision === "day");
    const [day, ...others] = new Set(dated.map((event) => event.when!.earliest!));
    // One at another place may be meant as well, whatever its day.
    const places = new Set(named.flatMap((event) => event.place ?? []));
    if (day === undefined || others.length > 0 || places.size > 1) continue;
    date.interval = {
      earliest: day,
      latest: addSpan(day, n, unit),
      precision: "range",
      text: date.text,
      basis: "from an event",
    };
    date.reason = proposalReason.fromEvent(from, day);
    date.confidence = 0.5;
  }
  for (const one of proposals) {
    if (one.kind === "commitment") dueOf(one, dates);
    else if (one.kind === "event" && one.planned && one.when === undefined) {
      const near = dates.find(
        (d) =>
          d.interval !== null && d.counted !== undefined && within(d.range, one.sentence) && isNear(d, one),
      );
      if (near?.interval != null) one.when = near.interval;
    }
  }
}

function dueOf(promise: CommitmentProposal, dates: readonly DateProposal[]): void {
  const due = dates.find((d) => d.interval !== null && within(d.range, promise.range));
  if (due?.interval == null) return;
  const time: WorldTime = due.interval;
  promise.due = time;
  // How a day that the text does not give was come by is told with it.
  if (time.basis !== "stated") promise.reason = proposalReason.due(promise.reason, due.text, due.reason);
}

const within = ([a, b]: Range, [start, end]: Range): boolean => a >= start && b <= end;
const isNear = (a: DateProposal, b: EventProposal): boolean =>
  Math.max(a.range[0] - b.range[1], b.range[0] - a.range[1]) <= NEAR;
