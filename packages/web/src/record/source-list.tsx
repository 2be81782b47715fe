import type { Id } from "@parley/case";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useMemo } from "react";
import { useCaseData } from "../api/case-data.ts";
import { titleOf } from "../thread/describe.ts";
import { t } from "../words/index.ts";
import { countSources, type SourceCount } from "./review-items.ts";

/** The documents of the case, each with what was wrong with it and what waits in it. */
export function SourceList({ current }: { current: Id | undefined }): ReactNode {
  const { held, thread, name } = useCaseData();
  const counts = useMemo(() => countSources(held, thread), [held, thread]);
  const sources = held.all("source").filter((s) => s.review?.state !== "rejected");
  return (
    <ul className="source-list" data-testid="source-list">
      {sources.map((source) => (
        <li key={source.id}>
          <Link
            to="/c/$case/record/{-$source}"
            params={{ case: name, source: source.id }}
            search={(s) => ({ level: s.level, known: s.known })}
            className="source"
            aria-current={source.id === current ? "page" : undefined}
          >
            <bdi className="source-title">{titleOf(held, `source:${source.id}`)}</bdi>
            <span className="source-from soft">
              <bdi>{source.publisher ?? t("source.noPublisher")}</bdi>
            </span>
            <SourceState count={counts.get(source.id)} />
          </Link>
        </li>
      ))}
    </ul>
  );
}

function SourceState({ count }: { count: SourceCount | undefined }): ReactNode {
  if (count === undefined) return <span className="soft">{t("source.noText")}</span>;
  const done = [
    count.repaired > 0 ? t("source.repaired", { count: count.repaired }) : "",
    count.gaps > 0 ? t("source.gaps", { count: count.gaps }) : "",
    count.flagged > 0 ? t("source.flagged", { count: count.flagged }) : "",
    count.furniture > 0 ? t("source.furniture", { count: count.furniture }) : "",
  ].filter((words) => words !== "");
  const todo = [
    count.proposals > 0 ? t("source.proposals", { count: count.proposals }) : "",
    count.waiting > 0 ? t("source.waiting", { count: count.waiting }) : "",
  ].filter((words) => words !== "");
  return (
    <>
      {todo.length > 0 ? <span className="source-todo">{todo.join(" · ")}</span> : null}
      <span className="soft">{done.length === 0 ? t("source.clean") : done.join(" · ")}</span>
    </>
  );
}
