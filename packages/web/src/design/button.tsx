import type { ReactNode } from "react";
import { Button as AriaButton, type ButtonProps } from "react-aria-components/Button";

interface Props extends Omit<ButtonProps, "className" | "style" | "children"> {
  children: ReactNode;
  /**
   * `main` is the one thing to do next on a screen; `quiet` is a button that looks like a word; `marked` says by its look that
   * something unusual is in force.
   */
  look?: "main" | "plain" | "quiet" | "danger" | "marked";
  small?: boolean;
}

/** The only button. */
export function Button({ look = "plain", small = false, ...props }: Props): ReactNode {
  return <AriaButton {...props} className={`button button-${look}${small ? " button-small" : ""}`} />;
}
