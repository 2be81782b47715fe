import { Link, useParams } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useCaseData } from "../api/case-data.ts";
import { Screen } from "../frame/screen.tsx";
import { t } from "../words/index.ts";
import { HelpTopic } from "./help-topic.tsx";
import { Signs } from "./signs.tsx";
import { isTopic, TOPICS } from "./topics.ts";
import "./help.css";

/** All help pages: one a screen, and what the signs mean. */
export function HelpPage(): ReactNode {
  const { name } = useCaseData();
  const { topic } = useParams({ from: "/c/$case/help/{-$topic}" });
  return (
    <Screen title={t("help.title")} about={t("help.about")} testId="help">
      <div className="help">
        <nav aria-label={t("help.pages")}>
          <ul className="help-pages">
            <li>
              <Link
                to="/c/$case/help/{-$topic}"
                params={{ case: name, topic: undefined }}
                search={(s) => ({ level: s.level, known: s.known })}
                activeOptions={{ exact: true }}
                activeProps={{ "aria-current": "page" }}
              >
                {t("help.signs")}
              </Link>
            </li>
            {TOPICS.map((one) => (
              <li key={one}>
                <Link
                  to="/c/$case/help/{-$topic}"
                  params={{ case: name, topic: one }}
                  search={(s) => ({ level: s.level, known: s.known })}
                  activeProps={{ "aria-current": "page" }}
                >
                  {t(`help.${one}`)}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <article className="help-article">
          <h2>{isTopic(topic) ? t(`help.${topic}`) : t("help.signs")}</h2>
          {isTopic(topic) ? <HelpTopic topic={topic} /> : <Signs />}
        </article>
      </div>
    </Screen>
  );
}
