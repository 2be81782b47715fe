/// <reference types="node" />
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { settle } from "../settle.ts";
import { isGeniusXml, readGeniusXml } from "./genius-xml.ts";

const folder = fileURLToPath(new URL("../../../../../shared/golden/packages/genius/", import.meta.url));
const there = existsSync(join(folder, "expected.json"));

interface Expected {
  dir: string;
  parties: string[];
  skipped?: string;
  outcomes: number;
  zopa_outcomes: number;
  pareto_vectors_rational: number;
  reservation: number[];
  nash: { value: number; utilities: number[] };
  egalitarian_maxmin_gain: { value: number; utilities: number[] };
  ks_maxmin_normalised_ideal_over_rational: { value: number; utilities: number[] };
  utilitarian: { value: number; ties: number; utilities: number[] };
  negmas_nash: { utilities: number[] };
  negmas_kalai: { utilities: number[] };
  negmas_ks: { utilities: number[] };
  negmas_max_welfare: { n: number; utilities: number[] };
  genius_rule_min_abs_difference_on_rational_frontier?: number[];
}

const scenarios = (): Expected[] =>
  (JSON.parse(readFileSync(join(folder, "expected.json"), "utf8")) as { results: Expected[] }).results;
const problemOf = ({ dir, parties }: Pick<Expected, "dir" | "parties">) =>
  readGeniusXml(parties.map((name) => ({ name, text: readFileSync(join(folder, dir, name), "utf8") })));

// The scenarios are other people's files and stay outside the project; without them there is nothing to read.
describe.skipIf(!there)("GENIUS scenarios of the golden set", () => {
  it("have the published frontier sizes and solutions, and under other tools' rules theirs, to 1e-9", () => {
    let compared = 0;
    for (const one of scenarios()) {
      if (one.skipped !== undefined) continue;
      const about = `${one.dir}, ${one.parties.length} parties`;
      const json = problemOf(one);
      const ids = json.parties.map((p) => p.id);
      const near = (solution: { values: Record<string, number> } | null, values: number[]): void =>
        expect(
          values.map((v, i) => Math.abs(solution!.values[ids[i]!]! - v) < 1e-9),
          `${about}: ${JSON.stringify(solution!.values)} against ${values}`,
        ).toEqual(values.map(() => true));
      const result = settle(json);
      expect(result.packages, about).toBe(one.outcomes);
      expect(result.acceptable, about).toBe(one.zopa_outcomes);
      expect(result.frontier.length, about).toBe(one.pareto_vectors_rational);
      expect(result.solutions.nash!.score).toBeCloseTo(one.nash.value, 9);
      expect(result.solutions.egalitarian!.score).toBeCloseTo(one.egalitarian_maxmin_gain.value, 9);
      expect(result.solutions.kalaiSmorodinsky!.score).toBeCloseTo(
        one.ks_maxmin_normalised_ideal_over_rational.value,
        9,
      );
      near(result.solutions.nash, one.nash.utilities);
      near(result.solutions.egalitarian, one.egalitarian_maxmin_gain.utilities);
      near(result.solutions.kalaiSmorodinsky, one.ks_maxmin_normalised_ideal_over_rational.utilities);
      const best = result.solutions.utilitarian!;
      const all = [best, ...best.ties];
      const sum = (values: Record<string, number>): number =>
        Object.values(values).reduce((a, b) => a + b, 0);
      expect(all.length, about).toBe(one.utilitarian.ties);
      for (const tie of all) expect(sum(tie.values)).toBeCloseTo(one.utilitarian.value, 9);
      const negmas = settle(json, { tool: "negmas" }).solutions;
      near(negmas.nash, one.negmas_nash.utilities);
      near(negmas.egalitarian, one.negmas_kalai.utilities);
      near(negmas.kalaiSmorodinsky, one.negmas_ks.utilities);
      expect(sum(negmas.utilitarian!.values)).toBeCloseTo(
        one.negmas_max_welfare.utilities.reduce((a, b) => a + b, 0),
        9,
      );
      const genius = one.genius_rule_min_abs_difference_on_rational_frontier;
      if (genius !== undefined) near(settle(json, { tool: "genius" }).solutions.kalaiSmorodinsky, genius);
      const negolog = settle(json, { tool: "negolog" }).solutions;
      expect(negolog.egalitarian!.values).toEqual(negolog.utilitarian!.values);
      compared++;
    }
    expect(compared).toBeGreaterThanOrEqual(7);
  });

  it("are read where no type of an issue is given: it is discrete then", () => {
    const json = problemOf({ dir: "anac__y2012__CarB", parties: ["Car-B-prof1.xml", "Car-B-prof2.xml"] });
    expect(json.issues.map((issue) => issue.options.length)).toEqual([5, 5, 5, 5, 5, 5]);
    expect(json.parties[0]!.values["CD player"]).toEqual({
      good: 1,
      "fairly good": 0.98,
      standard: 0.92,
      meager: 0.75,
      none: 0,
    });
    expect(settle(json).status).toBe("proved");
  });
});

