import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Ranged } from "../xoshiro.ts";
import { attrition, lesserEvil, playAttrition } from "./attrition.ts";
import { CAUSES, type Gate, type Input, type TimingModel, type TimingParty } from "./model.ts";
import { factorsOf, sobol, tornado } from "./sensitivity.ts";
import { joinRuns, simulate, type TimingRuns } from "./simulate.ts";
import { difference, summarise } from "./summary.ts";

const input = (name: string, range: Ranged): Input => ({ name, factor: name, range });

/** A party that gains `value` from the one package, by default more than from no deal. */
const party = (name: string, noDeal: Ranged, more: Partial<TimingParty> = {}): TimingParty => ({
  noDeal: input(`${name} no deal`, noDeal),
  effects: [],
  perceives: [],
  weights: [input(`${name} weight`, 1)],
  values: [[input(`${name} value 0`, 0.5), input(`${name} value 1`, 0)]],
  ...more,
});

const OPEN: Gate = { open: true };

function model(parties: TimingParty[], more: Partial<TimingModel> = {}): TimingModel {
  return {
    stepDays: 1,
    steps: 400,
    drivers: [],
    parties,
    options: [2],
    allowed: Uint8Array.of(1, 1),
    redLineFree: parties.map(() => Uint8Array.of(1, 1)),
    consent: { all: parties.map((_, p) => p), rules: [] },
    tables: [OPEN],
    preconditions: [],
    circles: [],
    ...more,
  };
}

const run = (of: TimingModel, runs: number, seed = 1): TimingRuns => simulate(of, { runs, draws: { seed } });
const binding = (of: TimingModel, step = 0): string[] => {
  const runs = run(of, 10);
  return CAUSES.filter((_, c) => runs.binds[c * of.steps + step]! > 0);
};

describe("what must hold, and what binds when it does not", () => {
  const a = party("a", 0.4);
  const b = party("b", 0.4);

  test("all holds: the first step", () => {
    expect([...run(model([a, b]), 5).settled]).toEqual([0, 0, 0, 0, 0]);
  });
  test("no deal is worth more: reservation", () => {
    expect(binding(model([a, party("b", 0.6)]))).toEqual(["reservation"]);
  });
  test("only a package across a red line would do: red line", () => {
    const lines = [Uint8Array.of(0, 1), Uint8Array.of(1, 1)];
    expect(binding(model([a, b], { redLineFree: lines }))).toEqual(["red line"]);
  });
  test("link rules forbid it: nobody's red line", () => {
    expect(binding(model([a, b], { allowed: Uint8Array.of(0, 1) }))).toEqual(["reservation"]);
  });
  test("no table, and a closed circle", () => {
    expect(binding(model([a, b], { tables: [] }))).toEqual(["table"]);
    expect(binding(model([a, b], { tables: [{ open: false }] }))).toEqual(["table"]);
    const circle = { preconditions: [{ open: false }, { open: false }], circles: [[0, 1]] };
    expect(binding(model([a, b], circle))).toEqual(["deadlock"]);
    const cut = { preconditions: [{ open: false }, OPEN], circles: [[0, 1]] };
    expect(run(model([a, b], cut), 3).settled[0]).toBe(0);
  });
  test("a vote is enough where a rule says so, and refusals of those outside it do not count", () => {
    const three = [a, b, party("c", 0.9)];
    expect(binding(model(three))).toEqual(["reservation"]);
    const consent = { all: [0], rules: [{ of: [1, 2], atLeast: 1 }] };
    expect(run(model(three, { consent }), 2).settled[0]).toBe(0);
    const line = [Uint8Array.of(1, 1), Uint8Array.of(0, 1), Uint8Array.of(1, 1)];
    expect(binding(model(three, { consent, redLineFree: line }))).toEqual(["red line"]);
  });

  const pressed = (more: Partial<TimingParty>, perMonth: Ranged = 1): TimingModel =>
    model([a, party("b", 0.6, { effects: [{ driver: 0, perUnit: input("per unit", -0.05) }], ...more })], {
      drivers: [{ perMonth: input("losses", perMonth), shocks: [] }],
    });

  test("a trend takes 0.05 a month from 0.6: below 0.5 after two months", () => {
    // Two months are 60.875 days; the first whole day on which it is no longer above.
    expect(run(pressed({}), 3).settled[0]).toBe(61);
  });
  test("half is let through, or half is believed: four months; in between perception binds", () => {
    const half = pressed({ perceives: [{ driver: 0, through: input("through", 0.5) }] });
    expect(run(half, 3).settled[0]).toBe(122);
    expect(run(pressed({ takesUp: input("takes up", 0.5) }), 3).settled[0]).toBe(122);
    expect(binding(half, 60)).toEqual(["reservation"]);
    expect(binding(half, 61)).toEqual(["perception"]);
  });
  test("a delay shifts it by its days; a bias moves it at once", () => {
    expect(run(pressed({ perceives: [{ driver: 0, delay: input("delay", 30) }] }), 3).settled[0]).toBe(91);
    expect(run(pressed({ perceives: [{ driver: 0, bias: input("bias", 1) }] }), 3).settled[0]).toBe(31);
  });
  test("nothing gets through, or nothing is believed: never, with the filter off too", () => {
    expect(run(pressed({ perceives: [{ driver: 0, through: input("through", 0) }] }), 3).settled[0]).toBe(-1);
    expect(run(pressed({ takesUp: input("takes up", 0) }), 3).settled[0]).toBe(-1);
  });

  test("small shocks below the threshold of perception change nothing, large ones do", () => {
    const shocked = (size: number): TimingModel => {
      const of = pressed({ threshold: input("threshold", 0.04) }, 0);
      of.drivers[0]!.shocks.push({ name: "hit", factor: "hit", perYear: input("rate", 40), size });
      return of;
    };
    expect([...run(shocked(0.7), 20).settled].every((s) => s === -1)).toBe(true);
    expect([...run(shocked(0.9), 20).settled].every((s) => s >= 0)).toBe(true);
  });
});

