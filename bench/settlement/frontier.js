/*
 * Frontier, four solutions and number of acceptable packages of made-up problems, random values on whole hundredths,
 * one red line a party; and how packages fare over 1,000 worlds of ranged judgements.
 *
 *     npm run build && node bench/settlement/frontier.js [--large]
 *
 * Peer: a plain enumerator, below: every package, its values added up from the options, the undominated ones kept in a
 * list. It finds the same points; the run stops if it does not.
 */
import { robustness, settle } from "@parley/settlement";
import { summary } from "../made-case.js";

let state = 1;
const next = (below) => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 2 ** 32) * below);
};

/** @returns {import("@parley/settlement").SettlementJson} */
function problem(issues, options, parties, ranged = false) {
  const hundredth = () => next(101) / 100;
  const judged = () => {
    const low = hundredth();
    return ranged ? [low, Math.min(1, low + 0.2)] : low;
  };
  const names = Array.from({ length: options }, (_, o) => `o${o}`);
  const ids = Array.from({ length: issues }, (_, k) => `i${k}`);
  return {
    "parley-settlement": 1,
    issues: ids.map((id) => ({ id, options: names })),
    parties: Array.from({ length: parties }, (_, i) => ({
      id: `p${i}`,
      reservation: ranged ? [0.3 * issues, 0.5 * issues] : 0.4 * issues,
      weights: Object.fromEntries(ids.map((id) => [id, 1])),
      values: Object.fromEntries(
        ids.map((id) => [id, Object.fromEntries(names.map((name) => [name, judged()]))]),
      ),
      redLines: [[[`i${i}`, "o0"]]],
    })),
  };
}

/** Plain enumeration: as one would write it from the definitions. */
function enumerate({ issues, parties }) {
  const value = parties.map((party) =>
    issues.map(({ id, options }) => options.map((o) => party.weights[id] * party.values[id][o])),
  );
  const red = parties.map((party) => party.redLines.map(([[id]]) => issues.findIndex((i) => i.id === id)));
  const choice = issues.map(() => 0);
  let acceptable = 0;
  let frontier = [];
  for (;;) {
    const sums = value.map((rows) => Math.round(rows.reduce((s, row, k) => s + row[choice[k]], 0) * 100));
    const accepted = sums.every(
      (sum, i) => sum >= Math.round(parties[i].reservation * 100) && red[i].every((k) => choice[k] !== 0),
    );
    if (accepted) {
      acceptable++;
      if (!frontier.some((other) => other.every((v, i) => v >= sums[i]))) {
        frontier = frontier.filter((other) => !other.every((v, i) => v <= sums[i]));
        frontier.push(sums);
      }
    }
    let k = issues.length - 1;
    while (k >= 0 && choice[k] === issues[k].options.length - 1) choice[k--] = 0;
    if (k < 0) return { acceptable, points: frontier.length };
    choice[k]++;
  }
}

const time = (runs, work) => {
  const times = [];
  let result;
  // The first runs are those of a cold engine.
  const warm = runs > 1 ? 3 : 0;
  for (let run = 0; run < warm + runs; run++) {
    const start = performance.now();
    result = work();
    if (run >= warm) times.push(performance.now() - start);
  }
  return { ms: summary(times).median, result };
};
const ms = (value) => (value < 10 ? value.toFixed(1) : value.toFixed(0));

const works = [
  { issues: 4, options: 10, parties: 3 },
  { issues: 9, options: 4, parties: 2 },
  { issues: 9, options: 4, parties: 3 },
  { issues: 9, options: 4, parties: 4 },
  { issues: 6, options: 10, parties: 3 },
  { issues: 12, options: 10, parties: 3, alone: true },
];
if (process.argv.includes("--large")) works.push({ issues: 20, options: 10, parties: 3, alone: true });

console.log("packages × parties | acceptable | points | settle ms | enumerator ms | ratio");
for (const { issues, options, parties, alone } of works) {
  const json = problem(issues, options, parties);
  const count = options ** issues;
  const ours = time(alone ? 3 : 5, () => settle(json));
  const { frontier, acceptable, status } = ours.result;
  const size = `${count < 1e7 ? count : count.toExponential(0)} × ${parties}`;
  const found = `${acceptable ?? "not counted"} | ${frontier.length} (${status})`;
  if (alone) {
    console.log([size, found, ms(ours.ms), "–", "–"].join(" | "));
    continue;
  }
  const peer = time(5, () => enumerate(json));
  if (peer.result.points !== frontier.length || peer.result.acceptable !== acceptable)
    throw new Error(`The enumerator found ${JSON.stringify(peer.result)}.`);
  console.log([size, found, ms(ours.ms), ms(peer.ms), `${(peer.ms / ours.ms).toFixed(1)}×`].join(" | "));
}

const json = problem(6, 4, 4, true);
const packages = Array.from({ length: 4 }, (_, n) =>
  Object.fromEntries(json.issues.map(({ id, options }, k) => [id, options[(n + k) % 4]])),
);
const worlds = 1000;
const ours = time(5, () => robustness(json, packages, { worlds, seed: 1 }));
const peer = time(5, () => worldsPlainly(json, packages, worlds));
console.log("work | robustness ms | plain loop ms | ratio");
console.log(
  `${worlds} worlds, 4 packages, 6 issues of 4 options, 4 parties | ${ms(ours.ms)} | ${ms(peer.ms)} | ${(ours.ms / peer.ms).toFixed(1)}× as long`,
);

/** Peer of `robustness`: the same draws (uniform) and verdicts in plain loops, without what the packages hang on. */
function worldsPlainly({ issues, parties }, chosen, count) {
  const draw = ([low, high]) => low + (high - low) * (next(2 ** 30) / 2 ** 30);
  const holds = chosen.map(() => 0);
  for (let w = 0; w < count; w++) {
    const world = parties.map((party) => ({
      reservation: draw(party.reservation),
      values: Object.fromEntries(
        issues.map(({ id, options }) => [
          id,
          Object.fromEntries(options.map((o) => [o, draw(party.values[id][o])])),
        ]),
      ),
    }));
    for (const [p, one] of chosen.entries()) {
      const all = world.every(({ reservation, values }, i) => {
        const sum = issues.reduce((s, { id }) => s + parties[i].weights[id] * values[id][one[id]], 0);
        const red = parties[i].redLines.some((line) => line.every(([id, o]) => one[id] === o));
        return !red && sum >= reservation;
      });
      if (all) holds[p]++;
    }
  }
  return holds.map((n) => n / count);
}
