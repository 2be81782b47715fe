import {
  type Case,
  type CaseEvent,
  type CommitmentState,
  commitmentState,
  type EventState,
  eventState,
  type Id,
  type Lag,
  lagOf,
  type Ref,
  refOf,
  reportedOn,
  type WorldTime,
} from "@parley/case";

/** The lanes of the time line, from top to bottom. */
export const LANES = ["events", "announced", "texts", "due"] as const;
export type Lane = (typeof LANES)[number];

/** Something with a place in world time. */
export interface TimeEntry {
  ref: Ref;
  lane: Lane;
  title: string;
  /** First and last day; absent where it is open or not known. */
  from?: string;
  to?: string;
  when?: WorldTime;
  reported?: string;
  lag: Lag;
  state?: EventState | CommitmentState;
  actors: Id[];
  track?: CaseEvent["track"];
}

/** Everything of a case that has, or should have, a place in world time, as of a day. In order of time, undated last. */
export function timeEntries(held: Case, day: string | undefined, titleOf: (ref: Ref) => string): TimeEntry[] {
  const entries: TimeEntry[] = [];
  const add = (
    object: {
      kind: "event" | "instrument" | "commitment";
      id: Id;
      basis?: { passages?: Id[] };
      reportedAt?: string;
    },
    lane: Lane,
    when: WorldTime | undefined,
    more: Pick<TimeEntry, "actors"> & Partial<TimeEntry>,
  ): void => {
    const ref = refOf(object.kind, object.id);
    const reported = reportedOn(held, object.basis?.passages ?? [], object.reportedAt);
    const [from, to] = [when?.earliest?.slice(0, 10), when?.latest?.slice(0, 10)];
    entries.push({
      ref,
      lane,
      title: titleOf(ref),
      ...(when === undefined ? {} : { when }),
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
      ...(reported === undefined ? {} : { reported }),
      lag: lagOf(when, reported),
      ...more,
    });
  };
  for (const event of held.inForce("event")) {
    const state = eventState(event, held, day);
    const announced = ["planned", "expected", "proposed"].includes(event.occurrence);
    add(event, announced ? "announced" : "events", event.when, {
      state,
      actors: [
        ...(event.participants ?? []).map((p) => p.actor),
        ...(event.saidBy === undefined ? [] : [event.saidBy]),
      ],
      ...(event.track === undefined ? {} : { track: event.track }),
    });
  }
  for (const text of held.inForce("instrument"))
    add(text, "texts", text.when, { actors: text.parties ?? [] });
  for (const commitment of held.inForce("commitment"))
    add(commitment, "due", commitment.due, {
      state: commitmentState(commitment, day),
      actors: [commitment.by, ...(commitment.to ?? [])],
    });
  const key = (e: TimeEntry): string => e.from ?? e.to ?? "~";
  return entries.sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}

/** What of the entries is shown: those of an actor, of a track, and within days. The undated pass. */
export function within(
  entries: readonly TimeEntry[],
  filter: {
    who?: Id | undefined;
    track?: string | undefined;
    from?: string | undefined;
    to?: string | undefined;
  },
): TimeEntry[] {
  return entries.filter(
    (e) =>
      (filter.who === undefined || e.actors.includes(filter.who)) &&
      (filter.track === undefined || e.track === filter.track) &&
      (filter.from === undefined || (e.to ?? e.from ?? "~") >= filter.from) &&
      (filter.to === undefined || (e.from ?? e.to ?? "") <= filter.to),
  );
}

/** A stretch of the drawing that an entry takes up, in pixels. */
export interface Extent {
  start: number;
  end: number;
}

/** The rows in which stretches stand without touching each other: each goes into the first row with room. */
export function packed(extents: readonly Extent[], gap: number): number[] {
  const ends: number[] = [];
  return extents.map(({ start, end }) => {
    let row = ends.findIndex((last) => last + gap <= start);
    if (row < 0) row = ends.length;
    ends[row] = end;
    return row;
  });
}
