import type { GraphModel } from "@parley/stability";

/** One move of one decision maker between two states. */
export interface Arc {
  from: number;
  to: number;
  by: number;
  /** It gains by it in the game of the record. */
  gains: boolean;
  /** It can move back. */
  back: boolean;
}

/** Where each state stands in the drawing, in steps of one, and all moves. */
export interface Drawing {
  x: Float64Array;
  y: Float64Array;
  arcs: Arc[];
}

/** One step aslant, in steps across and down. */
const SLANT = { x: 0.5, y: 0.42 } as const;

/**
 * Lay out the states by what each decision maker does in them: all moves of one go the same way, so that the direction of
 * a line says whose it is. The first goes across, the second down, the third aslant; further ones repeat the whole
 * beside and below itself.
 */
export function drawingOf(model: GraphModel, states: readonly string[]): Drawing {
  const { moves, payoffs } = model.game;
  const owners = model.options ?? [];
  const choices = model.decisionMakers.map((name) => {
    const own = states.map((id) => [...id].filter((_, k) => owners[k]?.owner === name).join(""));
    const kinds = [...new Set(own)].sort();
    return { at: own.map((bits) => kinds.indexOf(bits)), n: kinds.length };
  });
  const x = new Float64Array(states.length);
  const y = new Float64Array(states.length);
  // The third is drawn within the steps of the first two, which make room for it.
  const slanted = Math.max(0, (choices[2]?.n ?? 1) - 1);
  let width = 1 + slanted * SLANT.x;
  let height = 1 + slanted * SLANT.y;
  for (const [i, { at, n }] of choices.entries()) {
    const across = i === 0 || (i > 2 && i % 2 === 1);
    for (const [s, place] of at.entries()) {
      if (i === 2) {
        x[s]! += place * SLANT.x;
        y[s]! += place * SLANT.y;
      } else if (across) x[s]! += place * width;
      else y[s]! += place * height;
    }
    // The next in this direction repeats all that is drawn so far.
    if (i !== 2 && across) width *= n;
    else if (i !== 2) height *= n;
  }
  const place = new Map(states.map((id, n) => [model.states.slotOf(id), n]));
  const out = new Int32Array(Math.max(1, moves.widest));
  const arcs: Arc[] = [];
  for (const [from, id] of states.entries()) {
    const slot = model.states.slotOf(id)!;
    for (let by = 0; by < moves.deciders; by++) {
      const listed = [...out.subarray(0, moves.successors(by, slot, out))];
      for (const target of listed) {
        const to = place.get(target)!;
        const back = [...out.subarray(0, moves.successors(by, target, out))].includes(slot);
        arcs.push({ from, to, by, gains: payoffs[by]![target]! > payoffs[by]![slot]!, back });
      }
    }
  }
  return { x, y, arcs };
}
