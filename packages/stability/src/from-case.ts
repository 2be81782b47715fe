import {
  type Case,
  compareWords,
  type Id,
  type Move,
  type Preference,
  type Ref,
  refOf,
  type View as ViewObject,
} from "@parley/case";
import type { AnalyseOptions } from "./analyse.ts";
import type { Payoffs } from "./core/payoffs.ts";
import { fromCase as say } from "./messages.ts";
import { type GraphModel, MEMORY_LIMIT, MemoryError } from "./model.ts";
import { MAX_DENSE_OPTIONS, type OptionForm, optionForm } from "./option-form.ts";
import { fromRanking, fromStatements, statementVariants } from "./preferences.ts";
import { MAX_STATEMENTS, parseStatement, type Statement, StatementError } from "./statement.ts";
import type { Variants } from "./variants.ts";
import { analyseViews, type View, type ViewsResult } from "./views.ts";

/** Something that keeps a case from being analysed, and the object it is about. */
export interface CaseProblem {
  on: Ref[];
  message: string;
}

/** The graph models of a case: the game as it is and as each actor with a view of its own sees it. */
export interface CaseModels {
  truth: GraphModel;
  views: View[];
  /** Today's state, where every move says whether it is taken now. */
  statusQuo?: string;
  /** Objects from which the game as it is was made. */
  inputs: Ref[];
  /** Per actor with a view, the further objects its picture was made from. */
  viewInputs: Record<string, Ref[]>;
  /** Move ids, in the order of the bits of a state. */
  moves: Id[];
  /** Actor ids, in the order of the decision makers; the models name them by id. */
  deciders: Id[];
}

/** The stability of a case, or why there is none. */
export interface CaseStability {
  ref: "result:stability";
  models?: CaseModels;
  result?: ViewsResult;
  /** Everything it was computed from, views included. */
  inputs: Ref[];
  problems: CaseProblem[];
}

/** Models and stability of a case: whatever is missing is a problem, never filled in. */
export function stabilityOf(
  held: Case,
  options: AnalyseOptions & { without?: readonly Id[] } = {},
): CaseStability {
  const { models, problems } = modelsOf(held, options.memoryLimit, options.without);
  if (models === undefined) return { ref: "result:stability", inputs: [], problems };
  const inputs = [...new Set([...models.inputs, ...Object.values(models.viewInputs).flat()])];
  const result = analyseViews(models.truth, models.views, options);
  return { ref: "result:stability", models, result, inputs, problems };
}

/**
 * Read the moves, infeasibilities, preferences and views in force into models. A case without moves has no problem.
 *
 * @param without moves that nobody can take, to ask what follows from having them: states in which one is taken are left
 *   out, preferences keep their order of the others, and today's state is the one without them, if there is such a state
 */
