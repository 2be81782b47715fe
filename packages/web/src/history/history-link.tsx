import { type Ref, splitRef } from "@parley/case";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useCaseData } from "../api/case-data.ts";
import { t } from "../words/index.ts";

/** Opens the history of an object; results have none, they are computed. */
export function HistoryLink({ of }: { of: Ref }): ReactNode {
  const { name } = useCaseData();
  if (splitRef(of)?.kind === "result") return null;
  return (
    <Link
      to="/c/$case/history"
      params={{ case: name }}
      search={(s) => ({ level: s.level, known: s.known, of })}
    >
      {t("history.itsHistory")}
    </Link>
  );
}
