/**
 * Who can move where. States are integers 0 … size − 1; some slots may hold no state (infeasible ones).
 * Moves are listed into a buffer of the caller's, so that nothing is allocated in inner loops.
 */
export interface Moves {
  /** Number of slots; every state is below it. */
  readonly size: number;
  readonly deciders: number;
  /** 1 where a slot is a state; undefined when all are. */
  readonly exists: Uint8Array | undefined;
  /** The largest number of states that one call of `successors` or `predecessors` can list. */
  readonly widest: number;
  /** The states that `decider` can move to alone from `state`; returns how many were written to `out`. */
  successors(decider: number, state: number, out: Int32Array): number;
  /** The states from which `decider` can move alone to `state`. */
  predecessors(decider: number, state: number, out: Int32Array): number;
}

/** How many slots hold a state. */
export function countStates(moves: Moves): number {
  if (moves.exists === undefined) return moves.size;
  let n = 0;
  for (const one of moves.exists) n += one;
  return n;
}
