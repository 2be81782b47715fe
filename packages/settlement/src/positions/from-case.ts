import type { Case, Id, Position } from "@parley/case";

/**
 * The positions that parties hold now: what a later one replaces is left out. In a viewer's eyes its pictures stand in place
 * of the record's positions of the same party on the same issue; where it has none, the record's stand.
 */
export function positionsHeld(held: Case, viewer?: Id): Position[] {
  const all = held.inForce("position").filter((one) => one.seenBy === undefined || one.seenBy === viewer);
  const replaced = new Set(all.map((one) => one.replaces));
  const present = all.filter((one) => !replaced.has(one.id));
  const cell = ({ of, issue }: Position): string => `${of} ${issue}`;
  const pictured = new Set(present.filter((one) => one.seenBy !== undefined).map(cell));
  return present.filter((one) => one.seenBy !== undefined || !pictured.has(cell(one)));
}
