import { type Instrument, RUNGS, refOf } from "@parley/case";
import type { ReactNode } from "react";
import { useCaseData } from "../api/case-data.ts";
import { Tag } from "../design/tag.tsx";
import { ShowLink } from "../frame/screen.tsx";
import { choiceWord, timeWords } from "../thread/describe.ts";
import { t } from "../words/index.ts";

/** Texts between parties by how far they have come, the highest rung first. */
export function Ladder(): ReactNode {
  const { held } = useCaseData();
  const texts = held.inForce("instrument");
  if (texts.length === 0) return null;
  return (
    <section aria-labelledby="ladder">
      <h2 id="ladder">{t("timeline.ladder")}</h2>
      <p className="soft">{t("timeline.ladderNote")}</p>
      <ol className="plain ladder" reversed>
        {[...RUNGS].reverse().map((rung) => {
          const own = texts.filter((text) => text.rung === rung);
          return (
            <li key={rung} className={own.length === 0 ? "ladder-rung soft" : "ladder-rung"}>
              <span className="ladder-name">{choiceWord(rung)}</span>
              {own.length === 0 ? (
                <span>{t("timeline.rungNone")}</span>
              ) : (
                <ul className="plain">
                  {own.map((text) => (
                    <TextLine key={text.id} text={text} />
                  ))}
                </ul>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}

function TextLine({ text }: { text: Instrument }): ReactNode {
  return (
    <li>
      <ShowLink of={refOf("instrument", text.id)}>{text.name}</ShowLink>{" "}
      <span className="soft">{text.when === undefined ? t("timeline.noDay") : timeWords(text.when)}</span>{" "}
      <Tag warn={text.text === "none"}>{t(`timeline.text.${text.text}`)}</Tag>
      {text.ceasefire === true ? <Tag>{t("timeline.ceasefire")}</Tag> : null}
    </li>
  );
}
