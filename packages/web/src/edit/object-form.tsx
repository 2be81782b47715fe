import {
  type CaseObject,
  isEmptyBasis,
  LEVELS,
  type Level,
  type Passage,
  refOf,
  splitRef,
} from "@parley/case";
import { readEntries, writeDraft } from "@parley/case/text";
import type { ChangeRequest } from "@parley/server/api";
import { lazy, type ReactNode, Suspense, useMemo, useState } from "react";
import { idsTaken, useCaseData } from "../api/case-data.ts";
import { useBegun, useEdits } from "../api/edits.ts";
import { Button } from "../design/button.tsx";
import { Dialog } from "../design/dialog.tsx";
import { Select, TextField } from "../design/field.tsx";
import { useNotify } from "../design/notices.tsx";
import { Segments } from "../design/segments.tsx";
import { Loading } from "../design/states.tsx";
import { hangingOn } from "../thread/places.ts";
import { t } from "../words/index.ts";
import { BasisField } from "./basis-field.tsx";
import {
  type Entry,
  entryOf,
  idFor,
  judge,
  type Opened,
  type Remark,
  stamped,
  usedOf,
  withField,
} from "./draft.ts";
import { FieldFor } from "./field-for.tsx";
import { type Field, FORMS, type FormKind, hasForm, RESTS_ON_SOMETHING } from "./forms.ts";
import "./edit.css";

// The editor is the larger part of all this, and comes when somebody wants text.
const TextEditor = lazy(() => import("./text-editor.tsx").then((m) => ({ default: m.TextEditor })));

/** The form of an object, beside its text form. Both check at once, and say the same. */
export function ObjectForm({ opened, onClose }: { opened: Opened; onClose(): void }): ReactNode {
  const { held } = useCaseData();
  const [before] = useState(() => ("of" in opened ? held.at(opened.of) : undefined));
  const kind = "of" in opened ? splitRef(opened.of)?.kind : opened.kind;
  if (kind === undefined || !hasForm(kind) || ("of" in opened && before === undefined)) return null;
  const what = t(`kind.${kind}`);
  return (
    <Dialog
      title={before === undefined ? t("edit.newTitle", { what }) : t("edit.title", { what })}
      isOpen
      onClose={onClose}
      wide
    >
      <Editing
        kind={kind}
        before={before}
        preset={"kind" in opened ? (opened.preset ?? {}) : {}}
        onClose={onClose}
      />
    </Dialog>
  );
}

interface EditingProps {
  kind: FormKind;
  before: CaseObject | undefined;
  preset: Entry;
  onClose(): void;
}

