import { type ReactNode, useState } from "react";
import { Button } from "../design/button.tsx";
import { TextField } from "../design/field.tsx";
import { t } from "../words/index.ts";
import { rangeValue, rangeWords } from "./judgement-text.ts";

export interface FieldProps {
  label: string;
  help?: string | undefined;
  error?: string | undefined;
  value: unknown;
  onChange(value: unknown): void;
}

const asWords = (value: unknown): string => (value === undefined || value === null ? "" : String(value));
const text = ({ help, error }: FieldProps): { help?: string; error?: string } => ({
  ...(help === undefined ? {} : { help }),
  ...(error === undefined ? {} : { error }),
});

/** One line, several lines, or a day. */
export function Words(
  props: FieldProps & { lines?: number; type?: "text" | "date"; required?: boolean },
): ReactNode {
  return (
    <TextField
      label={props.label}
      {...text(props)}
      value={asWords(props.value)}
      onChange={(to) => props.onChange(to === "" ? undefined : to)}
      required={props.required ?? false}
      {...(props.lines === undefined ? { type: props.type ?? "text" } : { lines: props.lines })}
    />
  );
}

/** A list, one item a line. Items that are more than words cannot be shown here and are kept behind the lines. */
export function Lines(props: FieldProps): ReactNode {
  const all = Array.isArray(props.value) ? (props.value as unknown[]) : [];
  const kept = all.filter((item) => typeof item !== "string");
  // While it is being typed, empty lines stand.
  const [words, setWords] = useState(all.filter((item) => typeof item === "string").join("\n"));
  return (
    <TextField
      label={props.label}
      {...text(props)}
      lines={3}
      value={words}
      onChange={(to) => {
        setWords(to);
        const lines = to.split("\n").flatMap((line) => (line.trim() === "" ? [] : [line.trim()]));
        props.onChange([...lines, ...kept]);
      }}
    />
  );
}

/** A range with its likeliest value; the first field alone is one value. */
export function Range(props: FieldProps & { bare?: boolean }): ReactNode {
  const words = rangeWords(props.value);
  const [typed, setTyped] = useState(words);
  const set = (change: Partial<typeof typed>): void => {
    const now = { ...typed, ...change };
    setTyped(now);
    props.onChange(rangeValue(now, props.value));
  };
  const field = (part: "low" | "high" | "mode"): ReactNode => (
    <TextField
      label={props.bare ? `${props.label}: ${t(`edit.${part}`)}` : t(`edit.${part}`)}
      hideLabel={props.bare ?? false}
      className="range-part"
      placeholder={props.bare ? t(`edit.${part}`) : ""}
      value={typed[part]}
      onChange={(to) => set({ [part]: to })}
      {...(part === "low" && props.error !== undefined ? { error: props.error } : {})}
    />
  );
  const fields = (
    <div className="range-fields">
      {field("low")}
      {field("high")}
      {field("mode")}
    </div>
  );
  if (props.bare) return fields;
  return (
    <fieldset className="field fieldset">
      <legend className="field-label">{props.label}</legend>
      {fields}
      <p className="field-help">{props.help ?? t("edit.rangeHelp")}</p>
    </fieldset>
  );
}

/** A whole number. What is none is kept as it was typed, so that the check can say so. */
export function Count(props: FieldProps): ReactNode {
  return (
    <TextField
      label={props.label}
      {...text(props)}
      value={asWords(props.value)}
      onChange={(to) => props.onChange(to === "" ? undefined : /^\s*\d+\s*$/.test(to) ? Number(to) : to)}
    />
  );
}

/** Lowest and highest of a scale. */
export function Scale(props: FieldProps): ReactNode {
  const pair = Array.isArray(props.value) ? (props.value as unknown[]) : ["", ""];
  const [typed, setTyped] = useState([asWords(pair[0]), asWords(pair[1])] as [string, string]);
  const set = (now: [string, string]): void => {
    setTyped(now);
    const [low, high] = now.map((w) => w.trim().replace(",", "."));
    const ends = [low, high].map((w) => (w === "" || Number.isNaN(Number(w)) ? w : Number(w)));
    props.onChange(low === "" && high === "" ? undefined : ends);
  };
  return (
    <fieldset className="field fieldset">
      <legend className="field-label">{props.label}</legend>
      <div className="range-fields">
        <TextField label={t("edit.lowest")} value={typed[0]} onChange={(to) => set([to, typed[1]])} />
        <TextField
          label={t("edit.highest")}
          value={typed[1]}
          onChange={(to) => set([typed[0], to])}
          {...(props.error === undefined ? {} : { error: props.error })}
        />
      </div>
    </fieldset>
  );
}

/** What can be agreed on an issue: ids and their words. An id is made from the words once, and then stays. */
export function Options(props: FieldProps): ReactNode {
  const options = Object.entries((props.value ?? {}) as Record<string, string>);
  const [adding, setAdding] = useState("");
  const add = (): void => {
    const words = adding.trim();
    if (words === "") return;
    const taken = new Set(options.map(([id]) => id));
    const stem = words.toLowerCase().match(/[\p{L}\p{N}]+/gu)?.[0] ?? "option";
    let id = stem;
    for (let n = 2; taken.has(id); n++) id = `${stem}-${n}`;
    props.onChange(Object.fromEntries([...options, [id, words]]));
    setAdding("");
  };
  return (
    <fieldset className="field fieldset">
      <legend className="field-label">{props.label}</legend>
      {options.map(([id, words]) => (
        <div key={id} className="row">
          <TextField
            label={t("edit.optionWords", { id })}
            hideLabel
            className="grow"
            value={words}
            onChange={(to) =>
              props.onChange(Object.fromEntries(options.map(([o, w]) => [o, o === id ? to : w])))
            }
          />
          <Button
            small
            look="quiet"
            aria-label={t("combo.takeOut", { name: words })}
            onPress={() => props.onChange(Object.fromEntries(options.filter(([o]) => o !== id)))}
          >
            {t("remove")}
          </Button>
        </div>
      ))}
      <div className="row">
        <TextField
          label={t("edit.optionNew")}
          hideLabel
          placeholder={t("edit.optionNew")}
          className="grow"
          value={adding}
          onChange={setAdding}
        />
        <Button small isDisabled={adding.trim() === ""} onPress={add}>
          {t("add")}
        </Button>
      </div>
      {props.error === undefined ? null : <p className="field-error">{props.error}</p>}
    </fieldset>
  );
}

/** The short form of a time is what is typed; one that says more keeps it, and shows its short form. */
export function timeWords(value: unknown): unknown {
  return typeof value === "object" && value !== null && "when" in value ? value.when : value;
}
