import { type ReactNode, useEffect, useState } from "react";
import { Button as AriaButton } from "react-aria-components/Button";
import { ComboBox } from "react-aria-components/ComboBox";
import { FieldError } from "react-aria-components/FieldError";
import { Input } from "react-aria-components/Input";
import { Label } from "react-aria-components/Label";
import { ListBox, ListBoxItem } from "react-aria-components/ListBox";
import { Popover } from "react-aria-components/Popover";
import { Text } from "react-aria-components/Text";
import { t } from "../words/index.ts";
import { Button } from "./button.tsx";

export interface Named {
  id: string;
  name: string;
}

interface Props {
  label: string;
  /** What is chosen, when one thing is. It must be among the options. */
  value?: string | undefined;
  /** Words in the field. */
  input: string;
  /** What fits the words, best first; long lists are cut by the caller. */
  options: readonly Named[];
  onInput(words: string): void;
  onChoose(id: string): void;
  help?: string | undefined;
  error?: string | undefined;
  /** Words that are no option are taken as they are. */
  free?: boolean;
}

/** The only choice among many: typing narrows it. */
export function Combo(props: Props): ReactNode {
  // The list closes when a value is taken. Where choices are collected elsewhere the value is given back at once.
  const [taken, setTaken] = useState<string>();
  useEffect(() => {
    if (taken !== undefined) setTaken(undefined);
  }, [taken]);
  return (
    <ComboBox
      className="field"
      items={props.options}
      inputValue={props.input}
      onInputChange={props.onInput}
      value={taken ?? props.value ?? null}
      onChange={(key) => {
        if (key === null) return;
        setTaken(String(key));
        props.onChoose(String(key));
      }}
      allowsCustomValue={props.free ?? false}
      allowsEmptyCollection
      menuTrigger="input"
      isInvalid={props.error !== undefined}
    >
      <Label className="field-label">{props.label}</Label>
      <div className="combo-row">
        <Input className="input" dir="auto" />
        <AriaButton className="combo-open">
          <span aria-hidden="true" className="select-arrow" />
        </AriaButton>
      </div>
      {props.help === undefined ? null : (
        <Text slot="description" className="field-help">
          {props.help}
        </Text>
      )}
      <FieldError className="field-error">{props.error}</FieldError>
      <Popover className="popover popover-combo">
        <ListBox className="listbox" renderEmptyState={() => <p className="soft">{t("combo.none")}</p>}>
          {(option: Named) => (
            <ListBoxItem id={option.id} className="option" textValue={option.name}>
              <bdi>{option.name}</bdi>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

/** Chosen things, each of which can be taken out. */
export function Chips({
  label,
  chosen,
  onRemove,
}: {
  label: string;
  chosen: readonly Named[];
  onRemove(id: string): void;
}): ReactNode {
  if (chosen.length === 0) return null;
  return (
    <ul className="chips" aria-label={label}>
      {chosen.map((one) => (
        <li key={one.id} className="chip">
          <bdi>{one.name}</bdi>
          <Button
            small
            look="quiet"
            aria-label={t("combo.takeOut", { name: one.name })}
            onPress={() => onRemove(one.id)}
          >
            ×
          </Button>
        </li>
      ))}
    </ul>
  );
}
