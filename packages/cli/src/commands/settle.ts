import { resolve } from "node:path";
import { UserError } from "@parley/server/casework";
import {
  type Divided,
  type PackageJson,
  type Robustness,
  readGeniusXml,
  readSettlementCsv,
  readSettlementJson,
  robustness,
  SettlementFormatError,
  type SettlementJson,
  type SettleResult,
  settle,
  settlementFromCase,
  type Tool,
} from "@parley/settlement";
import { type CaseOptions, isJsonInput, load, readJsonInput, readText } from "../input.ts";
import * as say from "../messages.ts";
import { type Outcome, percent, short, table } from "../output.ts";

interface Options extends CaseOptions {
  seed: number;
  rule?: Tool;
  worlds?: number;
  normalise?: boolean;
}

/** Names of issues and options as a case has them; a model by itself uses its ids. */
interface Words {
  party: (id: string) => string;
  issue: (id: string) => string;
  option: (issue: string, id: string) => string;
}

/** `parley settle`: which packages could hold, and which are the best by four rules. */
export async function run(files: readonly string[], options: Options): Promise<Outcome> {
  const input = files.join(" ");
  const { problem, words, inputs } = await read(files, options);
  // The weights of a case are scaled, as its schema says and as its brief computes; a file by itself means what it says.
  const normalise = inputs !== undefined || options.normalise === true;
  let result: SettleResult;
  try {
    result = settle(problem, { normalise, ...(options.rule === undefined ? {} : { tool: options.rule }) });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new UserError("settlement", error.message, { where: input, cause: error });
  }
  const json: Record<string, unknown> = { ...result };
  if (inputs !== undefined) json.inputs = inputs;
  const lines = [text(result, words)];
  if (options.rule !== undefined)
    lines.push(
      "",
      ...Object.entries(result.solutions).flatMap(([name, solution]) =>
        solution === null ? [] : [`${name}: ${solution.rule}`],
      ),
    );
  if (options.worlds !== undefined) {
    const chosen = differentPackages(result);
    const shares = robustness(problem, chosen, {
      worlds: options.worlds,
      seed: options.seed,
      normalise,
    });
    json.robustness = shares;
    lines.push("", worldsText(shares, words));
  }
  return { json, text: lines.join("\n") };
}

async function read(
  files: readonly string[],
  options: Options,
): Promise<{ problem: SettlementJson; words: Words; inputs?: string[] }> {
  const [input = "", ...more] = files;
  if (files.every((file) => /\.xml$/i.test(file)))
    return withWords(
      readGeniusXml,
      files.map((name) => ({ name, text: readText(name) })),
      input,
    );
  if (more.length > 0) throw new UserError("too-many", say.oneInput(files.length), { where: input });
  if (/\.csv$/i.test(input)) return withWords(readSettlementCsv, readText(input), input);
  if (isJsonInput(input)) {
    const value = await readJsonInput(input);
    if (typeof value !== "object" || value === null || !("parley-settlement" in value))
      throw new UserError("not-a-settlement", say.notACaseOr("parley-settlement"), { where: input });
    return withWords(readSettlementJson, value, input);
  }
  const loaded = await load(input, options);
  loaded.close();
  const { held } = loaded;
  const { problem, missing, inputs } = settlementFromCase(held);
  if (problem === undefined)
    throw new UserError("not-computed", missing.join(" "), { where: resolve(input) });
  const words: Words = {
    party: (id) => held.nameOf(`actor:${id}`),
    issue: (id) => held.nameOf(`issue:${id}`),
    option: (issue, id) => held.get("issue", issue)?.options?.[id] ?? id,
  };
  return { problem, words, inputs };
}

/** A problem from a file by itself, called as the file calls things. */
function withWords<T>(
  reader: (from: T) => SettlementJson,
  from: T,
  where: string,
): { problem: SettlementJson; words: Words } {
  try {
    const problem = reader(from);
    const partyName = new Map(problem.parties.map(({ id, name }) => [id, name ?? id]));
    const issueName = new Map(problem.issues.map(({ id, name }) => [id, name ?? id]));
    return {
      problem,
      words: {
        party: (id) => partyName.get(id) ?? id,
        issue: (id) => issueName.get(id) ?? id,
        option: (_, id) => id,
      },
    };
  } catch (error) {
    if (!(error instanceof SettlementFormatError)) throw error;
    throw new UserError("settlement-format", error.message, { where, cause: error });
  }
}

/** The packages that a rule prefers, each once. */
function differentPackages({ solutions }: SettleResult): PackageJson[] {
  const chosen = Object.values(solutions).flatMap((solution) =>
    solution === null ? [] : [solution.package],
  );
  return [...new Map(chosen.map((one) => [JSON.stringify(one), one])).values()];
}

