import { type Case, refOf } from "@parley/case";
import {
  type Compatibility,
  comparePlans,
  compatibility,
  type IssueDifference,
  onlyMentions,
  type PlanOfCase,
  type PlansOfCase,
  type SlotJson,
} from "@parley/settlement";
import type { ReactNode } from "react";
import { useCaseData } from "../api/case-data.ts";
import { DataTable } from "../design/data-table.tsx";
import { Tag } from "../design/tag.tsx";
import { ShowLink } from "../frame/screen.tsx";
import { t } from "../words/index.ts";
import { exactly, rangeOf, termWords } from "./term-words.ts";

interface Row {
  issue: string;
  /** How each plan after the first differs from the first. */
  differences: (IssueDifference | undefined)[];
  together: Compatibility | undefined;
}

/** What each plan says, issue by issue; the first is what the others are compared with. */
export function SideBySide({
  read,
  chosen,
}: {
  read: PlansOfCase;
  chosen: readonly PlanOfCase[];
}): ReactNode {
  const { held } = useCaseData();
  const [first, ...others] = chosen;
  if (first === undefined) return null;
  const compared = others.map((other) => comparePlans(first.json, other.json, read.issues));
  const [second] = others;
  const together =
    second === undefined || others.length > 1
      ? []
      : compatibility(first.json, second.json, read.issues, read.excludes);
  const rows = read.issues
    .filter((issue) => chosen.some((plan) => plan.json.slots[issue] !== undefined))
    .map(
      (issue): Row => ({
        issue,
        differences: compared.map((all) => all.find((one) => one.issue === issue)),
        together: together.find((one) => one.issue === issue)?.compatibility,
      }),
    );
  return (
    <div className="plan-part">
      <h2>{t(others.length === 0 ? "plans.says" : "plans.sideBySide")}</h2>
      {others.length === 0 ? null : <p className="soft">{t("plans.against", { plan: first.name })}</p>}
      <DataTable<Row>
        label={t("plans.sideBySide")}
        rows={rows}
        keyOf={(row) => row.issue}
        columns={[
          {
            id: "issue",
            name: t("plans.issue"),
            heading: true,
            cell: (row) => (
              <ShowLink of={refOf("issue", row.issue)}>
                <bdi>{held.nameOf(refOf("issue", row.issue))}</bdi>
              </ShowLink>
            ),
          },
          ...chosen.map((plan, at) => ({
            id: plan.id,
            name: plan.expired ? t("plans.expired", { plan: plan.name }) : plan.name,
            cell: (row: Row) => (
              <Said
                held={held}
                issue={row.issue}
                slot={plan.json.slots[row.issue]}
                difference={row.differences[at - 1]}
              />
            ),
          })),
          ...(together.length === 0
            ? []
            : [
                {
                  id: "together",
                  name: t("plans.together"),
                  cell: (row: Row) =>
                    row.together === undefined ? null : (
                      <Tag warn={row.together === "excluded" || row.together === "differ"}>
                        {t(`together.${row.together}`)}
                      </Tag>
                    ),
                },
              ]),
        ]}
      />
    </div>
  );
}

/** What one plan says on one issue, and how that differs from the plan it is compared with. */
function Said({
  held,
  issue,
  slot,
  difference,
}: {
  held: Case;
  issue: string;
  slot: SlotJson | undefined;
  difference: IssueDifference | undefined;
}): ReactNode {
  const mark =
    difference === undefined || difference.difference === "in neither" ? null : (
      <Tag warn={difference.difference === "changed"}>{t(`difference.${difference.difference}`)}</Tag>
    );
  if (slot === undefined)
    return (
      <span className="plan-said">
        <span className="soft">{t("plans.silent")}</span> {mark}
      </span>
    );
  const { unit } = held.get("issue", issue) ?? {};
  const by = difference?.by;
  return (
    <div className="plan-said">
      {mark}
      {onlyMentions(slot) ? <span className="plan-unknown">{t("plans.unknown")}</span> : null}
      {slot.option === undefined ? null : (
        <bdi>{held.get("issue", issue)?.options?.[slot.option] ?? slot.option}</bdi>
      )}
      {slot.value === undefined ? null : (
        <span>
          {rangeOf(slot.value, unit)}{" "}
          {by === undefined || by === 0 ? null : (
            <span className="soft">
              {t(by > 0 ? "plans.more" : "plans.less", { by: exactly(Math.abs(by)) })}
            </span>
          )}
        </span>
      )}
      {slot.wording === undefined ? null : (
        <span className="plan-wording" dir="auto">
          {slot.wording}
        </span>
      )}
      {slot.terms === undefined || slot.terms.length === 0 ? null : (
        <ul className="plain">
          {slot.terms.map((term, i) => {
            const differing = difference?.terms.find(
              (one) => one.name.toLowerCase() === term.name.toLowerCase() && one.difference !== "same",
            );
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: a plan may say two things of one name
              <li key={i}>
                <bdi>{term.name}</bdi>: <bdi>{termWords(held, term)}</bdi>{" "}
                {differing === undefined ? null : (
                  <span className="soft">
                    {differing.by === undefined
                      ? t(`difference.${differing.difference}`)
                      : t(differing.by > 0 ? "plans.more" : "plans.less", {
                          by: exactly(Math.abs(differing.by)),
                        })}
                  </span>
                )}
              </li>
            );
          })}
        </ul>
      )}
      {slot.gap === true ? <Tag warn>{t("plans.gap")}</Tag> : null}
    </div>
  );
}
