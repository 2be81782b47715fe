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
export type { CoalitionResult } from "./coalition.ts";
export { coalitionAnalysis, universalEquilibria } from "./coalition.ts";
export { ArcMoves } from "./core/arc-moves.ts";
export type { CoalitionalConcept } from "./core/coalitions.ts";
export type { Concept, Game, Watch } from "./core/game.ts";
export { CONCEPTS, FLAG } from "./core/game.ts";
export type { Attitude } from "./core/graded.ts";
export { ATTITUDES } from "./core/graded.ts";
export type { Moves } from "./core/moves.ts";
export type { Change } from "./core/option-moves.ts";
export { OptionMoves } from "./core/option-moves.ts";
export type { PackedGame } from "./core/packed-game.ts";
export { packGame, unpackGame } from "./core/packed-game.ts";
export type { Payoffs } from "./core/payoffs.ts";
export { ranksOf } from "./core/payoffs.ts";
export { shuffledRanks, Xoshiro128 } from "./core/random.ts";
export type { Relation } from "./core/relation.ts";
export { bytesNeeded, Stopped, stability } from "./core/stability.ts";
export type { EvolutionResult } from "./evolution.ts";
export { evolution } from "./evolution.ts";
export type { Explanation, NamedStep } from "./explain.ts";
export { explain } from "./explain.ts";
export type { Naming } from "./explain-words.ts";
export { explainInWords, stateNaming } from "./explain-words.ts";
export type { GraphFormat } from "./export.ts";
export { GRAPH_FORMATS, writeGraph } from "./export.ts";
export type { CaseModels, CaseProblem, CaseStability } from "./from-case.ts";
export { modelsOf, partsOf, stabilityOf } from "./from-case.ts";
export type { FiltersOff } from "./from-case-filters.ts";
export { surprisesOf, withoutFilters } from "./from-case-filters.ts";
export type { GmcrFile } from "./gmcr.ts";
export { gmcrFromJson, isGmcr } from "./gmcr.ts";
export type { GradedResult } from "./graded.ts";
export { gradedResult } from "./graded.ts";
export { GraphError } from "./graph-error.ts";
export type { GraphFile, ReadOptions } from "./graph-json.ts";
export { graphFromJson, readGraph } from "./graph-json.ts";
export { GRAPH_SCHEMA } from "./graph-schema.ts";
export type { HorizonResult } from "./horizon.ts";
export { horizonResult } from "./horizon.ts";
export type { Change as EquilibriumChange, InverseResult } from "./inverse.ts";
export { changeOf, inverseOf } from "./inverse.ts";
export type { GraphModel } from "./model.ts";
export { MEMORY_LIMIT, MemoryError } from "./model.ts";
export type { RobustnessResult } from "./robustness.ts";
export { robustness } from "./robustness.ts";
export type { SecondLevelResult, SecondView } from "./second-level.ts";
export { analyseSecondLevel } from "./second-level.ts";
export type { Statement } from "./statement.ts";
export { parseStatement, StatementError } from "./statement.ts";
export type { StateNames } from "./states.ts";
export type { StatusQuoResult, Way } from "./status-quo.ts";
export { statusQuoAnalysis } from "./status-quo.ts";
export type { Surprise } from "./surprise.ts";
export { surprises } from "./surprise.ts";
export type { View, ViewsResult } from "./views.ts";
export { analyseViews } from "./views.ts";
export { without } from "./what-if.ts";
