import type { Ref } from "@parley/case";
import { refOf } from "@parley/case";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { keys, useCaseData } from "../api/case-data.ts";
import { api } from "../api/client.ts";
import { Tag } from "../design/tag.tsx";
import { t } from "../words/index.ts";
import { hangingOn, kindOf } from "./places.ts";
import { kindWord, RefLink } from "./ref-link.tsx";

/** Everything that rests on something: objects and results, and the sentences of the brief. */
export function Hanging({ of }: { of: Ref }): ReactNode {
  const { held, thread, name, level } = useCaseData();
  const above = hangingOn(thread, held, of);
  const briefLevel = level === "sealed" ? "mediator" : level;
  const brief = useQuery({
    queryKey: keys.brief(name, briefLevel),
    queryFn: () => api.brief(name, briefLevel),
  });
  const all = new Set<Ref>([of, ...above]);
  const numbers = new Set(
    (brief.data?.document.notes ?? []).filter((n) => refOf("passage", n.passage) === of).map((n) => n.n),
  );
  const sentences = (brief.data?.document.sections ?? [])
    .flatMap((s) => s.sentences)
    .filter((s) => s.on.some((ref) => all.has(ref)) || s.notes.some((n) => numbers.has(n)));
  const objects = above.filter((ref) => kindOf(ref) !== "brief");
  if (objects.length === 0 && sentences.length === 0) return <p className="soft">{t("inspector.nothing")}</p>;
  return (
    <>
      <h3 className="pane-title">{t("inspector.hangs", { count: objects.length })}</h3>
      <ul className="links">
        {objects.slice(0, 200).map((ref) => (
          <li key={ref}>
            <span className="soft">{kindWord(ref)}</span> <RefLink to={ref} />
            {held.at(ref)?.review?.state === "proposed" ? <Tag>{t("review.waits")}</Tag> : null}
          </li>
        ))}
      </ul>
      {sentences.length === 0 ? null : (
        <>
          <h3 className="pane-title">{t("inspector.sentences", { count: sentences.length })}</h3>
          <ul className="links">
            {sentences.map((s) => (
              <li key={s.id}>
                <Link
                  to="/c/$case/brief"
                  params={{ case: name }}
                  search={(q) => ({ level: q.level, known: q.known, s: s.id })}
                >
                  <bdi>{s.runs.map((r) => r.text).join("")}</bdi>
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
