import { readdirSync, readFileSync } from "node:fs";
import { caseJsonSchema } from "@parley/case/schema";
import { SETTLEMENT_SCHEMA } from "@parley/settlement";
import { GRAPH_SCHEMA, readGraph } from "@parley/stability";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";

const at = (path: string): string => readFileSync(new URL(path, import.meta.url), "utf8");
const ajv = new Ajv2020({ strict: false, allErrors: true });
const complaints = (check: ValidateFunction, value: unknown): string[] =>
  check(value) ? [] : (check.errors ?? []).map((e) => `${e.instancePath} ${e.message}`);

describe("the schemas that editors use", () => {
  it("of the text form: the file is what the code says, and the examples keep to it", () => {
    const written = JSON.parse(at("../packages/case/case.schema.json")) as object;
    expect(written).toEqual(JSON.parse(JSON.stringify(caseJsonSchema())));
    const check = ajv.compile(written);
    for (const name of ["anchorage", "elmira"])
      expect(complaints(check, parse(at(`${name}/case.yaml`)))).toEqual([]);
    expect(complaints(check, { parley: 1, title: "x", positions: { p: { of: 3 } } })).not.toEqual([]);
  });

  it("of parley-graph: every example keeps to it, and what it refuses the reader refuses", () => {
    const check = ajv.compile(GRAPH_SCHEMA);
    const files = readdirSync(new URL("graph", import.meta.url)).filter((f) => f.endsWith(".json"));
    expect(files.length).toBeGreaterThan(9);
    for (const file of files)
      expect([file, ...complaints(check, JSON.parse(at(`graph/${file}`)))]).toEqual([file]);
    const good = JSON.parse(at("graph/elmira-12-state.json")) as Record<string, unknown>;
    for (const bad of [
      { ...good, "parley-graph": 2 },
      { ...good, decisionMakers: [] },
      { ...good, preferences: undefined },
      { ...good, speed: 3 },
      { ...good, preferences: { A: { ranking: [], weights: [] } } },
    ]) {
      const plain = JSON.parse(JSON.stringify(bad)) as object;
      expect(complaints(check, plain)).not.toEqual([]);
      expect(() => readGraph(JSON.stringify(plain))).toThrow();
    }
  });

  it("of parley-settlement", () => {
    const check = ajv.compile(SETTLEMENT_SCHEMA);
    const good = {
      "parley-settlement": 1,
      issues: [{ id: "land", options: ["keep", "cede"] }],
      parties: [
        {
          id: "A",
          reservation: [0.1, 0.2],
          weights: { land: 1 },
          values: { land: { keep: 1, cede: [0, 0.1, 0.3] } },
          redLines: [[["land", "cede"]]],
        },
      ],
      links: [{ forbid: [["land", "cede"]] }],
      consent: { all: ["A"], rules: [{ of: ["A"], atLeast: 1 }] },
    };
    expect(complaints(check, good)).toEqual([]);
    const files = readdirSync(new URL("packages", import.meta.url)).filter((f) => f.endsWith(".json"));
    expect(files.length).toBeGreaterThan(3);
    for (const file of files)
      expect([file, ...complaints(check, JSON.parse(at(`packages/${file}`)))]).toEqual([file]);
    expect(complaints(check, { ...good, issues: [] })).not.toEqual([]);
    expect(complaints(check, { ...good, links: [{ allow: [] }] })).not.toEqual([]);
  });
});
