import type { StabilityResult } from "@parley/stability";
import type { ReactNode } from "react";
import { resultAt, useCaseData } from "../api/case-data.ts";
import { Loading } from "../design/states.tsx";
import { ShowLink } from "../frame/screen.tsx";
import { t } from "../words/index.ts";
import { type Board, isEquilibrium } from "./board.ts";

/** The result as the brief quotes it; and whether what is shown at this level or day differs from it. */
export function Outcome({ board }: { board: Board }): ReactNode {
  const data = useCaseData();
  const result = resultAt(data, "result:stability");
  const body = (): ReactNode => {
    if (data.resultsState === "loading") return <Loading what={t("result.loading")} />;
    if (data.resultsState === "failed") return <p className="callout">{t("moves.resultsFailed")}</p>;
    if (result === undefined) return <p className="callout">{t("moves.resultHidden")}</p>;
    return (
      <>
        {differs(board, result.value) ? <p className="callout">{t("moves.differs")}</p> : null}
        <ul className="outcome">
          {result.sentences.map((s) => (
            <li key={s.text}>
              <bdi>{s.text}</bdi>
            </li>
          ))}
        </ul>
        <p>
          <ShowLink of="result:stability">{t("moves.rests")}</ShowLink>
        </p>
      </>
    );
  };
  return (
    <section className="moves-part">
      <h2 id="moves-outcome">{t("moves.outcome")}</h2>
      {body()}
    </section>
  );
}

/** Whether states, today's, or those that hold in the record's game or in a picture are not those of the result. */
export function differs(board: Board, value: unknown): boolean {
  const found = value as {
    truth: StabilityResult;
    views: Record<string, StabilityResult>;
    statusQuo: string | null;
  } | null;
  if (found === null) return true;
  const today = board.today === undefined ? null : board.states[board.today]!;
  if (found.statusQuo !== today || Object.keys(found.views).length !== board.games.length - 1) return true;
  return board.games.some((game) => {
    const same = game.of === undefined ? found.truth : found.views[game.of];
    if (same === undefined || (game.of === undefined && same.states.length !== board.states.length))
      return true;
    return board.concepts.some((concept) => {
      const held = board.states.filter((_, s) => isEquilibrium(game, s, concept));
      const theirs = new Set(same.equilibria[concept] ?? []);
      return held.length !== theirs.size || held.some((id) => !theirs.has(id));
    });
  });
}
