import { Link, useLocation } from "@tanstack/react-router";
import { lazy, type ReactNode, Suspense, useState } from "react";
import { useCaseData } from "../api/case-data.ts";
import { Button } from "../design/button.tsx";
import { Dialog } from "../design/dialog.tsx";
import { Icon } from "../design/icon.tsx";
import { Loading } from "../design/states.tsx";
import { t } from "../words/index.ts";
import { topicOf } from "./topics.ts";
import "./help.css";

// Its words are long, and few look at them every day.
const HelpTopic = lazy(() => import("./help-topic.tsx").then((m) => ({ default: m.HelpTopic })));

/** Opens the help page of the screen it stands on. */
export function HelpButton(): ReactNode {
  const { name } = useCaseData();
  const { pathname } = useLocation();
  const [open, setOpen] = useState(false);
  const topic = topicOf(pathname);
  if (topic === undefined) return null;
  return (
    <>
      <Button
        small
        look="quiet"
        onPress={() => setOpen(true)}
        aria-label={t("help.open", { screen: t(`help.${topic}`) })}
      >
        <Icon of="help" />
        {t("help.button")}
      </Button>
      <Dialog title={t(`help.${topic}`)} isOpen={open} onClose={() => setOpen(false)} wide>
        <Suspense fallback={<Loading what={t("help.loading")} />}>
          <HelpTopic topic={topic} />
        </Suspense>
        <p>
          <Link
            to="/c/$case/help/{-$topic}"
            params={{ case: name, topic }}
            search={(s) => ({ level: s.level, known: s.known })}
            onClick={() => setOpen(false)}
          >
            {t("help.all")}
          </Link>
        </p>
      </Dialog>
    </>
  );
}
