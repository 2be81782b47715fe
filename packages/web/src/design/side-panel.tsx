import { type ReactNode, useEffect, useRef } from "react";
import { useKeys } from "../frame/shortcuts.ts";
import { t } from "../words/index.ts";
import { Button } from "./button.tsx";

interface Props {
  title: string;
  /** What the panel is about: when it changes, its heading takes the focus again. */
  about: string;
  onClose(): void;
  children: ReactNode;
  testId?: string;
}

/** The only panel beside the main part of a screen. Escape closes it. */
export function SidePanel({ title, about, onClose, children, testId }: Props): ReactNode {
  const heading = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another thing shown takes the focus again
  useEffect(() => heading.current?.focus(), [about]);
  useKeys((event) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    onClose();
  });
  return (
    <aside className="panel" aria-labelledby="panel-title" data-testid={testId}>
      <header>
        <h2 id="panel-title" className="pane-title" tabIndex={-1} ref={heading}>
          {title}
        </h2>
        <Button small look="quiet" onPress={onClose}>
          {t("close")}{" "}
          <span className="kbd" aria-hidden="true">
            Esc
          </span>
        </Button>
      </header>
      {children}
    </aside>
  );
}
