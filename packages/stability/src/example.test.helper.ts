/// <reference types="node" />
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type GraphFile, readGraph } from "./graph-json.ts";

/** A model of the examples folder. */
export function example(name: string): GraphFile {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "tsconfig.base.json"))) folder = dirname(folder);
  return readGraph(readFileSync(join(folder, "examples", "graph", `${name}.json`), "utf8"));
}

export const EXAMPLES: readonly string[] = [
  "chicken",
  "cuban-missile-crisis",
  "elmira-12-state",
  "garrison-diversion-unit",
  "korea-2017-original",
  "korea-2017-pacifist",
  "prisoners-dilemma",
  "synthetic-last-mover-set",
  "synthetic-no-consecutive-move",
  "syria-iraq-1975",
];
