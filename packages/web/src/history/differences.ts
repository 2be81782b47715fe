import type { Case, CaseObject } from "@parley/case";
import { fieldName, fieldWords } from "../thread/describe.ts";

export interface Difference {
  field: string;
  /** The field's name in words. */
  name: string;
  /** Its words before; undefined: it was not there. */
  from: string | undefined;
  to: string | undefined;
}

/** What one version of an object says otherwise than another, field by field, in the order of the later one. */
export function differences(held: Case, before: CaseObject | null, after: CaseObject | null): Difference[] {
  const [old, now] = [fieldsIn(before), fieldsIn(after)];
  const kind = (after ?? before)?.kind ?? "";
  const found: Difference[] = [];
  for (const field of new Set([...Object.keys(now), ...Object.keys(old)])) {
    if (field === "id" || field === "kind") continue;
    if (sameValue(old[field], now[field])) continue;
    const [from, to] = [words(held, field, old), words(held, field, now)];
    found.push({ field, name: fieldName(kind, field), from, to });
  }
  return found;
}

function fieldsIn(object: CaseObject | null): Record<string, unknown> {
  return object === null ? {} : { ...object };
}

function words(held: Case, field: string, all: Record<string, unknown>): string | undefined {
  const issue = typeof all.issue === "string" ? all.issue : undefined;
  return fieldWords(held, field, all[field], issue);
}

/** Equal whatever the order of the keys. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [x, y] = [a as Record<string, unknown>, b as Record<string, unknown>];
  const keys = Object.keys(x);
  return (
    keys.length === Object.keys(y).length &&
    keys.every((key) => Object.hasOwn(y, key) && sameValue(x[key], y[key]))
  );
}
