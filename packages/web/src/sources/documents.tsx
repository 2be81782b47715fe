import { isOpenGap, refOf, type Source } from "@parley/case";
import type { Examination } from "@parley/server/api";
import { type ReactNode, useMemo } from "react";
import { useCaseData } from "../api/case-data.ts";
import { useEdits } from "../api/edits.ts";
import { Button } from "../design/button.tsx";
import { type Column, DataTable } from "../design/data-table.tsx";
import { Tag } from "../design/tag.tsx";
import { ShowLink } from "../frame/screen.tsx";
import { timeWords, titleOf } from "../thread/describe.ts";
import { RefLink } from "../thread/ref-link.tsx";
import { day, percent, t } from "../words/index.ts";

/** Every document with where it comes from, how it is graded, what goes with it and what rests on it. */
export function Documents({
  sources,
  examined,
}: {
  sources: readonly Source[];
  examined: Examination | undefined;
}): ReactNode {
  const { held, thread } = useCaseData();
  const counts = useMemo(() => {
    const found = new Map<string, { claims: number; gaps: number }>();
    for (const source of sources) {
      const up = thread.up(refOf("source", source.id));
      found.set(source.id, {
        claims: up.filter((ref) => ref.startsWith("claim:") && isShown(held.at(ref)?.review?.state)).length,
        gaps: held.all("gap").filter((g) => g.source === source.id && isOpenGap(g)).length,
      });
    }
    return found;
  }, [sources, held, thread]);
  const warnings = (id: string): number =>
    (examined?.findings ?? []).filter((f) => f.places.some((p) => p.source === id)).length;
  const columns: Column<Source>[] = [
    {
      id: "document",
      name: t("sources.document"),
      heading: true,
      sortBy: (s) => titleOf(held, refOf("source", s.id)),
      cell: (s) => (
        <>
          <ShowLink of={refOf("source", s.id)}>{titleOf(held, refOf("source", s.id))}</ShowLink>{" "}
          {warnings(s.id) === 0 ? null : <Tag warn>{t("sources.listFindings")}</Tag>}
        </>
      ),
    },
    {
      id: "published",
      name: t("sources.published"),
      sortBy: (s) => s.published?.earliest,
      cell: (s) => {
        if (s.published !== undefined) return timeWords(s.published);
        const least = examined?.notBefore[s.id];
        return least === undefined ? (
          t("sources.unknown")
        ) : (
          <ShowLink of={refOf("event", least.event)}>
            {t("sources.notBefore", { on: day(least.day) })}
          </ShowLink>
        );
      },
    },
    {
      id: "publisher",
      name: t("sources.publisher"),
      sortBy: (s) => s.publisher,
      cell: (s) => (
        <>
          <bdi>{s.publisher ?? t("sources.unknown")}</bdi>
          {s.host === undefined ? null : (
            <span className="soft line-below">{t("sources.foundAt", { host: s.host })}</span>
          )}
          {s.firstPublisher === undefined ? null : (
            <span className="soft line-below">{t("sources.first", { who: s.firstPublisher })}</span>
          )}
        </>
      ),
    },
    {
      id: "grade",
      name: t("sources.grade"),
      sortBy: (s) => `${s.reliability ?? "~"}${s.credibility ?? "~"}`,
      cell: (s) =>
        s.reliability === undefined && s.credibility === undefined ? (
          <span className="soft">{t("sources.noGrade")}</span>
        ) : (
          <span
            title={[
              s.reliability === undefined ? "" : t(`grade.${s.reliability}`),
              s.credibility === undefined ? "" : t(`grade.${s.credibility}`),
            ].join(" · ")}
          >
            {s.reliability ?? "?"}
            {s.credibility ?? "?"}
          </span>
        ),
    },
    {
      id: "group",
      name: t("sources.group"),
      cell: (s) => {
        const group = examined?.groups.find((one) => one.includes(s.id));
        if (group === undefined) return <span className="soft">{t("sources.alone")}</span>;
        return group
          .filter((id) => id !== s.id)
          .map((id) => (
            <span key={id} className="line-below">
              <RefLink to={refOf("source", id)} />
            </span>
          ));
      },
    },
    {
      id: "claims",
      name: t("sources.claims"),
      number: true,
      sortBy: (s) => counts.get(s.id)?.claims,
      cell: (s) => counts.get(s.id)?.claims ?? 0,
    },
    {
      id: "gaps",
      name: t("sources.gaps"),
      number: true,
      sortBy: (s) => counts.get(s.id)?.gaps,
      cell: (s) => counts.get(s.id)?.gaps ?? 0,
    },
    { id: "stance", name: t("sources.stance"), cell: (s) => <bdi>{s.stance ?? t("sources.unknown")}</bdi> },
  ];
  return (
    <>
      {(examined?.numbered ?? []).map((set) => (
        <p key={set.pattern} className="sources-missing">
          <Tag warn>
            {t("sources.missing", { count: set.missing.length, which: set.missing.slice(0, 20).join(", ") })}
          </Tag>
        </p>
      ))}
      <DataTable label={t("sources.listDocuments")} rows={sources} keyOf={(s) => s.id} columns={columns} />
      {examined === undefined || examined.likenesses.length === 0 ? null : <Alike examined={examined} />}
      <details>
        <summary>{t("sources.grades")}</summary>
        <p>{t("sources.gradesAbout")}</p>
        <ul className="plain">
          {(["A", "B", "C", "D", "E", "F", "1", "2", "3", "4", "5", "6"] as const).map((grade) => (
            <li key={grade}>{t(`grade.${grade}`)}</li>
          ))}
        </ul>
      </details>
    </>
  );
}

const isShown = (state: string | undefined): boolean => state !== "rejected" && state !== "superseded";

/** Documents that share their words, two by two. That they count as one is the analyst's to say. */
function Alike({ examined }: { examined: Examination }): ReactNode {
  const { held, name } = useCaseData();
  const edits = useEdits(name);
  return (
    <section aria-labelledby="alike">
      <h2 id="alike">{t("sources.likeness")}</h2>
      <ul className="links">
        {examined.likenesses.slice(0, 100).map(({ a, b, type, containment }) => {
          const [x, y] = [held.get("source", a), held.get("source", b)];
          const marked = x?.nearDuplicateOf?.includes(b) === true || y?.nearDuplicateOf?.includes(a) === true;
          return (
            <li key={`${a} ${b}`}>
              <RefLink to={refOf("source", a)} /> · <RefLink to={refOf("source", b)} />
              <span className="soft line-below">
                {t(`sources.like.${type}`)}, {t("sources.share", { share: percent(containment) })}
              </span>
              {marked ? (
                <Tag>{t("sources.marked")}</Tag>
              ) : y === undefined ? null : (
                <Button
                  small
                  onPress={() =>
                    void edits.change({
                      why: t("why.groupMade"),
                      edits: [
                        {
                          kind: "source",
                          id: y.id,
                          value: { ...y, nearDuplicateOf: [...(y.nearDuplicateOf ?? []), a] },
                        },
                      ],
                    })
                  }
                >
                  {t("sources.markNear")}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
