import { LEVELS } from "@parley/case";
import type { ReactNode } from "react";
import { LevelTag, StandingTag, Tag } from "../design/tag.tsx";
import { t } from "../words/index.ts";

const STANDINGS = ["stated", "reported", "inferred", "assumed", "computed", "unknown"] as const;

/** What the signs of the workbench mean, each as it looks. */
export function Signs(): ReactNode {
  return (
    <>
      <p>{t("help.signsAbout")}</p>
      <dl className="help-signs">
        {STANDINGS.map((standing) => (
          <div key={standing}>
            <dt>
              <StandingTag standing={standing} />
            </dt>
            <dd>{t(`help.sign.${standing}`)}</dd>
          </div>
        ))}
        <div>
          <dt>
            <Tag warn>{t("status.contested")}</Tag>
          </dt>
          <dd>{t("help.sign.warn")}</dd>
        </div>
        <div>
          <dt>
            <span className="tag tag-dissent">
              <span aria-hidden="true">≠ </span>
              {t("dissent.mark")}
            </span>
          </dt>
          <dd>{t("help.sign.dissent")}</dd>
        </div>
        {LEVELS.map((level) => (
          <div key={level}>
            <dt>
              <LevelTag level={level} />
            </dt>
            <dd>{t(`help.sign.${level}`)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
