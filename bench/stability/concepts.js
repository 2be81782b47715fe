/*
 * All five stability concepts for every decision maker, random strict orders: models in option form with all states feasible
 * and reversible, one with infeasible states and one-way options, and a general graph.
 *
 *     npm run build && node bench/stability/concepts.js [--large] [--huge]
 *
 * Wall and processor seconds are both shown: on a machine that does other work only the second compares. Peer: gmcr-py
 * (github.com/onp/gmcr-py 502a12c), measured on the same kind of machine with 3 decision makers; it computes four of the
 * five concepts (no SSEQ).
 */
import { spawnSync } from "node:child_process";
import {
  ArcMoves,
  bytesNeeded,
  OptionMoves,
  ranksOf,
  shuffledRanks,
  stability,
  Xoshiro128,
} from "@parley/stability";

/** @typedef {import("@parley/stability").Game} Game */

const median = (/** @type {number[]} */ values) =>
  values.sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

/**
 * @param {string} what
 * @param {number} runs
 * @param {(seed: number) => Game} make
 * @param {{arcs?: number, peer?: number}} more
 */
function measure(what, runs, make, { arcs, peer } = {}) {
  const [walls, cpus] = [/** @type {number[]} */ ([]), /** @type {number[]} */ ([])];
  let bytes = 0;
  for (let run = 1; run <= runs; run++) {
    const game = make(run);
    bytes = bytesNeeded(game.moves.size, game.moves.deciders, game.moves.widest);
    const [cpu, start] = [process.cpuUsage(), performance.now()];
    stability(game);
    const used = process.cpuUsage(cpu);
    walls.push((performance.now() - start) / 1000);
    cpus.push((used.user + used.system) / 1e6);
  }
  const cpu = median(cpus);
  const nanos = arcs === undefined ? "–" : ((cpu * 1e9) / arcs).toFixed(0);
  const ratio = peer === undefined ? "–" : `${Math.round(peer / median(walls))}×`;
  console.log(
    `| ${what} | ${median(walls).toFixed(3)} | ${cpu.toFixed(3)} | ${(bytes / 1e6).toFixed(1)} | ${nanos} | ${peer ?? "–"} | ${ratio} |`,
  );
}

/** @param {number} options @param {number} deciders */
const cube = (options, deciders) => (/** @type {number} */ seed) => {
  const owner = Array.from({ length: options }, (_, k) => k % deciders);
  const moves = new OptionMoves(
    deciders,
    owner,
    owner.map(() => "both"),
    undefined,
  );
  const random = Xoshiro128.fromSeed(seed);
  return { moves, payoffs: Array.from({ length: deciders }, () => shuffledRanks(moves.size, random)) };
};

/** Three states in ten infeasible, every third option one-way. @param {number} options @param {number} deciders */
const broken = (options, deciders) => (/** @type {number} */ seed) => {
  const random = Xoshiro128.fromSeed(seed);
  const size = 2 ** options;
  const owner = Array.from({ length: options }, (_, k) => k % deciders);
  const change = owner.map((_, k) => /** @type {const} */ (k % 3 === 2 ? "take-only" : "both"));
  const exists = Uint8Array.from({ length: size }, () => (random.below(10) < 7 ? 1 : 0));
  const payoffs = Array.from({ length: deciders }, () =>
    ranksOf(Float64Array.from(shuffledRanks(size, random)), exists),
  );
  return { moves: new OptionMoves(deciders, owner, change, exists), payoffs };
};

/** @param {number} states @param {number} arcs @param {number} deciders */
const graph = (states, arcs, deciders) => (/** @type {number} */ seed) => {
  const random = Xoshiro128.fromSeed(seed);
  const each = arcs / states / deciders;
  const ends = Array.from({ length: deciders }, () => {
    const own = new Int32Array(2 * states * each);
    let at = 0;
    for (let s = 0; s < states; s++) {
      const to = new Set();
      while (to.size < each) {
        const t = random.below(states);
        if (t !== s) to.add(t);
      }
      for (const t of to) {
        own[at++] = s;
        own[at++] = t;
      }
    }
    return own;
  });
  const moves = ArcMoves.fromEnds(states, ends);
  return { moves, payoffs: Array.from({ length: deciders }, () => shuffledRanks(states, random)) };
};

console.log(
  "| states × decision makers | wall s | processor s | stated MB | ns an arc | gmcr-py s | ratio |",
);
console.log("|---|---|---|---|---|---|---|");
measure("256 × 3", 15, cube(8, 3), { peer: 0.3 });
measure("1,024 × 3", 15, cube(10, 3), { peer: 2.5 });
measure("4,096 × 3", 9, cube(12, 3), { peer: 70 });
measure("4,096 × 5", 9, cube(12, 5));
for (const deciders of [3, 4, 5]) measure(`65,536 × ${deciders}`, 3, cube(16, deciders));
for (const deciders of [3, 4, 5]) measure(`1,048,576 × ${deciders}`, 1, cube(20, deciders));
measure("65,536 × 4, infeasible, one-way", 3, broken(16, 4));
measure("1,048,576 × 4, infeasible, one-way", 1, broken(20, 4));
measure("100,000 × 4, a graph of 10,000,000 moves", 1, graph(100_000, 10_000_000, 4), { arcs: 1e7 });
if (process.argv.includes("--large")) measure("4,194,304 × 4", 1, cube(22, 4));
if (process.argv.includes("--huge")) {
  // The command, with two threads: reading, orders from seeds, analysis and counts.
  const makers = ["A", "B", "C", "D"];
  const model = {
    "parley-graph": 1,
    decisionMakers: makers,
    options: Array.from({ length: 24 }, (_, k) => ({ name: `o${k}`, owner: makers[k % 4] })),
    preferences: Object.fromEntries(makers.map((name, k) => [name, { random: k + 1 }])),
  };
  const start = performance.now();
  const args = [
    "node_modules/.bin/parley",
    "stability",
    "-",
    "--no-table",
    "--threads",
    "2",
    "--memory",
    "4",
  ];
  const done = spawnSync("/usr/bin/env", ["time", "-v", process.execPath, ...args], {
    input: JSON.stringify(model),
    encoding: "utf8",
    maxBuffer: 1e8,
  });
  const kilobytes = Number(
    /Maximum resident set size \(kbytes\): (\d+)/.exec(done.stderr)?.[1] ?? Number.NaN,
  );
  console.log(
    `16,777,216 × 4, the command, two threads: ${((performance.now() - start) / 1000).toFixed(0)} s, ${(kilobytes / 1e6).toFixed(2)} GB resident at most, exit ${done.status}`,
  );
}
