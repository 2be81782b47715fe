import { type Move, refOf } from "@parley/case";
import type { AnyConcept } from "@parley/stability";
import type { ReactNode } from "react";
import { useCaseData } from "../api/case-data.ts";
import { DataTable } from "../design/data-table.tsx";
import { ShowLink } from "../frame/screen.tsx";
import { actorName, titleOf } from "../thread/describe.ts";
import { t } from "../words/index.ts";
import { type Board, type BoardGame, hasState, holdsAsBelieved, isEquilibrium, orderOf } from "./board.ts";
import { OrderList, PreferenceBasis } from "./preferences.tsx";
import { StateLink, StateSentence, useMoves } from "./state-words.tsx";

/** The game as the record has it and as each party believes it, side by side, differences in words. */
export function Pictures({ board, concept }: { board: Board; concept: AnyConcept }): ReactNode {
  const { held } = useCaseData();
  const moves = useMoves(board);
  const pictures = board.games.slice(1);
  const truth = board.games[0]!;
  const rows = board.states
    .map((_, s) => s)
    .filter(
      (s) => board.games.some((g) => isEquilibrium(g, s, concept)) || holdsAsBelieved(board, s, concept),
    );
  const mark = (holds: boolean): ReactNode =>
    holds ? (
      <strong className="holds">
        <span aria-hidden="true">◎ </span>
        {t("moves.holds")}
      </strong>
    ) : (
      <span className="soft">{t("moves.holdsNot")}</span>
    );
  const difference = (s: number): string => {
    const real = isEquilibrium(truth, s, concept);
    const believed = holdsAsBelieved(board, s, concept);
    const words = pictures.flatMap((g) => {
      const there = isEquilibrium(g, s, concept);
      if (there === real) return [];
      return [t(there ? "moves.onlyIn" : "moves.notIn", { who: actorName(held, g.of) })];
    });
    if (believed !== real) words.push(t(believed ? "moves.onlyBelieved" : "moves.onlyTrue"));
    return words.length === 0 ? t("moves.sameInAll") : words.join("; ");
  };
  return (
    <section className="moves-part" data-testid="pictures">
      <h2 id="moves-pictures">{t("moves.pictures")}</h2>
      {pictures.length === 0 ? (
        <p>{t("moves.noPictures")}</p>
      ) : (
        <>
          <p className="soft">{t("moves.picturesNote", { concept: t(`moves.${concept}`) })}</p>
          <DataTable
            label={t("moves.pictures")}
            rows={rows}
            keyOf={(s) => board.states[s]!}
            empty={t("moves.noState")}
            columns={[
              {
                id: "state",
                name: t("moves.state"),
                heading: true,
                cell: (s) => (
                  <>
                    <StateLink board={board} moves={moves} state={s} />
                    <StateSentence moves={moves} bits={board.states[s]!} />
                  </>
                ),
              },
              {
                id: "record",
                name: t("moves.asRecord"),
                cell: (s) => mark(isEquilibrium(truth, s, concept)),
              },
              ...pictures.map((g) => ({
                id: `as ${g.of}`,
                name: t("moves.asWho", { who: actorName(held, g.of) }),
                cell: (s: number) =>
                  hasState(g, s) ? (
                    mark(isEquilibrium(g, s, concept))
                  ) : (
                    <span className="soft">{t("moves.notThere")}</span>
                  ),
              })),
              { id: "own", name: t("moves.allOwn"), cell: (s) => mark(holdsAsBelieved(board, s, concept)) },
              { id: "difference", name: t("moves.difference"), cell: difference },
            ]}
          />
          {pictures.map((g) => (
            <Picture key={g.of} board={board} moves={moves} picture={g} />
          ))}
        </>
      )}
    </section>
  );
}

/** What an actor sees otherwise than the record: moves it does not know of, orders it takes for those of others. */
function Picture({
  board,
  moves,
  picture,
}: {
  board: Board;
  moves: readonly Move[];
  picture: BoardGame;
}): ReactNode {
  const { held } = useCaseData();
  const who = actorName(held, picture.of);
  const view = held.inForce("view").find((v) => v.actor === picture.of);
  const hidden = (view?.hiddenMoves ?? []).flatMap((id) => held.get("move", id)?.name ?? []);
  const preferences = picture.inputs.flatMap((ref) => {
    const object = held.at(ref);
    return object?.kind === "preference" ? [object] : [];
  });
  const truth = board.games[0]!;
  return (
    <section className="picture">
      <h3>{t("moves.pictureOf", { who })}</h3>
      <ul className="links">
        {view === undefined ? null : (
          <li>
            <ShowLink of={refOf("view", view.id)}>
              <bdi>{titleOf(held, refOf("view", view.id))}</bdi>
            </ShowLink>{" "}
            <PreferenceBasis of={view} />
          </li>
        )}
        {hidden.length === 0 ? null : <li>{t("moves.hidden", { moves: hidden.join(", ") })}</li>}
        {(view?.filters ?? []).map((f) => (
          <li key={`${f.from} ${f.to} ${f.effect} ${f.about ?? ""}`}>
            {t(f.about === undefined ? "moves.filter" : "moves.filterAbout", {
              from: actorName(held, f.from),
              to: actorName(held, f.to),
              effect: t(`moves.effect.${f.effect}`),
              about: f.about ?? "",
            })}
          </li>
        ))}
        {view?.resistance === undefined ? null : (
          <li>{t("moves.resistance", { how: t(`moves.resistance.${view.resistance}`) })}</li>
        )}
      </ul>
      {preferences.map((preference) => {
        const i = board.deciders.indexOf(preference.party);
        if (i < 0) return null;
        const real = held
          .inForce("preference")
          .find((p) => p.party === preference.party && p.seenBy === undefined);
        const [before, after] = [orderOf(truth, i), orderOf(picture, i)];
        return (
          <div key={preference.id} className="orders">
            <h4>
              <bdi>{t("moves.orderDiffers", { who: actorName(held, preference.party) })}</bdi>
            </h4>
            <div className="side-by-side">
              <div>
                <h5>{t("moves.asRecord")}</h5>
                <OrderList board={board} moves={moves} order={before} preference={real} />
              </div>
              <div>
                <h5>{t("moves.asWho", { who })}</h5>
                <OrderList
                  board={board}
                  moves={moves}
                  order={after}
                  preference={preference}
                  against={before}
                />
              </div>
            </div>
          </div>
        );
      })}
    </section>
  );
}
