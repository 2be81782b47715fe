import { type ReactNode, useState } from "react";
import { useCaseData } from "../api/case-data.ts";
import { Button } from "../design/button.tsx";
import { Dialog } from "../design/dialog.tsx";
import { Tag } from "../design/tag.tsx";
import { RefLink } from "../thread/ref-link.tsx";
import { t } from "../words/index.ts";
import { Conflict } from "./conflict.tsx";

/** Objects with two versions, and what the check of the case found. Nothing is shown where all is well. */
export function Attention(): ReactNode {
  const { state } = useCaseData();
  const [open, setOpen] = useState<"conflicts" | "findings">();
  const errors = state.findings.filter((f) => f.severity === "error").length;
  // The window stays while its last conflict is settled, to say so.
  if (state.conflicts.length === 0 && state.findings.length === 0 && open === undefined) return null;
  return (
    <div className={errors + state.conflicts.length > 0 ? "strip strip-alert" : "strip"}>
      {state.conflicts.length === 0 ? null : (
        <Button small look="quiet" onPress={() => setOpen("conflicts")}>
          {t("conflicts.notice", { count: state.conflicts.length })}
        </Button>
      )}
      {state.findings.length === 0 ? null : (
        <Button small look="quiet" onPress={() => setOpen("findings")}>
          {errors > 0
            ? t("findings.errors", { count: errors })
            : t("findings.notice", { count: state.findings.length })}
        </Button>
      )}
      <Dialog
        title={t("conflicts.title")}
        isOpen={open === "conflicts"}
        onClose={() => setOpen(undefined)}
        wide
      >
        <p>{t("conflicts.about")}</p>
        {state.conflicts.map(({ ref, heads }) => (
          <Conflict key={ref} of={ref} heads={heads} />
        ))}
        {state.conflicts.length === 0 ? <p role="status">{t("conflicts.allDone")}</p> : null}
      </Dialog>
      <Dialog
        title={t("findings.title")}
        isOpen={open === "findings"}
        onClose={() => setOpen(undefined)}
        wide
      >
        <p>{t("findings.about")}</p>
        <ul className="links">
          {state.findings.map((f, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: findings have no names and come afresh with each change
            <li key={i}>
              <Tag warn={f.severity === "error"}>{t(`findings.${f.severity}`)}</Tag> {f.message}{" "}
              {f.ref === undefined ? null : <RefLink to={f.ref}>{t("open.it")}</RefLink>}
            </li>
          ))}
        </ul>
      </Dialog>
    </div>
  );
}
