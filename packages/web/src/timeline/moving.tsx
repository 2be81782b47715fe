import { type Case, type Driver, effectsOn, refOf } from "@parley/case";
import type { ReactNode } from "react";
import { useCaseData } from "../api/case-data.ts";
import { DataTable } from "../design/data-table.tsx";
import { ShowLink } from "../frame/screen.tsx";
import { actorName, choiceWord } from "../thread/describe.ts";
import { t } from "../words/index.ts";

/** An arrow says the same as the word beside it. */
const ARROWS = { rising: "↑", steady: "→", falling: "↓", unknown: "?" } as const;

/** Dimensions of the conflict, and whether each moves: the record's drivers. */
export function Moving(): ReactNode {
  const { held } = useCaseData();
  const drivers = held.inForce("driver");
  if (drivers.length === 0) return null;
  return (
    <div className="timeline-part">
      <h2>{t("timeline.moving")}</h2>
      <p className="soft">{t("timeline.movingNote")}</p>
      <DataTable<Driver>
        label={t("timeline.moving")}
        rows={drivers}
        keyOf={(one) => one.id}
        columns={[
          {
            id: "what",
            name: t("timeline.dimension"),
            heading: true,
            sortBy: (one) => one.name,
            cell: (one) => <ShowLink of={refOf("driver", one.id)}>{one.name}</ShowLink>,
          },
          {
            id: "trend",
            name: t("timeline.trend"),
            sortBy: (one) => one.trend,
            cell: (one) => (
              <>
                <span aria-hidden="true">{ARROWS[one.trend ?? "unknown"]} </span>
                {choiceWord(one.trend ?? "unknown")}
              </>
            ),
          },
          {
            id: "stands",
            name: t("timeline.stands"),
            sortBy: (one) => one.stands,
            cell: (one) => choiceWord(one.stands ?? "unknown"),
          },
          {
            id: "says",
            name: t("timeline.saidBy"),
            // No actor says it: then the documents it rests on do, and their authors.
            cell: (one) =>
              one.saidBy !== undefined ? (
                <bdi>{actorName(held, one.saidBy)}</bdi>
              ) : (
                <span className="soft">
                  <bdi>{authorsOf(held, one) || one.basis?.assumption?.by}</bdi>
                </span>
              ),
          },
          {
            id: "effects",
            name: t("timeline.effects"),
            cell: (one) =>
              effectsOn(held, one.id).map(({ event, effect, basis }) => (
                <span key={event.id} className="line-below">
                  <ShowLink
                    of={
                      basis?.passages?.[0] === undefined
                        ? refOf("event", event.id)
                        : refOf("passage", basis.passages[0])
                    }
                  >
                    <bdi>{event.title}</bdi>
                  </ShowLink>{" "}
                  <span className="soft">{choiceWord(effect)}</span>
                </span>
              )),
          },
        ]}
      />
    </div>
  );
}

/** The authors, else the publishers, of the documents that something rests on. */
function authorsOf(held: Case, { basis }: Driver): string {
  const passages = [
    ...(basis?.passages ?? []),
    ...(basis?.claims ?? []).flatMap((id) => held.get("claim", id)?.basis?.passages ?? []),
  ];
  const sources = passages.flatMap((id) => held.get("source", held.get("passage", id)?.source ?? "") ?? []);
  return [...new Set(sources.flatMap((one) => one.byline ?? one.publisher ?? []))].join(", ");
}
