import type { Move } from "@parley/case";
import { partsOf } from "@parley/stability";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useMemo } from "react";
import { useCaseData } from "../api/case-data.ts";
import { Tag } from "../design/tag.tsx";
import { actorName } from "../thread/describe.ts";
import { t } from "../words/index.ts";
import type { Board } from "./board.ts";

/** The moves of a board, in the order of the bits. */
export function useMoves(board: Board): Move[] {
  const { held } = useCaseData();
  return useMemo(() => board.moves.flatMap((id) => held.get("move", id) ?? []), [held, board]);
}

/** The short name of a state: the moves taken in it. */
export function shortName(moves: readonly Move[], bits: string): string {
  const taken = moves.filter((_, k) => bits[k] === "1").map((m) => m.name);
  return taken.length === 0 ? t("moves.noneTaken") : taken.join(" + ");
}

/** What each party does in a state. */
export function StateSentence({ moves, bits }: { moves: readonly Move[]; bits: string }): ReactNode {
  const { held } = useCaseData();
  return (
    <span className="state-sentence">
      {partsOf(moves, bits).map(({ party, does }, n) => (
        <span key={party}>
          {n === 0 ? "" : "; "}
          <bdi className="state-party">{actorName(held, party)}</bdi> <bdi>{does.join(", ")}</bdi>
        </span>
      ))}
    </span>
  );
}

/** A state by number and name, which opens it beside the screen. */
export function StateLink({
  board,
  moves,
  state,
  marked = true,
}: {
  board: Board;
  moves: readonly Move[];
  state: number;
  /** Says which is today's. */
  marked?: boolean;
}): ReactNode {
  const bits = board.states[state]!;
  return (
    <>
      <Link
        to="."
        search={(s) => ({ ...s, state: bits, show: undefined })}
        className="show-link state-link"
        data-state={bits}
      >
        <span className="state-number">{state + 1}</span> <bdi>{shortName(moves, bits)}</bdi>
      </Link>
      {marked && board.today === state ? (
        <>
          {" "}
          <Tag>{t("moves.today")}</Tag>
        </>
      ) : null}
    </>
  );
}