export function modelsOf(
  held: Case,
  memoryLimit: number = MEMORY_LIMIT,
  without: readonly Id[] = [],
): { models?: CaseModels; problems: CaseProblem[] } {
  const problems: CaseProblem[] = [];
  const board = layOut(held, memoryLimit, without, problems);
  if (board === undefined) return { problems };
  const preferences = held.inForce("preference");
  const truthInputs: Ref[] = [
    ...board.moves.map((m) => refOf("move", m.id)),
    ...held.inForce("infeasibility").map((i) => refOf("infeasibility", i.id)),
  ];
  const chosen = board.deciders.map((party) => {
    const own = preferences.filter((p) => p.party === party && p.seenBy === undefined);
    if (own.length !== 1) {
      problems.push({
        on: own.length === 0 ? [refOf("actor", party)] : own.map((p) => refOf("preference", p.id)),
        message:
          own.length === 0
            ? say.noPreference(held.nameOf(refOf("actor", party)))
            : say.manyPreferences(held.nameOf(refOf("actor", party)), own.length),
      });
    }
    return own[0];
  });
  if (problems.length > 0) return { problems };
  const real = chosen as Preference[];
  const truth = modelOf(board, board.form, real, without, problems);
  if (truth === undefined) return { problems };

  const views: View[] = [];
  const viewInputs: [string, Ref[]][] = [];
  for (const actor of board.deciders) {
    const object = held.inForce("view").filter((v) => v.actor === actor);
    if (object.length > 1) {
      problems.push({
        on: object.map((v) => refOf("view", v.id)),
        message: say.manyViews(held.nameOf(refOf("actor", actor)), object.length),
      });
      continue;
    }
    const view = viewOf(held, board, actor, object[0], real, without, memoryLimit, problems);
    if (view === undefined) continue;
    views.push(view.view);
    viewInputs.push([actor, view.inputs]);
  }
  if (problems.length > 0) return { problems };
  const models: CaseModels = {
    truth,
    views,
    inputs: [...truthInputs, ...real.map((p) => refOf("preference", p.id))],
    viewInputs: Object.fromEntries(viewInputs),
    moves: board.moves.map((m) => m.id),
    deciders: board.deciders,
  };
  if (board.moves.every((m) => m.now !== undefined)) {
    const today = board.moves.map((m) => (m.now === true && !without.includes(m.id) ? "1" : "0")).join("");
    const possible = truth.states.slotOf(today) !== undefined;
    if (!possible && without.length > 0) return { models, problems };
    if (!possible) {
      problems.push({ on: board.moves.map((m) => refOf("move", m.id)), message: say.impossibleNow(today) });
      return { problems };
    }
    models.statusQuo = today;
  }
  return { models, problems };
}

/** What all games of a case share: who has which moves, and which states there are. */
interface Board {
  deciders: Id[];
  moves: Move[];
  form: OptionForm;
  labels: Map<string, string>;
  patterns: string[];
}

/** States beyond this number get no sentence of their own as label: nobody reads them. */
const MAX_LABELLED = 4096;

function layOut(
  held: Case,
  memoryLimit: number,
  without: readonly Id[],
  problems: CaseProblem[],
): Board | undefined {
  const entered = held.inForce("move");
  if (entered.length === 0) return undefined;
  const order = held.parties().map((actor) => actor.id);
  const place = (id: Id): number => (order.includes(id) ? order.indexOf(id) : order.length);
  const name = (id: Id): string => held.nameOf(refOf("actor", id));
  const deciders = [...new Set(entered.map((m) => m.party))].sort(
    (a, b) => place(a) - place(b) || compareWords(name(a), name(b)) || compareWords(a, b),
  );
  const moves = deciders.flatMap((party) => entered.filter((m) => m.party === party));
  if (moves.length > MAX_DENSE_OPTIONS) {
    problems.push({
      on: moves.map((m) => refOf("move", m.id)),
      message: say.tooManyMoves(moves.length, MAX_DENSE_OPTIONS),
    });
    return undefined;
  }
  const patterns: string[] = [];
  for (const rule of held.inForce("infeasibility")) {
    const unknown = Object.keys(rule.pattern).filter((id) => !moves.some((m) => m.id === id));
    if (unknown.length > 0) {
      problems.push({ on: [refOf("infeasibility", rule.id)], message: say.patternOfNothing(unknown[0]!) });
    } else {
      const bit = (taken: boolean | undefined): string => (taken === undefined ? "-" : taken ? "1" : "0");
      patterns.push(moves.map((m) => bit(rule.pattern[m.id])).join(""));
    }
  }
  for (const id of without) {
    if (moves.some((m) => m.id === id)) patterns.push(moves.map((m) => (m.id === id ? "1" : "-")).join(""));
  }
  const labels = new Map<string, string>();
  if (2 ** moves.length <= MAX_LABELLED) {
    for (let code = 0; code < 2 ** moves.length; code++) {
      const bits = moves.map((_, k) => ((code >>> k) & 1).toString()).join("");
      labels.set(bits, sentence(moves, bits, name));
    }
  }
  try {
    const form = formOf(deciders, moves, patterns, labels, memoryLimit);
    if (form.states.slots.length > 0) return { deciders, moves, form, labels, patterns };
    problems.push({
      on: held.inForce("infeasibility").map((i) => refOf("infeasibility", i.id)),
      message: say.nothingLeft,
    });
  } catch (error) {
    if (!(error instanceof MemoryError)) throw error;
    problems.push({ on: moves.map((m) => refOf("move", m.id)), message: error.message });
  }
  return undefined;
}

