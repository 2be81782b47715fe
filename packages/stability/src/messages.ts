/** Everything the package says to people. */

export const stopped = (): string => "The computation was stopped.";

const megabytes = (bytes: number): string => `${Math.ceil(bytes / 1e6)} MB`;

export const tooMuchMemory = (states: number, deciders: number, bytes: number, limit: number): string =>
  `${states} states and ${deciders} decision makers need ${megabytes(bytes)} of memory; the limit is ${megabytes(limit)}. ` +
  "Rule out states that cannot occur, or raise the limit.";

export const tooManyDeciders = (n: number, limit: number): string =>
  `There are ${n} decision makers; at most ${limit} can be told apart.`;

export const simTooLong = (checks: number, limit: number): string =>
  `SIM would compare about ${checks} joint moves; the limit is ${limit}. Leave SIM out or raise the limit.`;

export const simNeedsOptions = (): string =>
  "SIM is defined for models in option form only; this one lists its moves.";

export const horizonNeedsTwo = (n: number): string =>
  `Limited-move and non-myopic stability are defined for two decision makers; this model has ${n}.`;

export const inverseTooWide = (states: number, limit: number): string =>
  `Whether the state is stable hangs on the order of ${states} others; orders are counted for at most ${limit}.`;

export const coalitionTooSmall = (): string => "A coalition has two members at least.";

export const noOption = (name: string, known: readonly string[]): string =>
  known.length === 0
    ? `Without ${JSON.stringify(name)} no state is left.`
    : `${JSON.stringify(name)} names no option, or more than one; there are ${known.join(", ")}.`;

export const tooManyStatesToVary = (states: number, limit: number): string =>
  `The model has ${states} states; orders are varied for at most ${limit}.`;

/** A judgement of a ranking: these states before those. */
export const rankJudgement = (better: readonly string[], worse: readonly string[]): string =>
  `${better.join(" = ")} before ${worse.join(" = ")}`;

/** A judgement of importance: this statement before that. */
export const statementJudgement = (first: string, second: string): string =>
  `"${first}" matters more than "${second}"`;

/** One place of a graph file: path, what stands there, what was expected, what may have been meant. */
export const wrongInGraph = (path: string, value: string, expected: string, nearest?: string): string =>
  `${path}: ${value}; expected ${expected}.${nearest === undefined ? "" : ` Did you mean ${JSON.stringify(nearest)}?`}`;

export const notJson = (reason: string): string => `The file is not JSON: ${reason}`;

export const wrongStatement = (text: string, at: number, found: string, expected: string): string =>
  `In "${text}", at character ${at + 1}: found ${found}; expected ${expected}.`;

export const expected = {
  version: "the number 1, the version of the format",
  object: "an object",
  list: "a list",
  text: "text",
  someText: "text that is not empty",
  number: "a finite number",
  seed: "a whole number from 0 to 4294967295",
  key: (known: readonly string[]): string => `one of ${known.join(", ")}`,
  decisionMaker: "the name of a decision maker",
  decisionMakers: (limit: number): string => `a list of 1 to ${limit} different names`,
  different: "a name that is not used before",
  change: '"both", "take-only" or "drop-only"',
  bits: (n: number): string => `${n} characters, each 0 or 1, one per option`,
  pattern: (n: number): string => `${n} characters, each 0, 1 or - (either), one per option`,
  feasible: "a state that no infeasible pattern rules out",
  someState: "at least one state that is left",
  notTwice: "each only once",
  state: "the id of a state",
  pair: "a pair of states [from, to]",
  otherState: "a move to another state",
  optionsOrStates: 'either "options", or "states" and "moves"',
  noMovesWithOptions: 'no "moves" beside "options": they follow from the options',
  optionsLimit: (limit: number): string => `"states" to be listed when there are more than ${limit} options`,
  preference: 'exactly one of "ranking", "statements", "weights", "random"',
  preferenceOf: "a preference for each decision maker",
  onlyWithOptions: "a ranking or random order: statements and weights need options",
  allRanked: (missing: number, first: string): string =>
    `every state to be ranked (${missing} missing, the first is ${JSON.stringify(first)})`,
  rankedOnce: "each state in one place of the ranking",
  weights: (n: number): string => `${n} numbers, one per option`,
  statementsLimit: (limit: number): string => `at most ${limit} statements`,
  strongAfter: (limit: number): string =>
    `the place of a group, from 1 to ${limit}, after which everything is much worse`,
  unknownPair: "a pair of different states [one, other]",
  direction: '"both", "fwd" or "back"',
  index: (limit: number): string => `a number from 0 to ${limit - 1}`,
  number1: (limit: number): string => `a state's number from 1 to ${limit}`,
  owned: "every option to belong to a decision maker",
  yesNo: '"Y" or "N"',
  optionsListed: (limit: number): string => `at most ${limit} options`,
  coalesced: "patterns that have no state in common",
  statement: "a statement over options",
  option: (n: number): string => `an option's number from 1 to ${n}`,
} as const;

export const gmcrNeedsOptions = (): string =>
  "A .gmcr file holds models in option form only; this one lists its moves.";

export const noState = (id: string): string => `There is no state ${JSON.stringify(id)} in this model.`;

export const noDecisionMaker = (name: string, known: readonly string[]): string =>
  `There is no decision maker ${JSON.stringify(name)}; there are ${known.join(", ")}.`;

export const viewOfNobody = (name: string, known: readonly string[]): string =>
  `A view belongs to ${JSON.stringify(name)}, who is no decision maker here; there are ${known.join(", ")}.`;

export const otherDecisionMakers = (
  of: string,
  found: readonly string[],
  wanted: readonly string[],
): string =>
  `The view of ${of} names the decision makers ${found.join(", ")}; the game has ${wanted.join(", ")}, in that order.`;

