import { type Dispute, type Gap, isOpenGap } from "@parley/case";
import type { ReactNode } from "react";
import { useCaseData } from "../api/case-data.ts";
import { Tag } from "../design/tag.tsx";
import { t } from "../words/index.ts";

const isMissing = (gap: Gap | undefined): boolean => gap !== undefined && isOpenGap(gap);

/** Where a claim or text stands, and whether anybody has seen the text. */
export function StatusTags({ dispute }: { dispute: Dispute }): ReactNode {
  const { held } = useCaseData();
  const { on, status, contested, parties } = dispute;
  return (
    <span className="tags">
      <Tag warn={contested}>{t(`status.${status}`)}</Tag>
      {on.kind === "instrument" && on.text === "none" ? <Tag warn>{t("disputes.noText")}</Tag> : null}
      {on.kind === "instrument" && on.text === "unknown" ? <Tag>{t("disputes.textUnknown")}</Tag> : null}
      {on.kind === "claim" && on.polarity === "unknown" ? (
        <Tag warn>
          {on.gaps?.some((id) => isMissing(held.get("gap", id)))
            ? t("polarity.unknownGap")
            : t("polarity.unknown")}
        </Tag>
      ) : null}
      {parties.some((p) => p.split) ? <Tag warn>{t("disputes.split")}</Tag> : null}
    </span>
  );
}
