export type {
  AnalyseOptions,
  Analysis,
  AnyConcept,
  ListedState,
  PerConcept,
  StabilityCounts,
  StabilityResult,
} from "./analyse.ts";
export { analyse, countsOf, resultOf, stableSlots } from "./analyse.ts";
export { ArcMoves } from "./core/arc-moves.ts";
export type { Concept, Game, Watch } from "./core/game.ts";
export { CONCEPTS, FLAG } from "./core/game.ts";
export type { Moves } from "./core/moves.ts";
export type { Change } from "./core/option-moves.ts";
export { OptionMoves } from "./core/option-moves.ts";
export type { Payoffs } from "./core/payoffs.ts";
export { ranksOf } from "./core/payoffs.ts";
export { shuffledRanks, Xoshiro128 } from "./core/random.ts";
export { bytesNeeded, Stopped, stability } from "./core/stability.ts";
export type { Explanation, NamedStep } from "./explain.ts";
export { explain } from "./explain.ts";
export type { CaseModels, CaseProblem, CaseStability } from "./from-case.ts";
export { modelsOf, partsOf, stabilityOf } from "./from-case.ts";
export { GraphError } from "./graph-error.ts";
export type { GraphFile, ReadOptions } from "./graph-json.ts";
export { graphFromJson, readGraph } from "./graph-json.ts";
export { GRAPH_SCHEMA } from "./graph-schema.ts";
export type { GraphModel } from "./model.ts";
export { MEMORY_LIMIT, MemoryError } from "./model.ts";
export type { Statement } from "./statement.ts";
export { parseStatement, StatementError } from "./statement.ts";
export type { StateNames } from "./states.ts";
export type { StatusQuoResult, Way } from "./status-quo.ts";
export { statusQuoAnalysis } from "./status-quo.ts";
export type { View, ViewsResult } from "./views.ts";
export { analyseViews } from "./views.ts";
