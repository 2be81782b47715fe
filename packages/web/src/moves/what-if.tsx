import type { AnyConcept } from "@parley/stability";
import type { ReactNode } from "react";
import { useCaseData } from "../api/case-data.ts";
import { Button } from "../design/button.tsx";
import { DataTable } from "../design/data-table.tsx";
import { Failed, Loading } from "../design/states.tsx";
import { percent, t } from "../words/index.ts";
import { type Board, type BoardAnswer, changesOf } from "./board.ts";
import { StateLink, StateSentence, useMoves } from "./state-words.tsx";
import type { Asked } from "./tasks.ts";

/** A computation that is not done: how far it is, or how it ended. */
export function Computing({ asked }: { asked: Asked<unknown> }): ReactNode {
  if (asked.state === "running")
    return (
      <div className="state">
        <Loading
          what={`${t("moves.computing")} ${asked.share > 0 ? t("moves.share", { share: percent(asked.share) }) : ""}`}
        />
        <Button small onPress={asked.cancel}>
          {t("cancel")}
        </Button>
      </div>
    );
  if (asked.state === "cancelled")
    return (
      <div className="state" role="status">
        <p>{t("moves.cancelled")}</p>
        <Button onPress={asked.again}>{t("retry")}</Button>
      </div>
    );
  if (asked.state === "failed") return <Failed error={asked.error} />;
  return null;
}

/** What becomes of the states that hold when a move cannot be taken. */
export function WhatIf({
  board,
  move,
  asked,
  concept,
}: {
  board: Board;
  move: string;
  asked: Asked<BoardAnswer>;
  concept: AnyConcept;
}): ReactNode {
  const { held } = useCaseData();
  const moves = useMoves(board);
  const name = held.get("move", move)?.name ?? move;
  const after = asked.state === "done" ? asked.value.board : undefined;
  const changes = after === undefined ? undefined : changesOf(board, after, concept);
  return (
    <section className="moves-part what-if" data-testid="what-if">
      <h2 id="moves-whatif">{t("moves.whatIf", { move: name })}</h2>
      <p className="soft">{t("moves.whatIfNote")}</p>
      {asked.state === "done" ? (
        changes === undefined ? (
          asked.value.problems.map((p) => <p key={p.message}>{p.message}</p>)
        ) : (
          <DataTable
            label={t("moves.whatIf", { move: name })}
            rows={[...changes]}
            keyOf={([bits]) => bits}
            empty={t("moves.whatIf.none")}
            columns={[
              {
                id: "state",
                name: t("moves.state"),
                heading: true,
                cell: ([bits]) => (
                  <>
                    <StateLink board={board} moves={moves} state={board.states.indexOf(bits)} />
                    <StateSentence moves={moves} bits={bits} />
                  </>
                ),
              },
              {
                id: "fares",
                name: t("moves.fares"),
                cell: ([, change]) =>
                  change === "kept" ? t("moves.whatIf.kept") : <strong>{t(`moves.whatIf.${change}`)}</strong>,
              },
            ]}
          />
        )
      ) : (
        <Computing asked={asked} />
      )}
    </section>
  );
}