/** Kolmogorov's distance of a sample from a distribution. */
function distance(sample: ArrayLike<number>, cdf: (x: number) => number): number {
  const sorted = Float64Array.from(sample).sort();
  const n = sorted.length;
  let most = 0;
  for (let i = 0; i < n; i++) {
    const f = cdf(sorted[i]!);
    most = Math.max(most, Math.abs((i + 1) / n - f), Math.abs(f - i / n));
  }
  return most;
}
/** Critical value at 1%. */
const critical = (n: number): number => 1.628 / Math.sqrt(n);

describe("constant hazards give an exponential distribution", () => {
  test("one table that comes at a rate (Kolmogorov–Smirnov)", () => {
    // Steps of 0.01 days, so that the grid does not show; 182.625 a year is one every two days.
    const of = model([party("a", 0.4)], {
      tables: [{ open: false, perYear: input("table", 182.625) }],
      stepDays: 0.01,
      steps: 4000,
    });
    const n = 5000;
    const days = Float64Array.from(run(of, n).settled, (step) => (step < 0 ? 40 : step * 0.01 - 0.005));
    expect(distance(days, (x) => (x >= 40 ? 1 : 1 - Math.exp(-x / 2)))).toBeLessThan(critical(n));
  });

  test("a circle opens with the first of its preconditions, two circles with the later one", () => {
    const gate = (name: string, rate: number): Gate => ({ open: false, perYear: input(name, rate) });
    const of = model([party("a", 0.4)], {
      preconditions: [gate("x", 12), gate("y", 24), gate("z", 18)],
      circles: [[0, 1], [2]],
      stepDays: 0.1,
      steps: 5000,
    });
    const n = 5000;
    const days = Float64Array.from(run(of, n).settled, (step) => (step < 0 ? 500 : step * 0.1 - 0.05));
    const [first, second] = [36 / 365.25, 18 / 365.25];
    const cdf = (x: number): number =>
      x >= 500 ? 1 : (1 - Math.exp(-first * x)) * (1 - Math.exp(-second * x));
    expect(distance(days, cdf)).toBeLessThan(critical(n));
  });

  test("shocks arrive as a Poisson process: the first that is large enough is exponential", () => {
    const of = model([party("b", 0.6, { effects: [{ driver: 0, perUnit: input("per unit", -0.2) }] })], {
      drivers: [
        {
          perMonth: input("trend", 0),
          shocks: [{ name: "hit", factor: "hit", perYear: input("rate", 36.525), size: 1 }],
        },
      ],
      stepDays: 0.1,
      steps: 2000,
    });
    const n = 5000;
    const days = Float64Array.from(run(of, n).settled, (step) => (step < 0 ? 200 : step * 0.1 - 0.05));
    expect(distance(days, (x) => (x >= 200 ? 1 : 1 - Math.exp(-x / 10)))).toBeLessThan(critical(n));
  });
});