function packageText(chosen: PackageJson, { issue, option }: Words): string {
  return Object.entries(chosen)
    .map(([id, value]) => `${issue(id)}: ${value === null ? "left open" : option(id, value)}`)
    .join("; ");
}

function text(result: SettleResult, words: Words): string {
  const acceptable = result.acceptable === null ? "uncounted" : String(result.acceptable);
  const head = `${result.packages} packages; acceptable to all who must agree: ${acceptable} (${result.status})`;
  const rows = Object.entries(result.solutions).flatMap(([name, solution]) =>
    solution === null
      ? []
      : [
          [
            name,
            ...result.parties.map((id) => short(solution.values[id])),
            short(solution.score),
            packageText(solution.package, words) +
              (solution.ties.length > 0 ? ` (and ${solution.ties.length} as good)` : ""),
          ],
        ],
  );
  const lines = [head];
  if (rows.length > 0)
    lines.push("", table(["rule", ...result.parties.map(words.party), "score", "package"], rows));
  const points = result.frontier.length;
  if (points > 0)
    lines.push(
      "",
      `Not bettered for everybody at once: ${points} ${points === 1 ? "combination" : "combinations"} of values.`,
    );
  if (result.divided !== undefined) lines.push("", dividedText(result.divided, words));
  for (const [i, set] of (result.whyNot?.blocking ?? []).entries()) {
    lines.push(`${i === 0 ? "\nNo deal, because these stand together:" : "or these:"}`);
    for (const one of set) lines.push(`  ${obstacle(one, words)}`);
  }
  for (const [i, { without, lower }] of (result.whyNot?.relaxations ?? []).entries())
    lines.push(
      `${i === 0 ? "\nA zone would open without:" : "or without:"}`,
      ...without.map((one) => {
        const by = one.type === "no deal" ? lower[one.party] : undefined;
        return `  ${obstacle(one, words)}${by === undefined ? "" : `: at least ${short(by)} too much`}`;
      }),
    );
  return lines.join("\n");
}

function dividedText(divided: Divided, words: Words): string {
  const [first, second] = divided.parties.map(words.party) as [string, string];
  const rows = divided.issues.map(({ issue, best, points, share }) => [
    words.issue(issue),
    ...best.map((option, i) => `${words.option(issue, option)} (${short(points[i])})`),
    percent(share[0]),
    percent(share[1]),
  ]);
  const end =
    divided.divided === null
      ? "No issue has to be divided."
      : `${words.issue(divided.divided)} is divided${divided.feasible ? "" : ", which the file does not say it can be"}.`;
  return [
    `Adjusted winner (Brams & Taylor 1996): ${first} ${short(divided.points[0])}, ${second} ${short(divided.points[1])} of 100 points. ${end}`,
    table(["issue", `best for ${first}`, `best for ${second}`, `${first}'s way`, `${second}'s way`], rows),
  ].join("\n");
}

function obstacle(
  one: NonNullable<SettleResult["whyNot"]>["blocking"][number][number],
  words: Words,
): string {
  if (one.type === "no deal")
    return `${words.party(one.party)} does better without a deal (${short(one.reservation)})`;
  const choices = one.choices
    .map(([issue, option]) => `${words.issue(issue)}: ${words.option(issue, option)}`)
    .join("; ");
  return one.type === "link"
    ? `cannot stand together: ${choices}`
    : `red line of ${words.party(one.party)}: ${choices}`;
}

function worldsText(shares: readonly Robustness[], words: Words): string {
  return shares
    .map((share) => {
      const accepts = Object.entries(share.accepts).map(
        ([id, value]) => `${words.party(id)} ${percent(value)}`,
      );
      const lines = [
        packageText(share.package, words),
        `  holds in ${percent(share.holds)} of ${share.worlds} worlds (seed ${share.seed}); accepted by ${accepts.join(", ")}`,
      ];
      if (share.regret !== null && Object.values(share.regret).some(({ mean }) => mean > 0))
        lines.push(
          `  short of the best each could have had, on average: ${Object.entries(share.regret)
            .map(([id, { mean }]) => `${words.party(id)} ${short(mean)}`)
            .join(", ")}`,
        );
      if (share.drivenBy.length > 0)
        lines.push(
          `  goes with (first-order Sobol): ${share.drivenBy
            .map(
              (one) =>
                `${words.party(one.party)}, ${one.judgement} ${percent(one.share)} ± ${percent(one.error)}`,
            )
            .join("; ")}`,
        );
      return lines.join("\n");
    })
    .join("\n");
}
