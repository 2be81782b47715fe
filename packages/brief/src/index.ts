export * from "./document.ts";
export * from "./result.ts";
