import { ArcMoves } from "./core/arc-moves.ts";
import { checkSize } from "./model.ts";
import type { OptionForm } from "./option-form.ts";
import { ListedStates } from "./states.ts";

/** Whether bits fit a pattern of 0, 1 and - (either). */
export function matches(bits: string, pattern: string): boolean {
  for (let k = 0; k < pattern.length; k++) if (pattern[k] !== "-" && pattern[k] !== bits[k]) return false;
  return true;
}

/**
 * Make one state of all that fit a pattern, for each pattern: what else is done makes no difference there. Whoever could
 * move to one of them can move to it, and out of it wherever one of them led. An option the pattern leaves open
 * counts as not taken.
 *
 * @param patterns no two of which fit the same state
 */
export function coalesced(
  { moves, states, isTaken }: OptionForm,
  patterns: readonly string[],
  labels: ReadonlyMap<string, string>,
  limit: number,
): OptionForm {
  const ids: string[] = [];
  const first: number[] = [];
  const place = new Map<string, number>();
  const placeOf = new Int32Array(moves.size).fill(-1);
  for (const slot of states.slots) {
    const bits = states.id(slot);
    const id = patterns.find((pattern) => matches(bits, pattern)) ?? bits;
    let at = place.get(id);
    if (at === undefined) {
      at = ids.length;
      place.set(id, at);
      ids.push(id);
      first.push(slot);
    }
    placeOf[slot] = at;
  }
  const out = new Int32Array(Math.max(moves.widest, 1));
  let count = 0;
  const arcs = Array.from({ length: moves.deciders }, (_, k) => {
    const own = new Map<number, [number, number]>();
    for (const slot of states.slots) {
      const from = placeOf[slot]!;
      const listed = moves.successors(k, slot, out);
      for (let m = 0; m < listed; m++) {
        const to = placeOf[out[m]!]!;
        if (from !== to) own.set(from * ids.length + to, [from, to]);
      }
    }
    count += own.size;
    checkSize(ids.length, moves.deciders, count, limit);
    return [...own.values()];
  });
  return {
    moves: ArcMoves.fromPairs(ids.length, arcs),
    states: new ListedStates(ids, false, labels),
    isTaken: (slot, option) => {
      const bit = ids[slot]![option];
      return bit === "-" ? false : isTaken(first[slot]!, option);
    },
  };
}
