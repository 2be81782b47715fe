import type { Concept, Watch } from "./core/game.ts";
import { CONCEPTS, FLAG } from "./core/game.ts";
import { countStates } from "./core/moves.ts";
import { OptionMoves } from "./core/option-moves.ts";
import { SIM_LIMIT, simStability } from "./core/sim.ts";
import { bytesNeeded, stability } from "./core/stability.ts";
import { simNeedsOptions } from "./messages.ts";
import { type GraphModel, MEMORY_LIMIT, MemoryError } from "./model.ts";

/** The concepts of a result: SIM is there where it was computed. */
export type AnyConcept = Concept | "sim";

/** Ids per concept; `sim` only where it was computed. */
export type PerConcept<T> = Record<Concept, T> & { sim?: T };

/** A state as results list it. */
export interface ListedState {
  id: string;
  bits?: string;
  label?: string;
}

/** What `parley stability --json` prints. Computed exactly: every line is proved by the definitions. */
export interface StabilityResult {
  decisionMakers: string[];
  states: ListedState[];
  /** Per concept and decision maker, the ids of the states stable for it. */
  stable: PerConcept<Record<string, string[]>>;
  /** Per concept, the ids of the states stable for everybody. */
  equilibria: PerConcept<string[]>;
  status: "proved";
  /** Seeds of random orders, where there are any. */
  seeds?: Record<string, number>;
}

/** Counts only, for models too large to list. */
export interface StabilityCounts {
  decisionMakers: string[];
  states: number;
  stable: PerConcept<Record<string, number>>;
  equilibria: PerConcept<number>;
  status: "proved";
  seeds?: Record<string, number>;
}

export interface AnalyseOptions extends Watch {
  /**
   * Whether to compute SIM too. `auto` (the default): in option form with at most 4,096 states, as long as it stays
   * within `SIM_LIMIT` joint moves. `true` throws where it cannot be computed.
   */
  sim?: boolean | "auto";
  /** Flags of the game as `stability` gives them, where threads have computed them already. */
  flags?: Uint8Array[];
  /** Bytes the computation may take; default `MEMORY_LIMIT`. */
  memoryLimit?: number;
}

/** Stability flags of a model, before they are put into names. */
export interface Analysis {
  model: GraphModel;
  /** Per decision maker, per slot, the sum of `FLAG`s. */
  flags: readonly Uint8Array[];
  concepts: readonly AnyConcept[];
}

const SIM_AUTO = 4096;

/**
 * Judge every state of a model by every concept.
 *
 * @throws MemoryError when it would need more than the limit; Stopped when `shouldStop` said so
 */
export function analyse(model: GraphModel, options: AnalyseOptions = {}): Analysis {
  const { game } = model;
  const { moves } = game;
  const limit = options.memoryLimit ?? MEMORY_LIMIT;
  const bytes = bytesNeeded(moves.size, moves.deciders, moves.widest);
  if (bytes > limit) throw new MemoryError(moves.size, moves.deciders, bytes, limit);
  const flags = options.flags ?? stability(game, options);
  const concepts: AnyConcept[] = [...CONCEPTS];
  const wanted = options.sim ?? "auto";
  if (wanted === true && !(moves instanceof OptionMoves)) throw new RangeError(simNeedsOptions());
  if (
    wanted !== false &&
    moves instanceof OptionMoves &&
    (wanted === true || countStates(moves) <= SIM_AUTO)
  ) {
    try {
      const { shouldStop } = options;
      const sim = simStability(moves, game, shouldStop === undefined ? {} : { shouldStop }, SIM_LIMIT);
      for (const [i, own] of sim.entries()) for (let s = 0; s < own.length; s++) flags[i]![s]! |= own[s]!;
      concepts.push("sim");
    } catch (error) {
      if (wanted === true || !(error instanceof RangeError)) throw error;
    }
  }
  return { model, flags, concepts };
}

/** Slots stable under a concept: for one decision maker, or for all when `decider` is undefined. */
export function stableSlots({ model, flags }: Analysis, concept: AnyConcept, decider?: number): Int32Array {
  const flag = FLAG[concept];
  const asked = decider === undefined ? flags : [flags[decider]!];
  return model.states.slots.filter((slot) => asked.every((own) => (own[slot]! & flag) !== 0));
}

/** Compute one value per concept. */
export function perConcept<T>(
  concepts: readonly AnyConcept[],
  of: (concept: AnyConcept) => T,
): PerConcept<T> {
  return Object.fromEntries(concepts.map((c) => [c, of(c)])) as PerConcept<T>;
}

/** States of a model as results list them. */
function listStates({ states }: GraphModel): ListedState[] {
  return Array.from(states.slots, (slot) => {
    const state: ListedState = { id: states.id(slot) };
    const [bits, label] = [states.bits(slot), states.label(slot)];
    if (bits !== undefined) state.bits = bits;
    if (label !== undefined) state.label = label;
    return state;
  });
}

/** The result with every state by name. */
export function resultOf(analysis: Analysis): StabilityResult {
  const { model, concepts } = analysis;
  const names = model.decisionMakers;
  const ids = (slots: Int32Array): string[] => Array.from(slots, (slot) => model.states.id(slot));
  const result: StabilityResult = {
    decisionMakers: [...names],
    states: listStates(model),
    stable: perConcept(concepts, (c) =>
      Object.fromEntries(names.map((name, i) => [name, ids(stableSlots(analysis, c, i))])),
    ),
    equilibria: perConcept(concepts, (c) => ids(stableSlots(analysis, c))),
    status: "proved",
  };
  if (model.seeds !== undefined) result.seeds = { ...model.seeds };
  return result;
}

/** The result as counts. */
export function countsOf({ model, concepts, flags }: Analysis): StabilityCounts {
  const names = model.decisionMakers;
  const { slots } = model.states;
  // States by their flags, for each decision maker and for all: one pass, as there may be millions.
  const each = names.map(() => new Int32Array(64));
  const all = new Int32Array(64);
  for (let n = 0; n < slots.length; n++) {
    const slot = slots[n]!;
    let common = 63;
    for (let i = 0; i < flags.length; i++) {
      const flag = flags[i]![slot]!;
      each[i]![flag]!++;
      common &= flag;
    }
    all[common]!++;
  }
  const count = (by: Int32Array, concept: AnyConcept): number =>
    by.reduce((sum, n, flag) => sum + ((flag & FLAG[concept]) !== 0 ? n : 0), 0);
  const counts: StabilityCounts = {
    decisionMakers: [...names],
    states: slots.length,
    stable: perConcept(concepts, (c) =>
      Object.fromEntries(names.map((name, i) => [name, count(each[i]!, c)])),
    ),
    equilibria: perConcept(concepts, (c) => count(all, c)),
    status: "proved",
  };
  if (model.seeds !== undefined) counts.seeds = { ...model.seeds };
  return counts;
}
