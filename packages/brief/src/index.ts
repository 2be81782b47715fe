export { type AnalyseOptions, analyse } from "./analyse.ts";
export { atLevel, type CaseAtLevel } from "./at-level.ts";
export { type Composed, composeAt, composeBrief } from "./compose.ts";
export * from "./document.ts";
export { renderHtml } from "./render-html.ts";
export { renderMarkdown } from "./render-markdown.ts";
export * from "./result.ts";
