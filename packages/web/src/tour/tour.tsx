import { useNavigate } from "@tanstack/react-router";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useCaseData } from "../api/case-data.ts";
import { Button } from "../design/button.tsx";
import { useKeys } from "../frame/shortcuts.ts";
import { setPreferences } from "../settings/preferences.ts";
import { t } from "../words/index.ts";
import "./tour.css";

const STEPS = [
  ["record", "/c/$case/record/{-$source}"],
  ["positions", "/c/$case/positions"],
  ["deadlocks", "/c/$case/deadlocks"],
  ["packages", "/c/$case/packages"],
  ["moves", "/c/$case/moves"],
  ["timing", "/c/$case/timing"],
  ["brief", "/c/$case/brief"],
  ["end", "/c/$case/brief"],
] as const;

/** A walk through the real screens: a card beside them, which leaves them usable. Escape ends it at any point. */
export function Tour({ onClose }: { onClose(): void }): ReactNode {
  const { name } = useCaseData();
  const navigate = useNavigate({ from: "/c/$case" });
  const [at, setAt] = useState(0);
  const heading = useRef<HTMLHeadingElement>(null);
  const [step, to] = STEPS[at] ?? STEPS[0];
  useEffect(() => {
    void navigate({ to, params: { case: name }, search: (s) => ({ level: s.level, known: s.known }) });
    heading.current?.focus();
  }, [navigate, to, name]);
  const leave = (): void => {
    setPreferences({ toured: true });
    onClose();
  };
  useKeys((event) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    leave();
  });
  return (
    <aside className="tour" aria-labelledby="tour-title" data-testid="tour">
      <p className="soft">{t("tour.step", { at: at + 1, all: STEPS.length })}</p>
      <h2 id="tour-title" tabIndex={-1} ref={heading}>
        {t(`tour.${step}`)}
      </h2>
      <p aria-live="polite">{t(`tour.${step}.text`)}</p>
      <div className="row">
        {at < STEPS.length - 1 ? (
          <Button look="main" onPress={() => setAt(at + 1)}>
            {t("tour.next")}
          </Button>
        ) : (
          <Button
            look="main"
            onPress={() => {
              leave();
              void navigate({ to: "/", hash: "new-case" });
            }}
          >
            {t("tour.newCase")}
          </Button>
        )}
        {at === 0 ? null : <Button onPress={() => setAt(at - 1)}>{t("tour.back")}</Button>}
        <Button look="quiet" onPress={leave}>
          {t("tour.leave")}{" "}
          <span className="kbd" aria-hidden="true">
            Esc
          </span>
        </Button>
      </div>
    </aside>
  );
}
