import { Case, type Forecast, freeId, slug } from "@parley/case";
import { sealForecast } from "@parley/forecast";
import { UserError } from "@parley/server/casework";
import { author, type CaseOptions, edit } from "../input.ts";
import * as say from "../messages.ts";
import { type Outcome, percent } from "../output.ts";

interface Options extends CaseOptions {
  question: string;
  p: number[];
  method?: string;
  on?: string;
  input?: string[];
}

/** `parley forecast`: a sealed forecast into the ledger of a case. */
export async function run(path: string, options: Options): Promise<Outcome> {
  const file = await edit(path, options);
  try {
    const held = new Case(file.objects());
    const question = held.inForce("question").find((one) => one.id === options.question);
    if (question === undefined) {
      const known = held.inForce("question").map((one) => one.id);
      throw new UserError("no-such-question", say.noSuchQuestion(options.question, known), { where: path });
    }
    const by = author(options);
    const at = new Date().toISOString();
    const on = options.on ?? at.slice(0, 10);
    const taken = new Set(held.objects().flatMap((o) => (o.kind === "forecast" ? [o.id] : [])));
    const forecast: Forecast = {
      kind: "forecast",
      id: freeId(slug(`${question.id}-${on}-${by}`), taken),
      question: question.id,
      by,
      on,
      at: `${at.slice(0, 19)}Z`,
      probabilities: options.p,
      createdBy: { type: "analyst" },
    };
    if (options.method !== undefined) forecast.method = options.method;
    if (options.input !== undefined) forecast.inputs = options.input;
    let sealed: Forecast;
    try {
      sealed = sealForecast(forecast, question);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      throw new UserError("forecast", error.message, { where: path, cause: error });
    }
    file.change({ by, why: `Forecast of ${question.id} logged` }, [
      { kind: "forecast", id: sealed.id, value: sealed },
    ]);
    const names = question.options ?? ["yes", "no"];
    const said = sealed.probabilities.map((p, n) => `${names[n]} ${percent(p)}`).join(", ");
    return { json: sealed, text: `${sealed.id}: ${said}\nsealed: ${sealed.seal}` };
  } finally {
    file.close();
  }
}
