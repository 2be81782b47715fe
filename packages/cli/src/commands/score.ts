import {
  ForecastFormatError,
  type Ledger,
  ledgerOf,
  type ReliabilityBin,
  SCORE_RULES,
  type ScoredFile,
  scoreFile,
} from "@parley/forecast";
import { isTextForm, UserError } from "@parley/server/casework";
import { type CaseOptions, load, readText } from "../input.ts";
import { counted } from "../messages.ts";
import { type Outcome, percent, readStdin, short, table } from "../output.ts";

/** `parley score`: a CSV of forecasts, or the ledger of a case. */
export async function run(path: string, options: CaseOptions & { ordered?: boolean }): Promise<Outcome> {
  if (path !== "-" && (/\.parley$/i.test(path) || isTextForm(path))) return await ledger(path, options);
  const text = path === "-" ? new TextDecoder().decode(await readStdin()) : readText(path);
  let scored: ScoredFile;
  try {
    scored = scoreFile(text, options.ordered === true);
  } catch (error) {
    if (!(error instanceof ForecastFormatError)) throw error;
    throw new UserError("score-format", error.message, { where: path, cause: error });
  }
  const lines = [
    `${counted(scored.questions, "question")} with an outcome, ${scored.open} open`,
    `Brier ${short(scored.brier)}. ${SCORE_RULES.brier}`,
    `Log   ${short(scored.log)}. ${SCORE_RULES.log}`,
  ];
  if (scored.impossible > 0)
    lines.push(`${scored.impossible} came true although called impossible; the log leaves them out.`);
  if (scored.rps !== undefined) lines.push(`RPS   ${short(scored.rps)}. ${SCORE_RULES.rps}`);
  lines.push("", reliabilityTable(scored.reliability));
  return { json: scored, text: lines.join("\n") };
}

function reliabilityTable(bins: readonly ReliabilityBin[]): string {
  return table(
    ["called", "n", "came true", "share", "90% interval"],
    bins.map((b) => [
      `${percent(b.from)} to ${percent(b.to)}`,
      String(b.n),
      String(b.came),
      percent(b.share),
      `${percent(b.interval[0])} to ${percent(b.interval[1])}`,
    ]),
  );
}

async function ledger(path: string, options: CaseOptions): Promise<Outcome> {
  const loaded = await load(path, options);
  loaded.close();
  const found: Ledger = ledgerOf(loaded.held);
  const scored = found.entries.filter((e) => e.scores !== undefined);
  const rows = found.entries.map((e) => [
    e.ref.slice("forecast:".length),
    e.by,
    e.on,
    e.probabilities.map((p) => percent(p)).join(", "),
    e.seal,
    e.scores === undefined ? "open" : short(e.scores.brier),
    e.against?.baseRate === undefined ? "–" : short(e.against.baseRate.brier),
    e.against?.crowd === undefined ? "–" : short(e.against.crowd.brier),
  ]);
  const head = ["forecast", "by", "on", "probabilities", "seal", "Brier", "base rate's", "crowd's"];
  const lines = [rows.length === 0 ? "There are no forecasts." : table(head, rows)];
  if (scored.length > 0) lines.push(SCORE_RULES.brier, "", reliabilityTable(found.reliability));
  for (const { ref, message } of found.findings) lines.push(`${ref}: ${message}`);
  const mean = (pick: (e: (typeof scored)[number]) => number | null | undefined): number | null => {
    const all = scored.flatMap((e) => pick(e) ?? []);
    return all.length === 0 ? null : all.reduce((a, b) => a + b, 0) / all.length;
  };
  return {
    json: {
      questions: new Set(scored.map((e) => e.question)).size,
      brier: mean((e) => e.scores?.brier),
      log: mean((e) => e.scores?.log),
      rps: mean((e) => e.scores?.rps) ?? undefined,
      ...found,
      rules: SCORE_RULES,
    },
    text: lines.join("\n"),
    failed: found.findings.length > 0,
  };
}
