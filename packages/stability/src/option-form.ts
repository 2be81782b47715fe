import { ArcMoves } from "./core/arc-moves.ts";
import type { Moves } from "./core/moves.ts";
import { type Change, OptionMoves } from "./core/option-moves.ts";
import { checkSize } from "./model.ts";
import { BitStates, ListedStates, type StateNames, slotOfBits } from "./states.ts";

/** An option of a model: whose it is, and which way it may change. */
export interface Option {
  owner: number;
  change: Change;
}

/** States and moves of a model in option form. */
export interface OptionForm {
  moves: Moves;
  states: StateNames;
  isTaken: (slot: number, option: number) => boolean;
}

/** With more options states are listed and their moves stored: 2^n slots would be mostly empty. */
export const MAX_DENSE_OPTIONS: number = 26;
/** Up to here the slots are never worth saving. */
const SMALL = 16;

/**
 * Lay out a model in option form.
 *
 * @param states bits of the feasible states, in listing order; undefined: all but those `infeasible` matches
 * @param infeasible patterns of 0, 1 and - (either)
 * @throws MemoryError when it would need more than `limit` bytes
 */
export function optionForm(
  deciders: number,
  options: readonly Option[],
  states: readonly string[] | undefined,
  infeasible: readonly string[],
  labels: ReadonlyMap<string, string>,
  limit: number,
): OptionForm {
  const n = options.length;
  const dense =
    n <= SMALL || (n <= MAX_DENSE_OPTIONS && (states === undefined || states.length >= 2 ** n / 64));
  if (!dense && states !== undefined) return listedForm(deciders, options, states, labels, limit);
  checkSize(2 ** n, deciders, 0, limit);
  const exists = states === undefined ? withoutPatterns(n, infeasible) : undefined;
  const slots = states === undefined ? undefined : Int32Array.from(states, slotOfBits);
  const mask = slots === undefined ? exists : maskOf(2 ** n, slots);
  const moves = new OptionMoves(
    deciders,
    options.map((o) => o.owner),
    options.map((o) => o.change),
    mask,
  );
  return {
    moves,
    states: new BitStates(n, mask, labels, slots),
    isTaken: (slot, option) => ((slot >>> option) & 1) === 1,
  };
}

function maskOf(size: number, slots: Int32Array): Uint8Array | undefined {
  if (slots.length === size) return undefined;
  const mask = new Uint8Array(size);
  for (const slot of slots) mask[slot] = 1;
  return mask;
}

function withoutPatterns(n: number, patterns: readonly string[]): Uint8Array | undefined {
  if (patterns.length === 0) return undefined;
  const mask = new Uint8Array(2 ** n).fill(1);
  for (const pattern of patterns) {
    let fixed = 0;
    let free = 0;
    for (let k = 0; k < n; k++) {
      if (pattern[k] === "1") fixed |= 1 << k;
      else if (pattern[k] === "-") free |= 1 << k;
    }
    let sub = 0;
    do {
      mask[fixed | sub] = 0;
      sub = (sub - free) & free;
    } while (sub !== 0);
  }
  return mask;
}

/** Few states among many options: group those that differ in one owner's options only, and list the moves. */
function listedForm(
  deciders: number,
  options: readonly Option[],
  ids: readonly string[],
  labels: ReadonlyMap<string, string>,
  limit: number,
): OptionForm {
  const groups = Array.from({ length: deciders }, (_, i) => {
    const byOthers = new Map<string, number[]>();
    for (const [slot, id] of ids.entries()) {
      let others = "";
      for (const [k, option] of options.entries()) if (option.owner !== i) others += id[k];
      const group = byOthers.get(others);
      if (group === undefined) byOthers.set(others, [slot]);
      else group.push(slot);
    }
    return [...byOthers.values()];
  });
  const most = groups.flat().reduce((sum, group) => sum + group.length * (group.length - 1), 0);
  checkSize(ids.length, deciders, most, limit);
  const arcs = groups.map((own) => {
    const found: [number, number][] = [];
    for (const group of own) {
      for (const from of group)
        for (const to of group) if (mayMove(ids[from]!, ids[to]!, options)) found.push([from, to]);
    }
    return found;
  });
  return {
    moves: ArcMoves.fromPairs(ids.length, arcs),
    states: new ListedStates(ids, true, labels),
    isTaken: (slot, option) => ids[slot]![option] === "1",
  };
}

function mayMove(from: string, to: string, options: readonly Option[]): boolean {
  if (from === to) return false;
  return options.every(
    ({ change }, k) =>
      from[k] === to[k] || change === "both" || (change === "take-only" ? to[k] === "1" : to[k] === "0"),
  );
}
