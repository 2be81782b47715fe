/// <reference types="node" />
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { type AnyConcept, analyse, resultOf, type StabilityResult } from "./analyse.ts";
import { readGraph } from "./graph-json.ts";

function repositoryRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "tsconfig.base.json"))) folder = dirname(folder);
  return folder;
}

const folder = join(repositoryRoot(), "examples", "graph");

/** What a published case says, and what an independent solver by the same definitions computed. */
interface Expected {
  published: { concepts: AnyConcept[]; among?: string[]; equilibria: string[] }[];
  byHand?: Record<string, Record<string, Partial<Record<AnyConcept, boolean>>>>;
  disputed?: { concepts: AnyConcept[]; published: string[] };
  equilibria: Record<string, string[]>;
  stable?: Record<string, Record<string, string[]>>;
}

function solve(name: string): StabilityResult {
  return resultOf(analyse(readGraph(readFileSync(join(folder, `${name}.json`), "utf8")), { sim: "auto" }));
}

/** States stable for everybody, each decision maker by any of the concepts. */
function underAnyOf(result: StabilityResult, concepts: AnyConcept[]): string[] {
  return result.states
    .map((state) => state.id)
    .filter((id) =>
      result.decisionMakers.every((dm) => concepts.some((c) => result.stable[c]?.[dm]?.includes(id))),
    );
}

const names = readdirSync(folder)
  .filter((file) => file.endsWith(".json"))
  .map((file) => file.replace(".json", ""));

test("the published cases are all there", () => {
  expect(names).toHaveLength(10);
});

describe.each(names)("%s", (name) => {
  const expected = JSON.parse(readFileSync(join(folder, "expected", `${name}.json`), "utf8")) as Expected;
  const result = solve(name);

  test("agrees with what is published", () => {
    for (const { concepts, among, equilibria } of expected.published) {
      const found = underAnyOf(result, concepts).filter((id) => among === undefined || among.includes(id));
      expect(found, concepts.join(" or ")).toEqual(equilibria);
    }
    for (const [dm, states] of Object.entries(expected.byHand ?? {})) {
      for (const [state, by] of Object.entries(states)) {
        for (const [concept, stable] of Object.entries(by)) {
          expect(result.stable[concept as AnyConcept]?.[dm]?.includes(state), concept).toBe(stable);
        }
      }
    }
  });

  test("agrees with an independent solver, state by state", () => {
    for (const [concept, ids] of Object.entries(expected.equilibria)) {
      expect(result.equilibria[concept as AnyConcept], concept).toEqual(ids);
    }
    for (const [concept, byDm] of Object.entries(expected.stable ?? {})) {
      expect(result.stable[concept as AnyConcept], concept).toEqual(byDm);
    }
  });

  if (expected.disputed !== undefined) {
    test("where the published column is disputed, contains it", () => {
      for (const concept of expected.disputed?.concepts ?? []) {
        const ours = result.equilibria[concept] ?? [];
        expect(ours).toEqual(expect.arrayContaining(expected.disputed?.published ?? []));
        expect(ours.length).toBeGreaterThan(expected.disputed?.published.length ?? 0);
      }
    });
  }
});
