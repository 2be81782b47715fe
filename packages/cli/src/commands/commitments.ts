import { commitmentState, earlierLike, outcomeIsTold } from "@parley/case";
import { type CaseOptions, load } from "../input.ts";
import * as say from "../messages.ts";
import { type Outcome, table } from "../output.ts";

interface Options extends CaseOptions {
  /** The day as of which it is told; else the case's own. */
  asOf?: string;
}

/** `parley commitments`: the ledger of what was undertaken. Overdue is "not seen", never "broken". */
export async function run(path: string, options: Options): Promise<Outcome> {
  const loaded = await load(path, options);
  loaded.close();
  const { held } = loaded;
  const asOf = options.asOf ?? held.info?.asOf;
  const commitments = held.inForce("commitment").map((one) => ({
    ...one,
    state: commitmentState(one, asOf),
    told: outcomeIsTold(one),
    like: earlierLike(one, held),
  }));
  const rows = commitments.map((one) => [
    held.nameOf(`actor:${one.by}`),
    one.text,
    one.strength,
    one.due?.latest ?? one.reviewOn ?? "no due date",
    one.state + (one.told ? "" : " (no step tells it)"),
  ]);
  return {
    json: { asOf, commitments },
    text:
      rows.length === 0 ? say.noCommitments() : table(["by", "what", "how strongly", "due", "state"], rows),
  };
}
