import { type Case, type Ref, refOf } from "@parley/case";
import { type ReactNode, useState } from "react";
import { useCaseData } from "../api/case-data.ts";
import { Button } from "../design/button.tsx";
import { titleOf } from "../thread/describe.ts";
import { t } from "../words/index.ts";
import { type Entry, isNothing } from "./draft.ts";
import type { Field } from "./forms.ts";
import { rangeWords } from "./judgement-text.ts";
import { labelOf } from "./label-of.ts";
import { type FieldProps, timeWords } from "./simple-fields.tsx";

interface Props extends FieldProps {
  /** The fields of each entry. */
  fields: readonly Field[];
  /** Draws one field of an entry: entries hold fields, and a field may hold entries. */
  draw(field: Field, row: Entry, put: (change: Entry) => void): ReactNode;
  /** Under which key their words stand: `form.event.participants`. */
  words: string;
}

/** Parts of an entry told in its line. */
const TOLD = 4;

/** Entries that have fields of their own, in a list: one line each, opened one at a time. */
export function RecordsField({ label, help, error, value, onChange, fields, draw, words }: Props): ReactNode {
  const { held } = useCaseData();
  const rows = (Array.isArray(value) ? value : []) as Entry[];
  const [open, setOpen] = useState<number>();
  return (
    <fieldset className="field fieldset records">
      <legend className="field-label">{label}</legend>
      {help === undefined ? null : <p className="field-help">{help}</p>}
      {rows.length === 0 ? <p className="soft">{t("edit.recordsNone")}</p> : null}
      {rows.map((row, i) => {
        const line = lineOfFields(held, fields, row, words);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: an entry has no name of its own
          <div key={i} className="record">
            <div className="row">
              <span className="grow">
                <bdi>{line}</bdi>
              </span>
              <Button
                small
                look="quiet"
                aria-label={t(open === i ? "edit.recordClose" : "edit.recordEdit", { line })}
                aria-expanded={open === i}
                onPress={() => setOpen(open === i ? undefined : i)}
              >
                {open === i ? t("close") : t("edit.edit")}
              </Button>
              <Button
                small
                look="quiet"
                aria-label={t("combo.takeOut", { name: line })}
                onPress={() => {
                  onChange(rows.filter((_, n) => n !== i));
                  setOpen(undefined);
                }}
              >
                ×
              </Button>
            </div>
            {open !== i ? null : (
              <RecordFields
                row={row}
                fields={fields}
                draw={draw}
                onChange={(now) => onChange(rows.map((one, n) => (n === i ? now : one)))}
              />
            )}
          </div>
        );
      })}
      {error === undefined ? null : <p className="field-error">{error}</p>}
      <div className="row">
        <Button
          small
          onPress={() => {
            onChange([...rows, {}]);
            setOpen(rows.length);
          }}
        >
          {t("edit.recordAdd", { field: label })}
        </Button>
      </div>
    </fieldset>
  );
}

/** A part of an object that has fields of its own and stands there once, or not at all. */
export function RecordField({ label, help, error, value, onChange, ...rest }: Props): ReactNode {
  const row = value as Entry | undefined;
  return (
    <fieldset className="field fieldset records">
      <legend className="field-label">{label}</legend>
      {help === undefined ? null : <p className="field-help">{help}</p>}
      {row === undefined ? null : (
        <div className="record">
          <RecordFields {...rest} row={row} onChange={onChange} />
        </div>
      )}
      {error === undefined ? null : <p className="field-error">{error}</p>}
      <div className="row">
        {row === undefined ? (
          <Button small onPress={() => onChange({})} aria-label={t("edit.recordAdd", { field: label })}>
            {t("add")}
          </Button>
        ) : (
          <Button
            small
            look="quiet"
            onPress={() => onChange(undefined)}
            aria-label={t("combo.takeOut", { name: label })}
          >
            {t("remove")}
          </Button>
        )}
      </div>
    </fieldset>
  );
}

function RecordFields({
  row,
  fields,
  draw,
  onChange,
}: Pick<Props, "fields" | "draw"> & {
  row: Entry;
  onChange(row: Entry): void;
}): ReactNode {
  const put = (change: Entry): void =>
    onChange(
      Object.fromEntries(
        Object.entries({ ...row, ...change }).filter(([, v]) => v !== false && !isNothing(v)),
      ),
    );
  return <div className="form-fields">{fields.map((field) => draw(field, row, put))}</div>;
}

/** An entry in a line: the first of its fields that say something. */
function lineOfFields(held: Case, fields: readonly Field[], row: Entry, words: string): string {
  const told = fields.flatMap((field): string[] => {
    const value = row[field.name];
    if (isNothing(value)) return [];
    const nameOf = (ref: Ref): string => titleOf(held, ref);
    switch (field.type) {
      case "ref":
        return [nameOf(refOf(field.kind, String(value)))];
      case "refs":
        return [(value as string[]).map((id) => nameOf(refOf(field.kind, id))).join(", ")];
      case "choice":
        return [t(`choice.${String(value)}` as "choice.red line", { defaultValue: String(value) })];
      case "yes":
        return [labelOf(words, field.name)];
      case "judgement": {
        const { low, high } = rangeWords(value);
        return [high === "" ? low : t("edit.recordRange", { low, high })];
      }
      case "records":
      case "basis":
        return [];
      case "time":
        return [String(timeWords(value))];
      default:
        return typeof value === "string" || typeof value === "number" ? [String(value)] : [];
    }
  });
  return told.length === 0 ? t("edit.recordEmpty") : told.slice(0, TOLD).join(" · ");
}
