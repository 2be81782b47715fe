import type { CaseObject } from "@parley/case";
import { splitRef } from "@parley/case";
import type { HistoryEntry } from "@parley/server/api";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { keys, useCaseData } from "../api/case-data.ts";
import { api } from "../api/client.ts";
import { useEdits } from "../api/edits.ts";
import { Button } from "../design/button.tsx";
import { useNotify } from "../design/notices.tsx";
import { SidePanel } from "../design/side-panel.tsx";
import { Failed, Loading } from "../design/states.tsx";
import { kindWord, RefLink } from "../thread/ref-link.tsx";
import { moment, t } from "../words/index.ts";
import { type Difference, differences, sameValue } from "./differences.ts";

/** One change, field by field, and the way to bring a version back: by a new change, so that nothing is lost. */
export function ChangePanel({ entry, onClose }: { entry: HistoryEntry; onClose(): void }): ReactNode {
  const { name, held } = useCaseData();
  const edits = useEdits(name);
  const notify = useNotify();
  const answer = useQuery({
    queryKey: keys.historyOf(name, entry.id),
    queryFn: () => api.historyOf(name, entry.ref, entry.id),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const now = held.at(entry.ref) ?? null;
  const bringBack = async (value: CaseObject): Promise<void> => {
    const why = t("why.broughtBack", { at: moment(entry.at), by: entry.by });
    if (await edits.change({ why, edits: [{ kind: value.kind, id: value.id, value }] }))
      notify({ tone: "done", text: t("history.broughtBack") });
  };
  const before = answer.data?.before ?? [];
  const after = answer.data?.after ?? null;
  return (
    <SidePanel title={t("history.change")} about={entry.id} onClose={onClose} testId="change-panel">
      <p className="step-kind">{kindWord(entry.ref)}</p>
      <p className="step-title">
        {now === null || splitRef(entry.ref) === undefined ? (
          <bdi>{entry.name}</bdi>
        ) : (
          <RefLink to={entry.ref} />
        )}
      </p>
      <p>
        {t("history.byAt", { by: entry.by, at: moment(entry.at) })}
        {entry.why === "" ? "" : `: ${entry.why}`}
      </p>
      {answer.isPending ? <Loading what={t("history.loading")} /> : null}
      {answer.isError ? <Failed error={answer.error} /> : null}
      {answer.data === undefined ? null : (
        <>
          {before.length > 1 ? <p>{t("history.settled", { count: before.length })}</p> : null}
          {before.length === 0 ? <p className="soft">{t("history.made")}</p> : null}
          {after === null ? <p className="soft">{t("history.wasWithdrawn")}</p> : null}
          <Differences list={differences(held, before[0] ?? null, after)} />
          <div className="row">
            {after === null || sameValue(after, now) ? (
              after === null ? null : (
                <p className="soft">{t("history.standsNow")}</p>
              )
            ) : (
              <Button small look="main" onPress={() => void bringBack(after)}>
                {t("history.restoreAfter")}
              </Button>
            )}
            {before[0] == null || sameValue(before[0], now) ? null : (
              <Button small onPress={() => void bringBack(before[0] as CaseObject)}>
                {t("history.restoreBefore")}
              </Button>
            )}
          </div>
        </>
      )}
      <p>
        <Link
          to="/c/$case/history"
          params={{ case: name }}
          search={(s) => ({ level: s.level, known: s.known, of: entry.ref })}
        >
          {t("history.itsHistory")}
        </Link>
      </p>
    </SidePanel>
  );
}

function Differences({ list }: { list: readonly Difference[] }): ReactNode {
  if (list.length === 0) return <p className="soft">{t("history.same")}</p>;
  return (
    <dl className="differences">
      {list.map((d) => (
        <div key={d.field}>
          <dt>{d.name}</dt>
          {d.from === undefined ? null : (
            <dd>
              <span className="unseen">{t("history.before")} </span>
              <del dir="auto">{d.from}</del>
            </dd>
          )}
          {d.to === undefined ? null : (
            <dd>
              <span className="unseen">{t("history.after")} </span>
              <ins dir="auto">{d.to}</ins>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
