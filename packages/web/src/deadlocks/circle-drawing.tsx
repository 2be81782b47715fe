import { type Case, refOf } from "@parley/case";
import type { Circuit, Edge } from "@parley/settlement";
import { type ReactNode, useId } from "react";
import { useCaseData } from "../api/case-data.ts";
import { useWidth } from "../design/chart.tsx";
import { DataTable } from "../design/data-table.tsx";
import { Figure } from "../design/figure.tsx";
import { Tag } from "../design/tag.tsx";
import { ShowLink } from "../frame/screen.tsx";
import { actorName } from "../thread/describe.ts";
import { t } from "../words/index.ts";
import { arrowOf, BOX, ringOf } from "./ring.ts";

/** Below this width the boxes would stand on each other: the table says the same. */
const NARROWEST = 560;

/** A circle of preconditions: what waits for what, by whose will, and which of it was only inferred. */
export function CircleDrawing({ circuit, title }: { circuit: Circuit; title: string }): ReactNode {
  const [place, width] = useWidth();
  const inferred = circuit.edges.filter((edge) => edge.inferred).length;
  const note = inferred === 0 ? t("deadlocks.noteStated") : t("deadlocks.note", { count: inferred });
  return (
    <div ref={place} className="circle-place">
      {width < NARROWEST ? (
        <CircleTable circuit={circuit} title={title} />
      ) : (
        <Figure title={title} note={note} table={<CircleTable circuit={circuit} title={title} />}>
          <Drawing circuit={circuit} width={width} title={title} />
        </Figure>
      )}
    </div>
  );
}

function wordsOf(held: Case, edge: Edge): string {
  const who = actorName(held, edge.holder);
  return t(edge.inferred ? "deadlocks.inferredOf" : "deadlocks.heldBy", { who });
}

function Drawing({ circuit, width, title }: { circuit: Circuit; width: number; title: string }): ReactNode {
  const { held } = useCaseData();
  const arrow = useId();
  const { edges } = circuit;
  const ring = ringOf(edges.length, width);
  const bend = edges.length === 2 ? -90 : 0;
  const at = (i: number): { x: number; y: number } => ring.boxes[i % edges.length] ?? { x: 0, y: 0 };
  return (
    <div className="circle" style={{ height: ring.height }}>
      <svg width={width} height={ring.height} role="img" aria-label={t("deadlocks.drawing", { title })}>
        <defs>
          <marker
            id={arrow}
            viewBox="0 0 10 10"
            refX="9"
            refY="5"
            markerWidth="8"
            markerHeight="8"
            orient="auto"
          >
            <path d="M0,0L10,5L0,10Z" className="circle-head" />
          </marker>
        </defs>
        {edges.map((edge, i) =>
          edges.length === 1 ? (
            <path
              key={edge.id}
              d={`M${at(0).x - 30},${at(0).y - BOX.height / 2 - 4}c-30,-80 90,-80 60,0`}
              className={edge.inferred ? "circle-arrow circle-inferred" : "circle-arrow"}
              markerEnd={`url(#${arrow})`}
            />
          ) : (
            <path
              key={edge.id}
              d={arrowOf(at(i), at(i + 1), bend).path}
              className={edge.inferred ? "circle-arrow circle-inferred" : "circle-arrow"}
              markerEnd={`url(#${arrow})`}
            />
          ),
        )}
      </svg>
      {edges.map((edge, i) => (
        <div
          key={edge.id}
          className="circle-box"
          style={{
            left: at(i).x - BOX.width / 2,
            top: at(i).y - BOX.height / 2,
            width: BOX.width,
            minHeight: BOX.height,
          }}
        >
          <bdi title={edge.from}>{edge.from}</bdi>
        </div>
      ))}
      {edges.map((edge, i) => {
        const { label } =
          edges.length === 1
            ? { label: { x: at(0).x, y: at(0).y - BOX.height / 2 - 50 } }
            : arrowOf(at(i), at(i + 1), bend);
        return (
          <div key={edge.id} className="circle-label" style={{ left: label.x, top: label.y }}>
            <ShowLink
              of={refOf("precondition", edge.id)}
              label={t("deadlocks.edgeLabel", { words: wordsOf(held, edge), from: edge.from, to: edge.to })}
            >
              {wordsOf(held, edge)}
            </ShowLink>
          </div>
        );
      })}
    </div>
  );
}

function CircleTable({ circuit, title }: { circuit: Circuit; title: string }): ReactNode {
  const { held } = useCaseData();
  return (
    <DataTable
      label={title}
      rows={circuit.edges}
      keyOf={(edge) => edge.id}
      columns={[
        {
          id: "from",
          name: t("deadlocks.waiting"),
          heading: true,
          cell: (edge) => <bdi>{edge.from}</bdi>,
        },
        {
          id: "to",
          name: t("deadlocks.waitsFor"),
          cell: (edge) => (
            <ShowLink of={refOf("precondition", edge.id)}>
              <bdi>{edge.to}</bdi>
            </ShowLink>
          ),
        },
        {
          id: "holder",
          name: t("deadlocks.holder"),
          cell: (edge) => <bdi>{actorName(held, edge.holder)}</bdi>,
        },
        {
          id: "firmness",
          name: t("deadlocks.firmness"),
          cell: (edge) => (
            <span className="tags">
              {edge.firmness === undefined ? (
                t("unknown")
              ) : (
                <Tag warn={edge.firmness === "red line"}>{t(`choice.${edge.firmness}`)}</Tag>
              )}
              {edge.inferred ? <Tag>∴ {t("standing.inferred")}</Tag> : null}
            </span>
          ),
        },
      ]}
    />
  );
}
