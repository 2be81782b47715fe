import type { Ref } from "@parley/case";
import type { ReactNode } from "react";
import { useCaseData } from "../api/case-data.ts";
import { t } from "../words/index.ts";

/** Beside the name of what somebody of the team does not agree with; nothing elsewhere. */
export function DissentMark({ of }: { of: Ref }): ReactNode {
  const { dissents } = useCaseData();
  const count = dissents.get(of);
  if (count === undefined) return null;
  return (
    <span className="tag tag-dissent">
      <span aria-hidden="true">≠ </span>
      {t("dissent.mark")}
    </span>
  );
}