export const fromCase = {
  tooManyMoves: (n: number, limit: number): string =>
    `The case has ${n} moves, which makes 2^${n} states; at most ${limit} moves can be analysed.`,
  nothingLeft: "No state is left that the infeasible patterns allow.",
  patternOfNothing: (id: string): string =>
    `The pattern names ${JSON.stringify(id)}, which is no move in force.`,
  noPreference: (party: string): string =>
    `${party} has moves and no preference in force: without its order of the states nothing can be said about stability.`,
  manyPreferences: (party: string, n: number): string =>
    `${party} has ${n} preferences of its own in force; one is needed. Set the others aside, or say as seen by whom.`,
  manyViews: (actor: string, n: number): string =>
    `${actor} has ${n} views in force; at most one can be used.`,
  manyBeliefs: (actor: string, party: string): string =>
    `${actor} holds two different orders to be that of ${party}.`,
  unknownPreference: (id: string): string =>
    `The view names the preference ${JSON.stringify(id)}, which is not in force.`,
  noOrder: "A preference needs either statements or a ranking, not both and not neither.",
  manyStatements: (n: number, limit: number): string =>
    `There are ${n} statements; at most ${limit} keep their order.`,
  moveId: (known: readonly string[]): string => `a move (${known.join(", ")})`,
  unknownMove: (id: string): string => `The ranking names ${JSON.stringify(id)}, which is no move in force.`,
  badState: (state: readonly string[], why: "infeasible" | "twice"): string =>
    `The ranking's state [${state.join(", ")}] ${why === "twice" ? "stands in it twice" : "cannot occur"}.`,
  unranked: (n: number, first: string): string =>
    `The ranking leaves out ${n} ${n === 1 ? "state" : "states"}, first: ${first}.`,
  impossibleNow: (bits: string): string =>
    `The moves taken now make the state ${bits}, which an infeasible pattern rules out.`,
  notTaken: (name: string): string => `not: ${name}`,
} as const;

/** Names of the concepts. */
export const conceptName = {
  nash: "Nash",
  gmr: "general metarational (GMR)",
  smr: "symmetric metarational (SMR)",
  seq: "sequential (SEQ)",
  sseq: "symmetric sequential (SSEQ)",
  sim: "simultaneous (SIM)",
} as const;

/** Steps in words: `Syria can move to A, then Iraq to B`. */
const stepsInWords = (steps: readonly { by: string; to: string }[]): string =>
  steps.map(({ by, to }, n) => (n === 0 ? `${by} can move to ${to}` : `then ${by} to ${to}`)).join(", ");

/** Sentences of an explanation; names and states come ready for a sentence. */
export const why = {
  nothingBetter: (who: string, state: string): string =>
    `${who} has no move from ${state} to a state it prefers, so ${state} is stable for ${who}.`,
  verdict: (who: string, state: string, concept: string, stable: boolean, better: number): string => {
    const moves = better === 1 ? "one move" : `${better} moves`;
    const states = better === 1 ? "a state it prefers" : "states it prefers";
    return stable
      ? `${who} has ${moves} from ${state} to ${states}, and the others can answer ${better === 1 ? "it" : "each"}: under ${concept} stability ${state} is stable for ${who}.`
      : `${who} has ${moves} from ${state} to ${states}: under ${concept} stability ${state} is not stable for ${who}.`;
  },
  sanction: (who: string, to: string, steps: readonly { by: string; to: string }[], state: string): string =>
    `${who} could improve by moving to ${to}, but then ${stepsInWords(steps)}, which leaves ${who} no better off than in ${state}.`,
  sanctionForGood: (
    who: string,
    to: string,
    steps: readonly { by: string; to: string }[],
    state: string,
  ): string =>
    `${who} could improve by moving to ${to}, but then ${stepsInWords(steps)}, which leaves ${who} no better off than in ${state}, and ${who} has no move from there to anything better than ${state}.`,
  escaped: (
    who: string,
    to: string,
    steps: readonly { by: string; to: string }[],
    further: string,
    state: string,
  ): string =>
    `${who} can improve by moving to ${to}: though then ${stepsInWords(steps)}, ${who} can move on to ${further}, which it prefers to ${state}, and no other answer of the others holds.`,
  together: (
    who: string,
    to: string,
    choices: readonly { by: string; to: string }[],
    end: string,
    state: string,
  ): string =>
    `${who} could improve by moving to ${to}, but if at the same time ${choices.map((c) => `${c.by} moves towards ${c.to}`).join(" and ")}, they end in ${end}, which leaves ${who} no better off than in ${state}.`,
  unanswered: {
    nash: (who: string, to: string): string =>
      `${who} can improve by moving to ${to}; under Nash stability no answer is looked for.`,
    gmr: (who: string, to: string, state: string): string =>
      `${who} can improve by moving to ${to}: nothing the others can do from there leaves ${who} as badly off as in ${state}.`,
    smr: (who: string, to: string, state: string): string =>
      `${who} can improve by moving to ${to}: nothing the others can do from there leaves ${who} as badly off as in ${state}.`,
    seq: (who: string, to: string, state: string): string =>
      `${who} can improve by moving to ${to}: no answer in which each mover gains leaves ${who} as badly off as in ${state}.`,
    sseq: (who: string, to: string, state: string): string =>
      `${who} can improve by moving to ${to}: no answer in which each mover gains leaves ${who} as badly off as in ${state}.`,
    sim: (who: string, to: string, state: string): string =>
      `${who} can improve by moving to ${to}: whatever moves that pay the others make at the same time, ${who} does not end as badly off as in ${state}.`,
  },
} as const;
