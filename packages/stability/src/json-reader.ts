import { GraphError } from "./graph-error.ts";
import { expected } from "./messages.ts";

/*
 * Readers of single JSON values: each returns the value in its type or says where it is wrong.
 */

export type Json = Record<string, unknown>;

export function asObject(value: unknown, path: string): Json {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new GraphError(path, value, expected.object);
  }
  return value as Json;
}

export function asList(value: unknown, path: string): unknown[] {
  if (!Array.isArray(value)) throw new GraphError(path, value, expected.list);
  return value;
}

export function asText(value: unknown, path: string): string {
  if (typeof value !== "string") throw new GraphError(path, value, expected.text);
  if (value.trim() === "") throw new GraphError(path, value, expected.someText);
  return value;
}

export function asNumber(value: unknown, path: string): number {
  if (typeof value !== "number" || !Number.isFinite(value))
    throw new GraphError(path, value, expected.number);
  return value;
}

/** Refuse keys that mean nothing here. */
export function onlyKeys(object: Json, known: readonly string[], path: string): void {
  for (const key of Object.keys(object)) {
    if (!known.includes(key)) throw new GraphError(`${path}.${key}`, key, expected.key(known), known);
  }
}

/** `$.preferences["North"]`: a path to a key that may hold any characters. */
export function keyPath(path: string, key: string): string {
  return /^[A-Za-z_][\w-]*$/.test(key) ? `${path}.${key}` : `${path}[${JSON.stringify(key)}]`;
}
