import type { ReactNode } from "react";
import { ToggleButton } from "react-aria-components/ToggleButton";
import { ToggleButtonGroup } from "react-aria-components/ToggleButtonGroup";

interface Props<T extends string> {
  label: string;
  value: T;
  options: readonly { id: T; name: string }[];
  onChange(value: T): void;
}

/** The only choice between two or three looks at the same thing. */
export function Segments<T extends string>({ label, value, options, onChange }: Props<T>): ReactNode {
  return (
    <ToggleButtonGroup
      className="segments"
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const [key] = keys;
        if (key !== undefined) onChange(key as T);
      }}
    >
      {options.map((option) => (
        <ToggleButton key={option.id} id={option.id} className="segment">
          {option.name}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
