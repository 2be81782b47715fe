import { type Case, type Kind, REFERENCES } from "@parley/case";

/** What may stand where the cursor is, and the letters of it that are there already. */
export interface Completions {
  typed: string;
  options: string[];
}

/**
 * What may be typed next in the text form: sections at the margin, fields of an entry, ids after a field that names
 * objects. Undefined where nothing can be offered.
 *
 * @param before the text up to the cursor
 */
export function completionsAt(
  before: string,
  held: Case,
  kindOf: ReadonlyMap<string, Kind>,
  fieldsOf: (kind: Kind) => string[],
): Completions | undefined {
  const lines = before.split("\n");
  const line = lines.at(-1) ?? "";
  const above = lines.slice(0, -1);
  const section = [...above].reverse().find((l) => /^\S/.test(l));
  const kind = kindOf.get(section?.replace(/:.*/, "").trim() ?? "");
  const key = /^( *)([\p{L}\p{N}_-]*)$/u.exec(line);
  if (key !== null) {
    const [, indent = "", typed = ""] = key;
    if (indent === "") return { typed, options: [...kindOf.keys()] };
    if (kind === undefined || indent.length < 4) return undefined;
    return { typed, options: fieldsOf(kind).map((field) => `${field}: `) };
  }
  const value = /^ +([\p{L}]+): *(?:\[(?:[^\]]*, *)?)?([\p{L}\p{N}._@~-]*)$/u.exec(line);
  if (value === null || kind === undefined) return undefined;
  const [, field = "", typed = ""] = value;
  const refers = REFERENCES[kind][field] ?? REFERENCES[kind][`${field}[]`];
  if (refers !== undefined) return { typed, options: held.ids(refers) };
  if (field === "basis") return { typed, options: held.ids("claim") };
  return undefined;
}