describe("war of attrition: a million runs against the closed form", () => {
  const N = 1_000_000;
  const within = (values: ArrayLike<number>, expected: number): void => {
    let [sum, squares] = [0, 0];
    for (let i = 0; i < N; i++) {
      sum += values[i]!;
      squares += values[i]! ** 2;
    }
    const mean = sum / N;
    const error = Math.sqrt((squares / N - mean ** 2) / N);
    expect(Math.abs(mean - expected)).toBeLessThan(3 * error);
  };

  test.each([
    ["symmetric", { cost: [2, 2], prize: [100, 100] }],
    ["asymmetric", { cost: [1, 3], prize: [200, 90] }],
    ["one side may give way at once", { cost: [1, 3], prize: [200, 90], atOnce: [0.3, 0] }],
  ] as const)("%s", (_, of) => {
    const form = attrition(of);
    const played = playAttrition(of, N, 20_261);
    within(played.days, form.meanDays);
    within(
      played.gaveWay.map((side) => 1 - side),
      form.givesWay[0],
    );
    within(played.payoff[0], form.payoff[0]);
    within(played.payoff[1], form.payoff[1]);
  });

  test("by hand: hazard c/v a side, v/2c days, half and half, nothing gained", () => {
    expect(attrition({ cost: [2, 2], prize: [100, 100] })).toEqual({
      hazard: [0.02, 0.02],
      rate: 0.04,
      givesWay: [0.5, 0.5],
      meanDays: 25,
      payoff: [0, 0],
    });
    // Who has more to win gives way less: the other's hazard follows from its cost and prize.
    const uneven = attrition({ cost: [1, 1], prize: [200, 100] });
    expect(uneven.givesWay[0]).toBeGreaterThan(uneven.givesWay[1]);
  });

  test("swapping the sides swaps the result; what is none is refused", () => {
    const one = attrition({ cost: [1, 3], prize: [200, 90], atOnce: [0.3, 0] });
    const two = attrition({ cost: [3, 1], prize: [90, 200], atOnce: [0, 0.3] });
    expect([two.hazard[1], two.hazard[0]]).toEqual(one.hazard);
    expect(two.meanDays).toBeCloseTo(one.meanDays, 12);
    expect(() => attrition({ cost: [0, 1], prize: [1, 1] })).toThrow("above 0");
    expect(() => attrition({ cost: [1, 1], prize: [1, 1], atOnce: [0.1, 0.1] })).toThrow("Both sides");
    expect(() => playAttrition({ cost: [1, 1], prize: [1, 1] }, 0, 1)).toThrow(RangeError);
  });

  test("the same by the simulation: each side giving way opens the table", () => {
    const { hazard, rate } = attrition({ cost: [1, 3], prize: [200, 90] });
    const gate = (name: string, a: number): Gate => ({ open: false, perYear: input(name, a * 365.25) });
    const of = model([party("a", 0.4)], {
      tables: [gate("a gives way", hazard[0]), gate("b gives way", hazard[1])],
      stepDays: 0.1,
      steps: 8000,
    });
    const n = 4000;
    const days = Float64Array.from(run(of, n).settled, (step) => (step < 0 ? 800 : step * 0.1 - 0.05));
    expect(distance(days, (x) => (x >= 800 ? 1 : 1 - Math.exp(-rate * x)))).toBeLessThan(critical(n));
  });

  test("the lesser evil: a party concedes when going on costs more than conceding", () => {
    expect(lesserEvil([1, 2, 3, 4, 5, 6], 6.5, 2)).toBe(2);
    expect(lesserEvil([1, 1, 1], 10, 1)).toBeNull();
    expect(lesserEvil([5, 1], 4, 1)).toBe(0);
  });
});

