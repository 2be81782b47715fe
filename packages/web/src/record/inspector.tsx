import type { Gap, Passage, Ref } from "@parley/case";
import { refOf } from "@parley/case";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useEffect, useRef } from "react";
import { keys, useCaseData } from "../api/case-data.ts";
import { api } from "../api/client.ts";
import { useEdits } from "../api/edits.ts";
import { Button } from "../design/button.tsx";
import { Tag } from "../design/tag.tsx";
import { hangingOn, kindOf } from "../thread/places.ts";
import { kindWord, RefLink } from "../thread/ref-link.tsx";
import { t } from "../words/index.ts";

interface Props {
  /** A passage or a gap. */
  of: Ref;
  onClose(): void;
}

/** Everything that hangs on a passage or a gap, each a link. */
export function Inspector({ of, onClose }: Props): ReactNode {
  const { held } = useCaseData();
  const heading = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another passage takes the focus again
  useEffect(() => heading.current?.focus(), [of]);
  const object = held.at(of);
  if (object === undefined || (object.kind !== "passage" && object.kind !== "gap")) return null;
  return (
    <section className="inspector" aria-labelledby="inspector-title" data-testid="inspector">
      <header className="row">
        <h2 id="inspector-title" className="pane-title" tabIndex={-1} ref={heading}>
          {object.kind === "passage" ? t("inspector.passage") : t("inspector.gap")}
        </h2>
        <Button small look="quiet" onPress={onClose}>
          {t("inspector.back")}{" "}
          <span className="kbd" aria-hidden="true">
            Esc
          </span>
        </Button>
      </header>
      {object.kind === "passage" ? <PassageBody passage={object} /> : <GapBody gap={object} />}
      <Hanging of={of} />
    </section>
  );
}

function PassageBody({ passage }: { passage: Passage }): ReactNode {
  return (
    <blockquote className="card-exact" dir="auto">
      {passage.exact}
    </blockquote>
  );
}

function GapBody({ gap }: { gap: Gap }): ReactNode {
  const { name } = useCaseData();
  const edits = useEdits(name);
  const decide = (state: "accepted" | "rejected"): void =>
    void edits.change({
      why: state === "accepted" ? t("why.gapKept") : t("why.gapRejected"),
      edits: [
        { kind: "gap", id: gap.id, value: { ...gap, review: { state, at: new Date().toISOString() } } },
      ],
    });
  return (
    <>
      <p>{t(`gap.about.${gap.type}`)}</p>
      <blockquote className="card-exact" dir="auto">
        {gap.context}
      </blockquote>
      {gap.guess === undefined ? null : (
        <p>
          {t("gap.guess", { guess: gap.guess })} <Tag>{t("gap.guessUnused")}</Tag>
        </p>
      )}
      {gap.review?.state === "rejected" ? (
        <p className="soft">{t("gap.rejected")}</p>
      ) : (
        <div className="row">
          {gap.review?.state === "proposed" ? (
            <Button small look="main" onPress={() => decide("accepted")}>
              {t("gap.keep")}
            </Button>
          ) : null}
          <Button small onPress={() => decide("rejected")}>
            {t("gap.reject")}
          </Button>
        </div>
      )}
    </>
  );
}

function Hanging({ of }: { of: Ref }): ReactNode {
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
