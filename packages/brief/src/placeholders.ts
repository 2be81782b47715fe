import type { Ref } from "@parley/case";
import type { Run } from "./document.ts";
import type { Result } from "./result.ts";
import { figure } from "./words.ts";

const PLACEHOLDER = /\{\{\s*([^{}]+?)\s*\}\}/gu;

/** A sentence with its placeholders filled, and those that name nothing. */
export interface Filled {
  runs: Run[];
  unknown: string[];
}

/**
 * Fill `{{base-rate/end/cow-interstate.atRisk}}`: the result's reference without `result:`, then the path into its
 * value. Numbers are written with two significant digits at most, whole numbers as they are.
 */
export function fill(text: string, results: readonly Result[]): Filled {
  const runs: Run[] = [];
  const unknown: string[] = [];
  let from = 0;
  for (const match of text.matchAll(PLACEHOLDER)) {
    if (match.index > from) runs.push({ text: text.slice(from, match.index) });
    const path = match[1] as string;
    const found = lookUp(path, results);
    if (found === undefined) {
      unknown.push(path);
      runs.push({ text: match[0] });
    } else runs.push(found);
    from = match.index + match[0].length;
  }
  if (from < text.length || runs.length === 0) runs.push({ text: text.slice(from) });
  return { runs, unknown };
}

function lookUp(path: string, results: readonly Result[]): Run | undefined {
  // Question ids may hold dots: the longest reference that fits is meant.
  const fitting = results
    .filter((result) => path.startsWith(`${result.ref.slice("result:".length)}.`))
    .sort((a, b) => b.ref.length - a.ref.length)[0];
  if (fitting === undefined) return undefined;
  const inside = path.slice(fitting.ref.length - "result:".length + 1);
  let value: unknown = fitting.value;
  for (const key of inside.split(".")) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  if (typeof value !== "number" && typeof value !== "string") return undefined;
  return {
    text: typeof value === "number" ? figure(value) : value,
    result: fitting.ref as Ref,
    path: inside,
  };
}
