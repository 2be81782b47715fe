import { type Case, type Kind, type Ref, refOf } from "@parley/case";
import { type ReactNode, useMemo, useState } from "react";
import { useCaseData } from "../api/case-data.ts";
import { Chips, Combo, type Named } from "../design/combo.tsx";
import { titleOf } from "../thread/describe.ts";
import { t } from "../words/index.ts";
import type { FieldProps } from "./simple-fields.tsx";

/** Names shown at once; typing narrows them. */
const SHOWN = 50;

/** Those of a kind that may be chosen, by name: nothing rests on what nobody has accepted. */
export function named(held: Case, kind: Kind): Named[] {
  const collator = new Intl.Collator();
  return held
    .inForce(kind)
    .map((o) => ({ id: o.id, name: titleOf(held, refOf(kind, o.id)) }))
    .sort((a, b) => collator.compare(a.name, b.name));
}

export function narrowed(all: readonly Named[], words: string): Named[] {
  const parts = words.toLowerCase().split(/\s+/).filter(Boolean);
  const fits = all.filter((one) => {
    const name = `${one.name} ${one.id}`.toLowerCase();
    return parts.every((part) => name.includes(part));
  });
  return fits.slice(0, SHOWN);
}

/** The list with what is chosen in it, else the field would not know its name. */
function withChosen(list: Named[], chosen: Named | undefined): Named[] {
  return chosen === undefined || list.some((one) => one.id === chosen.id) ? list : [chosen, ...list];
}

/** One object of a kind. */
export function RefField(props: FieldProps & { kind: Kind }): ReactNode {
  const { held } = useCaseData();
  const all = useMemo(() => named(held, props.kind), [held, props.kind]);
  const chosen = all.find((one) => one.id === props.value);
  const [words, setWords] = useState<string>();
  const input = words ?? chosen?.name ?? (props.value === undefined ? "" : String(props.value));
  return (
    <Combo
      label={props.label}
      help={props.help}
      error={props.error}
      value={chosen?.id}
      input={input}
      options={withChosen(narrowed(all, words ?? ""), chosen)}
      onInput={(to) => {
        setWords(to === chosen?.name ? undefined : to);
        if (to === "") props.onChange(undefined);
      }}
      onChoose={(id) => {
        setWords(undefined);
        props.onChange(id);
      }}
    />
  );
}

/** Several objects of a kind. */
export function RefsField(props: FieldProps & { kind: Kind }): ReactNode {
  const { held } = useCaseData();
  const all = useMemo(() => named(held, props.kind), [held, props.kind]);
  const ids = Array.isArray(props.value) ? (props.value as string[]) : [];
  return (
    <ManyOf {...props} all={all} ids={ids} nameOf={(id) => titleOf(held, `${props.kind}:${id}` as Ref)} />
  );
}

/** Several of a list, chosen one by one. */
export function ManyOf(
  props: FieldProps & { all: readonly Named[]; ids: readonly string[]; nameOf(id: string): string },
): ReactNode {
  const { all, ids } = props;
  const [words, setWords] = useState("");
  const left = all.filter((one) => !ids.includes(one.id));
  return (
    <div className="field">
      <Combo
        label={props.label}
        help={props.help}
        error={props.error}
        input={words}
        options={narrowed(left, words)}
        onInput={setWords}
        onChoose={(id) => {
          setWords("");
          props.onChange([...ids, id]);
        }}
      />
      <Chips
        label={t("edit.chosen", { field: props.label })}
        chosen={ids.map((id) => ({ id, name: props.nameOf(id) }))}
        onRemove={(id) => props.onChange(ids.filter((one) => one !== id))}
      />
    </div>
  );
}

/** A condition by name. Those that preconditions name already are offered: they meet where the names are the same. */
export function ConditionField(props: FieldProps): ReactNode {
  const { held } = useCaseData();
  const all = useMemo(() => {
    const names = new Set(held.all("precondition").flatMap((p) => [p.needs, p.for]));
    return [...names].sort().map((name) => ({ id: name, name }));
  }, [held]);
  const words = props.value === undefined ? "" : String(props.value);
  const chosen = all.find((one) => one.name === words);
  return (
    <Combo
      free
      label={props.label}
      help={props.help ?? t("edit.conditionHelp")}
      error={props.error}
      value={chosen?.id}
      input={words}
      options={withChosen(narrowed(all, chosen === undefined ? words : ""), chosen)}
      onInput={(to) => props.onChange(to === "" ? undefined : to)}
      onChoose={(name) => props.onChange(name)}
    />
  );
}
