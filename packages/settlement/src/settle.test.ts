import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Xoshiro128 } from "./core/xoshiro.ts";
import { settle, verdicts } from "./settle.ts";
import { type ChoiceJson, type Numeric, readSettlementJson, type SettlementJson } from "./settlement-json.ts";
import type { PackageJson } from "./verdict.ts";
import { robustness } from "./worlds.ts";

/** The same answers from the definitions: every package, one by one, in plain numbers. */
function literal(json: SettlementJson) {
  const packages = json.issues.reduce<PackageJson[]>(
    (some, issue) =>
      some.flatMap((p) =>
        [...issue.options, ...(issue.open ? [null] : [])].map((o) => ({ ...p, [issue.id]: o })),
      ),
    [{}],
  );
  const made = (p: PackageJson, choices: ChoiceJson[]): boolean => choices.every(([k, o]) => p[k] === o);
  const value = (p: PackageJson, i: number): number => {
    const party = json.parties[i]!;
    return json.issues.reduce(
      (sum, { id }) =>
        sum + (p[id] == null ? 0 : likeliest(party.weights[id]!) * likeliest(party.values[id]![p[id]!]!)),
      0,
    );
  };
  const linksHold = (p: PackageJson): boolean =>
    (json.links ?? []).every((link) =>
      "forbid" in link ? !made(p, link.forbid) : !made(p, [link.require[0]]) || made(p, [link.require[1]]),
    );
  const accepts = (p: PackageJson, i: number): boolean => {
    const party = json.parties[i]!;
    return (
      !(party.redLines ?? []).some((line) => made(p, line)) &&
      (party.essential ?? []).every((k) => p[k] !== null) &&
      value(p, i) >= (party.reservation as number) - 1e-9
    );
  };
  const everybody = json.parties.map((_, i) => i);
  const yes = (p: PackageJson): boolean => {
    const who = new Set(everybody.filter((i) => accepts(p, i)).map((i) => json.parties[i]!.id));
    const consent = json.consent ?? { all: json.parties.map((party) => party.id) };
    return (
      (consent.all ?? []).every((id) => who.has(id)) &&
      (consent.rules ?? []).every((r) => r.of.filter((id) => who.has(id)).length >= r.atLeast)
    );
  };
  const zone = packages.filter((p) => linksHold(p) && yes(p));
  const vectors = zone.map((p) => everybody.map((i) => value(p, i)));
  const dominates = (a: number[], b: number[]): boolean =>
    a.every((x, i) => x >= b[i]! - 1e-9) && a.some((x, i) => x > b[i]! + 1e-9);
  const frontier = vectors.filter((v) => !vectors.some((w) => dominates(w, v)));
  // Those whose acceptance some smallest sufficient set of parties needs.
  const consent = json.consent!;
  const enough = (set: number): boolean => {
    const who = new Set(everybody.filter((i) => (set >> i) & 1).map((i) => json.parties[i]!.id));
    return (
      (consent.all ?? []).every((id) => who.has(id)) &&
      (consent.rules ?? []).every((r) => r.of.filter((id) => who.has(id)).length >= r.atLeast)
    );
  };
  const sets = Array.from({ length: 2 ** everybody.length }, (_, set) => set).filter(enough);
  const minimal = sets.filter((a) => !sets.some((b) => b !== a && (a & b) === b));
  const bargainers = everybody.filter((i) => minimal.some((set) => (set >> i) & 1));
  return { packages, zone, vectors, frontier, bargainers };
}

/** A judgement at its likeliest value, or in the middle of its range. */
function likeliest(value: Numeric): number {
  if (typeof value === "number") return value;
  return value.length === 3 ? value[1] : (value[0] + value[1]) / 2;
}

const key = (v: number[]): string => v.map((x) => (Math.round(x * 1e6) / 1e6 || 0).toFixed(6)).join(" ");
const distinct = (rows: number[][]): string[] => [...new Set(rows.map(key))].sort();

// biome-ignore lint/suspicious/noExplicitAny: the test breaks a file in ways its type forbids
type Loose = any;

