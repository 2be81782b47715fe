import { accountsOf, type CaseEvent, type Instrument, type Until } from "@parley/case";
import { type ReactNode, useMemo } from "react";
import { useCaseData } from "../api/case-data.ts";
import { Tag } from "../design/tag.tsx";
import { ShowLink } from "../frame/screen.tsx";
import { actorName } from "../thread/describe.ts";
import { t } from "../words/index.ts";

/** What each speaker says of one text or meeting, side by side, an issue a line. */
export function AccountsTable({ of, until }: { of: Instrument | CaseEvent; until: Until }): ReactNode {
  const { held } = useCaseData();
  const { accounts, rows } = useMemo(() => accountsOf(held, of, until), [held, of, until]);
  if (rows.length === 0) return null;
  return (
    <div className="board-section">
      <h3>{t("disputes.accounts")}</h3>
      {accounts.length < 2 ? null : <p className="soft">{t("disputes.accountsAbout")}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must take the keyboard */}
      <section className="board-scroll" tabIndex={0} aria-label={t("disputes.accounts")}>
        <table className="board-table" aria-label={t("disputes.accounts")}>
          <thead>
            <tr>
              <th scope="col">{t("disputes.issue")}</th>
              {accounts.map(({ by }) => (
                <th key={by ?? ""} scope="col">
                  <bdi>{by === undefined ? t("disputes.source") : actorName(held, by)}</bdi>
                </th>
              ))}
              <th scope="col">{t("disputes.how")}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.issue ?? ""}>
                <th scope="row">
                  <bdi>
                    {row.issue === undefined ? t("disputes.noIssue") : held.nameOf(`issue:${row.issue}`)}
                  </bdi>
                </th>
                {row.claims.map((claims, i) => (
                  <td key={accounts[i]?.by ?? ""}>
                    {claims.length === 0 ? (
                      <span className="soft">{t("disputes.notSpoken")}</span>
                    ) : (
                      <ul className="plain">
                        {claims.map((id) => (
                          <li key={id}>
                            <Said id={id} />
                          </li>
                        ))}
                      </ul>
                    )}
                  </td>
                ))}
                <td>
                  <Tag warn={row.how === "against"}>{t(`disputes.how.${row.how}`)}</Tag>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}

function Said({ id }: { id: string }): ReactNode {
  const { held } = useCaseData();
  const claim = held.get("claim", id);
  if (claim === undefined) return null;
  const { act, about, by, polarity } = claim;
  const ofWhom =
    about === undefined || about === by ? "" : ` ${t("disputes.ofWhom", { who: actorName(held, about) })}`;
  return (
    <>
      <ShowLink of={`claim:${id}`}>
        {t(`act.${act}`)}
        {ofWhom}: {claim.says}
      </ShowLink>
      {polarity === "yes" ? null : (
        <>
          {" "}
          <Tag warn={polarity === "unknown"}>{t(polarity === "no" ? "polarity.no" : "polarity.unknown")}</Tag>
        </>
      )}
    </>
  );
}