function formOf(
  deciders: Id[],
  moves: Move[],
  patterns: string[],
  labels: Map<string, string>,
  memoryLimit: number,
): OptionForm {
  const options = moves.map((m) => ({
    owner: deciders.indexOf(m.party),
    change: m.change ?? ("both" as const),
  }));
  return optionForm(deciders.length, options, undefined, patterns, labels, memoryLimit);
}

/** What each party does in a state, by words of its moves: parties and moves in the order of the bits. */
export function partsOf(moves: readonly Move[], bits: string): { party: Id; does: string[] }[] {
  const parts: { party: Id; does: string[] }[] = [];
  for (const [k, move] of moves.entries()) {
    const words = bits[k] === "1" ? (move.taken ?? move.name) : (move.notTaken ?? say.notTaken(move.name));
    const last = parts.at(-1);
    if (last?.party === move.party) last.does.push(words);
    else parts.push({ party: move.party, does: [words] });
  }
  return parts;
}

/** `Lowlands: accepts the text; Uplands: does not open the gates`. */
function sentence(moves: readonly Move[], bits: string, name: (id: Id) => string): string {
  return partsOf(moves, bits)
    .map(({ party, does }) => `${name(party)}: ${does.join(", ")}`)
    .join("; ");
}

function modelOf(
  board: Board,
  form: OptionForm,
  preferences: readonly Preference[],
  hidden: readonly Id[],
  problems: CaseProblem[],
): GraphModel | undefined {
  const orders = preferences.map((p) => orderOf(board, form, p, hidden, problems));
  if (orders.some((order) => order === undefined)) return undefined;
  const read = orders as OrderOfParty[];
  return {
    decisionMakers: board.deciders,
    states: form.states,
    game: { moves: form.moves, payoffs: read.map((order) => order.payoffs) },
    variants: read.map((order) => order.variants),
    options: board.moves.map((m) => ({ name: m.name, owner: m.party })),
  };
}

/** A party's order, and what it is made of where that is statements. */
interface OrderOfParty {
  payoffs: Payoffs;
  variants?: Variants;
}

