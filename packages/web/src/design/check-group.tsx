import type { ReactNode } from "react";
import { Checkbox } from "react-aria-components/Checkbox";
import { CheckboxGroup } from "react-aria-components/CheckboxGroup";
import { Label } from "react-aria-components/Label";

interface Props {
  label: string;
  value: readonly string[];
  options: readonly { id: string; name: ReactNode }[];
  onChange(value: string[]): void;
  /** Where its only choice says the same. */
  hideLabel?: boolean;
}

/** The only choice of several among few. */
export function CheckGroup({ label, value, options, onChange, hideLabel = false }: Props): ReactNode {
  return (
    <CheckboxGroup
      className="field"
      value={[...value]}
      onChange={onChange}
      {...(hideLabel ? { "aria-label": label } : {})}
    >
      {hideLabel ? null : <Label className="field-label">{label}</Label>}
      {options.map((option) => (
        <Checkbox key={option.id} value={option.id} className="check">
          <span className="check-box" aria-hidden="true" />
          <span className="check-name">{option.name}</span>
        </Checkbox>
      ))}
    </CheckboxGroup>
  );
}
