/** Formats of other tools: what leaves is cut to a level, what comes is proposed. Needs Node. */
export { type Brought, type Exported, exportAs, formatOf, type Opened, openExchange } from "./exchange.ts";
export * from "./formats.ts";
export type { Incoming, Skipped } from "./incoming.ts";
