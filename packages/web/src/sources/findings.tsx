import { type Comment, freeId, refOf } from "@parley/case";
import type { Examination } from "@parley/server/api";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { idsTaken, useCaseData } from "../api/case-data.ts";
import { useEdits } from "../api/edits.ts";
import { useMe } from "../api/me.ts";
import { Button } from "../design/button.tsx";
import { Dialog } from "../design/dialog.tsx";
import { TextField } from "../design/field.tsx";
import { Empty } from "../design/states.tsx";
import { Tag } from "../design/tag.tsx";
import { ShowLink } from "../frame/screen.tsx";
import { titleOf } from "../thread/describe.ts";
import { keptOf, makingOne } from "../timeline/one-event.ts";
import { t } from "../words/index.ts";

type Finding = Examination["findings"][number];

/** What a comment notes that sets a finding aside. */
const noteOf = (finding: Finding): string => `finding ${finding.id}`;

/** What does not fit, each with its places and a way to set it aside for good. */
export function Findings({ found }: { found: readonly Finding[] }): ReactNode {
  const { held } = useCaseData();
  const [setting, setSetting] = useState<Finding>();
  const aside = new Map(held.all("comment").map((comment) => [comment.note, comment]));
  const open = found.filter((finding) => !aside.has(noteOf(finding)));
  const gone = found.filter((finding) => aside.has(noteOf(finding)));
  return (
    <>
      {open.length === 0 ? <Empty title={t("sources.findingsNone")} /> : null}
      <p className="soft">{t("sources.findingsNote")}</p>
      <ul className="plain findings">
        {open.slice(0, 200).map((finding) => (
          <li key={finding.id} className="finding">
            <div className="row">
              <Tag warn>{t(`sources.rule.${finding.rule}`)}</Tag>
              <span className="grow">{finding.says}</span>
              <Button small onPress={() => setSetting(finding)}>
                {t("sources.setAside")}
              </Button>
            </div>
            {finding.events === undefined ? null : <OneEvent finding={finding} />}
            <Places of={finding} />
          </li>
        ))}
      </ul>
      {gone.length === 0 ? null : (
        <details>
          <summary>{t("sources.aside", { count: gone.length })}</summary>
          <ul className="plain findings">
            {gone.map((finding) => (
              <li key={finding.id} className="finding">
                {finding.says}
                <bdi className="soft line-below">
                  {aside.get(noteOf(finding))?.by}: {aside.get(noteOf(finding))?.text}
                </bdi>
                <Places of={finding} />
              </li>
            ))}
          </ul>
        </details>
      )}
      <Dialog
        title={t("sources.setAsideTitle")}
        isOpen={setting !== undefined}
        onClose={() => setSetting(undefined)}
      >
        {setting === undefined ? null : <Aside finding={setting} onDone={() => setSetting(undefined)} />}
      </Dialog>
    </>
  );
}

/** The two that may be one, and the way to make them one; setting the finding aside says that they are two. */
function OneEvent({ finding }: { finding: Finding }): ReactNode {
  const { held, name } = useCaseData();
  const edits = useEdits(name);
  const [a, b] = (finding.events ?? []).flatMap((id) => held.get("event", id) ?? []);
  if (a === undefined || b === undefined) return null;
  const gone = [a, b].some((one) => ["rejected", "superseded"].includes(one.review?.state ?? ""));
  const [kept, other] = keptOf(a, b);
  return (
    <div className="row">
      <ShowLink of={refOf("event", kept.id)}>{kept.title}</ShowLink>
      <ShowLink of={refOf("event", other.id)}>{other.title}</ShowLink>
      {gone ? null : (
        <Button
          small
          look="main"
          onPress={() =>
            void edits.change({
              why: t("sources.oneEventWhy", { a: kept.title, b: other.title }),
              edits: makingOne(
                held,
                a,
                b,
                new Date().toISOString(),
                other.place === undefined || other.place === kept.place
                  ? t("sources.alsoTold", { title: other.title })
                  : t("sources.alsoToldAt", { title: other.title, place: other.place }),
              ),
            })
          }
        >
          {t("sources.oneEvent")}
        </Button>
      )}
    </div>
  );
}

function Places({ of }: { of: Finding }): ReactNode {
  const { held, name } = useCaseData();
  return (
    <ul className="plain">
      {of.places.map((place) => (
        <li key={`${place.source} ${place.range?.[0]}`}>
          <Link
            to="/c/$case/record/{-$source}"
            params={{ case: name, source: place.source }}
            search={(s) => ({
              level: s.level,
              known: s.known,
              ...(place.range === undefined ? {} : { at: `${place.range[0]}-${place.range[1]}` }),
            })}
          >
            <bdi>{titleOf(held, refOf("source", place.source))}</bdi>
          </Link>
          {place.text === undefined ? null : (
            <>
              {": "}
              <bdi className="card-exact">{place.text}</bdi>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

function Aside({ finding, onDone }: { finding: Finding; onDone(): void }): ReactNode {
  const data = useCaseData();
  const edits = useEdits(data.name);
  const { by } = useMe();
  const [reason, setReason] = useState("");
  const source = finding.places[0]?.source;
  const save = (): void => {
    if (by === undefined || source === undefined || reason.trim() === "") return;
    const value: Comment = {
      kind: "comment",
      id: freeId("comment", idsTaken(data, "comment")),
      on: refOf("source", source),
      by,
      at: new Date().toISOString(),
      text: reason.trim(),
      resolved: true,
      note: noteOf(finding),
    };
    void edits.change({
      why: t("why.findingAside", { reason: reason.trim() }),
      edits: [{ kind: "comment", id: value.id, value }],
    });
    onDone();
  };
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <p>{finding.says}</p>
      <TextField label={t("sources.reason")} value={reason} onChange={setReason} required autoFocus />
      <div className="row">
        <Button look="main" type="submit" isDisabled={reason.trim() === ""}>
          {t("reject.do")}
        </Button>
        <Button onPress={onDone}>{t("cancel")}</Button>
      </div>
    </form>
  );
}
