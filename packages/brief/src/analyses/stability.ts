import { type Case, refOf } from "@parley/case";
import { type StabilityResult, stabilityOf } from "@parley/stability";
import type { Result } from "../result.ts";
import { actorName, counted } from "../words.ts";

/** States named in sentences; the tables hold all. */
const NAMED = 4;

/** Which states nobody would leave, as things are and as those with another picture believe. */
export function stabilityResult(held: Case): Omit<Result, "level"> | undefined {
  if (held.inForce("move").length === 0) return undefined;
  const { result, models, inputs, problems } = stabilityOf(held);
  const base = {
    ref: "result:stability" as const,
    type: "stability" as const,
    title: "Who could walk away, and from what?",
    method:
      "Graph model for conflict resolution: Nash, GMR, SMR, SEQ and SSEQ stability with legal sequences of moves",
    inputs,
  };
  if (result === undefined || models === undefined) {
    return {
      ...base,
      status: "not computed",
      value: null,
      sentences: problems.map((p) => ({ text: p.message, on: p.on })),
    };
  }
  const sentences: Result["sentences"] = [];
  const label = (id: string, game: StabilityResult): string =>
    game.states.find((s) => s.id === id)?.label ?? id;
  const tell = (game: StabilityResult, lead: string, on: typeof inputs): void => {
    const { nash, seq } = game.equilibria;
    const onlySeq = seq.filter((id) => !nash.includes(id));
    const kept =
      onlySeq.length === 0
        ? "and no other is kept by the answers such a move would meet (sequential stability)"
        : `and ${counted(onlySeq.length, "more is", "more are")} kept by the answers such a move would meet (sequential stability)`;
    sentences.push({
      text: `${lead}, ${counted(nash.length, "state")} of ${game.states.length} ${nash.length === 1 ? "is" : "are"} such that no party gains by leaving alone (Nash), ${kept}.`,
      on,
    });
    const told = [...nash, ...onlySeq].slice(0, NAMED);
    for (const id of told) sentences.push({ text: `${lead}, this holds: ${label(id, game)}.`, on });
  };
  tell(result.truth, "As the record has it", models.inputs);
  for (const [actor, game] of Object.entries(result.views)) {
    const on = models.viewInputs[actor] ?? models.inputs;
    tell(game, `As ${actorName(held, actor)} is taken to see it`, on);
  }
  const { onlyBelieved, onlyTrue } = result.difference.seq;
  if (Object.keys(result.views).length > 0) {
    for (const id of onlyBelieved.slice(0, NAMED)) {
      sentences.push({
        text: `This holds only because of what is believed: ${label(id, result.truth)}.`,
        on: inputs,
      });
    }
    for (const id of onlyTrue.slice(0, NAMED)) {
      sentences.push({
        text: `This would hold if everybody saw the same: ${label(id, result.truth)}.`,
        on: inputs,
      });
    }
  }
  if (models.statusQuo !== undefined) {
    const kept = result.truth.equilibria.seq.includes(models.statusQuo);
    sentences.push({
      text: `Today's state ${kept ? "holds" : "does not hold"} as the record has it: ${label(models.statusQuo, result.truth)}.`,
      on: models.moves.map((id) => refOf("move", id)),
    });
  }
  return { ...base, status: "proved", value: { ...result, statusQuo: models.statusQuo ?? null }, sentences };
}
