import type { Case } from "./case.ts";
import type { Id } from "./id.ts";
import type { CaseEvent } from "./objects/process.ts";

/** A message and the answers to it, each with the answers to that. */
export interface Exchange {
  event: CaseEvent;
  replies: Exchange[];
}

/** Messages that were answered, with what answers them, in the order of the case. A circle of replies has no beginning and is left out. */
export function exchanges(held: Case): Exchange[] {
  const events = held.inForce("event");
  const byId = new Map(events.map((event) => [event.id, event]));
  const replies = new Map<Id, CaseEvent[]>();
  for (const event of events) {
    if (event.replyTo === undefined || !byId.has(event.replyTo)) continue;
    const known = replies.get(event.replyTo);
    if (known === undefined) replies.set(event.replyTo, [event]);
    else known.push(event);
  }
  const grown = (event: CaseEvent): Exchange => ({
    event,
    replies: (replies.get(event.id) ?? []).map(grown),
  });
  return events
    .filter((e) => replies.has(e.id) && (e.replyTo === undefined || !byId.has(e.replyTo)))
    .map(grown);
}

/** Two events that go together in time: one said to be timed to the other, or both on one and the same day. */
export interface Coincidence {
  event: CaseEvent;
  other: CaseEvent;
  /** `timed`: somebody says so; `same day`: the days alone say so, which is no finding that one was meant for the other. */
  how: "timed" | "same day";
  day?: string;
}

/** PLOVER's types by which somebody is hurt or threatened. */
const COERCIVE: ReadonlySet<CaseEvent["type"]> = new Set([
  "threaten",
  "sanction",
  "mobilize",
  "coerce",
  "assault",
]);

/** Events timed to others, and coercive events on the very day of one that is not. Only what is known to a day is compared. */
export function coincidences(held: Case): Coincidence[] {
  const events = held.inForce("event");
  const found: Coincidence[] = [];
  for (const event of events)
    for (const id of event.timedTo ?? []) {
      const other = events.find((one) => one.id === id);
      const day = dayOf(event);
      if (other !== undefined)
        found.push({ event, other, how: "timed", ...(day === undefined ? {} : { day }) });
    }
  const calm = new Map<string, CaseEvent[]>();
  for (const event of events) {
    const day = dayOf(event);
    if (day === undefined || COERCIVE.has(event.type) || !ON_ITS_DAY.has(event.occurrence)) continue;
    const known = calm.get(day);
    if (known === undefined) calm.set(day, [event]);
    else known.push(event);
  }
  for (const event of events) {
    const day = dayOf(event);
    if (day === undefined || !COERCIVE.has(event.type) || !ON_ITS_DAY.has(event.occurrence)) continue;
    for (const other of calm.get(day) ?? [])
      if (event.timedTo?.includes(other.id) !== true) found.push({ event, other, how: "same day", day });
  }
  return found;
}

const ON_ITS_DAY: ReadonlySet<CaseEvent["occurrence"]> = new Set(["happened", "reported"]);

/** The one day of an event, where it is known to a day. */
function dayOf({ when }: CaseEvent): string | undefined {
  const [from, to] = [when?.earliest?.slice(0, 10), when?.latest?.slice(0, 10)];
  return from !== undefined && from === to ? from : undefined;
}
