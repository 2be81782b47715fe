import { Case } from "@parley/case";
import { type Concept, explain, modelsOf } from "@parley/stability";
import type { FromWorker } from "../analysis/in-worker.ts";
import { boardOf, type GameKey, OWN } from "./board.ts";
import type { Explained, Task } from "./tasks.ts";

const say = (message: FromWorker<unknown>): void => self.postMessage(message);

self.onmessage = ({ data }: MessageEvent<Task>): void => {
  try {
    const held = new Case(data.objects);
    const value =
      data.ask === "board"
        ? boardOf(held, data.without, (share) => say({ type: "progress", share }))
        : explained(held, data.game, data.state, data.concepts);
    say({ type: "done", value });
  } catch (error) {
    say({ type: "failed", message: error instanceof Error ? error.message : String(error) });
  }
};

/** In the game asked for, or each decision maker in its own; a state is looked at as what it is taken for there. */
function explained(held: Case, game: GameKey, state: string, concepts: Concept[]): Explained {
  const { models } = modelsOf(held);
  if (models === undefined) return {};
  const { truth, views } = models;
  const all: Explained = {};
  for (const who of models.deciders) {
    const view = views.find((v) => v.of === (game === OWN ? who : game));
    const seen = view?.image === undefined ? state : view.image(state);
    const model = view?.model ?? truth;
    if (seen === undefined || model.states.slotOf(seen) === undefined) continue;
    all[who] = Object.fromEntries(concepts.map((concept) => [concept, explain(model, seen, who, concept)]));
  }
  return all;
}
