import type { Passage } from "@parley/case";
import type { ReactNode } from "react";
import { Button } from "../design/button.tsx";
import { CheckGroup } from "../design/check-group.tsx";
import { Select } from "../design/field.tsx";
import { i18next, t } from "../words/index.ts";
import { AttestationsField, ClarityField } from "./attestations-field.tsx";
import type { Entry } from "./draft.ts";
import type { Field, FormKind } from "./forms.ts";
import {
  ChoicesField,
  PairField,
  PatternField,
  RedLinesField,
  RejectsField,
  SlotsField,
  WantsField,
  WorthField,
} from "./issue-fields.tsx";
import { ConditionField, RefField, RefsField } from "./ref-fields.tsx";
import { Lines, Options, Range, Scale, timeWords, Words } from "./simple-fields.tsx";

const NONE = "-";

interface Props {
  kind: FormKind;
  field: Field;
  entry: Entry;
  error: string | undefined;
  onChange(value: unknown): void;
  /** Set more than one field at once. */
  onEntry(change: Entry): void;
  onText(): void;
  /** Passages made while the form was open, for fields that rest on something themselves. */
  made: readonly Passage[];
  onMade(passage: Passage): void;
}

/** What a field is called in a form. */
export function labelOf(kind: FormKind, name: string): string {
  return t(`form.${kind}.${name}` as "form.position.of");
}

/** A field of a form, by its type. */
export function FieldFor({
  kind,
  field,
  entry,
  error,
  onChange,
  onEntry,
  onText,
  made,
  onMade,
}: Props): ReactNode {
  const helpKey = `form.${kind}.${field.name}.help`;
  const help = i18next.exists(helpKey) ? t(helpKey as "form.position.of") : undefined;
  const label = labelOf(kind, field.name);
  const props = { label, help, error, value: entry[field.name], onChange };
  switch (field.type) {
    case "words":
      return <Words {...props} required={field.required ?? false} />;
    case "text":
      return <Words {...props} lines={2} required={field.required ?? false} />;
    case "day":
      return <Words {...props} type="date" />;
    case "time":
      return <Words {...props} help={help ?? t("edit.timeHelp")} value={timeWords(props.value)} />;
    case "lines":
      return <Lines {...props} help={help ?? t("edit.linesHelp")} />;
    case "yes":
      return (
        <CheckGroup
          label={label}
          hideLabel
          value={props.value === true ? ["yes"] : []}
          options={[{ id: "yes", name: label }]}
          onChange={(now) => onChange(now.length > 0)}
        />
      );
    case "judgement":
      return <Range {...props} />;
    case "options":
      return <Options {...props} />;
    case "scale":
      return <Scale {...props} />;
    case "condition":
      return <ConditionField {...props} />;
    case "choice":
      return (
        <Select
          label={label}
          help={help}
          error={error}
          value={props.value === undefined ? NONE : String(props.value)}
          options={[
            { id: NONE, name: field.required ? t("edit.choose") : t("edit.notSaid") },
            ...field.of.map((id) => ({
              id,
              name: t(`choice.${id}` as "choice.red line", { defaultValue: id }),
            })),
          ]}
          onChange={(to) =>
            onChange(to === NONE ? undefined : field.name === "credibility" ? Number(to) : to)
          }
        />
      );
    case "ref":
      return <RefField {...props} kind={field.kind} />;
    case "refs":
      return <RefsField {...props} kind={field.kind} />;
    case "wants":
      return <WantsField {...props} entry={entry} />;
    case "rejects":
      return <RejectsField {...props} entry={entry} />;
    case "choices":
      return <ChoicesField {...props} />;
    case "slots":
      return <SlotsField {...props} />;
    case "pair":
      return <PairField {...props} />;
    case "redLines":
      return <RedLinesField {...props} />;
    case "worth":
      return <WorthField {...props} entry={entry} onEntry={onEntry} />;
    case "attestations":
      return <AttestationsField {...props} made={made} onMade={onMade} />;
    case "clarity":
      return <ClarityField {...props} />;
    case "pattern":
      return <PatternField {...props} />;
    case "asText": {
      const count = Array.isArray(props.value)
        ? props.value.length
        : props.value === undefined
          ? 0
          : Object.keys(props.value as object).length;
      return (
        <div className="row as-text">
          <span className="field-label">{label}</span>
          <span>{count === 0 ? t("edit.asTextNone") : t("edit.asTextCount", { count })}</span>
          <Button small look="quiet" onPress={onText} aria-label={t("edit.asTextOpen", { field: label })}>
            {t("edit.asTextEdit")}
          </Button>
        </div>
      );
    }
  }
}
