import { isMap, isPair, isScalar, isSeq, LineCounter, type Node, parseDocument } from "yaml";

import * as say from "../messages.ts";

/** A place in a file, both counted from 1. */
export interface Place {
  file: string;
  line: number;
  column: number;
}

/** A finding with its place. */
export interface PlacedFinding extends Place {
  severity: "error" | "warning";
  message: string;
}

/** One parsed file: its value, and where each part of it stands. */
export interface YamlFile {
  file: string;
  value: unknown;
  /** The place of the value at a path, or of the innermost part of the path that exists; a missing key: its parent. */
  placeOf(path: readonly (string | number)[], atKey?: boolean): Place;
  errors: PlacedFinding[];
}

/** Whether a value stands within itself: an alias of what it is part of. Whoever walked it would never end. */
function holdsItself(
  value: unknown,
  around: Set<object> = new Set(),
  done: Set<object> = new Set(),
): boolean {
  if (typeof value !== "object" || value === null || done.has(value)) return false;
  if (around.has(value)) return true;
  around.add(value);
  const found = Object.values(value).some((inner) => holdsItself(inner, around, done));
  around.delete(value);
  done.add(value);
  return found;
}

/** Parse YAML 1.2 with places. Duplicate keys and unknown tags are errors; aliases may not multiply beyond reason. */
export function parseYaml(file: string, source: string): YamlFile {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines, uniqueKeys: true, version: "1.2" });
  const place = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const errors = [...document.errors, ...document.warnings].map(
    (e): PlacedFinding => ({
      ...place(e.pos[0]),
      severity: "error",
      message: (e.message.split("\n")[0] ?? "").replace(/ at line \d+, column \d+:?$/, "."),
    }),
  );
  let value: unknown;
  try {
    value = errors.length === 0 ? document.toJS({ maxAliasCount: 100 }) : undefined;
    if (holdsItself(value)) {
      value = undefined;
      errors.push({ ...place(0), severity: "error", message: say.holdsItself() });
    }
  } catch (error) {
    errors.push({ ...place(0), severity: "error", message: (error as Error).message });
  }
  return {
    file,
    value,
    errors,
    placeOf(path, atKey = false) {
      let node: Node | null | undefined = document.contents;
      let offset = node?.range?.[0] ?? 0;
      for (const [depth, key] of path.entries()) {
        if (isMap(node)) {
          const pair = node.items.find(
            (p) => isPair(p) && isScalar(p.key) && String(p.key.value) === String(key),
          );
          if (pair === undefined) break;
          const keyOffset = (pair.key as Node).range?.[0] ?? offset;
          node = pair.value as Node | null;
          offset = atKey && depth === path.length - 1 ? keyOffset : (node?.range?.[0] ?? keyOffset);
        } else if (isSeq(node) && typeof key === "number" && node.items[key] !== undefined) {
          node = node.items[key] as Node;
          offset = node.range?.[0] ?? offset;
        } else break;
      }
      return place(offset);
    },
  };
}