/** Small whole numbers make many ties; thirds make none that are exact. */
const problems: fc.Arbitrary<SettlementJson> = fc
  .record({
    sizes: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 4 }),
    parties: fc.integer({ min: 1, max: 4 }),
    thirds: fc.boolean(),
    open: fc.boolean(),
  })
  .chain(({ sizes, parties, thirds, open }) => {
    const grid = fc
      .tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 5 }))
      .map(([n, how]): Numeric => {
        const at = thirds ? n / 3 : n;
        return how === 0 ? [at - 1, at + 1] : how === 1 ? [at - 1, at, at + 3] : at;
      });
    const issues = sizes.map((n, k) => ({
      id: `k${k}`,
      options: Array.from({ length: n }, (_, o) => `o${o}`),
      ...(open && k === 0 ? { open: true } : {}),
    }));
    const choice = fc
      .integer({ min: 0, max: sizes.length - 1 })
      .chain((k) => fc.integer({ min: 0, max: sizes[k]! - 1 }).map((o): ChoiceJson => [`k${k}`, `o${o}`]));
    const party = (i: number) =>
      fc.record({
        id: fc.constant(`p${i}`),
        reservation: fc.integer({ min: 0, max: 8 }).map((n) => (thirds ? n / 3 : n)),
        weights: fc
          .tuple(...issues.map(() => fc.integer({ min: 0, max: 2 })))
          .map((w) => Object.fromEntries(issues.map((x, k) => [x.id, w[k]!]))),
        values: fc
          .tuple(...issues.map((x) => fc.tuple(...x.options.map(() => grid))))
          .map((rows) =>
            Object.fromEntries(
              issues.map((x, k) => [x.id, Object.fromEntries(x.options.map((o, n) => [o, rows[k]![n]!]))]),
            ),
          ),
        redLines: fc.array(fc.array(choice, { minLength: 1, maxLength: 2 }), { maxLength: 2 }),
        essential: open ? fc.constantFrom([], ["k0"]) : fc.constant([]),
      });
    return fc.record({
      "parley-settlement": fc.constant(1 as const),
      issues: fc.constant(issues),
      parties: fc.tuple(...Array.from({ length: parties }, (_, i) => party(i))).map((all) => [...all]),
      links: fc.array(
        fc.oneof(
          fc.tuple(choice, choice).map((forbid) => ({ forbid: [...forbid] })),
          fc.tuple(choice, choice).map((require) => ({ require })),
        ),
        { maxLength: 2 },
      ),
      consent: fc.oneof(
        fc.constant({ all: Array.from({ length: parties }, (_, i) => `p${i}`) }),
        fc.integer({ min: 1, max: parties }).map((atLeast) => ({
          all: ["p0"],
          rules: [{ of: Array.from({ length: parties }, (_, i) => `p${i}`), atLeast }],
        })),
      ),
    });
  }) as unknown as fc.Arbitrary<SettlementJson>;

