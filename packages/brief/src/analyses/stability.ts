import { type Case, compareWords, refOf } from "@parley/case";
import { type StabilityResult, stabilityOf } from "@parley/stability";
import type { Result } from "../result.ts";
import { actorName, counted, grouped } from "../words.ts";

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
  // Labels read "Russia: keeps asking; Ukraine: gives nothing"; in a sentence the colons after the names go.
  const label = (id: string, game: StabilityResult): string => {
    const words = game.states.find((s) => s.id === id)?.label ?? id;
    return words
      .split("; ")
      .map((part) => part.replace(": ", " "))
      .join("; ");
  };
  // Which states are named must not hang on the order in which moves and options were entered.
  const partsOf = (id: string, game: StabilityResult): string =>
    (game.states.find((s) => s.id === id)?.label ?? id)
      .split(/; |, |: /)
      .sort(compareWords)
      .join(", ");
  const inOrder = (ids: readonly string[], game: StabilityResult): string[] => {
    const keys = new Map(ids.map((id) => [id, partsOf(id, game)]));
    return [...ids].sort((a, b) => compareWords(keys.get(a) ?? "", keys.get(b) ?? ""));
  };
  const tell = (game: StabilityResult, sees: string, on: typeof inputs, detail: { detail?: true }): void => {
    const { nash, seq } = game.equilibria;
    const onlySeq = seq.filter((id) => !nash.includes(id));
    const more =
      onlySeq.length === 0
        ? ""
        : ` In ${grouped(onlySeq.length)} more, a party could gain at first, but not once the others have answered (sequential stability).`;
    sentences.push({
      text: `${sees}, ${grouped(nash.length)} of ${counted(game.states.length, "possible state")} ${nash.length === 1 ? "is" : "are"} such that no party gains by leaving on its own (Nash stability).${more}`,
      on,
    });
    const told = [...inOrder(nash, game), ...inOrder(onlySeq, game)];
    for (const id of told.slice(0, NAMED)) {
      sentences.push({ text: `${sees}, this state holds: ${label(id, game)}.`, on, ...detail });
    }
    if (told.length > NAMED) {
      sentences.push({
        text: `${sees}, ${counted(told.length - NAMED, "more state holds", "more states hold")} that ${told.length - NAMED === 1 ? "is" : "are"} not named here.`,
        on,
        ...detail,
      });
    }
  };
  tell(result.truth, "As the record has it", models.inputs, {});
  if (models.statusQuo !== undefined) {
    const kept = result.truth.equilibria.seq.includes(models.statusQuo);
    sentences.push({
      text: `Today's state is ${kept ? "one of them" : "not one of them"}: ${label(models.statusQuo, result.truth)}.`,
      on: models.moves.map((id) => refOf("move", id)),
    });
  }
  for (const [actor, game] of Object.entries(result.views)) {
    const on = models.viewInputs[actor] ?? models.inputs;
    tell(game, `As ${actorName(held, actor)} is taken to see it`, on, { detail: true });
  }
  const { onlyBelieved, onlyTrue } = result.difference.seq;
  if (Object.keys(result.views).length > 0) {
    const name = (ids: readonly string[], lead: string): void => {
      for (const id of inOrder(ids, result.truth).slice(0, NAMED))
        sentences.push({ text: `${lead}: ${label(id, result.truth)}.`, on: inputs });
      const left = ids.length - NAMED;
      if (left > 0)
        sentences.push({
          text: `${counted(left, "more state", "more states")} of this kind ${left === 1 ? "is" : "are"} not named here.`,
          on: inputs,
        });
    };
    name(onlyBelieved, "This state holds only because of what is believed");
    name(onlyTrue, "This state would hold if everybody saw the same");
  }
  return { ...base, status: "proved", value: { ...result, statusQuo: models.statusQuo ?? null }, sentences };
}
