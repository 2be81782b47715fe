import { type Ref, refOf } from "@parley/case";
import { blockingSets, necessaryMembers, type Voting } from "@parley/settlement";
import type { ReactNode } from "react";
import { useCaseData } from "../api/case-data.ts";
import { ShowLink } from "../frame/screen.tsx";
import { t } from "../words/index.ts";

/** Whose consent nothing holds without, and who together can block. */
export function Consents({ voting, on }: { voting: Voting | undefined; on: readonly Ref[] }): ReactNode {
  const { held } = useCaseData();
  const names = (ids: readonly string[]): string =>
    ids.map((id) => held.nameOf(refOf("actor", id))).join(", ");
  const necessary = voting === undefined ? [] : necessaryMembers(voting);
  const blocking = voting === undefined ? undefined : blockingSets(voting);
  const together = blocking?.sets.filter((set) => set.length > 1) ?? [];
  return (
    <div className="coalition-part">
      <h2>{t("consents.title")}</h2>
      {voting === undefined ? (
        <p className="soft">{t("consents.notSaid")}</p>
      ) : (
        <>
          <p dir="auto">
            {necessary.length === 0
              ? t("consents.nobodyAlone")
              : t("consents.necessary", { who: names(necessary) })}{" "}
            {on.map((ref) => (
              <ShowLink key={ref} of={ref}>
                {t("word.why")}
              </ShowLink>
            ))}
          </p>
          {together.length === 0 ? null : (
            <>
              <p>{t("consents.together")}</p>
              <ul className="coalition-list">
                {together.slice(0, 20).map((set) => (
                  <li key={set.join(" ")} dir="auto">
                    {names(set)}
                  </li>
                ))}
              </ul>
              {together.length <= 20 && blocking?.status === "proved" ? null : (
                <p className="soft">{t("consents.capped", { count: together.length })}</p>
              )}
            </>
          )}
        </>
      )}
    </div>
  );
}
