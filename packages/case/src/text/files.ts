import { KINDS, type Kind, SECTIONS } from "../kinds.ts";
import * as say from "../messages.ts";
import { nearest } from "../nearest.ts";
import { fieldsOf } from "../schema/index.ts";
import type { TextHost } from "./host.ts";
import { type PlacedFinding, parseYaml, type YamlFile } from "./yaml.ts";

/** One entry of a section, before anything is read out of it. */
export interface Entry {
  kind: Kind;
  id: string;
  value: Record<string, unknown>;
  file: YamlFile;
  /** Where it stands in its file. */
  path: (string | number)[];
}

/** A text form's files put together. */
export interface Loaded {
  main: YamlFile;
  entries: Entry[];
  findings: PlacedFinding[];
}

const KIND_OF_SECTION: ReadonlyMap<string, Kind> = new Map(
  KINDS.filter((kind): kind is keyof typeof SECTIONS => kind !== "case").map((kind) => [
    SECTIONS[kind],
    kind,
  ]),
);
const HEAD_KEYS = new Set(["$schema", "parley", "include"]);

/** Whether a relative path stays inside the folder it is relative to. */
export function isInside(path: string): boolean {
  return (
    path !== "" &&
    !path.includes("\\") &&
    !path.includes("\0") &&
    !/^([a-zA-Z]:|\/)/.test(path) &&
    !path.split("/").includes("..")
  );
}

/** Read the main file and all it includes, and sort their sections into entries. */
export function loadFiles(host: Pick<TextHost, "read">, main: string): Loaded {
  const findings: PlacedFinding[] = [];
  const entries: Entry[] = [];
  const seen = new Set<string>();

  const load = (path: string, from?: { file: YamlFile; path: (string | number)[] }): YamlFile => {
    const report = (message: string): void => {
      const place = from?.file.placeOf(from.path) ?? { file: path, line: 1, column: 1 };
      findings.push({ ...place, severity: "error", message });
    };
    const empty = parseYaml(path, "");
    if (!isInside(path)) {
      report(say.outsideFolder(path));
      return empty;
    }
    if (seen.has(path)) {
      report(say.includeLoop(path));
      return empty;
    }
    seen.add(path);
    const bytes = host.read(path);
    if (bytes === undefined) {
      report(say.noFile(path));
      return empty;
    }
    const file = parseYaml(path, new TextDecoder().decode(bytes));
    findings.push(...file.errors);
    if (file.errors.length === 0) sortSections(file, from === undefined);
    return file;
  };

  const sortSections = (file: YamlFile, isMain: boolean): void => {
    const at = (path: (string | number)[], message: string, key = false): void => {
      findings.push({ ...file.placeOf(path, key), severity: "error", message });
    };
    const top = file.value;
    if (typeof top !== "object" || top === null || Array.isArray(top)) {
      at([], say.notACase);
      return;
    }
    const value = top as Record<string, unknown>;
    if (isMain) {
      if (!("parley" in value)) at([], say.notACase);
      else if (value.parley !== 1) at(["parley"], say.wrongVersion(value.parley));
    }
    const infoFields = new Set(fieldsOf("case"));
    for (const [key, section] of Object.entries(value)) {
      if (HEAD_KEYS.has(key) || (isMain && infoFields.has(key))) continue;
      const kind = key === "parties" ? "actor" : KIND_OF_SECTION.get(key);
      if (kind === undefined) {
        at(
          [key],
          say.unknownSection(key, nearest(key, [...KIND_OF_SECTION.keys(), "parties", ...infoFields])),
          true,
        );
      } else if (section !== null) sortSection(file, key, kind, section, at);
    }
    const include = value.include;
    if (include !== undefined && !Array.isArray(include))
      at(["include"], say.expectedType("a list of files", include));
    for (const [i, path] of (Array.isArray(include) ? include : []).entries()) {
      load(String(path), { file, path: ["include", i] });
    }
  };

  const sortSection = (
    file: YamlFile,
    section: string,
    kind: Kind,
    value: unknown,
    at: (path: (string | number)[], message: string) => void,
  ): void => {
    if (typeof value !== "object" || value === null) {
      at([section], say.expectedType("entries by id, or a list", value));
      return;
    }
    const list = Array.isArray(value);
    for (const [key, item] of Object.entries(value)) {
      const path = [section, list ? Number(key) : key];
      if (typeof item !== "object" || item === null || Array.isArray(item)) {
        at(path, say.expectedType(`the fields of a ${kind}`, item));
        continue;
      }
      const fields = { ...(item as Record<string, unknown>) };
      if (section === "parties") fields.party = true;
      const id = list
        ? fields.id === undefined
          ? ownId(kind, fields, Number(key))
          : String(fields.id)
        : key;
      if (list) delete fields.id;
      entries.push({ kind, id, value: fields, file, path });
    }
  };

  const file = load(main);
  return { main: file, entries, findings };
}

/** The id of an entry in a list that gives none: from what it is about, so that it survives reordering. */
function ownId(kind: Kind, fields: Record<string, unknown>, index: number): string {
  const name = (...keys: string[]): string | undefined => {
    const parts = keys.map((key) => fields[key]).filter((part) => typeof part === "string");
    return parts.length === keys.length ? parts.join(".") : undefined;
  };
  const made = {
    position: name("of", "issue"),
    valuation: name("party"),
    preference: name("party"),
    view: name("actor"),
    tie: name("type", "from", "to"),
  }[kind as "position"];
  return made ?? `${kind}-${index + 1}`;
}
