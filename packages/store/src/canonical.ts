import { StoreError } from "./errors.ts";
import { badValue } from "./messages.ts";

/** A value JSON can hold. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/**
 * Canonical JSON (RFC 8785): keys in order of their UTF-16 units, no spaces, numbers as ECMAScript writes them.
 * Beyond the RFC a lone surrogate is kept as its `\\uXXXX` escape: damaged texts hold such characters.
 * Keys whose value is undefined are left out. @throws StoreError for what JSON cannot hold (NaN, functions, dates …).
 */
export function canonical(value: unknown, where = "value"): string {
  if (value === null) return "null";
  switch (typeof value) {
    case "string":
    case "boolean":
      return JSON.stringify(value);
    case "number":
      if (!Number.isFinite(value)) throw refuse(where, String(value), "a finite number");
      return JSON.stringify(value);
    case "object":
      break;
    default:
      throw refuse(where, `a ${typeof value}`, "plain data");
  }
  if (Array.isArray(value)) {
    const parts: string[] = [];
    for (let i = 0; i < value.length; i++) parts.push(canonical(value[i], `${where}[${i}]`));
    return `[${parts.join(",")}]`;
  }
  const proto: unknown = Object.getPrototypeOf(value);
  if (proto !== Object.prototype && proto !== null) throw refuse(where, "a class instance", "plain data");
  const parts: string[] = [];
  for (const key of Object.keys(value).sort()) {
    const inner = (value as Record<string, unknown>)[key];
    if (inner !== undefined) parts.push(`${JSON.stringify(key)}:${canonical(inner, `${where}.${key}`)}`);
  }
  return `{${parts.join(",")}}`;
}

function refuse(where: string, value: string, limit: string): StoreError {
  return new StoreError("bad-value", badValue(where, value, limit));
}
