import type { Basis, Passage } from "@parley/case";
import type { ReactNode } from "react";
import { CheckGroup } from "../design/check-group.tsx";
import { Select } from "../design/field.tsx";
import { i18next, t } from "../words/index.ts";
import { AttestationsField, ClarityField } from "./attestations-field.tsx";
import { BasisField } from "./basis-field.tsx";
import type { Entry } from "./draft.ts";
import type { Field } from "./forms.ts";
import {
  ChoicesField,
  OwnOptionsField,
  PairField,
  PatternField,
  RedLinesField,
  RejectsField,
  SlotsField,
  WantsField,
  WorthField,
} from "./issue-fields.tsx";
import { labelOf } from "./label-of.ts";
import { RankingField } from "./ranking-field.tsx";
import { RecordField, RecordsField } from "./records-field.tsx";
import { ConditionField, RefField, RefsField } from "./ref-fields.tsx";
import { Count, Lines, Options, Range, Scale, timeWords, Words } from "./simple-fields.tsx";

const NONE = "-";

interface Props {
  /** Under which key the words of the fields stand: `form.event`. */
  words: string;
  field: Field;
  /** What the field is one of: the object that is open, or an entry in it. */
  entry: Entry;
  /** The object that is open as a whole. */
  root: Entry;
  error: string | undefined;
  onChange(value: unknown): void;
  /** Set more than one field at once. */
  onEntry(change: Entry): void;
  /** Passages made while the form was open, for fields that rest on something themselves. */
  made: readonly Passage[];
  onMade(passage: Passage): void;
}

/** A field of a form, by its type. */
export function FieldFor({
  words,
  field,
  entry,
  root,
  error,
  onChange,
  onEntry,
  made,
  onMade,
}: Props): ReactNode {
  const helpKey = `${words}.${field.name}.help`;
  const help = i18next.exists(helpKey) ? t(helpKey as "form.position.of") : undefined;
  const label = labelOf(words, field.name);
  const draw =
    (under: string) =>
    (one: Field, row: Entry, put: (change: Entry) => void): ReactNode => (
      <FieldFor
        key={one.name}
        words={under}
        field={one}
        entry={row}
        root={root}
        error={undefined}
        onChange={(to) => put({ [one.name]: to })}
        onEntry={put}
        made={made}
        onMade={onMade}
      />
    );
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
    case "ownOptions":
      return <OwnOptionsField {...props} entry={root} />;
    case "choices":
      return <ChoicesField {...props} />;
    case "slots":
      return (
        <SlotsField {...props} words={`${words}.${field.name}`} draw={draw(`${words}.${field.name}.terms`)} />
      );
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
    case "ranking":
      return <RankingField {...props} />;
    case "count":
      return <Count {...props} />;
    case "basis":
      return (
        <BasisField
          value={entry.basis as Basis}
          onChange={onChange}
          made={made}
          onMade={onMade}
          required={false}
        />
      );
    case "records":
      return (
        <RecordsField
          {...props}
          fields={field.of}
          words={`${words}.${field.name}`}
          draw={draw(`${words}.${field.name}`)}
        />
      );
    case "record":
      return (
        <RecordField
          {...props}
          fields={field.of}
          words={`${words}.${field.name}`}
          draw={draw(`${words}.${field.name}`)}
        />
      );
  }
}