/** Two parties with ranges, a driver with shocks, filters and a table that may come. */
const rich = fc
  .record({
    noDeal: fc.tuple(fc.integer({ min: 30, max: 60 }), fc.integer({ min: 0, max: 20 })),
    pull: fc.tuple(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 0, max: 8 })),
    trend: fc.integer({ min: 0, max: 10 }),
    size: fc.integer({ min: 0, max: 10 }),
    through: fc.integer({ min: 0, max: 10 }),
    takesUp: fc.integer({ min: 0, max: 10 }),
    threshold: fc.integer({ min: 0, max: 3 }),
    rate: fc.integer({ min: 0, max: 6 }),
  })
  .map((r) => {
    const one = (name: string, pull: number): TimingParty => ({
      noDeal: input(`${name} no deal`, [r.noDeal[0] / 100, (r.noDeal[0] + r.noDeal[1]) / 100]),
      effects: [{ driver: 0, perUnit: input(`${name} effect`, -pull / 200) }],
      perceives: [{ driver: 0, through: input(`${name} through`, [r.through / 20, r.through / 10]) }],
      takesUp: input(`${name} takes up`, r.takesUp / 10),
      threshold: input(`${name} threshold`, r.threshold / 200),
      weights: [input(`${name} weight 0`, [0.3, 0.6]), input(`${name} weight 1`, [0.2, 0.4])],
      values: [0, 1].map((k) =>
        [0, 1, 2].map((o) =>
          input(`${name} value ${k} ${o}`, name === "a" ? [o / 3, o / 2] : [1 - o / 2, 1 - o / 3]),
        ),
      ),
    });
    return model([one("a", r.pull[0]), one("b", r.pull[1])], {
      stepDays: 30,
      steps: 12,
      options: [3, 3],
      allowed: new Uint8Array(9).fill(1),
      redLineFree: [new Uint8Array(9).fill(1), new Uint8Array(9).fill(1)],
      drivers: [
        {
          perMonth: input("trend", [0, r.trend / 10]),
          shocks: [{ name: "hit", factor: "hit", perYear: input("hit rate", [1, 3]), size: [0, r.size / 5] }],
        },
      ],
      tables: [{ open: false, perYear: input("table", r.rate) }, ...(r.rate > 4 ? [OPEN] : [])],
    });
  });
const later = (a: number, b: number): boolean => a === -1 || (b !== -1 && a >= b);
const replaced = (of: TimingModel, p: number, change: (one: TimingParty) => TimingParty): TimingModel => ({
  ...of,
  parties: of.parties.map((one, q) => (q === p ? change(one) : one)),
});

