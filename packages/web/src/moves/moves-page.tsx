import { isInForce } from "@parley/case";
import type { AnyConcept } from "@parley/stability";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { useCaseData } from "../api/case-data.ts";
import { Select } from "../design/field.tsx";
import { Empty } from "../design/states.tsx";
import { NewButton } from "../edit/editing.tsx";
import { Screen, ShowLink } from "../frame/screen.tsx";
import { actorName, titleOf } from "../thread/describe.ts";
import { t } from "../words/index.ts";
import { type Board, type BoardAnswer, OWN, RECORD } from "./board.ts";
import { MoveGraph } from "./graph.tsx";
import { Outcome } from "./outcome.tsx";
import { Parties } from "./parties.tsx";
import { Pictures } from "./pictures.tsx";
import { Preferences } from "./preferences.tsx";
import { StatePanel } from "./state-panel.tsx";
import { StateTable } from "./state-table.tsx";
import { useBoard } from "./tasks.ts";
import { Computing, WhatIf } from "./what-if.tsx";
import "../design/chart.css";
import "./moves.css";

/** Moves: what each party can do, where the conflict can rest, and what each believes. */
export function MovesPage(): ReactNode {
  const { held, state } = useCaseData();
  const empty = held.inForce("move").length === 0;
  const asked = useBoard(empty ? undefined : "");
  if (empty && state.objects.some((o) => o.kind === "move" && isInForce(o)))
    return (
      <Screen title={t("nav.moves")} about={t("moves.about")} testId="moves">
        <Empty title={t("moves.hiddenAll")}>
          <p>{t("moves.hiddenTodo")}</p>
        </Empty>
      </Screen>
    );
  if (empty)
    return (
      <Screen title={t("nav.moves")} about={t("moves.about")} testId="moves">
        <Empty title={t("moves.empty")}>
          <p>{t("moves.emptyTodo")}</p>
          <NewButton kind="move" main>
            {t("moves.newMove")}
          </NewButton>
        </Empty>
      </Screen>
    );
  const board = asked.state === "done" ? asked.value.board : undefined;
  if (board !== undefined) return <BoardScreen board={board} />;
  return (
    <Screen title={t("nav.moves")} about={t("moves.about")} testId="moves">
      {asked.state === "done" ? <Problems problems={asked.value.problems} /> : <Computing asked={asked} />}
      <Parties />
    </Screen>
  );
}

/** What keeps the moves from being judged, each with the way to mend it. */
function Problems({ problems }: { problems: BoardAnswer["problems"] }): ReactNode {
  const { held } = useCaseData();
  return (
    <section className="callout" aria-label={t("moves.problems")}>
      <p className="state-title">{t("moves.problems")}</p>
      <p>{t("moves.problemsTodo")}</p>
      <ul className="links">
        {problems.map((problem) => (
          <li key={problem.message}>
            <bdi>{problem.message}</bdi>{" "}
            {problem.on.map((ref) => (
              <span key={ref}>
                <ShowLink of={ref}>
                  <bdi>{titleOf(held, ref)}</bdi>
                </ShowLink>{" "}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

function BoardScreen({ board }: { board: Board }): ReactNode {
  const { held } = useCaseData();
  const navigate = useNavigate();
  const { state, as = RECORD, show } = useSearch({ from: "/c/$case/moves" });
  const [chosen, setConcept] = useState<AnyConcept>("seq");
  const [without, setWithout] = useState("");
  const game = as === OWN || board.games.some((g) => g.of === as) ? as : RECORD;
  const concept = board.concepts.includes(chosen) ? chosen : "seq";
  const left = board.moves.includes(without) ? without : "";
  const whatIf = useBoard(left === "" ? undefined : left);
  const pictures = board.games.flatMap((g) => g.of ?? []);
  const tools = (
    <>
      {pictures.length === 0 ? null : (
        <Select
          label={t("moves.game")}
          inline
          // A choice needs a name of its own for the record.
          value={game === RECORD ? "record" : game === OWN ? OWN : `of ${game}`}
          options={[
            { id: "record", name: t("moves.record") },
            ...pictures.map((id) => ({ id: `of ${id}`, name: t("moves.as", { who: actorName(held, id) }) })),
            { id: OWN, name: t("moves.own") },
          ]}
          onChange={(to) =>
            void navigate({
              to: ".",
              search: (s) => ({ ...s, as: to === "record" ? undefined : to.replace(/^of /, "") }),
              replace: true,
            })
          }
        />
      )}
      <Select<AnyConcept>
        label={t("moves.by")}
        inline
        value={concept}
        options={board.concepts.map((c) => ({
          id: c,
          name: `${t(`moves.${c}`)} (${t(`moves.${c}.short`)})`,
        }))}
        onChange={setConcept}
      />
      <Select
        label={t("moves.without")}
        inline
        value={left === "" ? "none" : `move ${left}`}
        options={[
          { id: "none", name: t("moves.withoutNone") },
          ...board.moves.map((id) => {
            const move = held.get("move", id);
            return {
              id: `move ${id}`,
              name: t("moves.withoutOne", { who: actorName(held, move?.party), move: move?.name ?? id }),
            };
          }),
        ]}
        onChange={(to) => setWithout(to === "none" ? "" : to.replace(/^move /, ""))}
      />
    </>
  );
  const panel =
    state === undefined || show !== undefined ? undefined : (
      <StatePanel board={board} game={game} bits={state} />
    );
  return (
    <Screen title={t("nav.moves")} about={t("moves.about")} tools={tools} panel={panel} testId="moves">
      {left === "" ? null : <WhatIf board={board} move={left} asked={whatIf} concept={concept} />}
      <StateTable board={board} game={game} />
      <Pictures board={board} concept={concept} />
      <MoveGraph board={board} game={game} concept={concept} />
      <Preferences board={board} />
      <Parties />
      <Outcome board={board} />
    </Screen>
  );
}
