import type { Move } from "@parley/case";
import type { AnyConcept } from "@parley/stability";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { type KeyboardEvent, type ReactNode, useMemo, useState } from "react";
import { useCaseData } from "../api/case-data.ts";
import { Button } from "../design/button.tsx";
import { dashOf } from "../design/chart.tsx";
import { DataTable } from "../design/data-table.tsx";
import { Figure } from "../design/figure.tsx";
import { actorName } from "../thread/describe.ts";
import { t } from "../words/index.ts";
import { arcsIn, linesOf } from "./arcs.ts";
import { type Board, DRAWN, type GameKey, gameOf, hasState, holds, OWN } from "./board.ts";
import type { Arc, Drawing } from "./drawing.ts";
import { StateLink, shortName, useMoves } from "./state-words.tsx";

const STEP = { x: 170, y: 120 } as const;
const EDGE = 60;
const RADIUS = 17;
/** With more lines than this letters on them hide more than they say. */
const LETTERED = 120;

interface Props {
  board: Board;
  game: GameKey;
  concept: AnyConcept;
}

/** The states and the moves between them, drawn, and as a table. */
export function MoveGraph({ board, game, concept }: Props): ReactNode {
  const moves = useMoves(board);
  const { drawing } = board;
  const arcs = useMemo(() => arcsIn(board, game), [board, game]);
  if (drawing === undefined)
    return (
      <section className="moves-part">
        <h2>{t("moves.graph")}</h2>
        <p>{t("moves.tooMany", { states: board.states.length, limit: DRAWN })}</p>
      </section>
    );
  return (
    <Figure
      title={t("moves.graph")}
      note={t("moves.graphNote", { concept: t(`moves.${concept}`) })}
      table={<ArcTable board={board} moves={moves} arcs={arcs} />}
    >
      <GraphDrawing board={board} drawing={drawing} arcs={arcs} game={game} concept={concept} moves={moves} />
    </Figure>
  );
}

function letterOf(decider: number): string {
  return decider < 26 ? String.fromCharCode(65 + decider) : String(decider + 1);
}

