import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AskJson, CandidateJson, CoalitionJson } from "./coalition.ts";
import { joins, pullsOf } from "./pull.ts";
import { sequence } from "./sequence.ts";
import { blockingSets, isEnough, necessaryMembers, type Voting } from "./voting.ts";

const candidate = (id: string, more: Partial<CandidateJson> = {}): CandidateJson => ({
  id,
  ease: "unknown",
  readiness: 1,
  needs: [],
  asks: [],
  drawnBy: [],
  ...more,
});
const ask = (more: Partial<AskJson> = {}): AskJson => ({
  what: "credit",
  status: "open",
  worth: 0,
  against: [],
  ...more,
});
const coalition = (candidates: CandidateJson[], more: Partial<CoalitionJson> = {}): CoalitionJson => ({
  members: [],
  candidates,
  enough: { all: [], rules: [] },
  ...more,
});
const go = (of: CoalitionJson, worlds = 0): ReturnType<typeof sequence> => sequence(of, { worlds, seed: 7 });

const VOTERS = ["a", "b", "c", "d", "e"];
const voting: fc.Arbitrary<Voting> = fc.record({
  all: fc.uniqueArray(fc.constantFrom(...VOTERS), { maxLength: 2 }),
  rules: fc.array(
    fc
      .uniqueArray(fc.constantFrom(...VOTERS), { minLength: 1 })
      .chain((of) => fc.record({ of: fc.constant(of), atLeast: fc.integer({ min: 1, max: of.length }) })),
    { maxLength: 2 },
  ),
});

describe("votes", () => {
  it("name who is necessary and every smallest blocking set, as trying all groups does", () => {
    fc.assert(
      fc.property(voting, (rule) => {
        const groups = [...Array(32).keys()].map((mask) => VOTERS.filter((_, i) => (mask >> i) & 1));
        const enough = groups.filter((group) => isEnough(rule, (one) => group.includes(one)));
        expect(necessaryMembers(rule)).toEqual(VOTERS.filter((one) => enough.every((g) => g.includes(one))));
        const blocks = groups.filter(
          (group) => group.length > 0 && enough.every((g) => group.some((one) => g.includes(one))),
        );
        const smallest = blocks.filter(
          (g) => !blocks.some((o) => o.length < g.length && o.every((one) => g.includes(one))),
        );
        const found = blockingSets(rule);
        expect(found.status).toBe("proved");
        expect(found.sets.map((s) => s.join()).sort()).toEqual(smallest.map((s) => s.join()).sort());
      }),
      { numRuns: 1000 },
    );
  });
});