describe("properties", () => {
  test("more pressure on a party never makes it hold out longer, in any run", () => {
    fc.assert(
      fc.property(rich, fc.constantFrom(0, 1), fc.double({ min: 1, max: 3, noNaN: true }), (of, p, times) => {
        const more = replaced(of, p, (one) => ({
          ...one,
          effects: one.effects.map(({ driver, perUnit }) => ({
            driver,
            perUnit: { ...perUnit, range: (perUnit.range as number) * times },
          })),
        }));
        const [before, after] = [run(of, 20), run(more, 20)];
        for (let n = 0; n < 20; n++) expect(later(before.settled[n]!, after.settled[n]!)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  test("removing a filter changes nothing when it was neutral", () => {
    fc.assert(
      fc.property(rich, (of) => {
        const neutral = (range: Ranged): TimingModel =>
          replaced(of, 0, (one) => ({
            ...one,
            perceives: [
              {
                driver: 0,
                through: input("a through", range),
                bias: input("a bias", 0),
                delay: input("a delay", 0),
              },
            ],
          }));
        const without = replaced(of, 0, (one) => ({ ...one, perceives: [] }));
        expect(run(neutral(1), 30)).toEqual(run(without, 30));
      }),
      { numRuns: 100 },
    );
  });

  test("removing a filter that keeps pressure away never makes it last longer", () => {
    fc.assert(
      fc.property(rich, (of) => {
        const without = replaced(of, 1, (one) => ({ ...one, perceives: [] }));
        const [before, after] = [run(of, 20), run(without, 20)];
        for (let n = 0; n < 20; n++) expect(later(before.settled[n]!, after.settled[n]!)).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  test("swapping the parties changes nothing", () => {
    fc.assert(
      fc.property(rich, (of) => {
        const swapped = {
          ...of,
          parties: [...of.parties].reverse(),
          redLineFree: [...of.redLineFree].reverse(),
        };
        expect(run(swapped, 30).settled).toEqual(run(of, 30).settled);
      }),
      { numRuns: 100 },
    );
  });

  test("every run is settled or kept by one cause at each step", () => {
    fc.assert(
      fc.property(rich, (of) => {
        const { settled, binds } = summarise(of, run(of, 40));
        for (let step = 0; step < of.steps; step++)
          expect(settled[step]! + binds.reduce((sum, b) => sum + b.share[step]!, 0)).toBeCloseTo(1, 12);
      }),
      { numRuns: 100 },
    );
  });

  test("stretches by several threads put together are the whole; a stop keeps what is done", () => {
    fc.assert(
      fc.property(rich, fc.integer({ min: 1, max: 39 }), (of, at) => {
        const draws = { seed: 7 };
        const parts = [
          simulate(of, { runs: 40 - at, from: at, draws }),
          simulate(of, { runs: at, from: 0, draws }),
        ];
        expect(joinRuns(parts)).toEqual(simulate(of, { runs: 40, draws }));
      }),
      { numRuns: 50 },
    );
    const seen: number[] = [];
    const stopped = simulate(model([party("a", 0.4)]), {
      runs: 5000,
      draws: { seed: 1 },
      onProgress: (done) => seen.push(done),
      shouldStop: () => seen.length === 3,
    });
    expect([stopped.runs, stopped.stopped, stopped.settled.length]).toEqual([1500, true, 1500]);
  });
});

describe("scenarios and sensitivities", () => {
  const of = model(
    [
      party("a", 0.4),
      party("b", [0.55, 0.8], { effects: [{ driver: 0, perUnit: input("effect", [-0.04, -0.02]) }] }),
    ],
    {
      stepDays: 30,
      steps: 24,
      drivers: [{ perMonth: input("losses", [0.1, 0.6]), shocks: [] }],
      tables: [{ open: false, perYear: input("table", [0.5, 2]) }],
    },
  );
  const eased = replaced(of, 1, (one) => ({ ...one, noDeal: { ...one.noDeal, range: [0.53, 0.78] } }));

  test("common random numbers cut the variance of a difference several times", () => {
    const value = (runs: TimingRuns): number =>
      runs.settled.reduce((sum, s) => sum + (s >= 0 ? 1 : 0), 0) / runs.runs;
    const spread = (of: (seed: number) => number): number => {
      const all = Array.from({ length: 60 }, (_, k) => of(1000 + k));
      const mean = all.reduce((a, b) => a + b, 0) / all.length;
      return all.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (all.length - 1);
    };
    const common = spread((seed) => value(run(eased, 400, seed)) - value(run(of, 400, seed)));
    const apart = spread((seed) => value(run(eased, 400, seed)) - value(run(of, 400, seed + 5000)));
    expect(apart / common).toBeGreaterThan(4);
  });

  test("the interval of a difference holds that of many more runs", () => {
    const small = difference(of, run(eased, 2000), run(of, 2000));
    const large = difference(of, run(eased, 40_000, 9), run(of, 40_000, 9));
    expect(large.share).toBeGreaterThan(small.interval[0] - 0.01);
    expect(large.share).toBeLessThan(small.interval[1] + 0.01);
    expect(small.days).toBeLessThan(0);
    expect(difference(of, run(of, 100), run(of, 100))).toMatchObject({ share: 0, interval: [0, 0], days: 0 });
  });

  test("quantiles rise, never is what is left", () => {
    const summary = summarise(of, run(of, 2000));
    expect(summary.never.share).toBeCloseTo(1 - summary.settled.at(-1)!, 12);
    const days = summary.quantiles.map((q) => q.day ?? 1e9);
    expect([...days].sort((a, b) => a - b)).toEqual(days);
    expect(summary.never.interval[0]).toBeLessThan(summary.never.share);
  });

  test("only what is uncertain is a factor; the tornado's bars have the right side", () => {
    expect(factorsOf(of)).toEqual(["b no deal", "effect", "losses", "table", "table: chance"]);
    const bars = tornado(of, { runs: 2000, seed: 3 });
    const bar = (factor: string) => bars.find((b) => b.factor === factor);
    expect(bar("b no deal")!.low).toBeGreaterThan(bar("b no deal")!.high);
    expect(bar("losses")!.high).toBeGreaterThan(bar("losses")!.low);
    expect(bar("table")!.high).toBeGreaterThan(bar("table")!.low);
  });

  test("Sobol indices: of one uncertain factor 1; of two alike the same; chance counts too", () => {
    const gate = (name: string): Gate => ({ open: false, perYear: input(name, 3) });
    const alone = model([party("a", 0.4)], { tables: [gate("one")], stepDays: 10, steps: 60 });
    expect(sobol(alone, { runs: 4000, seed: 5 })[0]?.index).toBeCloseTo(1, 1);
    const two = model([party("a", 0.4)], {
      preconditions: [gate("x"), gate("y")],
      circles: [[0], [1]],
      stepDays: 10,
      steps: 60,
    });
    const shares = sobol(two, { runs: 20_000, seed: 5 });
    expect(Math.abs(shares[0]!.index - shares[1]!.index)).toBeLessThan(
      4 * (shares[0]!.error + shares[1]!.error),
    );
    const sum = shares[0]!.index + shares[1]!.index;
    expect(sum).toBeGreaterThan(0.6);
    expect(sum).toBeLessThan(1.05);
  });
});

test("what is no model is refused", () => {
  const of = model([party("a", 0.4)]);
  expect(() => run(of, 0)).toThrow("0 runs");
  expect(() => run({ ...of, steps: 0 }, 1)).toThrow(RangeError);
  expect(() => run({ ...of, options: [200, 200] }, 1)).toThrow("40,000 packages");
});
