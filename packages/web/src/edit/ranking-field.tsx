import { type ReactNode, useState } from "react";
import { useCaseData } from "../api/case-data.ts";
import { TextField } from "../design/field.tsx";
import { t } from "../words/index.ts";
import { rankingLines, readRanking } from "./ranking-text.ts";
import type { FieldProps } from "./simple-fields.tsx";

/** An order of states, one line a rank. The moves there are stand below, by the short names the lines use. */
export function RankingField(props: FieldProps): ReactNode {
  const { held } = useCaseData();
  const [words, setWords] = useState(() => rankingLines(props.value));
  const moves = held.inForce("move");
  return (
    <TextField
      label={props.label}
      help={`${props.help ?? ""} ${moves.length === 0 ? t("edit.noMoves") : t("edit.rankingMoves", { moves: moves.map((one) => one.id).join(", ") })}`.trim()}
      {...(props.error === undefined ? {} : { error: props.error })}
      lines={4}
      value={words}
      onChange={(to) => {
        setWords(to);
        props.onChange(readRanking(to));
      }}
    />
  );
}