describe("whom to win first", () => {
  it("S82: the easiest first where no numbers are known, and no share is given", () => {
    const made = go(
      coalition([
        candidate("gulf", { ease: "reluctant", readiness: undefined as never }),
        candidate("north", { ease: "ready" }),
      ]),
    );
    expect(made.steps.map((s) => s.candidate)).toEqual(["north", "gulf"]);
    expect(made.steps.every((s) => s.works === undefined)).toBe(true);
    expect(made.status).toBe("heuristic");
  });

  it("S83: an issue that is taken up wins its member", () => {
    const asks = [ask({ what: "Black Sea", worth: 0.6 })];
    const with_ = go(coalition([candidate("coast", { readiness: 0.5, asks })]));
    expect(with_.steps).toMatchObject([
      { candidate: "coast", grants: ["Black Sea"], works: 1, enough: true },
    ]);
    const without = go(
      coalition([
        candidate("coast", { readiness: 0.5, asks: [{ ...(asks[0] as AskJson), status: "refused" }] }),
      ]),
    );
    expect(without.steps).toEqual([]);
    expect(without.blocked).toEqual([{ candidate: "coast", waitsFor: [] }]);
  });

  it("S84: a step waits for the consent it depends on", () => {
    const lead = candidate("lead", { needs: ["us"] });
    expect(go(coalition([lead])).blocked).toEqual([{ candidate: "lead", waitsFor: ["us"] }]);
    const made = go(coalition([lead, candidate("us")]));
    expect(made.steps.map((s) => s.candidate)).toEqual(["us", "lead"]);
    expect(made.steps[0]?.unlocks).toEqual(["lead"]);
  });

  it("S85: a side payment turns it, unless it puts off somebody who is needed", () => {
    const us = candidate("us", {
      readiness: 0.4,
      asks: [ask({ worth: 0.7, against: ["europe"], cost: 0.1 })],
    });
    expect(go(coalition([us, candidate("europe", { readiness: 1.1 })])).steps.map((s) => s.grants)).toEqual([
      [],
      ["credit"],
    ]);
    const made = go(coalition([us, candidate("europe", { readiness: 1.05 })]));
    expect(made.steps.at(-1)?.works ?? 0).toBe(0);
  });

  it("S88: finds the smallest group that is enough and says whether it holds by itself", () => {
    const made = go(
      coalition(
        [
          candidate("a", { readiness: 0.8, drawnBy: [{ id: "b", worth: 0.3 }] }),
          candidate("b"),
          candidate("c"),
        ],
        { enough: { all: ["a"], rules: [{ of: ["a", "b", "c"], atLeast: 2 }] } },
      ),
    );
    expect(made.core).toEqual({ members: ["a", "b"], holds: 1 });
    expect(made.steps.map((s) => [s.candidate, s.enough])).toEqual([
      ["b", false],
      ["a", true],
      ["c", true],
    ]);
  });

  it("asks for every number that is not known, and refuses more candidates than it can hold", () => {
    const made = go(
      coalition([
        candidate("x", { asks: [ask({ worth: undefined as never, against: ["y"] })] }),
        candidate("y"),
      ]),
    );
    expect(made.missing).toEqual([
      { candidate: "x", what: "worth", ask: "credit" },
      { candidate: "x", what: "cost", ask: "credit" },
    ]);
    expect(() => go(coalition([...Array(25).keys()].map((i) => candidate(`c${i}`))))).toThrow(/limit is 24/);
  });

  const range = fc
    .tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 6 }))
    .map(([low, width]): [number, number] => [low / 10, (low + width) / 10]);
  const names = ["p", "q", "r", "s"];
  const others = (i: number): fc.Arbitrary<string[]> =>
    fc.uniqueArray(fc.constantFrom(...names.filter((_, k) => k !== i)), { maxLength: 2 });
  const problem = fc
    .tuple(
      ...names.map((id, i) =>
        fc
          .record({
            readiness: range,
            needs: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: others(i) }),
            drawn: others(i),
            pull: range,
            asks: fc.array(fc.record({ worth: range, against: others(i), cost: range }), { maxLength: 2 }),
          })
          .map(
            (one): CandidateJson => ({
              id,
              ease: "unknown",
              readiness: one.readiness,
              needs: one.needs,
              drawnBy: one.drawn.map((by) => ({ id: by, worth: one.pull })),
              asks: one.asks.map((a, k) => ({ what: `ask ${k}`, status: "open", ...a })),
            }),
          ),
      ),
    )
    .chain((candidates) =>
      fc.record({
        candidates: fc.constant(candidates),
        atLeast: fc.integer({ min: 1, max: 4 }),
      }),
    );

  /** Every order of every group that is enough, with and without granting what puts others off, counted world by world. */
  function literal(of: CoalitionJson, worlds: number, seed: number): number {
    const pulls = pullsOf(of, worlds, seed);
    let best = 0;
    const walk = (mask: number, dear: number, alive: number[]): void => {
      const isIn = (id: string): boolean => ((mask >> names.indexOf(id)) & 1) === 1;
      if (isEnough(of.enough, isIn)) {
        const staying = alive.filter((w) =>
          names.every((_, c) => ((mask >> c) & 1) === 0 || joins(pulls, c, mask & ~(1 << c), dear, w)),
        );
        best = Math.max(best, staying.length);
      }
      for (const [c, one] of of.candidates.entries()) {
        if ((mask >> c) & 1 || !one.needs.every(isIn)) continue;
        for (const now of [dear, dear | (1 << c)]) {
          const left = alive.filter((w) => joins(pulls, c, mask, now, w));
          if (left.length > 0) walk(mask | (1 << c), now, left);
        }
      }
    };
    walk(0, 0, [...Array(pulls.worlds).keys()]);
    return best / pulls.worlds;
  }

  it("finds the order that works in most worlds, as trying every order does", () => {
    fc.assert(
      fc.property(problem, ({ candidates, atLeast }) => {
        const of = coalition(candidates, { enough: { all: [], rules: [{ of: names, atLeast }] } });
        const made = sequence(of, { worlds: 40, seed: 3 });
        const at = made.steps.findIndex((s) => s.enough);
        const shares = made.steps.filter((s) => s.enough).map((s) => s.works ?? 0);
        expect(made.status).toBe("proved");
        expect(at === -1 ? 0 : Math.max(...shares)).toBeCloseTo(literal(of, 40, 3), 12);
        expect(Math.max(0, ...made.first.map((f) => f.works))).toBeCloseTo(literal(of, 40, 3), 12);
      }),
      { numRuns: 1500, seed: 1 },
    );
  });
});
