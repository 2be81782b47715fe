import { type SpawnSyncReturns, spawn, spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

/* The command as its users run it: a process of its own, on what was built. `npm test` builds first. */

const bin = fileURLToPath(new URL("../bin/parley.js", import.meta.url));
const root = rootOf(dirname(bin));
const shared = join(root, "..", "shared");
const seeds = join(shared, "seeds");
const golden = join(shared, "golden");
const withSeeds = existsSync(seeds) ? test : test.skip;
const withGolden = existsSync(golden) ? test : test.skip;
const WITHOUT = "(needs ../shared beside the repository)";

let folder: string;
beforeAll(() => {
  if (!existsSync(join(root, "packages", "cli", "dist", "main.js")))
    throw new Error("The command has not been built: run `npm run build` first.");
  folder = mkdtempSync(join(tmpdir(), "parley-cli-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function rootOf(start: string): string {
  let at = start;
  while (!existsSync(join(at, "tsconfig.base.json"))) at = dirname(at);
  return at;
}

const ENV = { ...process.env, PARLEY_HOME: "", PARLEY_PASSPHRASE: "", PARLEY_BY: "RK", NO_COLOR: "1" };
type Extra = { input?: string | Buffer; env?: Record<string, string> };
function parley(args: string[], { input, env }: Extra = {}): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, [bin, ...args], {
    cwd: folder,
    encoding: "utf8",
    env: { ...ENV, ...env },
    maxBuffer: 1 << 28,
    ...(input === undefined ? {} : { input: input as string }),
  });
}
/** The one JSON document of a call, and nothing beside it. */
function json<T = Record<string, unknown>>(args: string[], extra: Extra & { status?: number } = {}): T {
  const done = parley([...args, "--json"], extra);
  expect({ status: done.status, stderr: done.status === (extra.status ?? 0) ? "" : done.stderr }).toEqual({
    status: extra.status ?? 0,
    stderr: "",
  });
  return JSON.parse(done.stdout) as T;
}
const file = (name: string, text: string | Buffer): string => {
  writeFileSync(join(folder, name), text);
  return name;
};

describe("how it is called", () => {
  test("version and help; every command has help with an example", () => {
    expect(parley(["--version"]).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    const help = parley(["--help"]);
    expect(help.status).toBe(0);
    const names = [...help.stdout.matchAll(/^ {2}([a-z-]+) .*$/gm)].map((found) => found[1] as string);
    for (const name of "open new add clean check export import-case positions deadlocks settle stability base-rate brief schema completions".split(
      " ",
    )) {
      expect(names).toContain(name);
      const own = parley([name, "--help"]);
      expect(own.status).toBe(0);
      expect(own.stdout).toContain("Example:");
      expect(own.stdout).toContain("--json");
    }
  });

  test.each([
    [["bogus"], "unknown command"],
    [["new"], "missing required argument"],
    [["new", "x.parley", "--bogus"], "unknown option"],
    [["base-rate", "--elapsed", "many", "--class", "cow-interstate"], "whole number"],
    [["base-rate", "--elapsed", "10"], "--class"],
    [["brief", "x.parley"], "--output"],
    [["brief", "x.parley", "-o", "x.docx"], ".docx"],
    [["brief", "x.parley", "-o", "x.html", "--level", "sealed"], "public"],
    [["deadlocks", "x", "--as-of", "2026-02-30"], "day"],
    [["completions", "tcsh"], "tcsh"],
    [["schema", "nothing"], "nothing"],
  ])("a wrong call is 2: parley %j", (args, words) => {
    const done = parley(args);
    expect(done.stderr).toContain(words);
    expect(done.stdout).toBe("");
    expect(done.status).toBe(2);
    const { error } = json<{ error: { code: string; message: string } }>(args, { status: 2 });
    expect(error.code).toBe("usage");
    expect(error.message).toContain(words);
  });

  test("completions: a script for each shell, and what it asks", () => {
    for (const shell of ["bash", "zsh", "fish", "powershell"]) {
      const done = parley(["completions", shell]);
      expect(done.status).toBe(0);
      expect(done.stdout).toContain("parley");
    }
    expect(parley(["complete", "--", "st"]).stdout).toContain("stability");
  });

  test("a reader that goes away is no error", async () => {
    const child = spawn(process.execPath, [bin, "schema"], { stdio: ["ignore", "pipe", "pipe"] });
    let stderr = "";
    child.stderr.on("data", (part) => {
      stderr += String(part);
    });
    child.stdout.destroy();
    const code = await new Promise((resolve) => child.on("close", resolve));
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  });

  test("quick paths stay quick: base-rate loads neither the schemas nor the case file's library", () => {
    const hook = "export const load = (url, context, next) => (process._rawDebug(url), next(url, context));";
    file(
      "trace.mjs",
      `import { register } from "node:module"; register("data:text/javascript,${encodeURIComponent(hook)}");`,
    );
    const args = ["--import", "./trace.mjs", bin, "base-rate", "--elapsed", "1", "--class", "cow-interstate"];
    const loaded = spawnSync(process.execPath, args, { cwd: folder, encoding: "utf8" }).stderr;
    expect(loaded).toContain("/forecast/dist/index.js");
    expect(loaded).not.toMatch(/node_modules\/(zod|libsql|hono|yaml|@libsql)\//);
  });
});

describe("inputs that are not what they should be", () => {
  const commands = [
    ["check"],
    ["positions"],
    ["deadlocks"],
    ["settle"],
    ["stability"],
    ["verify"],
    ["log"],
    ["clean"],
  ];
  test.each(commands)("parley %s: a missing file, a folder, garbage", (command) => {
    mkdirSync(join(folder, "nothing-in-it"), { recursive: true });
    file("garbage.parley", Buffer.alloc(9000, 7));
    for (const input of [
      "missing.parley",
      "nothing-in-it",
      ...(command === "clean" ? [] : ["garbage.parley"]),
    ]) {
      const done = parley([command, input, "--json"]);
      expect(done.status, `${command} ${input}`).toBe(1);
      expect(done.stderr).toContain(input);
      expect(done.stderr).not.toMatch(/\n\s+at |undefined/);
      const { error } = JSON.parse(done.stdout) as { error: { message: string } };
      expect(error.message.length).toBeGreaterThan(10);
    }
  });

  test("JSON that is none, with line and column; binary; another format", () => {
    file("bad.json", '{\n "parley-graph": 1,,\n}');
    expect(parley(["stability", "bad.json"]).stderr).toContain("bad.json:2:20:");
    file("bytes.json", Buffer.from([0, 1, 2]));
    expect(parley(["settle", "bytes.json"]).stderr).toContain("not text");
    file("other.json", "{}");
    expect(parley(["settle", "other.json"]).status).toBe(1);
    expect(parley(["stability", "-"], { input: "[]" }).status).toBe(1);
  });

  test("a text form with errors names file, line and column", () => {
    mkdirSync(join(folder, "wrong"), { recursive: true });
    writeFileSync(
      join(folder, "wrong", "case.yaml"),
      "parley: 1\ntitle: T\nparties:\n  a: {name: A, type: state}\npositions:\n  p: {of: b, issue: x, firmness: demand, standing: stated, basis: assumption by RK on 2026-05-10}\n",
    );
    const done = parley(["check", "wrong"]);
    expect(done.status).toBe(1);
    expect(done.stdout).toMatch(/^wrong\/case\.yaml:6:\d+ error /m);
    const { errors, findings } = json<{ errors: number; findings: { where: string }[] }>(["check", "wrong"], {
      status: 1,
    });
    expect(errors).toBeGreaterThan(0);
    expect(findings[0]?.where).toMatch(/case\.yaml:6:\d+$/);
    const imported = parley(["import-case", "wrong", "wrong.parley"]);
    expect(imported.status).toBe(1);
    expect(existsSync(join(folder, "wrong.parley"))).toBe(false);
  });

  test("a place that cannot be written to", () => {
    expect(parley(["new", "no/such/folder/x.parley"]).status).toBe(1);
    parley(["new", "w.parley"]);
    const done = parley(["brief", "w.parley", "-o", "no/such/x.md"]);
    expect(done.status).toBe(1);
    expect(done.stderr).toContain("no/such/x.md");
  });
});

describe("a case from the start", () => {
  test("new asks nothing, takes its title from the name, and overwrites nothing", () => {
    expect(json(["new", "river talks.parley"], { input: "" })).toMatchObject({
      title: "river talks",
      by: "RK",
    });
    const before = readFileSync(join(folder, "river talks.parley"));
    const again = parley(["new", "river talks.parley"]);
    expect(again.status).toBe(1);
    expect(again.stderr).toContain("already exists");
    expect(readFileSync(join(folder, "river talks.parley")).equals(before)).toBe(true);
    expect(json(["new", "t.parley", "--title", "Two towns", "--by", "MJ"])).toMatchObject({
      title: "Two towns",
      by: "MJ",
    });
  });

  test("add: a folder, one bad document among good ones, the same bytes twice", () => {
    parley(["new", "add.parley"]);
    mkdirSync(join(folder, "docs", "more"), { recursive: true });
    file("docs/a.txt", "The board met in May.\n");
    file("docs/more/b.html", "<h1>Gates</h1><p>No gate opens without both towns.</p>");
    file("docs/more/c.pdf", "%PDF-1.7\n");
    file("docs/again.txt", "The board met in May.\n");
    const done = json<{ failed: number; documents: Record<string, unknown>[] }>(
      ["add", "add.parley", "docs", "gone.txt"],
      { status: 1 },
    );
    expect(done.failed).toBe(2);
    expect(
      done.documents.map((one) => [
        one.document,
        one.already,
        (one.error as { code: string } | undefined)?.code,
      ]),
    ).toEqual([
      ["docs/a.txt", false, undefined],
      ["docs/again.txt", true, undefined],
      ["docs/more/b.html", false, undefined],
      ["docs/more/c.pdf", undefined, expect.any(String)],
      ["gone.txt", undefined, "enoent"],
    ]);
    expect(parley(["add", "add.parley", "docs/a.txt"]).stdout).toContain("in the case already, as a");
    expect(json<{ objects: number }>(["check", "add.parley"]).objects).toBe(5);
  });

  test("what is sealed is exported only when that is asked for", () => {
    mkdirSync(join(folder, "sealing"));
    file(
      "sealing/case.yaml",
      "parley: 1\ntitle: S\nactors: {a: {name: A, type: state}, b: {name: B, type: state, level: sealed}}\n",
    );
    expect(parley(["import-case", "sealing", "sealed.parley"]).status).toBe(0);
    const refused = parley(["export", "sealed.parley", "sealed-out"]);
    expect([refused.status, refused.stderr]).toEqual([1, expect.stringContaining("1 object is sealed")]);
    expect(existsSync(join(folder, "sealed-out"))).toBe(false);
    expect(parley(["export", "sealed.parley", "sealed-out", "--with-sealed"]).status).toBe(0);
    expect(readFileSync(join(folder, "sealed-out/case.yaml"), "utf8")).toContain("level: sealed");
  });

  test("export and import give the same objects; nothing is overwritten", () => {
    parley(["new", "e.parley", "--title", "E"]);
    file("e.txt", "No gate opens before the level is agreed.\n");
    parley(["add", "e.parley", "e.txt"]);
    expect(parley(["export", "e.parley", "e"]).status).toBe(0);
    expect(readdirSync(join(folder, "e")).sort()).toEqual(["case.yaml", "record.yaml", "sources"]);
    expect(parley(["export", "e.parley", "e"]).status).toBe(1);
    expect(parley(["import-case", "e", "e2.parley"]).status).toBe(0);
    expect(parley(["import-case", "e", "e2.parley"]).status).toBe(1);
    parley(["export", "e2.parley", "e2"]);
    for (const name of ["case.yaml", "record.yaml"])
      expect(readFileSync(join(folder, "e2", name), "utf8")).toBe(
        readFileSync(join(folder, "e", name), "utf8"),
      );
  });

  test("encrypted: with a file, with the environment, without, with a wrong one", () => {
    file("pass", "river and gate\n");
    expect(json(["new", "s.parley", "--encrypt", "--passphrase-file", "pass"])).toMatchObject({
      encrypted: true,
    });
    expect(readFileSync(join(folder, "s.parley")).includes("SQLite format")).toBe(false);
    expect(parley(["check", "s.parley", "--passphrase-file", "pass"]).status).toBe(0);
    expect(parley(["check", "s.parley"], { env: { PARLEY_PASSPHRASE: "river and gate" } }).status).toBe(0);
    expect(parley(["check", "s.parley"], { input: "" }).stderr).toContain("encrypted");
    const wrong = parley(["check", "s.parley"], { env: { PARLEY_PASSPHRASE: "lake" } });
    expect(wrong.status).toBe(1);
    expect(wrong.stderr).toContain("wrong");
    expect(parley(["new", "s2.parley", "--encrypt"], { input: "" }).status).toBe(1);
    expect(existsSync(join(folder, "s2.parley"))).toBe(false);
  });

  test("log, undo, merge, verify", () => {
    parley(["new", "m.parley"]);
    writeFileSync(join(folder, "copy.parley"), readFileSync(join(folder, "m.parley")));
    file("one.txt", "One thing was said.\n");
    file("two.txt", "Another thing was said.\n");
    parley(["add", "m.parley", "one.txt"]);
    parley(["add", "copy.parley", "two.txt"]);
    expect(json(["merge", "m.parley", "copy.parley"])).toMatchObject({ documents: 1, conflicts: [] });
    expect(json(["verify", "m.parley"])).toMatchObject({ findings: [] });
    expect(json<{ undone: string[] }>(["undo", "m.parley"]).undone.length).toBeGreaterThan(0);
    const { changes } = json<{ changes: { by: string }[] }>(["log", "m.parley"]);
    expect(changes.every((change) => change.by === "RK")).toBe(true);
  });
});

describe("the example", () => {
  const anchorage = join(root, "examples", "anchorage");
  const withExample = existsSync(join(anchorage, "case.yaml")) ? test : test.skip;

  withExample("checks without an error; its circle, its board, its brief", () => {
    expect(json(["check", anchorage])).toMatchObject({ errors: 0 });
    const { circuits } = json<{
      circuits: { edges: { inferred: boolean; basis: string[] }[]; cuts: unknown[] }[];
    }>(["deadlocks", anchorage]);
    expect(circuits.length).toBeGreaterThan(0);
    expect(circuits[0]?.edges.some((edge) => edge.inferred)).toBe(true);
    expect(json(["stability", anchorage])).toMatchObject({ status: "proved" });
    expect(json<{ positions: unknown[] }>(["positions", anchorage]).positions.length).toBeGreaterThan(0);
    for (const name of ["a.html", "a.md"]) {
      const done = json<{ notes: number }>(["brief", anchorage, "-o", name]);
      expect(done.notes).toBeGreaterThan(0);
      expect(existsSync(join(folder, name))).toBe(true);
    }
    expect(readdirSync(folder).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  });

  withExample("settle counts in a case what its brief counts", () => {
    const { acceptable, packages } = json<{ acceptable: number; packages: number }>([
      "settle",
      anchorage,
      "--json",
    ]);
    expect(readFileSync(join(anchorage, "expected/brief.md"), "utf8")).toContain(
      `${acceptable} of ${packages} packages`,
    );
  });

  withExample("settle: the same seed gives the same worlds", () => {
    const one = parley(["settle", anchorage, "--worlds", "50", "--seed", "7", "--json"]).stdout;
    expect(JSON.parse(one).robustness[0]).toMatchObject({ worlds: 50, seed: 7 });
    expect(parley(["settle", anchorage, "--worlds", "50", "--seed", "7", "--json"]).stdout).toBe(one);
  });

  withExample(
    "open serves it with a token until it is told to stop, also under a worker thread",
    async () => {
      const child = spawn(
        process.execPath,
        [bin, "open", "--port", "0", "--cases", join(folder, "cases"), "--no-browser", "--json"],
        { env: ENV },
      );
      let said = "";
      const started = new Promise<{ url: string; origin: string; token: string; case: string }>(
        (resolve, reject) => {
          child.stdout.on("data", (part) => {
            said += String(part);
            if (said.includes("\n")) resolve(JSON.parse(said));
          });
          child.on("exit", (code) => reject(new Error(`ended with ${code}: ${said}`)));
        },
      );
      const { url, origin, token, case: name } = await started;
      expect(url).toContain(token);
      expect(name).toBe("anchorage");
      const get = (path: string): Promise<Response> =>
        fetch(`${origin}/api${path}`, { headers: { authorization: `Bearer ${token}` } });
      const results = (await (await get(`/cases/${name}/results`)).json()) as { ref: string }[];
      expect(results.map((result) => result.ref)).toContain("result:deadlocks");
      const brief = (await (await get(`/cases/${name}/brief?level=team`)).json()) as { untagged: unknown[] };
      expect(brief.untagged).toEqual([]);
      expect(await (await get(`/cases/${name}/brief/file?format=html`)).text()).toContain("<html");
      const ended = new Promise<number | null>((resolve) => child.on("exit", resolve));
      child.kill("SIGTERM");
      expect(await ended).toBe(0);
      expect(parley(["verify", join(folder, "cases", "anchorage.parley")]).status).toBe(0);
    },
  );
});

describe("figures that stand elsewhere", () => {
  test("base rate: after 1,733 days seven are at risk, four end within a year", () => {
    const rate = json<{
      atRisk: number;
      within: { days: number; ended: number; share: number; interval: number[] }[];
    }>(["base-rate", "--elapsed", "1733", "--class", "cow-interstate"]);
    expect(rate.atRisk).toBe(7);
    expect(rate.within.find((one) => one.days === 365)).toMatchObject({ ended: 4, share: 4 / 7 });
    const own = json<typeof rate>([
      "base-rate",
      "--elapsed",
      "1733",
      "--class",
      "cow-interstate",
      "--within",
      "10,20",
    ]);
    expect(own.within.map((one) => one.days)).toEqual([10, 20]);
    expect(parley(["base-rate", "--elapsed", "1", "--class", "cow-interstat"]).stderr).toContain(
      "cow-interstate",
    );
    expect(parley(["base-rate", "--elapsed", "1", "--class", "cow-interstat"]).status).toBe(1);
  });

  withGolden(`Nash's barter of Bill and Jack: 12 and 5, product 60 ${WITHOUT}`, () => {
    const game = JSON.parse(readFileSync(join(golden, "packages", "nash1950-bill-jack.json"), "utf8")) as {
      parties: string[];
      issues: { id: string; owner: string; options: string[]; value: Record<string, number> }[];
    };
    const worth = (issue: (typeof game.issues)[number], party: string): Record<string, number> =>
      Object.fromEntries(
        issue.options.map((option) => {
          const own = issue.value[party] as number;
          const gets = option.startsWith(party);
          return [option, gets === (issue.owner === party) ? 0 : gets ? own : -own];
        }),
      );
    const model = {
      "parley-settlement": 1,
      issues: game.issues.map(({ id, options }) => ({ id, options })),
      parties: game.parties.map((id) => ({
        id,
        reservation: 0,
        weights: Object.fromEntries(game.issues.map((issue) => [issue.id, 1])),
        values: Object.fromEntries(game.issues.map((issue) => [issue.id, worth(issue, id)])),
      })),
      consent: { all: game.parties },
    };
    const { solutions } = json<{ solutions: { nash: { values: object; score: number } } }>(["settle", "-"], {
      input: JSON.stringify(model),
    });
    expect(solutions.nash.values).toEqual({ Bill: 12, Jack: 5 });
    expect(solutions.nash.score).toBeCloseTo(60, 9);
  });

  test("settle says what stands in the way, and without what a zone would open", () => {
    const party = (id: string, alone: number, reservation: number) => ({
      id,
      reservation,
      weights: { gates: 1 },
      values: { gates: { alone, joint: 1 - alone } },
    });
    const model = {
      "parley-settlement": 1,
      issues: [{ id: "gates", options: ["alone", "joint"] }],
      parties: [{ ...party("Lowlands", 0, 0), redLines: [[["gates", "alone"]]] }, party("Uplands", 1, 0.5)],
    };
    const { stdout } = parley(["settle", "-"], { input: JSON.stringify(model) });
    expect(stdout).toContain(
      "No deal, because these stand together:\n  red line of Lowlands: gates: alone\n  Uplands does better without a deal (0.5)\n",
    );
    expect(stdout).toContain(
      "A zone would open without:\n  red line of Lowlands: gates: alone\nor without:\n  Uplands does better without a deal (0.5): at least 0.5 too much\n",
    );
  });

  const graphs = join(root, "examples", "graph");
  const models = existsSync(graphs) ? readdirSync(graphs).filter((name) => name.endsWith(".json")) : [];
  test("published conflicts are there", () => expect(models.length).toBeGreaterThanOrEqual(8));
  test.each(models)("stability of %s: in every concept's order, counts as listed", (name) => {
    const path = join(graphs, name);
    const value = JSON.parse(readFileSync(path, "utf8")) as Record<string, unknown>;
    if (!("parley-graph" in value)) return;
    type Sets = Record<"nash" | "gmr" | "smr" | "seq" | "sseq", string[]>;
    const { equilibria } = json<{ equilibria: Sets }>(["stability", path]);
    for (const id of equilibria.nash)
      for (const weaker of ["gmr", "smr", "seq", "sseq"] as const) expect(equilibria[weaker]).toContain(id);
    for (const id of equilibria.smr) expect(equilibria.gmr).toContain(id);
    const counts = json<{ equilibria: Record<string, number> }>(["stability", path, "--no-table"]);
    for (const [concept, ids] of Object.entries(equilibria))
      expect(counts.equilibria[concept]).toBe(ids.length);
    expect(json<{ equilibria: Sets }>(["stability", "-"], { input: readFileSync(path) }).equilibria).toEqual(
      equilibria,
    );
  });

  withSeeds(`clean: the damaged article is repaired as designed ${WITHOUT}`, () => {
    const seed = readdirSync(seeds).find((name) => name.startsWith("002_")) as string;
    type Op = { class: string; from: string; applied: boolean; candidates?: string[]; to: string };
    const done = json<{ ops: Op[]; gaps: { kind: string }[] }>(["clean", join(seeds, seed)]);
    const count = (of: string): number => done.ops.filter((op) => op.class === of).length;
    expect(["A", "B", "C", "D", "E"].map(count)).toEqual([16, 4, 4, 1, 2]);
    expect(done.ops.every((op) => op.applied === (op.class === "A"))).toBe(true);
    const disguised = done.ops.find((op) => op.from === "惭辞蝉肠辞飞");
    expect([disguised?.to, ...(disguised?.candidates ?? [])]).toContain("Moscow");
    expect(done.gaps.filter((gap) => gap.kind === "lost-link").length).toBeGreaterThanOrEqual(23);
  });

  withSeeds(`new, add, brief with no further help, and nothing invented ${WITHOUT}`, () => {
    expect(parley(["new", "x.parley"]).status).toBe(0);
    const texts = readdirSync(seeds)
      .filter((name) => name.endsWith(".txt"))
      .map((name) => join(seeds, name));
    expect(parley(["add", "x.parley", ...texts]).status).toBe(0);
    expect(parley(["brief", "x.parley", "-o", "x.html"]).status).toBe(0);
    const page = readFileSync(join(folder, "x.html"), "utf8");
    expect(page).not.toMatch(/<script|https?:\/\/(?!www\.w3\.org)[^"']*\.(js|css|woff)/);
    type Check = { errors: number };
    expect(json<Check>(["check", "x.parley"]).errors).toBe(0);
    const { statements, claims } = json<Record<string, { text: string }[]>>(["propose", texts[0] as string]);
    const source = json<{ text: string }>(["clean", texts[0] as string]).text;
    for (const { text } of [...(statements ?? []), ...(claims ?? [])]) expect(source).toContain(text);
    // No claim, position or number stands in the case that no person has accepted.
    expect(json<{ positions: unknown[] }>(["positions", "x.parley"]).positions).toEqual([]);
  });
});
