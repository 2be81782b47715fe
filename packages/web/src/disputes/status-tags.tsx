import type { Dispute } from "@parley/case";
import type { ReactNode } from "react";
import { Tag } from "../design/tag.tsx";
import { t } from "../words/index.ts";

/** Where a claim or text stands, and whether anybody has seen the text. */
export function StatusTags({ dispute }: { dispute: Dispute }): ReactNode {
  const { on, status, contested } = dispute;
  return (
    <span className="tags">
      <Tag warn={contested}>{t(`status.${status}`)}</Tag>
      {on.kind === "instrument" && on.text === "none" ? <Tag warn>{t("disputes.noText")}</Tag> : null}
      {on.kind === "instrument" && on.text === "unknown" ? <Tag>{t("disputes.textUnknown")}</Tag> : null}
      {on.kind === "claim" && on.polarity === "unknown" ? (
        <Tag warn>{(on.gaps ?? []).length > 0 ? t("polarity.unknownGap") : t("polarity.unknown")}</Tag>
      ) : null}
    </span>
  );
}
