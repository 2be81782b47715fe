import { type Commitment, commitmentState, earlierLike, outcomeIsTold, refOf } from "@parley/case";
import { type ReactNode, useMemo } from "react";
import { useCaseData } from "../api/case-data.ts";
import { DataTable } from "../design/data-table.tsx";
import { Tag } from "../design/tag.tsx";
import { ShowLink } from "../frame/screen.tsx";
import { actorName, choiceWord, timeWords } from "../thread/describe.ts";
import { day, t } from "../words/index.ts";

const WARN: ReadonlySet<string> = new Set([
  "overdue, not seen",
  "expired",
  "broken",
  "stalled",
  "to review",
  "disputed",
]);

/** Who undertook what, and what became of it, with the steps that tell it. */
export function Ledger({ on }: { on: string | undefined }): ReactNode {
  const { held } = useCaseData();
  const rows = held.inForce("commitment");
  const like = useMemo(() => new Map(rows.map((one) => [one.id, earlierLike(one, held)])), [rows, held]);
  if (rows.length === 0) return null;
  return (
    <div className="timeline-part">
      <h2>{t("timeline.ledger")}</h2>
      <p className="soft">{t("timeline.ledgerNote", { count: rows.length })}</p>
      <DataTable<Commitment>
        label={t("timeline.ledger")}
        rows={rows}
        keyOf={(one) => one.id}
        columns={[
          {
            id: "by",
            name: t("timeline.by"),
            sortBy: (one) => actorName(held, one.by),
            cell: (one) => <bdi>{actorName(held, one.by)}</bdi>,
          },
          {
            id: "what",
            name: t("timeline.what"),
            heading: true,
            sortBy: (one) => one.text,
            cell: (one) => <ShowLink of={refOf("commitment", one.id)}>{one.text}</ShowLink>,
          },
          {
            id: "to",
            name: t("timeline.toWhom"),
            cell: (one) => (one.to ?? []).map((id) => actorName(held, id)).join(", "),
          },
          {
            id: "strength",
            name: t("timeline.strength"),
            sortBy: (one) => one.strength,
            cell: (one) => choiceWord(one.strength),
          },
          {
            id: "novelty",
            name: t("timeline.novelty"),
            cell: (one) => (
              <>
                {one.novelty === undefined ? t("edit.notSaid") : choiceWord(one.novelty)}
                {one.novelty === undefined && (like.get(one.id) ?? []).length > 0 ? (
                  <>
                    {" "}
                    <ShowLink of={refOf("commitment", like.get(one.id)?.[0] ?? "")}>
                      {t("timeline.like")}
                    </ShowLink>
                  </>
                ) : null}
              </>
            ),
          },
          {
            id: "due",
            name: t("timeline.due"),
            sortBy: (one) => one.due?.latest ?? one.reviewOn,
            cell: (one) =>
              one.due !== undefined
                ? timeWords(one.due)
                : one.reviewOn === undefined
                  ? t("timeline.noDue")
                  : t("timeline.reviewOn", { on: day(one.reviewOn) }),
          },
          {
            id: "state",
            name: t("timeline.state"),
            sortBy: (one) => commitmentState(one, on),
            cell: (one) => {
              const state = commitmentState(one, on);
              return (
                <span className="tags">
                  <Tag warn={WARN.has(state)}>{t(`eventState.${state}`)}</Tag>
                  {outcomeIsTold(one) ? null : <Tag warn>{t("timeline.untold")}</Tag>}
                </span>
              );
            },
          },
          {
            id: "steps",
            name: t("timeline.steps"),
            cell: (one) =>
              (one.steps ?? []).length === 0 ? (
                <span className="soft">{t("timeline.noSteps")}</span>
              ) : (
                <ul className="plain">
                  {(one.steps ?? []).map((step) => {
                    const passage = step.basis?.passages?.[0];
                    const words = (
                      <>
                        {step.what}{" "}
                        <span className="soft">{step.on === undefined ? "" : timeWords(step.on)}</span>
                      </>
                    );
                    return (
                      <li key={step.what}>
                        {passage === undefined ? (
                          words
                        ) : (
                          <ShowLink of={refOf("passage", passage)}>{words}</ShowLink>
                        )}
                      </li>
                    );
                  })}
                </ul>
              ),
          },
        ]}
      />
    </div>
  );
}
