import { type BaseObject, type Move, type Preference, refOf } from "@parley/case";
import { type ReactNode, useState } from "react";
import { useCaseData } from "../api/case-data.ts";
import { Button } from "../design/button.tsx";
import { StandingTag, Tag } from "../design/tag.tsx";
import { ShowLink } from "../frame/screen.tsx";
import { actorName, titleOf } from "../thread/describe.ts";
import { t } from "../words/index.ts";
import { type Board, orderOf } from "./board.ts";
import { StateLink, useMoves } from "./state-words.tsx";
import { statementWords } from "./words.ts";

/** Groups of an order shown at once. */
const SHOWN = 16;

/** Each party's order of the states, what it was made from and what it rests on. */
export function Preferences({ board }: { board: Board }): ReactNode {
  const { held } = useCaseData();
  const moves = useMoves(board);
  return (
    <section className="moves-part">
      <h2 id="moves-preferences">{t("moves.preferences")}</h2>
      <div className="side-by-side">
        {board.deciders.map((who, i) => {
          const own = held.inForce("preference").find((p) => p.party === who && p.seenBy === undefined);
          return (
            <section key={who} className="orders">
              <h3>
                <bdi>{actorName(held, who)}</bdi>
              </h3>
              <OrderList board={board} moves={moves} order={orderOf(board.games[0]!, i)} preference={own} />
            </section>
          );
        })}
      </div>
    </section>
  );
}

/** How an object came by what it says: by passages or claims, or by somebody's assumption; both where both. */
export function PreferenceBasis({ of }: { of: BaseObject }): ReactNode {
  const { passages = [], claims = [], assumption } = of.basis ?? {};
  return (
    <span className="tags">
      {passages.length > 0 ? <StandingTag standing="reported" /> : null}
      {claims.length > 0 ? <StandingTag standing="inferred" /> : null}
      {assumption === undefined ? null : <StandingTag standing="assumed" by={assumption.by} />}
      {passages.length + claims.length === 0 && assumption === undefined ? (
        <StandingTag standing="unknown" />
      ) : null}
    </span>
  );
}

/** An order of the states, best first, with its basis; against another order, what stands higher and lower. */
export function OrderList({
  board,
  moves,
  order,
  preference,
  against,
}: {
  board: Board;
  moves: readonly Move[];
  order: readonly number[][];
  preference: Preference | undefined;
  against?: readonly number[][];
}): ReactNode {
  const { held } = useCaseData();
  const [all, setAll] = useState(false);
  const shown = all ? order : order.slice(0, SHOWN);
  /** Whether a state passed more states, or fewer, than in the other order; ties count half. */
  const shift = (state: number): ReactNode => {
    if (against === undefined) return null;
    const by = heightIn(order, state) - heightIn(against, state, new Set(order.flat()));
    if (by === 0) return null;
    return (
      <>
        {" "}
        <Tag>
          <span aria-hidden="true">{by > 0 ? "↑ " : "↓ "}</span>
          {t(by > 0 ? "moves.higher" : "moves.lower")}
        </Tag>
      </>
    );
  };
  return (
    <>
      {preference === undefined ? null : (
        <p className="row">
          <ShowLink of={refOf("preference", preference.id)}>
            <bdi>{titleOf(held, refOf("preference", preference.id))}</bdi>
          </ShowLink>
          <PreferenceBasis of={preference} />
        </p>
      )}
      {preference?.statements === undefined ? (
        <p className="soft">{t("moves.ranking")}</p>
      ) : (
        <>
          <p className="soft">{t("moves.statements")}</p>
          <ol className="statements">
            {preference.statements.map((text) => (
              <li key={text}>
                <bdi>{statementWords(moves, text)}</bdi>
              </li>
            ))}
          </ol>
        </>
      )}
      <p className="soft">{t("moves.best")}</p>
      <ol className="order">
        {shown.map((group) => (
          <li key={group[0]}>
            {group.map((state) => (
              <div key={state}>
                <StateLink board={board} moves={moves} state={state} />
                {shift(state)}
              </div>
            ))}
            {group.length > 1 ? <span className="soft">{t("moves.equally")}</span> : null}
          </li>
        ))}
      </ol>
      {order.length > shown.length ? (
        <Button small onPress={() => setAll(true)}>
          {t("moves.more", { count: order.length })}
        </Button>
      ) : null}
    </>
  );
}

function heightIn(order: readonly number[][], state: number, among?: ReadonlySet<number>): number {
  let below = 0;
  let ties = 0;
  let found = false;
  for (const group of order) {
    const counted = among === undefined ? group : group.filter((s) => among.has(s));
    if (group.includes(state)) {
      found = true;
      ties = counted.length;
    } else if (found) below += counted.length;
  }
  return below + ties / 2;
}
