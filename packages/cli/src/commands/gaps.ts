import { gapWeights, Thread } from "@parley/case";
import { type CaseOptions, load } from "../input.ts";
import * as say from "../messages.ts";
import { type Outcome, table } from "../output.ts";

/** `parley gaps`: what to look up first, by what hangs on each missing word. */
export async function run(path: string, options: CaseOptions): Promise<Outcome> {
  const loaded = await load(path, options);
  loaded.close();
  const { held } = loaded;
  const { analyse } = await import("@parley/brief");
  const weights = gapWeights(held, new Thread(held, analyse(held)));
  const rows = weights.map(({ gap, conclusions, built, claims, undecided }) => [
    String(conclusions.length),
    String(built.length),
    String(claims.length),
    undecided === 0 ? "" : "yes",
    gap.type,
    gap.context.replaceAll("\n", " ").slice(0, 70),
  ]);
  return {
    json: { gaps: weights },
    text:
      rows.length === 0
        ? say.noGaps()
        : table(["conclusions", "built on it", "claims", "decides", "what", "where"], rows),
  };
}
