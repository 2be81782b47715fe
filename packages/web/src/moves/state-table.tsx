import type { AnyConcept } from "@parley/stability";
import { type ReactNode, useMemo } from "react";
import { useCaseData } from "../api/case-data.ts";
import { type Column, DataTable } from "../design/data-table.tsx";
import { actorName } from "../thread/describe.ts";
import { t } from "../words/index.ts";
import { type Board, type GameKey, gameOf, hasState, holds, OWN, stays } from "./board.ts";
import { StateLink, StateSentence, useMoves } from "./state-words.tsx";

/** Every state by every concept: who would stay in it. Those that hold in most ways come first. */
export function StateTable({ board, game }: { board: Board; game: GameKey }): ReactNode {
  const { held } = useCaseData();
  const moves = useMoves(board);
  const rows = useMemo(() => {
    const ways = board.states.map((_, s) => board.concepts.filter((c) => holds(board, game, s, c)).length);
    return board.states.map((_, s) => ({ state: s, ways: ways[s]! })).sort((a, b) => b.ways - a.ways);
  }, [board, game]);
  const columns = useMemo((): Column<(typeof rows)[number]>[] => {
    const staying = (state: number, concept: AnyConcept): string[] =>
      board.deciders.filter((_, i) => stays(board, game, state, i, concept));
    return [
      {
        id: "state",
        name: t("moves.state"),
        heading: true,
        sortBy: ({ state }) => state,
        cell: ({ state }) => (
          <>
            <StateLink board={board} moves={moves} state={state} />
            <StateSentence moves={moves} bits={board.states[state]!} />
          </>
        ),
      },
      ...board.concepts.map(
        (concept): Column<(typeof rows)[number]> => ({
          id: concept,
          name: `${t(`moves.${concept}`)} (${t(`moves.${concept}.short`)})`,
          sortBy: ({ state }) => -staying(state, concept).length,
          cell: ({ state }) => {
            if (game !== OWN && !hasState(gameOf(board, game), state))
              return <span className="soft">{t("moves.notThere")}</span>;
            const who = staying(state, concept);
            if (who.length === board.deciders.length)
              return (
                <strong className="holds">
                  <span aria-hidden="true">◎ </span>
                  {t("moves.everybody")}
                </strong>
              );
            return (
              <span className="soft">
                {who.length === 0 ? t("moves.nobody") : who.map((id) => actorName(held, id)).join(", ")}
              </span>
            );
          },
        }),
      ),
    ];
  }, [board, game, held, moves]);
  return (
    <section className="moves-part">
      <h2 id="moves-states">{t("moves.states")}</h2>
      <p className="soft">
        {t("moves.statesNote", { count: rows.length })}{" "}
        {board.today === undefined ? t("moves.todayUnknown") : null}
      </p>
      <div className="states-table">
        <DataTable
          label={t("moves.states")}
          columns={columns}
          rows={rows}
          keyOf={(row) => board.states[row.state]!}
        />
      </div>
      <details>
        <summary>{t("moves.concepts")}</summary>
        <p className="moves-method">{t("moves.conceptsAll")}</p>
        <dl className="moves-method">
          {board.concepts.map((concept) => (
            <div key={concept}>
              <dt>
                {t(`moves.${concept}`)}: <strong>{t(`moves.${concept}.exact`)}</strong>
              </dt>
              <dd>{t(`moves.${concept}.rule`)}</dd>
            </div>
          ))}
        </dl>
      </details>
    </section>
  );
}
