import { type ReactNode, useId, useState } from "react";
import { t } from "../words/index.ts";
import { Segments } from "./segments.tsx";

interface Props {
  title: string;
  /** Its n, its interval, and what the marks mean, in words. */
  note: ReactNode;
  /** The same data as a table. */
  table: ReactNode;
  /** The drawing. */
  children: ReactNode;
}

/** A chart or drawing, which always has a table of the same data. */
export function Figure({ title, note, table, children }: Props): ReactNode {
  const [look, setLook] = useState<"drawing" | "table">("drawing");
  const id = useId();
  return (
    <figure className="figure" aria-labelledby={id}>
      <div className="figure-head">
        <h2 id={id}>{title}</h2>
        <Segments<"drawing" | "table">
          label={t("figure.look", { title })}
          value={look}
          onChange={setLook}
          options={[
            { id: "drawing", name: t("figure.drawing") },
            { id: "table", name: t("figure.table") },
          ]}
        />
      </div>
      {look === "drawing" ? children : table}
      <figcaption className="figure-note">{note}</figcaption>
    </figure>
  );
}
