import type { Ref } from "@parley/case";
import { type ReactNode, useState } from "react";
import { useCaseData } from "../api/case-data.ts";
import { useEdits } from "../api/edits.ts";
import { Button } from "../design/button.tsx";
import { Dialog } from "../design/dialog.tsx";
import { Tag } from "../design/tag.tsx";
import { RefLink } from "../thread/ref-link.tsx";
import { t } from "../words/index.ts";

/** Objects with two versions, and what the check of the case found. Nothing is shown where all is well. */
export function Attention(): ReactNode {
  const { state, held, name } = useCaseData();
  const edits = useEdits(name);
  const [open, setOpen] = useState<"conflicts" | "findings">();
  const errors = state.findings.filter((f) => f.severity === "error").length;
  if (state.conflicts.length === 0 && state.findings.length === 0) return null;
  const keep = (ref: Ref, heads: string[]): void => {
    const value = held.at(ref);
    if (value === undefined) return;
    void edits.change({
      why: t("why.settled"),
      edits: [{ kind: value.kind, id: value.id, value, expect: heads }],
    });
  };
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
        <ul className="links">
          {state.conflicts.map(({ ref, heads }) => (
            <li key={ref}>
              <RefLink to={ref} />{" "}
              <Button small onPress={() => keep(ref, heads)}>
                {t("conflicts.keep")}
              </Button>
            </li>
          ))}
        </ul>
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