function GraphDrawing({
  board,
  drawing,
  arcs,
  game,
  concept,
  moves,
}: Props & { drawing: Drawing; arcs: readonly Arc[]; moves: readonly Move[] }): ReactNode {
  const { held } = useCaseData();
  const navigate = useNavigate();
  const { state: selected } = useSearch({ strict: false }) as { state?: string };
  const [look, setLook] = useState({ x: 0, y: 0, zoom: 1 });
  const at = (s: number): [number, number] => [EDGE + drawing.x[s]! * STEP.x, EDGE + drawing.y[s]! * STEP.y];
  const shown = useMemo(() => linesOf(arcs), [arcs]);
  const width = 2 * EDGE + Math.max(...drawing.x) * STEP.x;
  const height = 2 * EDGE + Math.max(...drawing.y) * STEP.y;
  const zoom = (by: number): void => setLook((l) => ({ ...l, zoom: Math.min(12, Math.max(1, l.zoom * by)) }));
  const pan = (x: number, y: number): void =>
    setLook((l) => ({ ...l, x: l.x + (x * width) / (8 * l.zoom), y: l.y + (y * height) / (8 * l.zoom) }));
  const onKeyDown = (event: KeyboardEvent): void => {
    const act: Record<string, () => void> = {
      "+": () => zoom(1.4),
      "=": () => zoom(1.4),
      "-": () => zoom(1 / 1.4),
      "0": () => setLook({ x: 0, y: 0, zoom: 1 }),
      ArrowLeft: () => pan(-1, 0),
      ArrowRight: () => pan(1, 0),
      ArrowUp: () => pan(0, -1),
      ArrowDown: () => pan(0, 1),
    };
    if (act[event.key] === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    act[event.key]?.();
  };
  const [w, h] = [width / look.zoom, height / look.zoom];
  const box = `${look.x + (width - w) / 2} ${look.y + (height - h) / 2} ${w} ${h}`;
  return (
    <div className="graph">
      <ul className="legend">
        {board.deciders.map((who, i) => (
          <li key={who}>
            <svg width="34" height="14" viewBox="-17 -7 34 14" aria-hidden="true">
              <line x1={-17} x2={17} className={`line series-${i % 4}`} strokeDasharray={dashOf(i)} />
            </svg>
            <bdi>{t("moves.letter", { letter: letterOf(i), who: actorName(held, who) })}</bdi>
          </li>
        ))}
      </ul>
      <div className="row">
        <Button small onPress={() => zoom(1.4)}>
          {t("moves.zoomIn")}
        </Button>
        <Button small onPress={() => zoom(1 / 1.4)}>
          {t("moves.zoomOut")}
        </Button>
        <Button small onPress={() => setLook({ x: 0, y: 0, zoom: 1 })}>
          {t("moves.zoomAll")}
        </Button>
        <span className="soft">{t("moves.zoomKeys")}</span>
      </div>
      <section
        className="graph-place"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what moves by keys must take the focus
        tabIndex={0}
        aria-label={t("moves.graph")}
        onKeyDown={onKeyDown}
      >
        <svg
          viewBox={box}
          className="graph-drawing"
          role="img"
          aria-label={t("moves.graphLabel", { states: board.states.length, arcs: arcs.length })}
        >
          <defs>
            {[0, 1, 2, 3].map((n) => (
              <marker
                key={n}
                id={`gain-${n}`}
                viewBox="0 0 10 10"
                refX="9"
                refY="5"
                markerWidth="9"
                markerHeight="9"
                markerUnits="userSpaceOnUse"
                orient="auto"
              >
                <path d="M0,0 L10,5 L0,10 Z" className={`mark series-${n}`} />
              </marker>
            ))}
          </defs>
          {shown.map((arc) => {
            const { path, label } = lineOf(at(arc.from), at(arc.to));
            return (
              <g key={`${arc.by} ${arc.from} ${arc.to}`} data-gains={arc.gains}>
                <path
                  d={path}
                  className={`line series-${arc.by % 4}${arc.gains ? " arc-gains" : " arc-other"}`}
                  strokeDasharray={dashOf(arc.by)}
                  {...(arc.gains || !arc.back ? { markerEnd: `url(#gain-${arc.by % 4})` } : {})}
                />
                {shown.length > LETTERED ? null : (
                  <text x={label[0]} y={label[1]} className="arc-letter" textAnchor="middle" dy="0.35em">
                    {letterOf(arc.by)}
                  </text>
                )}
              </g>
            );
          })}
          {board.states.map((bits, s) => {
            const [x, y] = at(s);
            const all = holds(board, game, s, concept);
            const there = game === OWN || hasState(gameOf(board, game), s);
            if (!there) return null;
            return (
              // biome-ignore lint/a11y/noStaticElementInteractions: the drawing as a whole is an image with a table beside it
              <g
                key={bits}
                transform={`translate(${x},${y})`}
                className={`node${all ? " node-holds" : ""}${selected === bits ? " node-open" : ""}`}
                data-state={bits}
                onClick={() =>
                  void navigate({ to: ".", search: (q) => ({ ...q, state: bits, show: undefined }) })
                }
              >
                <title>{shortName(moves, bits)}</title>
                {board.today === s ? (
                  <rect x={-RADIUS - 8} y={-RADIUS - 8} width={2 * RADIUS + 16} height={2 * RADIUS + 16} />
                ) : null}
                <circle r={RADIUS} />
                {all ? <circle r={RADIUS - 4} className="node-ring" /> : null}
                <text textAnchor="middle" dy="0.35em">
                  {s + 1}
                </text>
              </g>
            );
          })}
        </svg>
      </section>
    </div>
  );
}

/** A bent line from edge to edge of two circles, and the place of its letter. Longer ones bend further. */
function lineOf(
  [x1, y1]: readonly [number, number],
  [x2, y2]: readonly [number, number],
): { path: string; label: [number, number] } {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const length = Math.hypot(dx, dy) || 1;
  const bend = Math.min(70, 10 + length * 0.08);
  const [cx, cy] = [(x1 + x2) / 2 + (dy / length) * bend, (y1 + y2) / 2 - (dx / length) * bend];
  const toEdge = (x: number, y: number, gap: number): [number, number] => {
    const far = Math.hypot(cx - x, cy - y) || 1;
    return [x + ((cx - x) / far) * gap, y + ((cy - y) / far) * gap];
  };
  const [ax, ay] = toEdge(x1, y1, RADIUS + 1);
  const [bx, by] = toEdge(x2, y2, RADIUS + 2);
  return {
    path: `M${ax},${ay} Q${cx},${cy} ${bx},${by}`,
    label: [(ax + 2 * cx + bx) / 4, (ay + 2 * cy + by) / 4],
  };
}

function ArcTable({
  board,
  moves,
  arcs,
}: {
  board: Board;
  moves: readonly Move[];
  arcs: readonly Arc[];
}): ReactNode {
  const { held } = useCaseData();
  return (
    <DataTable
      label={t("moves.arcs")}
      rows={arcs}
      keyOf={(arc) => `${arc.by} ${arc.from} ${arc.to}`}
      columns={[
        {
          id: "from",
          name: t("moves.from"),
          heading: true,
          sortBy: (arc) => arc.from,
          cell: (arc) => <StateLink board={board} moves={moves} state={arc.from} />,
        },
        {
          id: "to",
          name: t("moves.to"),
          sortBy: (arc) => arc.to,
          cell: (arc) => <StateLink board={board} moves={moves} state={arc.to} />,
        },
        {
          id: "by",
          name: t("moves.mover"),
          sortBy: (arc) => arc.by,
          cell: (arc) => <bdi>{actorName(held, board.deciders[arc.by])}</bdi>,
        },
        {
          id: "gains",
          name: t("moves.gains"),
          sortBy: (arc) => Number(!arc.gains),
          cell: (arc) => (arc.gains ? <strong>{t("yes")}</strong> : t("no")),
        },
        { id: "back", name: t("moves.wayBack"), cell: (arc) => (arc.back ? t("yes") : t("no")) },
      ]}
    />
  );
}
