export { checkCase, checkObject, type Finding } from "../check/rules.ts";
export { CONTEXT, passageAt } from "./basis.ts";
export { type EditedText, readEntries, writeDraft, writeEntries } from "./entries.ts";
export type { CleanedSource, SourceToClean, TextHost } from "./host.ts";
export { CASE_ID, type ReadCase, readTextForm } from "./read.ts";
export { writeTextForm } from "./write.ts";
export type { Place, PlacedFinding } from "./yaml.ts";
