import type { SentenceStanding } from "@parley/brief";
import type { Level } from "@parley/case";
import type { ReactNode } from "react";
import { t } from "../words/index.ts";

/** A sign for each way of coming by something, so that no two look alike without colour. */
const SIGNS: Readonly<Record<SentenceStanding, string>> = {
  stated: "❝",
  reported: "↝",
  inferred: "∴",
  assumed: "✎",
  computed: "=",
  unknown: "?",
};

/** Stated, reported, inferred, assumed, computed or unknown: each with its own sign, border and word. */
export function StandingTag({
  standing,
  by,
}: {
  standing: SentenceStanding;
  by?: string | undefined;
}): ReactNode {
  return (
    <span className={`tag standing standing-${standing}`}>
      <span aria-hidden="true">{SIGNS[standing]} </span>
      {by === undefined ? t(`standing.${standing}`) : t("standing.assumedBy", { by })}
    </span>
  );
}

/** A word about an object. `warn` is for what asks to be looked at, and carries a sign. */
export function Tag({ children, warn = false }: { children: ReactNode; warn?: boolean }): ReactNode {
  return (
    <span className={warn ? "tag tag-warn" : "tag"}>
      {warn ? <span aria-hidden="true">△ </span> : null}
      {children}
    </span>
  );
}

/** The handling level of an object: a lock with as many bars as the level has steps. */
export function LevelTag({ level }: { level: Level }): ReactNode {
  return <span className={`tag level level-${level}`}>{t(`level.${level}`)}</span>;
}
