import { type Case, type CaseEvent, DEFAULT_LEVEL, type Id, LEVELS, type Level } from "@parley/case";
import type { ChangeRequest } from "@parley/server/api";

type Edits = ChangeRequest["edits"];

const union = (a: readonly Id[] = [], b: readonly Id[] = []): Id[] => [...new Set([...a, ...b])];
const some = <K extends string>(key: K, ids: readonly Id[]): { [key in K]?: Id[] } =>
  (ids.length === 0 ? {} : { [key]: [...ids] }) as { [key in K]?: Id[] };

const rank = (one: CaseEvent): number => LEVELS.indexOf(one.level ?? DEFAULT_LEVEL);
/** Its fields that hold something. */
const known = (one: CaseEvent): Partial<CaseEvent> =>
  Object.fromEntries(Object.entries(one).filter(([, value]) => value !== undefined));

/** Which of two stays: one that is in force before one that waits, then one that has a day, then the first. */
export function keptOf(a: CaseEvent, b: CaseEvent): [kept: CaseEvent, other: CaseEvent] {
  const worth = (one: CaseEvent): number =>
    (one.review?.state === "proposed" ? 0 : 2) + (one.when === undefined ? 0 : 1);
  return worth(b) > worth(a) ? [b, a] : [a, b];
}

/**
 * Make two events one: it stands on the words of both, with everybody and everything that either tells; what the other says
 * otherwise (its name, its place) is kept as a note. The other is superseded, and what pointed to it points to the one. One
 * change, so that it is undone as one.
 */
export function makingOne(held: Case, a: CaseEvent, b: CaseEvent, at: string, alsoTold: string): Edits {
  const [kept, other] = keptOf(a, b);
  const participants = [...(kept.participants ?? [])];
  for (const one of other.participants ?? [])
    if (!participants.some((known) => known.actor === one.actor)) participants.push(one);
  const effects = [...(kept.effects ?? [])];
  for (const one of other.effects ?? [])
    if (!effects.some((known) => known.driver === one.driver && known.effect === one.effect))
      effects.push(one);
  const note = [kept.note, alsoTold, other.note].filter((words) => words !== undefined).join("\n");
  const not = (ids: readonly Id[]): Id[] => ids.filter((id) => id !== kept.id && id !== other.id);
  const basis = {
    ...kept.basis,
    ...some("passages", union(kept.basis?.passages, other.basis?.passages)),
    ...some("claims", union(kept.basis?.claims, other.basis?.claims)),
  };
  const { fulfils: _f, timedTo: _t, partOf: _p, replyTo: _r, ...rest } = kept;
  // As closed as the more closed of the two: its words are in it.
  const level = LEVELS[Math.max(rank(kept), rank(other))] as Level;
  const { when, place, outcome, saidBy, track, partOf, replyTo } = { ...known(other), ...known(kept) };
  const one: CaseEvent = {
    ...rest,
    ...(level === (kept.level ?? DEFAULT_LEVEL) ? {} : { level }),
    ...(when === undefined ? {} : { when }),
    ...(place === undefined ? {} : { place }),
    ...(outcome === undefined ? {} : { outcome }),
    ...(saidBy === undefined ? {} : { saidBy }),
    ...(track === undefined ? {} : { track }),
    ...(partOf === undefined || partOf === other.id || partOf === kept.id ? {} : { partOf }),
    ...(replyTo === undefined || replyTo === other.id || replyTo === kept.id ? {} : { replyTo }),
    basis,
    ...(participants.length === 0 ? {} : { participants }),
    ...(effects.length === 0 ? {} : { effects }),
    ...some("claims", union(kept.claims, other.claims)),
    ...some("agenda", union(kept.agenda, other.agenda)),
    ...some("fulfils", not(union(kept.fulfils, other.fulfils))),
    ...some("timedTo", not(union(kept.timedTo, other.timedTo))),
    note,
    review: { state: "edited", at },
  };
  const before: CaseEvent = { ...other, review: { state: "superseded", at, reason: `one with ${kept.id}` } };
  const edits: Edits = [
    { kind: "event", id: kept.id, value: one },
    { kind: "event", id: other.id, value: before },
  ];
  const to = (id: Id): Id => (id === other.id ? kept.id : id);
  for (const event of held.all("event")) {
    if (event.id === kept.id || event.id === other.id) continue;
    const { partOf, replyTo, fulfils, timedTo } = event;
    const points = [partOf, replyTo, ...(fulfils ?? []), ...(timedTo ?? [])].includes(other.id);
    if (!points) continue;
    const value: CaseEvent = {
      ...event,
      ...(partOf === undefined ? {} : { partOf: to(partOf) }),
      ...(replyTo === undefined ? {} : { replyTo: to(replyTo) }),
      ...(fulfils === undefined ? {} : { fulfils: union(fulfils.map(to)) }),
      ...(timedTo === undefined ? {} : { timedTo: union(timedTo.map(to)) }),
    };
    edits.push({ kind: "event", id: event.id, value });
  }
  return edits;
}
