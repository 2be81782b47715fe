import type { Kind } from "./kinds.ts";

/**
 * The name of an object within its kind: letters and digits of any script, then also `. _ @ ~ -`.
 * `#` and `:` are kept for references (`a#p3`, `claim:c1`) and `..` for ranges, and an id never starts with a mark, so that
 * no id can be taken for an option of a command or for a key of JavaScript's own.
 */
export type Id = string;

/** An object named across kinds: `claim:c1`. */
export type Ref = `${string}:${string}`;

/** Longest id, in UTF-16 units. */
export const MAX_ID: number = 120;

const ID = /^[\p{L}\p{N}][\p{L}\p{N}\p{M}._@~-]*$/u;

/** Whether a string may name an object. */
export function isId(text: string): boolean {
  return text.length <= MAX_ID && ID.test(text) && !text.includes("..");
}

/** `claim`, `c1` → `claim:c1`. */
export function refOf(kind: string, id: Id): Ref {
  return `${kind}:${id}`;
}

/** `claim:c1` → kind and id; undefined when there is no colon. An id may hold no colon itself, a result's may. */
export function splitRef(ref: string): { kind: Kind | "result"; id: Id } | undefined {
  const colon = ref.indexOf(":");
  if (colon <= 0 || colon === ref.length - 1) return undefined;
  return { kind: ref.slice(0, colon) as Kind | "result", id: ref.slice(colon + 1) };
}

/**
 * A readable id from any words: lower case, joined by hyphens, at most 48 units; letters of every script stay.
 * Text without a letter or digit gives `item`.
 */
export function slug(words: string): Id {
  const joined = words
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, "-")
    .replace(/^[-\p{M}]+/u, "")
    .slice(0, 48)
    .replace(/[\uD800-\uDBFF]$/, "")
    .replace(/-+$/, "");
  return joined === "" ? "item" : joined;
}

/** `wanted` if it is free, else `wanted-2`, `wanted-3` …; the chosen id is added to `taken`. */
export function freeId(wanted: Id, taken: Set<Id>): Id {
  let id = wanted;
  for (let n = 2; taken.has(id); n++) id = `${wanted}-${n}`;
  taken.add(id);
  return id;
}
