import { ArcMoves } from "./core/arc-moves.ts";
import { OptionMoves } from "./core/option-moves.ts";
import { ranksOf } from "./core/payoffs.ts";
import { noDecisionMaker, noOption } from "./messages.ts";
import type { GraphModel } from "./model.ts";
import { BitStates } from "./states.ts";

/**
 * The model in which an option cannot be taken: states in which it is taken are left out, and everybody keeps its order of
 * the others. In a model whose moves are listed `name` is a decision maker, who then has no move.
 *
 * @param name of the option, or `owner: name` where two share it
 * @throws RangeError when there is no such option or decision maker, or nothing would be left
 */
export function without(model: GraphModel, name: string): GraphModel {
  const { game, options, states, decisionMakers } = model;
  const { moves } = game;
  if (options === undefined || !(moves instanceof OptionMoves)) {
    const k = decisionMakers.indexOf(name);
    if (k < 0) throw new RangeError(noDecisionMaker(name, decisionMakers));
    return { ...model, game: { ...game, moves: withoutMoves(model, k) } };
  }
  const named = options.flatMap((o, k) => (o.name === name || `${o.owner}: ${o.name}` === name ? [k] : []));
  if (named.length !== 1) {
    throw new RangeError(
      noOption(
        name,
        options.map((o) => `${o.owner}: ${o.name}`),
      ),
    );
  }
  const bit = 1 << named[0]!;
  const exists = Uint8Array.from({ length: moves.size }, (_, s) =>
    (s & bit) === 0 && (moves.exists === undefined || moves.exists[s] === 1) ? 1 : 0,
  );
  const slots = states.slots.filter((s) => exists[s] === 1);
  if (slots.length === 0) throw new RangeError(noOption(name, []));
  const labels = new Map(
    Array.from(slots).flatMap((s) => {
      const label = states.label(s);
      return label === undefined ? [] : [[states.id(s), label] as const];
    }),
  );
  const { variants: _none, ...rest } = model;
  return {
    ...rest,
    states: new BitStates(moves.options, exists, labels, slots),
    game: {
      moves: moves.among(exists),
      payoffs: game.payoffs.map((own) => ranksOf(Float64Array.from(own), exists)),
    },
  };
}

function withoutMoves({ game, decisionMakers }: GraphModel, decider: number): ArcMoves {
  const { moves } = game;
  const out = new Int32Array(Math.max(moves.widest, 1));
  const arcs = decisionMakers.map((_, k) => {
    const own: [number, number][] = [];
    for (let s = 0; k !== decider && s < moves.size; s++) {
      const listed = moves.successors(k, s, out);
      for (let m = 0; m < listed; m++) own.push([s, out[m]!]);
    }
    return own;
  });
  return ArcMoves.fromPairs(moves.size, arcs);
}
