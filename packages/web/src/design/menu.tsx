import type { ReactNode } from "react";
import { Menu as AriaMenu, MenuItem, MenuTrigger } from "react-aria-components/Menu";
import { Popover } from "react-aria-components/Popover";
import { Button } from "./button.tsx";

export interface MenuEntry {
  id: string;
  name: string;
  /** The key that does the same. */
  keys?: string;
  run(): void;
}

interface Props {
  /** What the button is called. */
  label: string;
  /** What the button shows; its label when absent. */
  face?: ReactNode;
  entries: readonly MenuEntry[];
}

/** The only list of commands behind a button. */
export function Menu({ label, face, entries }: Props): ReactNode {
  return (
    <MenuTrigger>
      <Button small aria-label={label}>
        {face ?? label}
      </Button>
      <Popover className="popover" placement="bottom end">
        <AriaMenu
          className="listbox"
          aria-label={label}
          onAction={(key) => entries.find((entry) => entry.id === key)?.run()}
        >
          {entries.map((entry) => (
            <MenuItem key={entry.id} id={entry.id} className="option menu-item" textValue={entry.name}>
              {entry.name}
              {entry.keys === undefined ? null : (
                <span className="kbd" aria-hidden="true">
                  {entry.keys}
                </span>
              )}
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
