import { type SpawnSyncReturns, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

/* `parley stability` as its users run it, on what was built. */

const bin = fileURLToPath(new URL("../bin/parley.js", import.meta.url));
let root = dirname(bin);
while (!existsSync(join(root, "tsconfig.base.json"))) root = dirname(root);
const graph = (name: string): string => join(root, "examples", "graph", `${name}.json`);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "parley-stability-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function parley(args: string[], input?: string): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, [bin, "stability", ...args], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1" },
    maxBuffer: 1 << 28,
    ...(input === undefined ? {} : { input }),
  });
}
// biome-ignore lint/suspicious/noExplicitAny: answers are looked into key by key
function json(args: string[], input?: string): any {
  const done = parley([...args, "--json"], input);
  expect({ status: done.status, stderr: done.stderr }).toEqual({ status: 0, stderr: "" });
  return JSON.parse(done.stdout);
}

describe("questions", () => {
  const syria = graph("syria-iraq-1975");

  test("orders that make a state stable, and what would change it", () => {
    for (const [concept, count] of [
      ["nash", "240"],
      ["smr", "300"],
      ["seq", "384"],
      ["gmr", "384"],
    ] as const) {
      const { inverse } = json([syria, "--inverse", "2", "--concept", concept]);
      expect(inverse.state).toBe("100");
      expect(inverse.decisionMakers.Syria.orders).toEqual({ stable: count, of: "720" });
    }
  });

  test("all at once, each under its own key; people read the same", () => {
    const asked = ["--status-quo", "1", "--explain", "2", "--coalition", "Syria,Iraq", "--without", "Attack"];
    const args = [syria, ...asked, "--horizon", "non-myopic", "--worlds", "50", "--seed", "3"];
    const found = json(args);
    expect(found.evolution.equilibria).toMatchObject([{ id: "011", improvements: { moves: 2 } }]);
    expect(found.explanations[0].words[0]).toContain("is not stable for Syria");
    expect(found.coalition.upsets.map((u: { state: string }) => u.state)).toEqual(["010", "001", "101"]);
    expect(found.without.change.seq).toEqual({ kept: [], gained: ["000"], lost: ["011"] });
    expect(found.horizon.status).toBe("proved");
    expect(found.robustness).toMatchObject({ worlds: 50, status: "sampled", seed: 3 });
    const { stdout, status } = parley(args);
    expect(status).toBe(0);
    expect(stdout).toContain("Iraq to 001, Syria to 011");
    expect(stdout).toContain("Without Attack (seq): kept none; new 000; gone 011");
    expect(stdout).not.toMatch(/undefined|NaN/);
  });

  test("strengths and unknown preferences of a file are answered without being asked for", () => {
    const file = JSON.parse(readFileSync(graph("chicken"), "utf8"));
    file.preferences.P1.strongAfter = [3];
    file.preferences.P2.unknown = [["00", "10"]];
    const { graded } = json(["-"], JSON.stringify(file));
    expect(Object.keys(graded.general)).toEqual(["a", "b", "c", "d"]);
    expect(parley(["-"], JSON.stringify(file)).stdout).toContain("attitude  stable for all  strongly");
  });

  test("a case: by the ids of its actors, with filters switched off", () => {
    const anchorage = join(root, "examples", "anchorage");
    const found = json([anchorage, "--unfiltered", "russia", "--explain", "000"]);
    expect(found.unfiltered).toMatchObject({ actor: "russia", resistance: "unknown", givesWay: "unknown" });
    expect(found.explanations).toHaveLength(3);
    expect(found.explanations[0].words.join(" ")).toContain(".");
    expect(parley([anchorage, "--unfiltered", "nobody"]).stderr).toContain('"nobody" has no view');
  });

  test.each([
    [["--explain", "9"], 'no state "9"'],
    [["--coalition", "Syria"], "two members"],
    [["--without", "Surrender"], "Syria: Release Water"],
    [["--horizon", "0"], "non-myopic"],
    [["--unfiltered", "Syria"], "asked of a case"],
    [["-o", "model.xyz"], "--output is one of"],
  ])("what cannot be answered is said: %j", (args, message) => {
    const done = parley([syria, ...args]);
    expect(done.status).toBeGreaterThan(0);
    expect(done.stderr).toContain(message);
    expect(done.stderr).not.toMatch(/\n\s+at /);
  });
});

describe("formats", () => {
  test("a .gmcr file has GMCR+'s state numbers, and the equilibria of the model it was written from", () => {
    parley([graph("elmira-12-state"), "-o", "elmira.gmcr"]);
    const [from, written] = [json([graph("elmira-12-state")]), json(["elmira.gmcr"])];
    expect(written.states.map((s: { label: string }) => s.label)).toEqual([..."123456789", "10", "11", "12"]);
    expect(written.states.map((s: { id: string }) => s.id)).toEqual(
      from.states.map((s: { id: string }) => s.id),
    );
    expect(written.equilibria).toEqual(from.equilibria);
    writeFileSync(join(folder, "bad.gmcr"), '{"decisionMakers": [], "options": 3, "infeasibles": []}');
    expect(parley(["bad.gmcr"]).stderr).toContain("bad.gmcr: $.options: 3");
  });

  test.each(["json", "graphml", "dot", "csv"])("writes .%s", (ending) => {
    const { file } = json([graph("chicken"), "-o", `chicken.${ending}`]);
    expect(readFileSync(join(folder, file), "utf8").length).toBeGreaterThan(100);
  });
});

test("threads change nothing, in option form and where moves are listed", () => {
  const names = ["A", "B", "C"];
  const cube = JSON.stringify({
    "parley-graph": 1,
    decisionMakers: names,
    options: Array.from({ length: 15 }, (_, k) => ({
      name: `o${k}`,
      owner: names[k % 3],
      change: k === 4 ? "take-only" : "both",
    })),
    infeasible: ["11-------------"],
    preferences: Object.fromEntries(names.map((name, k) => [name, { random: k }])),
  });
  const states = Array.from({ length: 17_000 }, (_, k) => `s${k}`);
  const arcs = JSON.stringify({
    "parley-graph": 1,
    decisionMakers: names,
    states,
    moves: Object.fromEntries(
      names.map((name, i) => [
        name,
        states.map((s, k) => [s, states[(k * 7 + 11 * i + 1) % 17_000]]).filter(([a, b]) => a !== b),
      ]),
    ),
    preferences: Object.fromEntries(names.map((name, k) => [name, { random: k }])),
  });
  for (const model of [cube, arcs]) {
    const one = json(["-", "--no-table"], model);
    expect(json(["-", "--no-table", "--threads", "2"], model)).toEqual(one);
  }
});
