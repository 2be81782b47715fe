import type { DocSentence } from "@parley/brief";
import type { BriefSentence, Ref } from "@parley/case";
import { refOf } from "@parley/case";
import { type ReactNode, useState } from "react";
import { resultAt, useCaseData } from "../api/case-data.ts";
import { useBegun, useEdits } from "../api/edits.ts";
import { Button } from "../design/button.tsx";
import { TextField } from "../design/field.tsx";
import { titleOf } from "../thread/describe.ts";
import { kindWord } from "../thread/ref-link.tsx";
import { t } from "../words/index.ts";
import { rebased } from "./edit-brief.ts";

interface Props {
  /** Which sentence is changed; absent for a new one. */
  written?: NonNullable<DocSentence["written"]>;
  onDone(): void;
  /** Takes a new sentence. */
  onSave?(sentence: BriefSentence): void;
}

/** The words of a sentence and what it rests on, in its place. */
export function SentenceEditor({ written: place, onDone, onSave }: Props): ReactNode {
  // Where its sentence stood when the editor opened, as the brief was then.
  const [written] = useState(place);
  const data = useCaseData();
  const { held, name, results } = data;
  const edits = useEdits(name);
  const begun = useBegun();
  const now = written === undefined ? undefined : held.get("brief", written.brief);
  // What the editor saw when it opened: a change of somebody else's is not overwritten unseen.
  const [brief] = useState(now);
  const before =
    written === undefined ? undefined : brief?.sections[written.section]?.sentences[written.sentence];
  const [text, setText] = useState(before?.text ?? "");
  const [on, setOn] = useState<Ref[]>(before?.on ?? []);
  const [find, setFind] = useState("");
  const nameOf = (ref: Ref): string => resultAt(data, ref)?.title ?? titleOf(held, ref);
  const words = find.toLowerCase().split(/\s+/).filter(Boolean);
  const found =
    words.length === 0
      ? []
      : [
          ...held.inForce("claim").map((c) => refOf("claim", c.id)),
          ...results.map((r) => r.ref),
          ...held.inForce("position").map((p) => refOf("position", p.id)),
          ...held.inForce("precondition").map((p) => refOf("precondition", p.id)),
        ]
          .filter((ref) => !on.includes(ref))
          .filter((ref) => words.every((w) => nameOf(ref).toLowerCase().includes(w)))
          .slice(0, 8);
  const put = (sentence: BriefSentence | undefined, why: string): void => {
    if (written === undefined || brief === undefined) return;
    const { section, sentence: at } = written;
    const { brief: value, clash } = rebased(brief, now ?? brief, section, at, sentence);
    const change = { why, edits: [{ kind: "brief" as const, id: brief.id, value }] };
    void (clash || now === undefined ? edits.change(change, begun) : edits.change(change));
  };
  const save = (): void => {
    const sentence: BriefSentence = { ...before, text: text.trim(), on };
    if (written === undefined) onSave?.(sentence);
    else put(sentence, t("why.sentenceChanged"));
    onDone();
  };
  const remove = (): void => {
    put(undefined, t("why.sentenceRemoved"));
    onDone();
  };
  return (
    <form
      className="form sentence-editor"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== "") save();
      }}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        onDone();
      }}
    >
      <TextField label={t("sentence.words")} lines={3} value={text} onChange={setText} autoFocus required />
      <div>
        <p className="field-label">{t("sentence.on")}</p>
        {on.length === 0 ? <p className="field-help">{t("sentence.onNothing")}</p> : null}
        <ul className="links">
          {on.map((ref) => (
            <li key={ref}>
              <span className="soft">{kindWord(ref)}</span> <bdi>{nameOf(ref)}</bdi>{" "}
              <Button
                small
                look="quiet"
                aria-label={t("sentence.drop", { name: nameOf(ref) })}
                onPress={() => setOn(on.filter((r) => r !== ref))}
              >
                {t("remove")}
              </Button>
            </li>
          ))}
        </ul>
      </div>
      <TextField label={t("sentence.find")} type="search" value={find} onChange={setFind} />
      {words.length > 0 && found.length === 0 ? <p className="soft">{t("sentence.noneFound")}</p> : null}
      <ul className="links">
        {found.map((ref) => (
          <li key={ref}>
            <span className="soft">{kindWord(ref)}</span> <bdi>{nameOf(ref)}</bdi>{" "}
            <Button
              small
              aria-label={t("sentence.take", { name: nameOf(ref) })}
              onPress={() => {
                setOn([...on, ref]);
                setFind("");
              }}
            >
              {t("add")}
            </Button>
          </li>
        ))}
      </ul>
      <div className="row">
        <Button look="main" type="submit" isDisabled={text.trim() === ""}>
          {t("sentence.save")}
        </Button>
        <Button onPress={onDone}>{t("cancel")}</Button>
        {written === undefined ? null : (
          <Button look="danger" onPress={remove}>
            {t("sentence.remove")}
          </Button>
        )}
      </div>
    </form>
  );
}