function orderOf(
  { moves }: Board,
  form: OptionForm,
  preference: Preference,
  hidden: readonly Id[],
  problems: CaseProblem[],
): OrderOfParty | undefined {
  const on: Ref[] = [refOf("preference", preference.id)];
  const ground = { size: form.moves.size, exists: form.moves.exists, states: form.states };
  const optionOf = (id: string): number | undefined => {
    const k = moves.findIndex((m) => m.id === id);
    return k < 0 ? undefined : k;
  };
  if (preference.statements !== undefined && preference.statements.length > MAX_STATEMENTS) {
    problems.push({ on, message: say.manyStatements(preference.statements.length, MAX_STATEMENTS) });
    return undefined;
  }
  if ((preference.statements === undefined) === (preference.ranking === undefined)) {
    problems.push({ on, message: say.noOrder });
    return undefined;
  }
  if (preference.statements !== undefined) {
    const parsed: Statement[] = [];
    for (const text of preference.statements) {
      try {
        parsed.push(parseStatement(text, optionOf, say.moveId(moves.map((m) => m.id))));
      } catch (error) {
        if (!(error instanceof StatementError)) throw error;
        problems.push({ on, message: error.message });
        return undefined;
      }
    }
    return {
      payoffs: fromStatements(parsed, ground, form.isTaken),
      variants: statementVariants(preference.statements, parsed, ground, form.isTaken),
    };
  }

  const seen = new Set<number>();
  const groups: number[][] = [];
  for (const group of preference.ranking ?? []) {
    const slots: number[] = [];
    for (const state of group) {
      const unknown = state.find((id) => optionOf(id) === undefined);
      // Who does not know of a move has no opinion on states in which it is taken.
      if (unknown === undefined && state.some((id) => hidden.includes(id))) continue;
      const bits = moves.map((m) => (state.includes(m.id) ? "1" : "0")).join("");
      const slot = unknown === undefined ? form.states.slotOf(bits) : undefined;
      if (slot === undefined || seen.has(slot)) {
        const message =
          unknown !== undefined
            ? say.unknownMove(unknown)
            : say.badState(state, slot === undefined ? "infeasible" : "twice");
        problems.push({ on, message });
        return undefined;
      }
      seen.add(slot);
      slots.push(slot);
    }
    groups.push(slots);
  }
  const missing = form.states.slots.filter((slot) => !seen.has(slot));
  if (missing.length > 0) {
    const first = form.states.label(missing[0]!) ?? form.states.id(missing[0]!);
    problems.push({ on, message: say.unranked(missing.length, first) });
    return undefined;
  }
  return { payoffs: fromRanking(groups, ground) };
}

/** An actor's own picture; undefined when it sees the game as it is. */
function viewOf(
  held: Case,
  board: Board,
  actor: Id,
  object: ViewObject | undefined,
  real: readonly Preference[],
  without: readonly Id[],
  memoryLimit: number,
  problems: CaseProblem[],
): { view: View; inputs: Ref[] } | undefined {
  const believed = [
    ...(object?.preferences ?? []).flatMap((id) => {
      const found = held.inForce("preference").find((p) => p.id === id);
      if (found === undefined && object !== undefined) {
        problems.push({ on: [refOf("view", object.id)], message: say.unknownPreference(id) });
      }
      return found === undefined ? [] : [found];
    }),
    ...held.inForce("preference").filter((p) => p.seenBy === actor),
  ];
  const hidden = (object?.hiddenMoves ?? []).filter((id) => board.moves.some((m) => m.id === id));
  const inputs: Ref[] = object === undefined ? [] : [refOf("view", object.id)];
  const preferences = board.deciders.map((party, i) => {
    const own = [...new Set(believed.filter((p) => p.party === party))];
    if (own.length > 1) {
      const message = say.manyBeliefs(held.nameOf(refOf("actor", actor)), held.nameOf(refOf("actor", party)));
      problems.push({ on: own.map((p) => refOf("preference", p.id)), message });
    }
    if (own[0] !== undefined) inputs.push(refOf("preference", own[0].id));
    return own[0] ?? real[i]!;
  });
  if (believed.length === 0 && hidden.length === 0) return undefined;
  const unknown = board.moves.flatMap((m, k) => (hidden.includes(m.id) ? [k] : []));
  const unseen = unknown.map((k) => board.moves.map((_, at) => (at === k ? "1" : "-")).join(""));
  const form =
    unknown.length === 0
      ? board.form
      : formOf(board.deciders, board.moves, [...board.patterns, ...unseen], board.labels, memoryLimit);
  if (form.states.slots.length === 0) {
    problems.push({ on: inputs, message: say.nothingLeft });
    return undefined;
  }
  const model = modelOf(board, form, preferences, [...hidden, ...without], problems);
  if (model === undefined) return undefined;
  const view: View = { of: actor, model };
  if (unknown.length > 0) {
    // A move it does not know of looks to it as if it were not taken.
    view.image = (id) => [...id].map((bit, k) => (unknown.includes(k) ? "0" : bit)).join("");
  }
  return { view, inputs };
}
