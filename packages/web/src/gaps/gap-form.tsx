import { freeId, type Gap, type Id } from "@parley/case";
import { type ReactNode, useState } from "react";
import { idsTaken, useCaseData } from "../api/case-data.ts";
import { useEdits } from "../api/edits.ts";
import { Button } from "../design/button.tsx";
import { Dialog } from "../design/dialog.tsx";
import { Select } from "../design/field.tsx";
import { t } from "../words/index.ts";

/** Characters of a document beside or over which words are missing. */
export interface GapDraft {
  source: Id;
  text: string;
  start: number;
  end: number;
}

const TYPES: readonly Gap["type"][] = [
  "lost-link",
  "lost-quotation",
  "replaced-name",
  "truncated",
  "paywall",
  "ocr",
  "other",
];
/** Characters of the context on either side, as rules keep them. */
const AROUND = 40;

/** Mark a gap that no rule saw. Claims that stand on the same words are told that they touch it. */
export function GapForm({ draft, onClose }: { draft: GapDraft | undefined; onClose(): void }): ReactNode {
  return (
    <Dialog title={t("gap.newTitle")} isOpen={draft !== undefined} onClose={onClose}>
      {draft === undefined ? null : <Form draft={draft} onDone={onClose} />}
    </Dialog>
  );
}

function Form({ draft, onDone }: { draft: GapDraft; onDone(): void }): ReactNode {
  const data = useCaseData();
  const { held, name } = data;
  const edits = useEdits(name);
  const [type, setType] = useState<Gap["type"]>("other");
  const { source, text, start, end } = draft;
  const context = text
    .slice(Math.max(0, start - AROUND), end + AROUND)
    .replace(/\s+/gu, " ")
    .trim();
  const touched = held.all("claim").filter((claim) =>
    (claim.basis?.passages ?? []).some((id) => {
      const passage = held.get("passage", id);
      return passage?.source === source && passage.start <= end && passage.end >= start;
    }),
  );
  const save = (): void => {
    const id = freeId(`${source}.gap-${start}`, idsTaken(data, "gap"));
    const value: Gap = {
      kind: "gap",
      id,
      source,
      type,
      range: [start, end],
      context,
      createdBy: { type: "analyst" },
    };
    void edits.change({
      why: t("why.gapMade"),
      edits: [
        { kind: "gap", id, value },
        ...touched.map((claim) => ({
          kind: claim.kind,
          id: claim.id,
          value: { ...claim, gaps: [...(claim.gaps ?? []), id] },
        })),
      ],
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
      <blockquote className="card-exact" dir="auto">
        {text.slice(start, end)}
      </blockquote>
      <Select<Gap["type"]>
        label={t("gap.type")}
        value={type}
        options={TYPES.map((one) => ({ id: one, name: t(`gap.${one}`) }))}
        onChange={setType}
      />
      <p className="soft">{t("gap.touches", { count: touched.length })}</p>
      <div className="row">
        <Button look="main" type="submit">
          {t("gap.mark")}
        </Button>
        <Button onPress={onDone}>{t("cancel")}</Button>
      </div>
    </form>
  );
}