function Editing({ kind, before, preset, onClose }: EditingProps): ReactNode {
  const data = useCaseData();
  const { held, name, thread } = data;
  const edits = useEdits(name);
  const begun = useBegun();
  const notify = useNotify();
  const [look, setLook] = useState<"form" | "text">("form");
  const [entry, setEntry] = useState<Entry>(() =>
    before === undefined ? starting(kind, preset) : entryOf(before),
  );
  const [made, setMade] = useState<Passage[]>([]);
  const [text, setText] = useState("");
  const [why, setWhy] = useState("");
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const [tried, setTried] = useState(false);
  const [removing, setRemoving] = useState(false);
  const taken = useMemo(() => idsTaken(data, kind), [data, kind]);
  const newId = useMemo(() => idFor(kind, entry, taken), [kind, entry, taken]);
  const id = before?.id ?? newId;
  const fromText = useMemo(() => (look === "text" ? readEntries(text, held) : undefined), [look, text, held]);
  const judged = useMemo(() => judge(kind, id, entry, held, made), [kind, id, entry, held, made]);
  const errors =
    fromText === undefined
      ? judged.remarks.some((r) => r.severity === "error")
      : fromText.findings.some((f) => f.severity === "error") || fromText.objects.length !== 1;

  const set = (field: string, value: unknown): void => {
    setTouched((all) => new Set([...all, field]));
    setEntry((now) => withField(now, kind, field, value));
  };
  const toText = (): void => {
    setText(writeDraft(kind, id, entry));
    setLook("text");
  };
  const toForm = (): void => {
    const [object] = fromText?.objects ?? [];
    if (errors || object === undefined || object.kind !== kind) {
      notify({ tone: "alert", text: t("edit.mendFirst") });
      return;
    }
    setEntry(entryOf(object));
    setMade((all) => [...all, ...(fromText?.made ?? [])]);
    setLook("form");
  };
  const save = (): void => {
    setTried(true);
    if (errors) return;
    const [object] = fromText === undefined ? [judged.object] : fromText.objects;
    if (object === undefined) return;
    const passages = usedOf([...made, ...(fromText?.made ?? [])], object);
    const what = t(`kind.${kind}`);
    const reason =
      why.trim() === "" ? t(before === undefined ? "why.made" : "why.changed", { what }) : why.trim();
    const list: ChangeRequest["edits"] = passages.map((p) => ({ kind: "passage", id: p.id, value: p }));
    if (before !== undefined && (object.id !== before.id || object.kind !== before.kind))
      list.push({ kind: before.kind, id: before.id, value: null });
    list.push({ kind: object.kind, id: object.id, value: stamped(object, before) });
    void edits.change({ why: reason, edits: list }, begun);
    onClose();
  };
  const remove = (): void => {
    if (before === undefined) return;
    const what = t(`kind.${kind}`);
    void edits.change(
      {
        why: why.trim() === "" ? t("why.withdrawn", { what }) : why.trim(),
        edits: [{ kind: before.kind, id: before.id, value: null }],
      },
      begun,
    );
    onClose();
  };
  /** Remarks of a field, once it was touched or saving was tried. */
  const remarkOf = (field: string): string | undefined =>
    tried || touched.has(field) || before !== undefined
      ? judged.remarks.find((r) => r.field === field && r.severity === "error")?.message
      : undefined;
  const hanging = before === undefined ? [] : hangingOn(thread, held, refOf(before.kind, before.id));

  if (removing && before !== undefined) {
    return (
      <div className="form">
        <p>
          {hanging.length === 0
            ? t("edit.removeNothing")
            : t("edit.removeHanging", { count: hanging.length })}
        </p>
        <TextField label={t("edit.why")} value={why} onChange={setWhy} />
        <div className="row">
          <Button look="danger" onPress={remove}>
            {t("edit.withdraw")}
          </Button>
          <Button onPress={() => setRemoving(false)}>{t("cancel")}</Button>
        </div>
      </div>
    );
  }
  const fields: readonly Field[] = FORMS[kind];
  const basis = (entry.basis ?? undefined) as CaseObject["basis"];
  return (
    <form
      className="form object-form"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <div className="row">
        <p className="soft grow">{t(`edit.about.${kind}` as "edit.about.actor", { defaultValue: "" })}</p>
        <Segments
          label={t("edit.look")}
          value={look}
          options={[
            { id: "form", name: t("edit.asForm") },
            { id: "text", name: t("edit.asText") },
          ]}
          onChange={(to) => (to === "text" ? toText() : toForm())}
        />
      </div>
      <div className="form form-scroll">
        {fromText !== undefined ? (
          <Suspense fallback={<Loading what={t("edit.textLoading")} />}>
            <TextEditor
              value={text}
              onChange={setText}
              findings={fromText.findings}
              label={t("edit.asText")}
            />
          </Suspense>
        ) : (
          <>
            <div className="form-fields">
              {fields.map((field) => (
                <FieldFor
                  key={field.name}
                  words={`form.${kind}`}
                  field={field}
                  entry={entry}
                  root={entry}
                  error={remarkOf(field.name)}
                  onChange={(value) => set(field.name, value)}
                  onEntry={(change) => {
                    setTouched((all) => new Set([...all, ...Object.keys(change)]));
                    setEntry((now) => ({ ...now, ...change }));
                  }}
                  made={made}
                  onMade={(passage) => setMade((all) => [...all, passage])}
                />
              ))}
            </div>
            <BasisField
              value={basis}
              onChange={(to) => set("basis", to)}
              made={made}
              onMade={(passage) => setMade((all) => [...all, passage])}
              required={RESTS_ON_SOMETHING.has(kind) && isEmptyBasis(basis)}
              error={remarkOf("basis")}
            />
            <div className="form-row">
              <Select<Level>
                label={t("edit.level")}
                help={t("edit.levelHelp")}
                value={(entry.level as Level | undefined) ?? "team"}
                options={LEVELS.map((level) => ({ id: level, name: t(`level.${level}`) }))}
                onChange={(to) => set("level", to === "team" && before?.level === undefined ? undefined : to)}
              />
              <TextField
                label={t("edit.note")}
                lines={2}
                value={String(entry.note ?? "")}
                onChange={(to) => set("note", to)}
              />
            </div>
            <Remarks remarks={judged.remarks} fields={fields} all={tried || before !== undefined} />
          </>
        )}
        <TextField label={t("edit.why")} help={t("edit.whyHelp")} value={why} onChange={setWhy} />
      </div>
      <div className="row form-actions">
        <Button look="main" type="submit" isDisabled={tried && errors}>
          {t("edit.save")}
        </Button>
        <Button onPress={onClose}>{t("cancel")}</Button>
        {before === undefined ? null : (
          <span className="push">
            <Button look="danger" onPress={() => setRemoving(true)}>
              {t("edit.withdraw")}
            </Button>
          </span>
        )}
      </div>
    </form>
  );
}

/** What a new object has before anybody says anything. */
function starting(kind: FormKind, preset: Entry): Entry {
  const entry: Entry = { ...preset };
  for (const field of FORMS[kind] as readonly Field[]) {
    if (field.required !== true || entry[field.name] !== undefined) continue;
    if (field.type === "choices" || field.type === "slots" || field.type === "pattern")
      entry[field.name] = {};
    if (field.type === "worth") Object.assign(entry, { weights: {}, values: {}, ...preset });
  }
  return entry;
}

/** What is to be said of the object as a whole, and warnings. What belongs to a field stands there. */
function Remarks({
  remarks,
  fields,
  all,
}: {
  remarks: readonly Remark[];
  fields: readonly Field[];
  all: boolean;
}): ReactNode {
  const named = new Set(["basis", ...fields.map((f) => f.name)]);
  const shown = remarks.filter(
    (r) => all && (r.severity === "warning" || r.field === undefined || !named.has(r.field)),
  );
  return (
    <ul className="plain" aria-live="polite">
      {shown.map((r) => (
        <li key={`${r.field} ${r.message}`} className={r.severity === "error" ? "field-error" : "soft"}>
          {r.message}
        </li>
      ))}
    </ul>
  );
}
