import type { ReactNode } from "react";
import { helpTopics } from "../words/en/help-topics.ts";
import { addWords, t } from "../words/index.ts";
import { type Topic, WITH_METHOD } from "./topics.ts";

addWords(helpTopics);

/** One help page: what the screen answers, how to read it, and behind one click the exact method with its limits. */
export function HelpTopic({ topic }: { topic: Topic }): ReactNode {
  const method = WITH_METHOD.find((one) => one === topic);
  return (
    <div className="help-topic">
      <p className="lead">{t(`help.${topic}.answers`)}</p>
      <h3>{t("help.read")}</h3>
      <p>{t(`help.${topic}.read`)}</p>
      <h3>{t("help.do")}</h3>
      <p>{t(`help.${topic}.do`)}</p>
      {method === undefined ? null : (
        <details>
          <summary>{t("help.method")}</summary>
          <dl className="help-method">
            <div>
              <dt>{t("help.rule")}</dt>
              <dd>{t(`help.${method}.rule`)}</dd>
            </div>
            <div>
              <dt>{t("help.cite")}</dt>
              <dd>{t(`help.${method}.cite`)}</dd>
            </div>
            <div>
              <dt>{t("help.limits")}</dt>
              <dd>{t(`help.${method}.limits`)}</dd>
            </div>
          </dl>
        </details>
      )}
    </div>
  );
}
