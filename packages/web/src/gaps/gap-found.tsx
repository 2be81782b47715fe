import { type Basis, type Gap, isEmptyBasis, type Passage, refOf } from "@parley/case";
import { lazy, type ReactNode, Suspense, useState } from "react";
import { useCaseData } from "../api/case-data.ts";
import { useBegun, useEdits } from "../api/edits.ts";
import { useMe } from "../api/me.ts";
import { Button } from "../design/button.tsx";
import { Dialog } from "../design/dialog.tsx";
import { TextField } from "../design/field.tsx";
import { ShowLink } from "../frame/screen.tsx";
import { day, t } from "../words/index.ts";

// Picking a passage brings much with it: it comes when somebody has found the words.
const BasisField = lazy(() => import("../edit/basis-field.tsx").then((m) => ({ default: m.BasisField })));

/** Say that the lost words were found: which, and where they stand. */
export function GapFound({ gap, onClose }: { gap: Gap | undefined; onClose(): void }): ReactNode {
  return (
    <Dialog title={t("gap.foundTitle")} isOpen={gap !== undefined} onClose={onClose} wide>
      <Suspense>{gap === undefined ? null : <Form gap={gap} onDone={onClose} />}</Suspense>
    </Dialog>
  );
}

function Form({ gap, onDone }: { gap: Gap; onDone(): void }): ReactNode {
  const { name } = useCaseData();
  const edits = useEdits(name);
  const begun = useBegun();
  const { by } = useMe();
  const [words, setWords] = useState(gap.found?.words ?? "");
  const [basis, setBasis] = useState<Basis | undefined>(gap.found?.basis);
  const [made, setMade] = useState<Passage[]>([]);
  const [tried, setTried] = useState(false);
  const wrong = words.trim() === "" || isEmptyBasis(basis) || by === undefined;
  const save = (): void => {
    setTried(true);
    if (wrong || by === undefined || basis === undefined) return;
    const value: Gap = {
      ...gap,
      found: { words: words.trim(), by, on: new Date().toISOString().slice(0, 10), basis },
    };
    const used = made.filter((p) => basis.passages?.includes(p.id));
    void edits.change(
      {
        why: t("why.gapLookedUp"),
        edits: [
          ...used.map((p) => ({ kind: p.kind, id: p.id, value: p })),
          { kind: value.kind, id: value.id, value },
        ],
      },
      begun,
    );
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
      <blockquote className="card-exact" dir="auto">
        {gap.context}
      </blockquote>
      <TextField
        label={t("gap.foundWords")}
        help={t("gap.foundHelp")}
        value={words}
        onChange={setWords}
        required
        autoFocus
      />
      <BasisField
        value={basis}
        onChange={setBasis}
        made={made}
        onMade={(passage) => setMade((all) => [...all, passage])}
        required
      />
      {tried && wrong ? <p className="field-error">{t("gap.foundMissing")}</p> : null}
      <div className="row">
        <Button look="main" type="submit">
          {t("gap.foundSave")}
        </Button>
        <Button onPress={onDone}>{t("cancel")}</Button>
      </div>
    </form>
  );
}

/** The words that closed a gap, who found them and where. */
export function FoundWords({ gap }: { gap: Gap }): ReactNode {
  const { held } = useCaseData();
  const { found } = gap;
  if (found === undefined) return null;
  const { passages = [], assumption } = found.basis;
  return (
    <p>
      {t("gap.foundSaid", { by: found.by, on: day(found.on) })}{" "}
      <bdi className="card-exact">{found.words}</bdi>
      {passages.map((id) => (
        <span key={id} className="line-below">
          <ShowLink of={refOf("passage", id)}>{held.get("passage", id)?.exact ?? id}</ShowLink>
        </span>
      ))}
      {assumption === undefined ? null : (
        <span className="line-below soft">
          {t("assumption", { by: assumption.by, on: day(assumption.on) })}
        </span>
      )}
    </p>
  );
}
