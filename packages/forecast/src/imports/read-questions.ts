import { ForecastFormatError } from "../formats/format-error.ts";
import { columnsOf, rowsOf } from "../formats/rows.ts";
import { format as say, imported as why } from "../messages.ts";
import type { Imported, ImportedForecast } from "./imported.ts";

type Json = Record<string, unknown>;
const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const text = (value: unknown): string => (typeof value === "string" ? value.trim() : "");
const dayOf = (value: unknown): string | undefined => /^\d{4}-\d{2}-\d{2}/.exec(text(value))?.[0];
const numbers = (value: unknown): number[] | undefined =>
  Array.isArray(value) && value.every((v) => typeof v === "number" && v >= 0 && v <= 1)
    ? (value as number[])
    : undefined;

/**
 * Read questions and forecasts of Metaculus (a post or question as its API gives it, or a list of them), of
 * ForecastBench (question, resolution and forecast sets), or a CSV with the columns
 * `question,title,rule,opens,closes,by,on,option,p`. What they say is untrusted: it is taken as text and numbers only.
 *
 * @throws ForecastFormatError
 */
export function readQuestions(body: string): Imported {
  const start = body.replace(/^\ufeff/, "").trimStart();
  if (!/^[{[]/.test(start)) return readCsv(body);
  let value: unknown;
  try {
    value = JSON.parse(start);
  } catch (error) {
    throw new ForecastFormatError(say.notJson((error as Error).message));
  }
  if (isObject(value) && ("question_set" in value || "forecast_due_date" in value))
    return readForecastBench(value);
  const list = Array.isArray(value)
    ? value
    : isObject(value) && Array.isArray(value.results)
      ? value.results
      : [value];
  const made: Imported = { format: "metaculus", questions: [], forecasts: [], left: [] };
  for (const post of list) {
    if (isObject(post)) readPost(post, made);
  }
  if (made.questions.length === 0 && made.left.length === 0)
    throw new ForecastFormatError(say.notQuestions());
  return made;
}

/** A post holds one question, or a group of them. */
function readPost(post: Json, made: Imported): void {
  const group = isObject(post.group_of_questions) ? post.group_of_questions.questions : undefined;
  const inner = isObject(post.question) ? [post.question] : Array.isArray(group) ? group : [post];
  for (const one of inner) if (isObject(one)) readMetaculus(one, post, made);
}

function readMetaculus(question: Json, post: Json, made: Imported): void {
  const id = question.id ?? post.id;
  const title = text(question.title) || text(post.title);
  const type = text(question.type) || "binary";
  if ((typeof id !== "number" && typeof id !== "string") || title === "") return;
  const key = String(id);
  if (type !== "binary" && type !== "multiple_choice") {
    made.left.push({ key, why: why.kindOfQuestion(type) });
    return;
  }
  const labels = Array.isArray(question.options) ? question.options.map(text) : undefined;
  if (type === "multiple_choice" && (labels === undefined || labels.length < 2)) {
    made.left.push({ key, why: why.noOptions() });
    return;
  }
  const rule = [text(question.resolution_criteria), text(question.fine_print)]
    .filter((t) => t !== "")
    .join("\n");
  const opens = dayOf(question.open_time);
  const closes = dayOf(question.actual_close_time) ?? dayOf(question.scheduled_close_time);
  const resolved = text(question.resolution).toLowerCase();
  const on = dayOf(question.actual_resolve_time) ?? dayOf(question.scheduled_resolve_time);
  const option =
    labels === undefined
      ? ["yes", "no"].indexOf(resolved)
      : labels.findIndex((l) => l.toLowerCase() === resolved);
  made.questions.push({
    key,
    source: "Metaculus",
    ...(typeof post.id === "number" ? { url: `https://www.metaculus.com/questions/${post.id}/` } : {}),
    title,
    rule,
    ...(opens === undefined ? {} : { opens }),
    ...(closes === undefined ? {} : { closes }),
    ...(labels === undefined ? {} : { options: labels }),
    ...(resolved !== "" && option >= 0 && on !== undefined ? { resolution: { option, on } } : {}),
  });
  const weighted = isObject(question.aggregations) ? question.aggregations.recency_weighted : undefined;
  const history = isObject(weighted)
    ? [...(Array.isArray(weighted.history) ? weighted.history : []), weighted.latest]
    : [];
  const byDay = new Map<string, ImportedForecast>();
  for (const point of history) {
    if (!isObject(point)) continue;
    const seconds = point.start_time;
    const values = numbers(point.forecast_values) ?? numbers(point.centers);
    if (typeof seconds !== "number" || values === undefined) continue;
    const probabilities =
      labels === undefined ? yesNo(values) : values.length === labels.length ? values : undefined;
    if (probabilities === undefined) continue;
    const day = new Date(seconds * 1000).toISOString().slice(0, 10);
    byDay.set(day, { key, by: "Metaculus community", on: day, probabilities });
  }
  made.forecasts.push(...byDay.values());
}

/** Centres hold yes alone, forecast values no and yes. */
function yesNo(values: readonly number[]): number[] | undefined {
  const yes = values.length === 1 ? values[0] : values.length === 2 ? values[1] : undefined;
  return yes === undefined ? undefined : [yes, 1 - yes];
}

function readForecastBench(file: Json): Imported {
  const made: Imported = { format: "forecastbench", questions: [], forecasts: [], left: [] };
  const due = dayOf(file.forecast_due_date);
  const keyOf = (one: Json): string | undefined =>
    typeof one.id === "string" && one.id !== "" ? `${text(one.source)}/${one.id}` : undefined;
  for (const one of Array.isArray(file.questions) ? file.questions : []) {
    if (!isObject(one)) continue;
    const key = keyOf(one);
    if (key === undefined) {
      made.left.push({ key: Array.isArray(one.id) ? one.id.join("+") : "?", why: why.combined() });
      continue;
    }
    const closes = dayOf(one.market_info_close_datetime);
    const opens = dayOf(one.market_info_open_datetime);
    const rule = [text(one.resolution_criteria), text(one.market_info_resolution_criteria)]
      .filter((t) => t !== "" && t !== "N/A")
      .join("\n");
    made.questions.push({
      key,
      source: "ForecastBench",
      ...(/^https?:/.test(text(one.url)) ? { url: text(one.url) } : {}),
      title: text(one.question),
      rule,
      ...(opens === undefined ? {} : { opens }),
      ...(closes === undefined ? {} : { closes }),
    });
    const crowd = Number(one.freeze_datetime_value);
    const frozen = dayOf(one.freeze_datetime);
    // On markets the value frozen is the crowd's probability; on data questions it is the datum itself.
    const market =
      text(one.market_info_close_datetime) !== "" && text(one.market_info_close_datetime) !== "N/A";
    if (market && text(one.freeze_datetime_value) !== "" && crowd >= 0 && crowd <= 1 && frozen !== undefined)
      made.forecasts.push({
        key,
        by: `${text(one.source)} crowd`,
        on: frozen,
        probabilities: [crowd, 1 - crowd],
      });
  }
  for (const one of Array.isArray(file.resolutions) ? file.resolutions : []) {
    if (!isObject(one)) continue;
    const key = keyOf(one);
    const to = one.resolved_to;
    const on = dayOf(one.resolution_date);
    if (key === undefined || one.resolved !== true || on === undefined) continue;
    if (to !== 0 && to !== 1) {
      made.left.push({ key, why: why.partly(to) });
      continue;
    }
    made.questions.push({
      key,
      source: "ForecastBench",
      title: "",
      rule: "",
      closes: on,
      resolution: { option: to === 1 ? 0 : 1, on },
    });
  }
  for (const one of Array.isArray(file.forecasts) ? file.forecasts : []) {
    if (!isObject(one)) continue;
    const key = keyOf(one);
    const p = one.forecast;
    if (key === undefined || typeof p !== "number" || !(p >= 0 && p <= 1) || due === undefined) continue;
    const by = text(file.model) || text(file.organization) || "ForecastBench";
    made.forecasts.push({ key, by, on: due, probabilities: [p, 1 - p] });
  }
  if (made.questions.length + made.forecasts.length + made.left.length === 0)
    throw new ForecastFormatError(say.notQuestions());
  return made;
}

function readCsv(body: string): Imported {
  const [header, ...rows] = rowsOf(body);
  if (header === undefined) throw new ForecastFormatError(say.empty());
  const at = columnsOf(header, ["question", "title", "rule", "on", "by", "option", "p"], ["opens", "closes"]);
  const made: Imported = { format: "csv", questions: [], forecasts: [], left: [] };
  const options = new Map<string, string[]>();
  const said = new Map<string, Map<string, { by: string; on: string; p: Map<string, number> }>>();
  for (const { line, cells } of rows) {
    const key = cells[at.question] ?? "";
    if (key === "") throw new ForecastFormatError(say.noName(), line);
    const p = Number(cells[at.p] || Number.NaN);
    if (!(p >= 0 && p <= 1)) throw new ForecastFormatError(say.badProbability(cells[at.p] ?? ""), line);
    const day = dayOf(cells[at.on]);
    if (day === undefined) throw new ForecastFormatError(why.noDay(cells[at.on] ?? ""), line);
    if (!options.has(key)) {
      options.set(key, []);
      const opens = at.opens === undefined ? undefined : dayOf(cells[at.opens]);
      const closes = at.closes === undefined ? undefined : dayOf(cells[at.closes]);
      made.questions.push({
        key,
        source: "CSV",
        title: cells[at.title] ?? "",
        rule: cells[at.rule] ?? "",
        ...(opens === undefined ? {} : { opens }),
        ...(closes === undefined ? {} : { closes }),
      });
    }
    const label = cells[at.option] ?? "";
    const known = options.get(key)!;
    if (!known.includes(label)) known.push(label);
    const by = cells[at.by] ?? "";
    const forecasts = said.get(key) ?? new Map();
    said.set(key, forecasts);
    const one = forecasts.get(`${by}\n${day}`) ?? { by, on: day, p: new Map<string, number>() };
    forecasts.set(`${by}\n${day}`, one);
    one.p.set(label, p);
  }
  for (const question of made.questions) {
    const labels = options.get(question.key)!;
    if (labels.length > 1) question.options = labels;
    for (const { by, on, p } of said.get(question.key)!.values()) {
      const single = p.get(labels[0]!)!;
      const probabilities =
        labels.length === 1 ? [single, 1 - single] : labels.map((label) => p.get(label) ?? 0);
      if (Math.abs(probabilities.reduce((a, b) => a + b, 0) - 1) > 0.02 + 1e-9)
        made.left.push({ key: question.key, why: why.notWhole(by, on) });
      else made.forecasts.push({ key: question.key, by, on, probabilities });
    }
  }
  return made;
}
