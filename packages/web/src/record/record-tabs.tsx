import { Link, useLocation } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useCaseData } from "../api/case-data.ts";
import { t } from "../words/index.ts";
import "./record-tabs.css";

/** The screens of the record, in the order of the work. Each is an address of its own below the case. */
export const RECORD_SCREENS = [
  ["/c/$case/record/{-$source}", "record", "record.tabDocuments"],
  ["/c/$case/disputes", "disputes", "disputes.title"],
  ["/c/$case/timeline", "timeline", "timeline.title"],
  ["/c/$case/sources", "sources", "sources.title"],
] as const;

/** Whether an address is one of the record's screens. */
export function isRecordScreen(pathname: string): boolean {
  const room = pathname.split("/")[3];
  return RECORD_SCREENS.some(([, name]) => name === room);
}

/** Leads from one screen of the record to another. */
export function RecordTabs(): ReactNode {
  const { name } = useCaseData();
  const { pathname } = useLocation();
  const room = pathname.split("/")[3];
  return (
    <nav className="record-tabs" aria-label={t("record.tabs")}>
      {RECORD_SCREENS.map(([to, own, word]) => (
        <Link
          key={to}
          to={to}
          params={{ case: name }}
          search={(s) => ({ level: s.level, known: s.known })}
          className="record-tab"
          {...(own === room ? { "aria-current": "page" as const } : {})}
        >
          {t(word)}
        </Link>
      ))}
    </nav>
  );
}
