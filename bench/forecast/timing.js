// The timing simulation of the Anchorage example on one thread and on two; the challenge model on 10, 24 and 100 actors,
// beside its definition written out, which is what public implementations compute. Build first: npm run build.
import { fileURLToPath } from "node:url";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { Case } from "@parley/case";
import { readTextForm } from "@parley/case/text";
import { challenge, joinRuns, simulate, stakes, timingFromCase } from "@parley/forecast";
import { folderHost } from "@parley/server/documents";
import { deadlocks, deadlocksFromCase, settlementFromCase } from "@parley/settlement";

function anchorage() {
  const folder = fileURLToPath(new URL("../../examples/anchorage", import.meta.url));
  const held = new Case(readTextForm(folderHost(folder)).objects);
  const { problem } = settlementFromCase(held);
  const { edges } = deadlocksFromCase(held);
  const circles = deadlocks(edges, held.info.asOf).circuits.map((c) => c.edges.map((e) => e.id));
  const question = held.inForce("question").find((q) => q.id === "end");
  return timingFromCase(held, question, problem, circles).model;
}

const RUNS = 100_000;
if (!isMainThread) {
  const { runs, from } = workerData;
  const model = anchorage();
  simulate(model, { runs: 2000, draws: { seed: 2 } });
  parentPort.postMessage("ready");
  parentPort.once("message", () =>
    parentPort.postMessage(simulate(model, { runs, from, draws: { seed: 1 } })),
  );
} else await main();

async function main() {
  const model = anchorage();
  simulate(model, { runs: 2000, draws: { seed: 2 } });
  const began = performance.now();
  const alone = simulate(model, { runs: RUNS, draws: { seed: 1 } });
  const one = performance.now() - began;
  const two = await threads(2);
  const same = JSON.stringify([...two.runs.settled]) === JSON.stringify([...alone.settled]);
  console.log("| timing of Anchorage | ms | runs a second |\n|---|---|---|");
  row(`${RUNS.toLocaleString("en")} runs × ${model.steps} steps, one thread`, one, RUNS);
  row(`the same on two threads (${same ? "same runs" : "DIFFERENT RUNS"})`, two.ms, RUNS);
  console.log(`\nMemory, resident: ${(process.memoryUsage().rss / 2 ** 20).toFixed(0)} MB\n`);
  console.log("| challenge model, 10 rounds | ms | written out, ms | ratio |\n|---|---|---|---|");
  for (const n of [10, 24, 100]) {
    const board = made(n);
    const ours = median(n > 50 ? 3 : 9, () => challenge(board, { variant: "code", rounds: 10 }));
    // A hundred actors by the definition would take an hour.
    const plain = n > 50 ? undefined : median(1, () => writtenOut(board, 10));
    const rounds = challenge(board, { variant: "code", rounds: 10 }).length - 1;
    const ratio = plain === undefined ? "–" : `${Math.round(plain / ours)}×`;
    console.log(
      `| ${n} actors (${rounds} rounds moved) | ${ours.toFixed(1)} | ${plain?.toFixed(0) ?? "–"} | ${ratio} |`,
    );
  }
}

function row(what, ms, runs) {
  console.log(`| ${what} | ${ms.toFixed(0)} | ${Math.round((runs / ms) * 1000).toLocaleString("en")} |`);
}

async function threads(count) {
  const share = RUNS / count;
  const workers = Array.from(
    { length: count },
    (_, k) => new Worker(fileURLToPath(import.meta.url), { workerData: { runs: share, from: k * share } }),
  );
  const next = (worker) => new Promise((resolve) => worker.once("message", resolve));
  await Promise.all(workers.map(next));
  const began = performance.now();
  for (const worker of workers) worker.postMessage("go");
  const parts = await Promise.all(workers.map(next));
  const ms = performance.now() - began;
  await Promise.all(workers.map((worker) => worker.terminate()));
  return { ms, runs: joinRuns(parts) };
}

function median(times, work) {
  const all = Array.from({ length: times }, () => {
    const began = performance.now();
    work();
    return performance.now() - began;
  });
  return all.sort((a, b) => a - b)[times >> 1];
}

/** Actors spread over a scale by a fixed sequence. */
function made(n) {
  const at = (i, k) => {
    const x = Math.sin(i * 12.9898 + k * 78.233) * 43758.5453;
    return x - Math.floor(x);
  };
  const column = (k, from) => Array.from({ length: n }, (_, i) => from + at(i + 1, k) * (1 - from));
  return stakes(
    column(1, 0).map((x) => Math.round(x * 100)),
    column(2, 0.1),
    column(3, 0.05),
  );
}

/** Rounds of the code variant as they are defined: the sum over all triples anew for every pair. */
function writtenOut({ position, salience, capability }, rounds) {
  const x = [...position];
  const all = x.map((_, i) => i);
  const range = Math.max(...x) - Math.min(...x);
  for (let round = 0; round < rounds; round++) {
    const vote = (k, a, b, r) =>
      capability[k] *
      salience[k] *
      ((Math.abs(x[k] - b) / range) ** r[k] - (Math.abs(x[k] - a) / range) ** r[k]);
    const chance = (a, b, r) => {
      if (a === b) return 0;
      let [top, bottom] = [0, 0];
      for (const k of all) {
        top += Math.max(0, vote(k, a, b, r));
        for (const i of all) for (const j of all) bottom += Math.abs(vote(k, x[i], x[j], r));
      }
      return top / bottom;
    };
    const expected = (i, j, eye, r) => {
      const d = Math.abs(x[i] - x[j]) / range;
      const p = chance(x[i], x[j], r);
      const [win, lose] = [2 - 4 * ((1 - d) / 2) ** eye, 2 - 4 * ((1 + d) / 2) ** eye];
      return salience[j] * (p * win + (1 - p) * lose) + (1 - salience[j]) * win - (2 - 4 / 2 ** eye);
    };
    const ones = all.map(() => 1);
    const danger = all.map((i) => all.reduce((sum, j) => sum + (i === j ? 0 : expected(j, i, 1, ones)), 0));
    const [low, high] = [Math.min(...danger), Math.max(...danger)];
    const r = danger.map((d) => {
      const share = (2 * d - high - low) / (high - low);
      return (3 - share) / (3 + share);
    });
    const next = all.map((i) => {
      let best;
      for (const j of all) {
        if (x[i] === x[j]) continue;
        const [own, theirs] = [expected(i, j, r[i], r), expected(j, i, r[i], r)];
        let found;
        if (own > 0 && theirs > own) found = { to: x[j], rank: 0, key: Math.abs(x[i] - x[j]) };
        else if (own < 0 && theirs > -own)
          found = {
            to: x[i] - (x[j] - x[i]) * (own / theirs),
            rank: 1,
            key: (-own * x[i] + theirs * x[j]) / (theirs - own),
          };
        if (
          found !== undefined &&
          (best === undefined || found.rank < best.rank || (found.rank === best.rank && found.key < best.key))
        )
          best = found;
      }
      return best?.to ?? x[i];
    });
    for (const i of all) x[i] = next[i];
  }
  return x;
}
