import type { Level } from "@parley/case";
import { DEFAULT_LEVEL, LEVELS } from "@parley/case";

/** A string of an object and where it stands: `says`, `aliases.0.name`. */
export interface Words {
  field: string;
  text: string;
}

/** Keys whose strings are names for machines: not searched. */
const NOT_WORDS = new Set([
  "id",
  "kind",
  "level",
  "sha256",
  "source",
  "passage",
  "text_version",
  "mediaType",
  "charset",
  "hash",
  "map",
]);
/** Kinds of which only some fields are people's words; the rest (repairs, maps, furniture) repeats them. */
const ONLY: Readonly<Record<string, readonly string[]>> = { text: ["text", "note"] };

/** Every human-readable string of an object. Numbers, ids, hashes and times are not words. */
export function wordsOf(object: { kind: string; [key: string]: unknown }): Words[] {
  const found: Words[] = [];
  const only = ONLY[object.kind];
  const visit = (value: unknown, field: string): void => {
    if (typeof value === "string") {
      if (/[\p{L}\p{N}]/u.test(value) && !/^\d{4}-\d\d-\d\dT/.test(value)) found.push({ field, text: value });
    } else if (value !== null && typeof value === "object") {
      for (const [key, inner] of Object.entries(value))
        if (!NOT_WORDS.has(key)) visit(inner, field === "" ? key : `${field}.${key}`);
    }
  };
  if (only === undefined) visit(object, "");
  else for (const key of only) visit(object[key], key);
  return found;
}

/**
 * The form in which words are compared: compatibility-decomposed, without marks (accents, Arabic vowels, hamza),
 * without tatweel and zero-width characters, lower case, white space as one kind. `at[i]` is where in `text`
 * the i-th unit of the folded text came from; `at[length]` is its end.
 */
export function foldText(text: string): { folded: string; at: number[] } {
  let folded = "";
  const at: number[] = [];
  let place = 0;
  for (const point of text) {
    const plain = foldPoint(point);
    for (let i = 0; i < plain.length; i++) at.push(place);
    folded += plain;
    place += point.length;
  }
  at.push(text.length);
  return { folded, at };
}

function foldPoint(point: string): string {
  const code = point.codePointAt(0)!;
  if (code < 128) return code <= 32 ? " " : point.toLowerCase();
  if (code >= 0xd800 && code <= 0xdfff) return "\ufffd";
  return point
    .normalize("NFKD")
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[\p{M}\u0640\u200b-\u200f\u2060\ufeff\u00ad]/gu, "")
    .replace(/\s/gu, " ")
    .replaceAll("ς", "σ");
}

/** The strictness of a level as a number: 0 public … 3 sealed. */
export function rankOf(level: Level | undefined): number {
  const rank = LEVELS.indexOf(level ?? DEFAULT_LEVEL);
  return rank < 0 ? LEVELS.length - 1 : rank;
}

/** The object whose handling level binds this one too: texts, gaps and passages their source, statements their passage. */
export function originOf(object: {
  kind: string;
  [key: string]: unknown;
}): { kind: string; id: string } | undefined {
  for (const kind of ["passage", "source"]) {
    if (kind === "passage" && object.kind !== "statement") continue;
    if (kind === "source" && !["text", "gap", "passage", "statement"].includes(object.kind)) continue;
    const id = object[kind];
    if (typeof id === "string") return { kind, id };
  }
  return undefined;
}
