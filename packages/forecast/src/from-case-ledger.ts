import {
  type Case,
  daysBetween,
  type Forecast,
  freeId,
  type Question,
  type Ref,
  refOf,
  slug,
} from "@parley/case";
import { baseRate } from "./base-rate.ts";
import { crpsOfDates } from "./core/scoring/crps.ts";
import { type ReliabilityBin, reliability } from "./core/scoring/reliability.ts";
import { skill } from "./core/scoring/skill.ts";
import type { Imported } from "./imports/imported.ts";
import { type Scores, type SealedContent, type SealState, scoresOf, sealOf, sealState } from "./ledger.ts";
import { imported as importedWords, ledger as say } from "./messages.ts";
import { checkQuestion } from "./question.ts";
import { REFERENCE_CLASSES } from "./reference-classes.ts";

/** One forecast of the case, with its seal and, once the question is resolved, its scores. */
export interface LedgerEntry {
  ref: Ref;
  question: Ref;
  by: string;
  method?: string;
  on: string;
  probabilities: number[];
  /** Whether it came from elsewhere: a crowd to be compared with. */
  imported: boolean;
  seal: SealState;
  scores?: Scores & { crps?: number };
  /** Brier scores of the base rate and the latest imported forecast of the same day or before. */
  against?: { baseRate?: { class: string; brier: number }; crowd?: { ref: Ref; brier: number } };
}

export interface Ledger {
  entries: LedgerEntry[];
  /** Forecasts that are not as they were sealed. */
  findings: { ref: Ref; severity: "error"; message: string }[];
  /** Means over the forecasts made here, by method; those of questions still open are left out. */
  methods: {
    method: string;
    n: number;
    brier: number;
    skillAgainstBaseRate: { n: number; skill: number | null };
    skillAgainstCrowd: { n: number; skill: number | null };
  }[];
  reliability: ReliabilityBin[];
}

const contentOf = (forecast: Forecast, question: Question): SealedContent => ({
  question: {
    id: question.id,
    event: question.event,
    rule: question.rule,
    ...(question.options === undefined ? {} : { options: question.options }),
    ...(question.closes === undefined ? {} : { closes: question.closes }),
  },
  by: forecast.by,
  on: forecast.on,
  probabilities: forecast.probabilities,
  ...(forecast.method === undefined ? {} : { method: forecast.method }),
  ...(forecast.at === undefined ? {} : { at: forecast.at }),
  ...(forecast.dates === undefined ? {} : { dates: forecast.dates }),
  ...(forecast.inputs === undefined ? {} : { inputs: forecast.inputs }),
});

/** Options of a question; of one without, yes and no. */
const optionsOf = (question: Question): number => question.options?.length ?? 2;

/**
 * A forecast as it goes into the ledger, sealed.
 *
 * @throws RangeError when the question cannot stand or the probabilities do not fit it
 */
export function sealForecast(forecast: Forecast, question: Question): Forecast {
  const problems = checkQuestion(question).filter((f) => f.severity === "error");
  if (problems.length > 0) throw new RangeError(say.cannotSeal(problems.map((p) => p.message)));
  const { probabilities } = forecast;
  if (probabilities.length !== optionsOf(question))
    throw new RangeError(say.count(probabilities.length, optionsOf(question)));
  const sum = probabilities.reduce((a, b) => a + b, 0);
  if (!(Math.abs(sum - 1) < 1e-9)) throw new RangeError(say.sum(sum));
  const { seal: _, ...open } = forecast;
  return { ...open, seal: sealOf(contentOf(open, question)) };
}

/** The ledger of a case: every forecast in force, whether its seal holds, and how good it was. */
export function ledgerOf(held: Case): Ledger {
  const findings: Ledger["findings"] = [];
  const entries: LedgerEntry[] = [];
  const forecasts = held.inForce("forecast");
  for (const forecast of forecasts) {
    const ref = refOf("forecast", forecast.id);
    const question = held.get("question", forecast.question);
    if (question === undefined) {
      findings.push({ ref, severity: "error", message: say.noQuestion(forecast.question) });
      continue;
    }
    const seal = sealState(contentOf(forecast, question), forecast.seal);
    if (seal === "broken")
      findings.push({ ref, severity: "error", message: say.broken(forecast.by, forecast.on) });
    const entry: LedgerEntry = {
      ref,
      question: refOf("question", question.id),
      by: forecast.by,
      on: forecast.on,
      probabilities: forecast.probabilities,
      imported: forecast.createdBy?.type === "import",
      seal,
    };
    if (forecast.method !== undefined) entry.method = forecast.method;
    const outcome = question.resolution?.option;
    // A forecast that is not as it was sealed earns no score, nor does one that came after the answer.
    const scorable = seal !== "broken" && forecast.on <= (question.resolution?.on ?? "9999");
    if (outcome !== undefined && scorable && outcome < forecast.probabilities.length) {
      entry.scores = scoresOf(forecast.probabilities, outcome, question.ordered === true);
      const crps = crpsOf(forecast, question);
      if (crps !== undefined) entry.scores.crps = crps;
      entry.against = againstOf(forecast, question, outcome, forecasts);
    }
    entries.push(entry);
  }
  return { entries, findings, ...summary(entries, held) };
}