describe("GENIUS XML", () => {
  const domain = `<negotiation_template><utility_space number_of_issues="2"><objective index="0" name="root">
    <issue index="1" name="Gate" vtype="discrete"><item index="1" value="open &amp; lit"/><item index="2" value="shut"/></issue>
    <issue index="2" name="Days" vtype="integer"><range lowerbound="2" upperbound="4"/></issue>
  </objective></utility_space></negotiation_template>`;
  const profile = (reservation: string): string => `<?xml version="1.0"?><utility_space><objective index="0">
    <weight index="1" value="0.25"/><weight index="2" value="0.75"/>
    <issue index="1" name="Gate" vtype="discrete"><item index="1" value="open &amp; lit" evaluation="10"/><item index="2" value="shut" evaluation="40"/></issue>
    <issue index="2" name="Days" vtype="integer"><range lowerbound="2" upperbound="4"/><evaluator ftype="linear" offset="0" slope="0.25"/></issue>
  </objective>${reservation}</utility_space>`;
  const file = (name: string, text: string) => ({ name, text });

  it("gives options, weights, integer issues and reservations", () => {
    const json = readGeniusXml([
      file("d.xml", domain),
      file("north.xml", profile('<reservation value="0.3"/>')),
      file("south.xml", profile("")),
    ]);
    expect(json.issues).toEqual([
      { id: "Gate", options: ["open & lit", "shut"] },
      { id: "Days", options: ["2", "3", "4"] },
    ]);
    expect(json.parties.map((p) => [p.id, p.reservation])).toEqual([
      ["north", 0.3],
      ["south", 0],
    ]);
    expect(json.parties[0]!.values).toEqual({
      Gate: { "open & lit": 0.25, shut: 1 },
      Days: { "2": 0.5, "3": 0.75, "4": 1 },
    });
    expect(isGeniusXml(domain)).toBe(true);
    expect(isGeniusXml("<html>")).toBe(false);
  });

  it("says what is wrong and where", () => {
    const wrong = (...texts: string[]): string => {
      try {
        readGeniusXml(texts.map((text, n) => file(`${n}.xml`, text)));
        return "";
      } catch (error) {
        return (error as Error).message;
      }
    };
    expect(wrong("<utility_space><objective></utility_space>")).toMatch(
      /^0\.xml: line 1, column \d+: this is not XML/,
    );
    expect(wrong("<html></html>")).toMatch(/no domain and no profile/);
    expect(wrong(domain)).toMatch(/a domain alone says nothing/);
    expect(wrong(domain, profile("").replace('evaluation="40"', 'evaluation="much"'))).toMatch(
      /1\.xml: expected a number for Gate: shut, found "much"/,
    );
    expect(wrong(domain, profile("").replace('<weight index="2" value="0.75"/>', ""))).toMatch(
      /the issue "Days" has no weight/,
    );
    expect(wrong(domain.replaceAll("Gate", "__proto__"), profile(""))).toMatch(
      /"__proto__" cannot be a name/,
    );
    const laughs = Array.from({ length: 12 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join(
      "",
    );
    expect(
      wrong(
        domain,
        `<!DOCTYPE u [<!ENTITY l0 "ha">${laughs}]>${profile("").replace('<?xml version="1.0"?>', "").replace("shut", "&l12;")}`,
      ),
    ).toMatch(/1\.xml: /);
    expect(wrong(domain.replace('"integer"', '"real"'), profile(""))).toMatch(/of type "real"/);
    expect(wrong(domain.replace('upperbound="4"', 'upperbound="1"'), profile(""))).toMatch(/from "2" to "1"/);
  });
});
