import { freeId, type Question, slug } from "@parley/case";
import { checkQuestion, REFERENCE_CLASSES } from "@parley/forecast";
import { type ReactNode, useState } from "react";
import { idsTaken, useCaseData } from "../api/case-data.ts";
import { useBegun, useEdits } from "../api/edits.ts";
import { Button } from "../design/button.tsx";
import { CheckGroup } from "../design/check-group.tsx";
import { Dialog } from "../design/dialog.tsx";
import { TextField } from "../design/field.tsx";
import { t } from "../words/index.ts";

/** A new question, or a change of one. It cannot be saved without an event and a rule. */
export function QuestionForm({
  draft,
  onClose,
}: {
  draft: Question | "new" | undefined;
  onClose(saved?: string): void;
}): ReactNode {
  return (
    <Dialog
      title={draft === "new" ? t("timing.newTitle") : t("timing.editTitle")}
      isOpen={draft !== undefined}
      onClose={() => onClose()}
      wide
    >
      {draft === undefined ? null : <Fields before={draft === "new" ? undefined : draft} onClose={onClose} />}
    </Dialog>
  );
}

const lines = (text: string): string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

function Fields({
  before,
  onClose,
}: {
  before: Question | undefined;
  onClose(saved?: string): void;
}): ReactNode {
  const data = useCaseData();
  const { held, name } = data;
  const edits = useEdits(name);
  const begun = useBegun();
  const [title, setTitle] = useState(before?.title ?? "");
  const [event, setEvent] = useState(before?.event ?? "");
  const [rule, setRule] = useState(before?.rule ?? "");
  const [sources, setSources] = useState((before?.sources ?? []).join("\n"));
  const [options, setOptions] = useState((before?.options ?? []).join("\n"));
  const [opens, setOpens] = useState(before?.opens?.slice(0, 10) ?? held.info?.asOf ?? "");
  const [closes, setCloses] = useState(before?.closes?.slice(0, 10) ?? "");
  const [since, setSince] = useState(before?.since?.slice(0, 10) ?? "");
  const [classes, setClasses] = useState<string[]>(before?.classes ?? REFERENCE_CLASSES.map((c) => c.name));
  const given = lines(options);
  const {
    opens: _o,
    closes: _c,
    since: _s,
    sources: _so,
    options: _op,
    classes: _cl,
    ...kept
  } = before ?? {
    kind: "question" as const,
    id: freeId(slug(title), idsTaken(data, "question")),
    createdBy: { type: "analyst" as const },
  };
  const question: Question = {
    ...kept,
    title: title.trim(),
    event: event.trim(),
    rule: rule.trim(),
    ...(lines(sources).length === 0 ? {} : { sources: lines(sources) }),
    ...(given.length === 0 ? {} : { options: given }),
    ...(opens === "" ? {} : { opens }),
    ...(closes === "" ? {} : { closes }),
    ...(since === "" ? {} : { since }),
    ...(classes.length === 0 ? {} : { classes }),
  };
  const findings = checkQuestion(question);
  const ready = findings.every((finding) => finding.severity !== "error");
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!ready) return;
        const why = before === undefined ? t("why.questionPut") : t("why.questionChanged");
        const edit = { kind: "question" as const, id: question.id, value: question };
        void edits.change({ why, edits: [edit] }, begun);
        onClose(question.id);
      }}
    >
      <TextField
        label={t("timing.title")}
        help={t("timing.titleHelp")}
        value={title}
        onChange={setTitle}
        required
        autoFocus
      />
      <TextField
        label={t("timing.event")}
        help={t("timing.eventHelp")}
        lines={2}
        value={event}
        onChange={setEvent}
        required
      />
      <TextField
        label={t("timing.rule")}
        help={t("timing.ruleHelp")}
        lines={2}
        value={rule}
        onChange={setRule}
        required
      />
      <TextField
        label={t("timing.sources")}
        help={t("timing.linesHelp")}
        lines={2}
        value={sources}
        onChange={setSources}
      />
      <div className="form-row">
        <TextField
          label={t("timing.since")}
          help={t("timing.sinceHelp")}
          type="date"
          value={since}
          onChange={setSince}
        />
        <TextField label={t("timing.opens")} type="date" value={opens} onChange={setOpens} />
        <TextField label={t("timing.closes")} type="date" value={closes} onChange={setCloses} />
      </div>
      <CheckGroup
        label={t("timing.classes")}
        value={classes}
        options={REFERENCE_CLASSES.map((c) => ({
          id: c.name,
          name: `${c.title} (${c.observations.length})`,
        }))}
        onChange={setClasses}
      />
      <TextField
        label={t("timing.options")}
        help={t("timing.optionsHelp")}
        lines={2}
        value={options}
        onChange={setOptions}
      />
      {findings.length === 0 ? null : (
        <ul className="plain soft" aria-live="polite" aria-label={t("timing.missing")}>
          {findings.map((finding) => (
            <li key={finding.message}>{finding.message}</li>
          ))}
        </ul>
      )}
      <div className="row">
        <Button look="main" type="submit" isDisabled={!ready}>
          {before === undefined ? t("timing.put") : t("timing.save")}
        </Button>
        <Button onPress={() => onClose()}>{t("cancel")}</Button>
      </div>
    </form>
  );
}