describe("settle, against the definitions", () => {
  it("finds the same zone, frontier and solutions", () => {
    fc.assert(
      fc.property(problems, (json) => {
        const result = settle(json);
        const slow = literal(json);
        expect(result.packages).toBe(slow.packages.length);
        expect(result.acceptable).toBe(slow.zone.length);
        const values = (row: Record<string, number>): number[] => json.parties.map((p) => row[p.id]!);
        expect(distinct(result.frontier.map((f) => values(f.values)))).toEqual(distinct(slow.frontier));
        for (const point of result.frontier) {
          const equal = slow.vectors.filter((v) => key(v) === key(values(point.values))).length;
          if (json.consent!.rules === undefined) expect(point.count).toBe(equal);
          else expect(point.count).toBeLessThanOrEqual(equal);
        }
        const gains = (row: number[]): number[] =>
          slow.bargainers.map((i) => Math.max(0, row[i]! - (json.parties[i]!.reservation as number)));
        const rational = slow.vectors.filter((v) =>
          slow.bargainers.every((i) => v[i]! >= (json.parties[i]!.reservation as number) - 1e-9),
        );
        if (rational.length === 0) {
          expect(result.solutions.nash).toBeNull();
          return;
        }
        const of = (name: keyof typeof result.solutions): number[] =>
          gains(values(result.solutions[name]!.values));
        const most = slow.bargainers.map((_, b) => Math.max(...rational.map((v) => gains(v)[b]!)));
        const sorted = (row: number[]): number[] => [...row].sort((a, b) => a - b);
        const product = (row: number[]): number => row.reduce((a, b) => a * b, 1);
        if (
          most.every((_, b) => rational.some((v) => gains(v)[b]! > 1e-9)) &&
          rational.some((v) => gains(v).every((g) => g > 1e-9))
        ) {
          expect(product(of("nash"))).toBeCloseTo(Math.max(...rational.map((v) => product(gains(v)))), 6);
        }
        const lexMax = (rows: number[][]): number[] =>
          rows.reduce((a, b) => (lex(sorted(b), sorted(a)) > 0 ? b : a));
        expect(key(sorted(of("egalitarian")))).toBe(key(sorted(lexMax(rational.map(gains)))));
        const share = (row: number[]): number[] =>
          row.flatMap((g, b) => (most[b]! > 1e-9 ? [g / most[b]!] : []));
        expect(key(sorted(share(of("kalaiSmorodinsky"))))).toBe(
          key(sorted(lexMax(rational.map((v) => share(gains(v)))))),
        );
        const sum = (row: number[]): number => row.reduce((a, b) => a + b, 0);
        expect(sum(of("utilitarian"))).toBeCloseTo(Math.max(...rational.map((v) => sum(gains(v)))), 6);
      }),
      { numRuns: 1500 },
    );
  });

  it("never crosses a red line, and says why each refuses", () => {
    fc.assert(
      fc.property(problems, (json) => {
        const result = settle(json);
        const needed = json.consent!.all!;
        for (const { package: chosen } of result.frontier.slice(0, 5)) {
          for (const verdict of verdicts(json, chosen)) {
            if (needed.includes(verdict.party))
              expect(verdict.acceptable, JSON.stringify(verdict)).toBe(true);
            expect(verdict.acceptable).toBe(verdict.objections.length === 0);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it("mirrors when two parties swap places, to the last bit", () => {
    fc.assert(
      fc.property(problems, (json) => {
        const mirrored = settle({ ...json, parties: [...json.parties].reverse() });
        expect({ ...mirrored, parties: [...mirrored.parties].reverse(), whyNot: undefined }).toEqual({
          ...settle(json),
          whyNot: undefined,
        });
      }),
      { numRuns: 1000 },
    );
  });

  it("says what blocks, minimally, when nothing is acceptable", () => {
    let empty = 0;
    fc.assert(
      fc.property(problems, (json) => {
        fc.pre(json.consent!.rules === undefined);
        const result = settle(json);
        if (result.acceptable !== 0) return;
        empty++;
        expect(result.whyNot!.relaxations.length).toBeGreaterThan(0);
        // Without any one obstacle of a smallest relaxation the zone stays shut; without all of them it opens.
        const relax = (
          set: (typeof result.whyNot & object)["relaxations"][number]["without"],
        ): SettlementJson => {
          const gone = (type: string, party: string | undefined, choices: ChoiceJson[]): boolean =>
            set.some(
              (o) =>
                o.type === type &&
                (o.type === "link" || o.party === party) &&
                "choices" in o &&
                key2(o.choices) === key2(choices),
            );
          return {
            ...json,
            links: (json.links ?? []).filter((l) => !("forbid" in l) || !gone("link", undefined, l.forbid)),
            parties: json.parties.map((p) => ({
              ...p,
              redLines: (p.redLines ?? []).filter((line) => !gone("red line", p.id, line)),
              reservation: set.some((o) => o.type === "no deal" && o.party === p.id) ? -1 : p.reservation,
            })),
          };
        };
        const simple = result
          .whyNot!.relaxations.map((one) => one.without)
          .filter((set) => set.every((o) => o.type !== "link"));
        for (const set of simple) {
          if (
            set.some((o) => o.type === "red line" && json.parties.some((p) => (p.essential ?? []).length > 0))
          )
            continue;
          expect(settle(relax(set)).acceptable).toBeGreaterThan(0);
          for (const one of set) expect(settle(relax(set.filter((o) => o !== one))).acceptable).toBe(0);
        }
      }),
      { numRuns: 1500 },
    );
    expect(empty).toBeGreaterThan(50);
  });
});

describe("Nash 1950, Bill and Jack", () => {
  // J. F. Nash, "The bargaining problem", Econometrica 18 (1950): nine goods, each worth something to both.
  const goods: [string, "Bill" | "Jack", number, number][] = [
    ["book", "Bill", 2, 4],
    ["whip", "Bill", 2, 2],
    ["ball", "Bill", 2, 1],
    ["bat", "Bill", 2, 2],
    ["box", "Bill", 4, 1],
    ["pen", "Jack", 10, 1],
    ["toy", "Jack", 4, 1],
    ["knife", "Jack", 6, 2],
    ["hat", "Jack", 2, 2],
  ];
  const party = (id: "Bill" | "Jack", reservation: number) => ({
    id,
    reservation,
    weights: Object.fromEntries(goods.map(([g]) => [g, 1])),
    values: Object.fromEntries(
      goods.map(([g, , bill, jack]) => [
        g,
        { Bill: id === "Bill" ? bill : 0, Jack: id === "Jack" ? jack : 0 },
      ]),
    ),
  });
  const json: SettlementJson = {
    "parley-settlement": 1,
    issues: goods.map(([id]) => ({ id, options: ["Bill", "Jack"] })),
    parties: [party("Bill", 12), party("Jack", 6)],
  };
  const result = settle(readSettlementJson(JSON.parse(JSON.stringify(json))));
  const gains = (row: Record<string, number>): number[] => [row.Bill! - 12, row.Jack! - 6];

  it("gains 12 and 5, product 60", () => {
    expect(gains(result.solutions.nash!.values)).toEqual([12, 5]);
    expect(result.solutions.nash!.score).toBe(60);
    const given = goods.filter(([g, owner]) => result.solutions.nash!.package[g] !== owner).map(([g]) => g);
    expect(given).toEqual(["book", "whip", "ball", "bat", "pen", "toy", "knife"]);
  });
  it("has the published frontier and the other solutions", () => {
    expect(result.frontier.map((f) => gains(f.values)).sort((a, b) => a[0]! - b[0]!)).toEqual([
      [2, 8],
      [6, 7],
      [8, 6],
      [12, 5],
      [14, 4],
      [16, 2],
      [18, 0],
    ]);
    expect(result.solutions.kalaiSmorodinsky!.score).toBeCloseTo(0.625, 12);
    expect(gains(result.solutions.kalaiSmorodinsky!.values)).toEqual([12, 5]);
    expect(gains(result.solutions.egalitarian!.values)).toEqual([8, 6]);
    const best = result.solutions.utilitarian!;
    expect([best, ...best.ties].map((s) => gains(s.values)).sort((a, b) => a[0]! - b[0]!)).toEqual([
      [14, 4],
      [16, 2],
      [18, 0],
    ]);
    expect(result.packages).toBe(512);
    expect(result.status).toBe("proved");
  });
});

describe("reading parley-settlement", () => {
  const good = {
    "parley-settlement": 1,
    issues: [{ id: "x", options: ["a", "b"] }],
    parties: [{ id: "A", reservation: 0.3, weights: { x: 1 }, values: { x: { a: 1, b: [0, 0.2] } } }],
  };
  it("names the place, the value and what was expected", () => {
    const wrong = (change: (json: Loose) => void): string => {
      const copy = JSON.parse(JSON.stringify(good)) as Loose;
      change(copy);
      try {
        readSettlementJson(copy);
        return "";
      } catch (error) {
        return (error as Error).message;
      }
    };
    expect(wrong(() => {})).toBe("");
    expect(wrong((j) => delete j["parley-settlement"])).toBe(
      '$: expected "parley-settlement": 1, found nothing',
    );
    expect(wrong((j) => (j.parties[0].values.x.b = [1, 0]))).toMatch(
      /^\$\.parties\[0\]\.values\.x\.b: expected a number.*found \[1,0\]$/,
    );
    expect(wrong((j) => delete j.parties[0].reservation)).toMatch(/reservation: there is no reservation/);
    expect(wrong((j) => (j.parties[0].redLines = [[["x", "c"]]]))).toBe(
      '$.parties[0].redLines[0][0]: there is no option called "c"; there are: a, b',
    );
    expect(wrong((j) => (j.consent = { all: ["B"] }))).toBe(
      '$.consent.all[0]: there is no party called "B"; there are: A',
    );
    expect(wrong((j) => (j.parties[0].weights.x = Number.NaN))).toMatch(/expected a finite number/);
  });
});

describe("worlds", () => {
  it("draw as published", () => {
    // Reference output of xoshiro128** 1.1 (Blackman & Vigna) from the state 1, 2, 3, 4.
    const random = Xoshiro128.from([1, 2, 3, 4]);
    expect(Array.from({ length: 5 }, () => random.next())).toEqual([11520, 0, 5927040, 70819200, 2031721883]);
  });
  it("spread a seed over the state as every package does: seeds are part of the file format", () => {
    const first = (seed: number): number[] => {
      const random = new Xoshiro128(seed);
      return [random.next(), random.next(), random.next()];
    };
    expect(first(0)).toEqual([3809008728, 1133695204, 53579671]);
    expect(first(20260622)).toEqual([50182525, 3084000869, 1645889417]);
  });
  it("give the share of worlds, the same for the same seed, and name what decides", () => {
    const json: SettlementJson = {
      "parley-settlement": 1,
      issues: [{ id: "x", options: ["a", "b"] }],
      parties: [
        { id: "A", reservation: 0.5, weights: { x: 1 }, values: { x: { a: [0, 1], b: 0 } } },
        { id: "B", reservation: [0, 0.2], weights: { x: 1 }, values: { x: { a: 0.9, b: 1 } } },
      ],
    };
    const [once] = robustness(json, [{ x: "a" }], { worlds: 4000, seed: 7 });
    expect(robustness(json, [{ x: "a" }], { worlds: 4000, seed: 7 })).toEqual([once]);
    const turned = { ...json, parties: [...json.parties].reverse() };
    expect(robustness(turned, [{ x: "a" }], { worlds: 4000, seed: 7 })[0]!.accepts).toEqual(once!.accepts);
    expect(once!.accepts.A).toBeGreaterThan(0.47);
    expect(once!.accepts.A).toBeLessThan(0.53);
    expect(once!.accepts.B).toBe(1);
    expect(once!.holds).toBe(once!.accepts.A);
    expect(once!.hangsOn[0]).toEqual({
      judgement: "value of x: a",
      party: "A",
      margin: [-0.5, 0.5],
      decides: true,
    });
    // Whether it holds goes with that judgement alone, and where it holds there is nothing better.
    const [most, ...others] = once!.drivenBy;
    expect(others).toEqual([]);
    expect(most).toMatchObject({ judgement: "value of x: a", party: "A" });
    expect(Math.abs(most!.share - 1)).toBeLessThan(3 * most!.error + 1e-9);
    expect(once!.regret).toEqual({ A: { mean: 0, high: 0 }, B: { mean: 0, high: 0 } });
  });
  it("say what a package that does not hold costs those who could have had another", () => {
    const json: SettlementJson = {
      "parley-settlement": 1,
      issues: [{ id: "x", options: ["a", "b"] }],
      parties: [
        { id: "A", reservation: 0.5, weights: { x: 1 }, values: { x: { a: [0, 1], b: 0 } } },
        { id: "B", reservation: [0, 0.2], weights: { x: 1 }, values: { x: { a: 0.9, b: 1 } } },
      ],
    };
    // Package b is never acceptable to A; a is where its value reaches 0.5: on average 0.75 then, up to 0.975.
    const [never] = robustness(json, [{ x: "b" }], { worlds: 4000, seed: 7 });
    expect(never!.holds).toBe(0);
    expect(never!.drivenBy).toEqual([]);
    expect(never!.regret!.A!.mean).toBeCloseTo(0.25, 1);
    expect(never!.regret!.A!.high).toBeCloseTo(0.475, 2);
    expect(never!.regret!.B!.mean).toBeCloseTo(0.8, 2);
    const barren = { ...json, parties: json.parties.map((p) => ({ ...p, reservation: 2 })) };
    expect(robustness(barren, [{ x: "b" }], { worlds: 50, seed: 7 })[0]!.regret).toBeNull();
  });
});

const key2 = (choices: ChoiceJson[]): string => [...new Set(choices.map(String))].sort().join(" ");

function lex(a: number[], b: number[]): number {
  for (let i = 0; i < a.length; i++) if (Math.abs(a[i]! - b[i]!) > 1e-9) return a[i]! - b[i]!;
  return 0;
}