function crpsOf(forecast: Forecast, question: Question): number | undefined {
  const { dates, on } = forecast;
  if (dates === undefined || dates.length === 0 || question.resolution === undefined) return undefined;
  const shares = dates.map(({ by, share }) => ({ days: daysBetween(on, by), share }));
  const happened = question.resolution.date;
  try {
    return crpsOfDates(shares, happened === undefined ? undefined : daysBetween(on, happened));
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** What the base rate and the crowd had said by the same day, scored by the same rule. */
function againstOf(
  forecast: Forecast,
  question: Question,
  outcome: number,
  all: readonly Forecast[],
): NonNullable<LedgerEntry["against"]> {
  const against: NonNullable<LedgerEntry["against"]> = {};
  const { since, closes } = question;
  const name = question.classes?.[0];
  if (
    question.options === undefined &&
    since !== undefined &&
    closes !== undefined &&
    REFERENCE_CLASSES.some((c) => c.name === name)
  ) {
    const [elapsed, ahead] = [daysBetween(since, forecast.on), daysBetween(forecast.on, closes)];
    const share =
      elapsed >= 0 && ahead >= 0 ? baseRate(name as string, elapsed, [ahead]).within[0]?.share : null;
    if (share !== null && share !== undefined)
      against.baseRate = { class: name as string, brier: scoresOf([share, 1 - share], outcome, false).brier };
  }
  const crowd = all
    .filter((f) => f.question === forecast.question && f.createdBy?.type === "import" && f.id !== forecast.id)
    .filter((f) => f.on <= forecast.on && f.probabilities.length === forecast.probabilities.length)
    .sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : a.id < b.id ? -1 : 1))[0];
  if (crowd !== undefined)
    against.crowd = {
      ref: refOf("forecast", crowd.id),
      brier: scoresOf(crowd.probabilities, outcome, false).brier,
    };
  return against;
}

function summary(entries: readonly LedgerEntry[], held: Case): Pick<Ledger, "methods" | "reliability"> {
  const scored = entries.filter((e) => e.scores !== undefined);
  const methods = [...new Set(scored.map((e) => e.method ?? e.by))].sort().map((method) => {
    const mine = scored.filter((e) => (e.method ?? e.by) === method);
    const than = (pick: (e: LedgerEntry) => number | undefined): { n: number; skill: number | null } => {
      const both = mine.filter((e) => pick(e) !== undefined);
      return {
        n: both.length,
        skill: skill(
          both.map((e) => e.scores!.brier),
          both.map((e) => pick(e)!),
        ),
      };
    };
    return {
      method,
      n: mine.length,
      brier: mine.reduce((sum, e) => sum + e.scores!.brier, 0) / mine.length,
      skillAgainstBaseRate: than((e) => e.against?.baseRate?.brier),
      skillAgainstCrowd: than((e) => e.against?.crowd?.brier),
    };
  });
  const own = scored.filter((e) => !e.imported);
  return {
    methods,
    reliability: reliability(
      own.flatMap((e) => {
        const question = held.get("question", e.question.slice("question:".length));
        const outcome = question?.resolution?.option;
        // Of yes or no, yes alone is counted: no is the same fact said twice.
        const shown = question?.options === undefined ? e.probabilities.slice(0, 1) : e.probabilities;
        return shown.map((probability, n) => ({ probability, came: n === outcome }));
      }),
    ),
  };
}

/**
 * What an imported file would add to a case: questions that wait for review and forecasts of them, sealed, marked as
 * imported. What the case has already stays as it is.
 *
 * @param day the day of the import
 */
export function importedObjects(
  held: Case,
  file: Imported,
  day: string,
): { objects: (Question | Forecast)[]; left: { key: string; why: string }[] } {
  const left = [...file.left];
  const objects: (Question | Forecast)[] = [];
  const taken = new Set(held.objects().map((o) => `${o.kind}:${o.id}`));
  const idOf = (kind: "question" | "forecast", words: string): string => {
    const kept = [...taken].flatMap((ref) =>
      ref.startsWith(`${kind}:`) ? [ref.slice(kind.length + 1)] : [],
    );
    const id = freeId(slug(words), new Set(kept));
    taken.add(`${kind}:${id}`);
    return id;
  };
  const version = day;
  const made = new Map<string, Question>();
  for (const one of file.questions) {
    const name = `${file.format}-${one.key}`;
    const present = held.objects().find((o) => o.kind === "question" && o.createdBy?.name === name);
    if (present !== undefined) {
      left.push({ key: one.key, why: importedWords.already() });
      made.set(one.key, present as Question);
      continue;
    }
    if (one.rule === "" || one.title === "") {
      left.push({ key: one.key, why: importedWords.noRule() });
      continue;
    }
    const question: Question = {
      kind: "question",
      id: idOf("question", name),
      title: one.title,
      event: one.title,
      rule: one.rule,
      sources: [one.url ?? one.source],
      createdBy: { type: "import", name, version },
      review: { state: "proposed" },
    };
    if (one.opens !== undefined) question.opens = one.opens;
    if (one.closes !== undefined) question.closes = one.closes;
    if (one.options !== undefined) question.options = one.options;
    if (one.ordered === true) question.ordered = true;
    if (one.resolution !== undefined) question.resolution = { ...one.resolution, by: one.source };
    made.set(one.key, question);
    objects.push(question);
  }
  for (const one of file.forecasts) {
    const question = made.get(one.key);
    if (question === undefined) continue;
    const name = `${file.format}-${one.key}`;
    const same = held
      .objects()
      .some((o) => o.kind === "forecast" && o.createdBy?.name === name && o.on === one.on && o.by === one.by);
    if (same) continue;
    const total = one.probabilities.reduce((a, b) => a + b, 0);
    const forecast: Forecast = {
      kind: "forecast",
      id: idOf("forecast", `${name}-${one.on}`),
      question: question.id,
      by: one.by,
      method: "crowd",
      on: one.on,
      probabilities: one.probabilities.map((p) => p / total),
      createdBy: { type: "import", name, version },
      review: { state: "proposed" },
    };
    try {
      objects.push(sealForecast(forecast, question));
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      left.push({ key: one.key, why: error.message });
    }
  }
  return { objects, left };
}
