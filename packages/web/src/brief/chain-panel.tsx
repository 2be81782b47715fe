import type { BriefDocument } from "@parley/brief";
import { refOf } from "@parley/case";
import type { ReactNode } from "react";
import { useCaseData } from "../api/case-data.ts";
import { SidePanel } from "../design/side-panel.tsx";
import { StandingTag } from "../design/tag.tsx";
import { Chain } from "../thread/chain.tsx";
import { t } from "../words/index.ts";

interface Props {
  document: BriefDocument;
  /** Which sentence: `s2.5`. */
  id: string;
  onClose(): void;
}

/** The way from one sentence of the brief down to the characters it rests on. */
export function ChainPanel({ document, id, onClose }: Props): ReactNode {
  const { thread } = useCaseData();
  const sentence = document.sections.flatMap((s) => s.sentences).find((s) => s.id === id);
  // Passages that the sentence's footnotes name and its objects do not lead to.
  const passages = (sentence?.notes ?? [])
    .flatMap((n) => document.notes.find((note) => note.n === n) ?? [])
    .map((note) => refOf("passage", note.passage))
    .filter((ref) => !(sentence?.on ?? []).some((on) => on === ref || thread.up(ref).includes(on)));
  const steps = [...(sentence?.on ?? []), ...passages];
  return (
    <SidePanel title={t("chain.title")} about={id} onClose={onClose} testId="chain">
      {sentence === undefined ? (
        <p>{t("chain.noSentence", { id })}</p>
      ) : (
        <>
          <p className="chain-sentence" dir="auto">
            {sentence.runs.map((r) => r.text).join("")} <StandingTag standing={sentence.standing} />
          </p>
          {steps.length === 0 ? <p>{t("chain.nothing")}</p> : null}
          {steps.map((ref) => (
            <Chain key={ref} of={ref} />
          ))}
        </>
      )}
    </SidePanel>
  );
}
