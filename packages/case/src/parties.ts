import type { Case } from "./case.ts";
import type { Id } from "./id.ts";
import type { WorldTime } from "./time.ts";

/** Whether a stretch of time may hold a day; an open or absent end holds everything. */
function mayHold(time: WorldTime | undefined, day: string | undefined): boolean {
  if (time === undefined || day === undefined) return true;
  const on = day.slice(0, 10);
  return (
    (time.earliest === undefined || time.earliest.slice(0, 10) <= on) &&
    (time.latest === undefined || time.latest.slice(0, 10) >= on)
  );
}

const orders = new WeakMap<Case, readonly Id[]>();

/** The parties in the case's order, found once: a case does not change. */
export function partyOrder(held: Case): readonly Id[] {
  let order = orders.get(held);
  if (order === undefined) {
    order = held.parties().map(({ id }) => id);
    orders.set(held, order);
  }
  return order;
}

/** Of which parties each actor is a member, found once: a case does not change. */
const memberships = new WeakMap<Case, ReadonlyMap<Id, readonly Id[]>>();

function partiesWithMember(held: Case, actor: Id): readonly Id[] {
  let found = memberships.get(held);
  if (found === undefined) {
    const made = new Map<Id, Id[]>();
    for (const party of held.parties())
      for (const member of party.members ?? []) made.set(member, [...(made.get(member) ?? []), party.id]);
    found = made;
    memberships.set(held, made);
  }
  return found.get(actor) ?? [];
}

/**
 * The party on whose side an actor stands: itself, whom it speaks for, whose member it is, or in whose office it was on
 * that day. Undefined where there is none, and where it might be more than one: nobody is put on a side by guess.
 */
export function partyOf(held: Case, actor: Id, day?: string): Id | undefined {
  const isParty = (id: Id | undefined): id is Id =>
    id !== undefined &&
    held.get("actor", id)?.party === true &&
    held.get("actor", id)?.review?.state !== "rejected";
  if (isParty(actor)) return actor;
  const own = held.get("actor", actor);
  const sides = new Set<Id>((own?.spokespersonFor ?? []).filter(isParty));
  for (const office of own?.offices ?? [])
    if (isParty(office.of) && mayHold(office.during, day)) sides.add(office.of);
  for (const party of partiesWithMember(held, actor)) sides.add(party);
  return sides.size === 1 ? [...sides][0] : undefined;
}
