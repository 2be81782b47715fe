import type { ReactNode } from "react";
import { Dialog, DialogTrigger } from "react-aria-components/Dialog";
import { Popover } from "react-aria-components/Popover";
import { Button } from "./button.tsx";

interface Props {
  /** What the button is called, with what is in force. */
  label: string;
  face: ReactNode;
  /** Something other than the usual is in force. */
  marked?: boolean;
  children: ReactNode;
}

/** The only small window that hangs on a button: choices that stay out of sight until wanted. */
export function Disclosed({ label, face, marked = false, children }: Props): ReactNode {
  return (
    <DialogTrigger>
      <Button small aria-label={label} look={marked ? "marked" : "plain"}>
        {face}
      </Button>
      <Popover className="popover" placement="bottom end">
        <Dialog className="disclosed" aria-label={label}>
          {children}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
