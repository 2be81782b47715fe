export { DEFAULT_POINTS } from "./core/frontier.ts";
export * from "./deadlocks/deadlocks.ts";
export * from "./from-case.ts";
export type { Dispute } from "./positions/disputes.ts";
export * from "./settle.ts";
export * from "./settlement-json.ts";
export { SETTLEMENT_SCHEMA } from "./settlement-schema.ts";
export { MAX_COALITIONS } from "./to-problem.ts";
export * from "./worlds.ts";
