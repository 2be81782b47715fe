import { type Id, type Move, refOf } from "@parley/case";
import type { AnyConcept, Concept, Explanation, NamedStep } from "@parley/stability";
import { useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { resultAt, useCaseData } from "../api/case-data.ts";
import { SidePanel } from "../design/side-panel.tsx";
import { Failed, Loading } from "../design/states.tsx";
import { Tag } from "../design/tag.tsx";
import { ShowLink } from "../frame/screen.tsx";
import { actorName, titleOf } from "../thread/describe.ts";
import { Hanging } from "../thread/hanging.tsx";
import { t } from "../words/index.ts";
import { type Board, type GameKey, gameOf, OWN } from "./board.ts";
import { StateSentence, shortName, useMoves } from "./state-words.tsx";
import { useExplained } from "./tasks.ts";

/** Why each party would stay in a state or leave it, in words. */
export function StatePanel({ board, game, bits }: { board: Board; game: GameKey; bits: string }): ReactNode {
  const data = useCaseData();
  const { held } = data;
  const navigate = useNavigate();
  const moves = useMoves(board);
  const n = board.states.indexOf(bits);
  const close = (): void => void navigate({ to: ".", search: (s) => ({ ...s, state: undefined }) });
  if (n < 0)
    return (
      <SidePanel title={t("moves.state")} about={bits} onClose={close} testId="state-panel">
        <p>{t("moves.stateGone")}</p>
      </SidePanel>
    );
  const result = resultAt(data, "result:stability");
  const used = [
    ...new Set(board.games.filter((g) => g.of === undefined || game !== "").flatMap((g) => g.inputs)),
  ];
  return (
    <SidePanel
      title={t("moves.panel", { n: n + 1 })}
      about={`${game} ${bits}`}
      onClose={close}
      testId="state-panel"
    >
      <p>
        <strong>
          <bdi>{shortName(moves, bits)}</bdi>
        </strong>{" "}
        {board.today === n ? <Tag>{t("moves.today")}</Tag> : null}
      </p>
      <p>
        <StateSentence moves={moves} bits={bits} />
      </p>
      <Why board={board} game={game} bits={bits} moves={moves} />
      <h3 className="pane-title">{t("moves.rests")}</h3>
      {result === undefined ? null : (
        <>
          <p>
            <ShowLink of="result:stability">{t("moves.openResult")}</ShowLink>
          </p>
          <Hanging of="result:stability" />
        </>
      )}
      <ul className="links">
        {used.map((ref) => (
          <li key={ref}>
            <ShowLink of={ref}>
              <bdi>{titleOf(held, ref)}</bdi>
            </ShowLink>
          </li>
        ))}
      </ul>
    </SidePanel>
  );
}

interface WhyProps {
  board: Board;
  game: GameKey;
  bits: string;
  moves: readonly Move[];
}

function Why({ board, game, bits, moves }: WhyProps): ReactNode {
  const { held } = useCaseData();
  const asked = useExplained(board, game, bits);
  const n = board.states.indexOf(bits);
  if (asked.state === "failed") return <Failed error={asked.error} />;
  if (asked.state !== "done") return <Loading what={t("moves.explaining")} />;
  return (
    <>
      <h3 className="pane-title">{t("moves.why")}</h3>
      {board.deciders.map((who) => {
        const own = gameOf(board, game === OWN ? who : game);
        const image = own.image[n]!;
        const of = asked.value[who];
        const name = actorName(held, who);
        return (
          <section key={who} className="why" data-party={who}>
            <h4>
              <bdi>{name}</bdi>
            </h4>
            {image >= 0 && image !== n ? (
              <p>{t("moves.takenFor", { who: actorName(held, own.of), n: image + 1 })}</p>
            ) : null}
            {of === undefined ? (
              <p>{t("moves.takenForNone", { who: actorName(held, own.of) })}</p>
            ) : (
              <OneWhy board={board} moves={moves} who={who} name={name} of={of} />
            )}
          </section>
        );
      })}
    </>
  );
}

function OneWhy({
  board,
  moves,
  who,
  name,
  of,
}: {
  board: Board;
  moves: readonly Move[];
  who: Id;
  name: string;
  of: Partial<Record<AnyConcept, Explanation>>;
}): ReactNode {
  const { held } = useCaseData();
  const concepts = (Object.keys(of) as Concept[]).filter((c) => of[c] !== undefined);
  const gains = of.nash?.improvements ?? [];
  if (gains.length === 0) return <p>{t("moves.nowhere", { who: name })}</p>;
  const named = (bits: string): string =>
    t("moves.stateNamed", { n: board.states.indexOf(bits) + 1, name: shortName(moves, bits) });
  const pathWords = (path: readonly NamedStep[]): string =>
    path.map((s) => t("moves.step", { who: actorName(held, s.by), state: named(s.to) })).join("; ");
  const answer = (concept: Concept, gain: Explanation["improvements"][number]): string => {
    const own = concept === "seq" || concept === "sseq";
    const fast = concept === "smr" || concept === "sseq";
    if (concept === "nash") return t("moves.nashGain");
    if (gain.sanction !== undefined) {
      const key = own
        ? fast
          ? ("moves.answeredOwnFast" as const)
          : ("moves.answeredOwn" as const)
        : fast
          ? ("moves.answeredFast" as const)
          : ("moves.answered" as const);
      return t(key, { path: pathWords(gain.sanction), who: name });
    }
    if (gain.escaped !== undefined)
      return t("moves.escaped", {
        path: pathWords(gain.escaped.path),
        who: name,
        to: named(gain.escaped.to),
      });
    return own ? t("moves.unansweredOwn") : t("moves.unanswered");
  };
  return (
    <>
      <ul className="why-verdicts">
        {concepts.map((c) => (
          <li key={c} data-concept={c}>
            <span className="why-sign" aria-hidden="true">
              {of[c]?.stable ? "◎" : "→"}
            </span>{" "}
            {t(`moves.${c}.short`)}: <strong>{of[c]?.stable ? t("moves.stays") : t("moves.leaves")}</strong>
          </li>
        ))}
      </ul>
      {gains.map(({ to }) => (
        <details key={to} open={gains.length < 3} className="why-gain">
          <summary>
            {t("moves.gain")} <bdi>{named(to)}</bdi>
          </summary>
          <dl>
            {concepts.map((c) => {
              const gain = of[c]?.improvements.find((g) => g.to === to);
              return gain === undefined ? null : (
                <div key={c}>
                  <dt>
                    {t(`moves.${c}`)} ({t(`moves.${c}.short`)})
                  </dt>
                  <dd>{answer(c, gain)}</dd>
                </div>
              );
            })}
          </dl>
        </details>
      ))}
      <p>
        <ShowPreference who={who} />
      </p>
    </>
  );
}

/** The way to the order that a party's judgements follow from. */
function ShowPreference({ who }: { who: Id }): ReactNode {
  const { held } = useCaseData();
  const own = held.inForce("preference").find((p) => p.party === who && p.seenBy === undefined);
  if (own === undefined) return null;
  const ref = refOf("preference", own.id);
  return (
    <ShowLink of={ref}>
      <bdi>{titleOf(held, ref)}</bdi>
    </ShowLink>
  );
}
