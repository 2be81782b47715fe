import { type CaseObject, levelOf, mayRead, type Ref } from "@parley/case";
import type { Version, VersionsReply } from "@parley/server/api";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { useCaseData } from "../api/case-data.ts";
import { api } from "../api/client.ts";
import { useEdits } from "../api/edits.ts";
import { Button } from "../design/button.tsx";
import { useNotify } from "../design/notices.tsx";
import { Failed, Loading } from "../design/states.tsx";
import { Tag } from "../design/tag.tsx";
import { fieldsOf, titleOf } from "../thread/describe.ts";
import { kindWord } from "../thread/ref-link.tsx";
import { moment, t } from "../words/index.ts";
import { differing, mergedObject } from "./merge-fields.ts";

/** The versions of one object beside each other, field by field; what is chosen takes the place of all of them. */
export function Conflict({ of, heads }: { of: Ref; heads: readonly string[] }): ReactNode {
  const { name, held, level } = useCaseData();
  const answer = useQuery({
    queryKey: ["case", name, "versions", of, heads.join()],
    queryFn: () => api.versions(name, of),
  });
  const title = (
    <h3 className="conflict-title">
      <span className="soft">{kindWord(of)}</span> <bdi>{titleOf(held, of)}</bdi>
    </h3>
  );
  const above = answer.data?.versions.some(
    ({ value }) => value !== null && !mayRead(levelOf(held, value), level),
  );
  return (
    <section className="conflict">
      {title}
      {answer.isPending ? <Loading what={t("conflicts.loading")} /> : null}
      {answer.isError ? <Failed error={answer.error} onRetry={() => void answer.refetch()} /> : null}
      {above === true ? <p>{t("conflicts.above")}</p> : null}
      {answer.data === undefined || above === true ? null : <Choice key={heads.join()} found={answer.data} />}
    </section>
  );
}

function Choice({ found }: { found: VersionsReply }): ReactNode {
  const { name, held } = useCaseData();
  const edits = useEdits(name);
  const notify = useNotify();
  const { rows, same } = differing(found);
  const [chosen, setChosen] = useState<Record<string, number>>(() =>
    Object.fromEntries(rows.flatMap((row) => (row.only === undefined ? [] : [[row.field, row.only]]))),
  );
  const { versions, common } = found;
  const withdrawn = versions.some(({ value }) => value === null);
  const merged = withdrawn ? undefined : mergedObject(found, rows, chosen);
  // Where one field alone differs, taking a version is choosing the field.
  const whole = withdrawn || rows.length < 2;
  const open = rows.filter((row) => chosen[row.field] === undefined).length;
  const save = async (value: CaseObject | null): Promise<void> => {
    const some = versions.find((one) => one.value !== null)?.value;
    const [kind, id] = [some?.kind, some?.id];
    if (kind === undefined || id === undefined) return;
    const expect = versions.map((version) => version.id);
    if (await edits.change({ why: t("why.settled"), edits: [{ kind, id, value, expect }] }))
      notify({ tone: "done", text: t("conflicts.done") });
  };
  const words = (field: string, i: number): string => {
    const value = versions[i]?.value;
    const raw =
      value === null || value === undefined
        ? undefined
        : (value as unknown as Record<string, unknown>)[field];
    if (value === null || value === undefined || raw === undefined) return t("conflicts.none");
    return fieldsOf(held, value).find((row) => row.field === field)?.words ?? short(raw);
  };
  return (
    <>
      <div className="conflict-scroll">
        <table className="conflict-table">
          <thead>
            <tr>
              <th scope="col">{t("conflicts.field")}</th>
              {versions.map((version, i) => (
                <th scope="col" key={version.id}>
                  <span className="conflict-who">
                    {t("conflicts.version", { n: i + 1, by: version.by })}
                    {version.id === found.shown ? <Tag>{t("conflicts.shown")}</Tag> : null}
                  </span>
                  <span className="soft conflict-when">{moment(version.at)}</span>
                  <bdi className="soft conflict-when">
                    {version.why === "" ? t("conflicts.noWhy") : version.why}
                  </bdi>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ field, only }) => {
              const label = t(`field.${field}` as "field.of", { defaultValue: field });
              return (
                <tr key={field}>
                  <th scope="row">{label}</th>
                  {versions.map((version, i) => (
                    <td key={version.id} className={chosen[field] === i ? "conflict-chosen" : undefined}>
                      {version.value === null ? (
                        <span className="soft">{t("conflicts.withdrawn")}</span>
                      ) : whole ? (
                        <bdi>{words(field, i)}</bdi>
                      ) : (
                        <label className="conflict-choice">
                          <input
                            type="radio"
                            name={`${found.ref} ${field}`}
                            aria-label={t("conflicts.take", {
                              field: label,
                              n: i + 1,
                              words: words(field, i),
                            })}
                            checked={chosen[field] === i}
                            onChange={() => setChosen((now) => ({ ...now, [field]: i }))}
                          />
                          <span>
                            <bdi>{words(field, i)}</bdi>
                            {only === i ? <span className="soft"> {t("conflicts.only")}</span> : null}
                          </span>
                        </label>
                      )}
                    </td>
                  ))}
                </tr>
              );
            })}
            <tr>
              <td className="soft">{t("conflicts.same", { count: same })}</td>
              {versions.map((version, i) => (
                <td key={version.id}>
                  <Button small onPress={() => void save(version.value)}>
                    {version.value === null ? t("conflicts.takeOut") : t("conflicts.takeAll", { n: i + 1 })}
                  </Button>
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      </div>
      {common === undefined ? null : <p className="soft">{begun(common)}</p>}
      {whole ? null : (
        <p className="row">
          <Button look="main" isDisabled={merged === undefined} onPress={() => merged && void save(merged)}>
            {t("conflicts.save")}
          </Button>
          <span className="soft">{open === 0 ? "" : t("conflicts.left", { count: open })}</span>
        </p>
      )}
    </>
  );
}

const begun = (common: Version): string => t("conflicts.common", { by: common.by, on: moment(common.at) });

/** What has no words of its own, as it is written in the text form; never more than a few lines. */
function short(value: unknown): string {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length > 400 ? `${text.slice(0, 399)}…` : text;
}
