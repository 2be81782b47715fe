import {
  type Comment,
  DEFAULT_LEVEL,
  freeId,
  LEVELS,
  type Level,
  levelOf,
  mayRead,
  type Ref,
  stricter,
} from "@parley/case";
import { type ReactNode, useId, useState } from "react";
import { idsTaken, resultAt, useCaseData } from "../api/case-data.ts";
import { useEdits } from "../api/edits.ts";
import { useMe } from "../api/me.ts";
import { Button } from "../design/button.tsx";
import { CheckGroup } from "../design/check-group.tsx";
import { Select, TextField } from "../design/field.tsx";
import { useAnnounce } from "../design/notices.tsx";
import { LevelTag, Tag } from "../design/tag.tsx";
import { titleOf } from "../thread/describe.ts";
import { moment, t } from "../words/index.ts";
import { commentsOn } from "./on.ts";
import "./comments.css";

/** What the team says about an object or result: comments, dissent, answers; with the way to add to them. */
export function Comments({ of }: { of: Ref }): ReactNode {
  const { name, held } = useCaseData();
  const edits = useEdits(name);
  const [writing, setWriting] = useState<{ replyTo?: string }>();
  const id = useId();
  const list = commentsOn(held, of);
  const mark = (comment: Comment, resolved: boolean): void =>
    void edits.change({
      why: resolved ? t("why.resolved") : t("why.reopened"),
      edits: [{ kind: "comment", id: comment.id, value: { ...comment, resolved } }],
    });
  return (
    <section className="comments" aria-labelledby={id} data-testid="comments">
      <h3 id={id} className="pane-title">
        {t("comments.title", { count: list.length })}
      </h3>
      <ul className="comments-list">
        {list.map((c) => (
          <li
            key={c.id}
            className={`comment${c.dissent ? " comment-dissent" : ""}${c.replyTo === undefined ? "" : " comment-answer"}`}
          >
            <p className="row">
              <strong>
                <bdi>{c.by}</bdi>
              </strong>
              <time className="soft" dateTime={c.at}>
                {moment(c.at)}
              </time>
              {c.level === undefined || c.level === DEFAULT_LEVEL ? null : <LevelTag level={c.level} />}
              {c.resolved ? <Tag>{t("comments.resolved")}</Tag> : null}
            </p>
            {c.dissent ? <p className="comment-says">{t("dissent.says")}</p> : null}
            <p dir="auto">{c.text}</p>
            <p className="row">
              <Button small look="quiet" onPress={() => setWriting({ replyTo: c.id })}>
                {t("comments.answer")}
              </Button>
              {c.replyTo === undefined ? (
                <Button small look="quiet" onPress={() => mark(c, c.resolved !== true)}>
                  {c.resolved ? t("comments.reopen") : t("comments.resolve")}
                </Button>
              ) : null}
            </p>
          </li>
        ))}
      </ul>
      {writing === undefined ? (
        <Button small onPress={() => setWriting({})}>
          {t("comments.add")}
        </Button>
      ) : (
        <CommentForm of={of} replyTo={writing.replyTo} onDone={() => setWriting(undefined)} />
      )}
    </section>
  );
}

function CommentForm({
  of,
  replyTo,
  onDone,
}: {
  of: Ref;
  replyTo: string | undefined;
  onDone(): void;
}): ReactNode {
  const data = useCaseData();
  const { name, held } = data;
  const edits = useEdits(name);
  const announce = useAnnounce();
  const { by } = useMe();
  // What is said of something secret is as secret; nothing less can be chosen.
  const about = held.at(of);
  const least = stricter(
    resultAt(data, of)?.level ?? (about === undefined ? undefined : levelOf(held, about)),
    held.get("comment", replyTo ?? "")?.level ?? "public",
  );
  const [level, setLevel] = useState<Level>(stricter(least, held.info?.newLevel));
  const [text, setText] = useState("");
  const [dissent, setDissent] = useState(false);
  const save = async (): Promise<void> => {
    if (text.trim() === "" || by === undefined) return;
    const what = resultAt(data, of)?.title ?? titleOf(held, of);
    const value: Comment = {
      kind: "comment",
      id: freeId("comment", idsTaken(data, "comment")),
      on: of,
      by,
      at: new Date().toISOString(),
      text: text.trim(),
      level,
      ...(dissent ? { dissent } : {}),
      ...(replyTo === undefined ? {} : { replyTo }),
    };
    const why = dissent ? t("why.dissented", { what }) : t("why.commented", { what });
    if (await edits.change({ why, edits: [{ kind: "comment", id: value.id, value }] })) {
      announce(t("comments.added"));
      onDone();
    }
  };
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {replyTo === undefined ? (
        <CheckGroup
          label={t("dissent.choose")}
          hideLabel
          value={dissent ? ["dissent"] : []}
          options={[{ id: "dissent", name: t("dissent.choose") }]}
          onChange={(chosen) => setDissent(chosen.length > 0)}
        />
      ) : null}
      <TextField
        label={
          dissent ? t("dissent.because") : replyTo === undefined ? t("comments.text") : t("comments.answer")
        }
        lines={3}
        value={text}
        onChange={setText}
        autoFocus
        {...(dissent ? { help: t("dissent.help") } : {})}
      />
      <Select<Level>
        label={t("comments.level")}
        value={level}
        options={LEVELS.filter((l) => mayRead(least, l)).map((l) => ({ id: l, name: t(`level.${l}`) }))}
        onChange={setLevel}
      />
      <div className="row">
        <Button small look="main" type="submit" isDisabled={text.trim() === "" || by === undefined}>
          {t("comments.save")}
        </Button>
        <Button small onPress={onDone}>
          {t("cancel")}
        </Button>
      </div>
    </form>
  );
}
