/*
 * Frontier and four solutions of made-up problems, random values on whole hundredths, one red line a party; and how
 * packages fare over 1,000 worlds of ranged judgements, and those of the example.
 *
 *     npm run build && node bench/settlement/frontier.js [--large]
 *
 * Peer: a plain enumerator, below: every package, its values added up from the options, the undominated ones kept in a
 * list. It finds the same points; the run stops if it does not.
 */
import { fileURLToPath } from "node:url";
import { Case } from "@parley/case";
import { readTextForm } from "@parley/case/text";
import { folderHost } from "@parley/server/documents";
import { robustness, settlementFromCase } from "@parley/settlement";
import { bestOf } from "../../packages/settlement/dist/core/best.js";
import { frontierOf } from "../../packages/settlement/dist/core/frontier.js";
import { nashRule } from "../../packages/settlement/dist/core/rules.js";
import { solve } from "../../packages/settlement/dist/core/solve.js";
import { toProblem } from "../../packages/settlement/dist/to-problem.js";
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

/** Seconds that NegMAS 0.15.7 takes on the same kind of machine from utility functions, as stated by others: not measured here. */
const NEGMAS = { "6 10 2": 5.2, "6 10 3": 7.2, "6 10 5": 17.1 };
const works = [
  { issues: 4, options: 10, parties: 3 },
  { issues: 9, options: 4, parties: 4 },
  { issues: 6, options: 10, parties: 2 },
  { issues: 6, options: 10, parties: 3 },
  { issues: 6, options: 10, parties: 5 },
  { issues: 10, options: 10, parties: 2, alone: true },
  { issues: 10, options: 10, parties: 3, alone: true },
];
if (process.argv.includes("--large"))
  works.push(
    { issues: 20, options: 10, parties: 2, alone: true },
    { issues: 20, options: 10, parties: 3, alone: true },
    { issues: 20, options: 10, parties: 5, alone: true, unlisted: true },
  );

console.log(
  "packages × parties | acceptable | points | frontier ms | Nash, proved, ms | four solutions without frontier ms | enumerator ms | ratio | NegMAS s | ratio",
);
for (const { issues, options, parties, alone, unlisted } of works) {
  const json = problem(issues, options, parties);
  const numbers = toProblem(json);
  const everybody = numbers.coalitions[0];
  const runs = alone ? 3 : 5;
  const listed = unlisted ? undefined : time(runs, () => frontierOf(toProblem(json), everybody));
  const nash = time(runs, () =>
    bestOf(numbers, everybody, everybody, nashRule(new Float64Array(parties).fill(1))),
  );
  const four = time(runs, () => solve(numbers, everybody));
  if (!nash.result.proved || Object.values(four.result.proved).some((sure) => !sure))
    throw new Error("A solution was not proved.");
  const count = options ** issues;
  const row = [`${count < 1e7 ? count : count.toExponential(0)} × ${parties}`];
  const negmas = NEGMAS[`${issues} ${options} ${parties}`];
  const peer = alone ? undefined : time(parties > 4 ? 1 : 5, () => enumerate(json));
  if (peer !== undefined && peer.result.points !== listed.result.points.length)
    throw new Error(`The enumerator found ${JSON.stringify(peer.result)}.`);
  row.push(
    peer?.result.acceptable ?? "–",
    listed === undefined
      ? "not listed"
      : `${listed.result.points.length}${listed.result.capped ? " (capped)" : ""}`,
    listed === undefined ? "–" : ms(listed.ms),
    ms(nash.ms),
    ms(four.ms),
    peer === undefined ? "–" : ms(peer.ms),
    peer === undefined ? "–" : `${(peer.ms / listed.ms).toFixed(0)}×`,
    negmas ?? "–",
    negmas === undefined ? "–" : `${((1000 * negmas) / listed.ms).toFixed(0)}×`,
  );
  console.log(row.join(" | "));
}
console.log(`memory, resident: ${(process.memoryUsage().rss / 2 ** 20).toFixed(0)} MB`);

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

const example = fileURLToPath(new URL("../../examples/anchorage", import.meta.url));
const drafted = settlementFromCase(new Case(readTextForm(folderHost(example)).objects));
const example1000 = time(5, () =>
  robustness(
    drafted.problem,
    drafted.packages.map((one) => one.package),
    { worlds, seed: 1, normalise: true },
  ),
);
console.log(
  `${worlds} worlds, ${drafted.packages.length} packages of After Anchorage | ${ms(example1000.ms)} | – | –`,
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
