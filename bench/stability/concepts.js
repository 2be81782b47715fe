/*
 * All five stability concepts for every decision maker, random strict orders, all states feasible and reversible.
 *
 *     npm run build && node bench/stability/concepts.js [--large]
 *
 * Peer: gmcr-py (github.com/onp/gmcr-py 502a12c), measured on the same kind of machine with 3 decision makers; it
 * computes four of the five concepts (no SSEQ).
 */
import { bytesNeeded, OptionMoves, shuffledRanks, stability, Xoshiro128 } from "@parley/stability";

/** @type {{options: number, deciders: number, runs: number, peer?: number}[]} peer: seconds of gmcr-py */
const works = [
  { options: 8, deciders: 3, runs: 15, peer: 0.3 },
  { options: 10, deciders: 3, runs: 15, peer: 2.5 },
  { options: 12, deciders: 3, runs: 9, peer: 70 },
  { options: 16, deciders: 4, runs: 5 },
  { options: 20, deciders: 4, runs: 3 },
];
if (process.argv.includes("--large")) works.push({ options: 22, deciders: 4, runs: 1 });

console.log("states × DMs | median s | peak estimate MB | gmcr-py s | ratio");
for (const { options, deciders, runs, peer } of works) {
  const size = 2 ** options;
  const owner = Array.from({ length: options }, (_, k) => k % deciders);
  const moves = new OptionMoves(
    deciders,
    owner,
    owner.map(() => "both"),
    undefined,
  );
  const times = [];
  for (let run = 0; run < runs; run++) {
    const random = Xoshiro128.fromSeed(run + 1);
    const payoffs = Array.from({ length: deciders }, () => shuffledRanks(size, random));
    const start = performance.now();
    stability({ moves, payoffs });
    times.push((performance.now() - start) / 1000);
  }
  times.sort((a, b) => a - b);
  const median = times[times.length >> 1] ?? Number.NaN;
  const megabytes = bytesNeeded(size, deciders, moves.widest) / 1e6;
  console.log(
    [
      `${size} × ${deciders}`,
      median.toFixed(4),
      megabytes.toFixed(1),
      peer === undefined ? "–" : String(peer),
      peer === undefined ? "–" : `${Math.round(peer / median)}×`,
    ].join(" | "),
  );
}
