import type { ReactNode } from "react";
import { Button } from "react-aria-components/Button";
import { FieldError } from "react-aria-components/FieldError";
import { Input } from "react-aria-components/Input";
import { Label } from "react-aria-components/Label";
import { ListBox, ListBoxItem } from "react-aria-components/ListBox";
import { Popover } from "react-aria-components/Popover";
import { Select as AriaSelect, SelectValue } from "react-aria-components/Select";
import { Text } from "react-aria-components/Text";
import { TextArea } from "react-aria-components/TextArea";
import { TextField as AriaTextField } from "react-aria-components/TextField";

interface TextProps {
  label: string;
  value: string;
  onChange(value: string): void;
  help?: string;
  /** More than one line. */
  lines?: number;
  required?: boolean;
  autoFocus?: boolean;
  type?: "text" | "search" | "date" | "password";
  hideLabel?: boolean;
  placeholder?: string;
  className?: string;
  /** What is wrong with it, said below it. */
  error?: string | undefined;
}

/** The only field for words. */
export function TextField(props: TextProps): ReactNode {
  const {
    label,
    help,
    lines,
    required = false,
    autoFocus = false,
    type = "text",
    hideLabel,
    placeholder,
  } = props;
  return (
    <AriaTextField
      className={`field ${props.className ?? ""}`}
      value={props.value}
      onChange={props.onChange}
      isRequired={required}
      autoFocus={autoFocus}
      isInvalid={props.error !== undefined}
      {...(hideLabel ? { "aria-label": label } : {})}
      {...(lines === undefined ? { type } : {})}
    >
      {hideLabel ? null : <Label className="field-label">{label}</Label>}
      {lines === undefined ? (
        <Input
          className="input"
          dir={type === "date" ? "ltr" : "auto"}
          {...(type === "password" ? { autoComplete: "off" } : {})}
          placeholder={placeholder ?? ""}
        />
      ) : (
        <TextArea className="input" rows={lines} dir="auto" placeholder={placeholder ?? ""} />
      )}
      {help === undefined ? null : (
        <Text slot="description" className="field-help">
          {help}
        </Text>
      )}
      <FieldError className="field-error">{props.error}</FieldError>
    </AriaTextField>
  );
}

interface SelectProps<T extends string> {
  label: string;
  value: T;
  options: readonly { id: T; name: string }[];
  onChange(value: T): void;
  hideLabel?: boolean;
  /** Label and choice in one line. */
  inline?: boolean;
  help?: string | undefined;
  error?: string | undefined;
}

/** The only choice among few. */
export function Select<T extends string>(props: SelectProps<T>): ReactNode {
  return (
    <AriaSelect
      className={props.inline ? "field field-inline" : "field"}
      value={props.value}
      onChange={(key) => props.onChange(key as T)}
      isInvalid={props.error !== undefined}
      {...(props.hideLabel ? { "aria-label": props.label } : {})}
    >
      {props.hideLabel ? null : <Label className="field-label">{props.label}</Label>}
      <Button className="input select">
        <SelectValue className="select-value" />
        <span aria-hidden="true" className="select-arrow" />
      </Button>
      {props.help === undefined ? null : (
        <Text slot="description" className="field-help">
          {props.help}
        </Text>
      )}
      <FieldError className="field-error">{props.error}</FieldError>
      <Popover className="popover">
        <ListBox className="listbox" items={props.options}>
          {(option) => (
            <ListBoxItem id={option.id} className="option" textValue={option.name}>
              {option.name}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
