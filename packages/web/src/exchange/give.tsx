import { Case, cutToLevel, isInForce, LEVELS, type Level } from "@parley/case";
import type { ExportFormat, Table } from "@parley/server/api";
import { type ReactNode, useMemo, useState } from "react";
import { useCaseData } from "../api/case-data.ts";
import { api } from "../api/client.ts";
import { Select } from "../design/field.tsx";
import { count, t } from "../words/index.ts";

const FORMATS: readonly ExportFormat[] = ["web-annotation", "qdpx", "csv", "ris", "csl-json", "claim-review"];
const TABLES: readonly Table[] = ["claims", "passages", "positions", "events", "commitments", "sources"];

/** What leaves: the format, the level, what will be in it, and the file. */
export function Give(): ReactNode {
  const { name, state } = useCaseData();
  const [format, setFormat] = useState<ExportFormat>("web-annotation");
  const [table, setTable] = useState<Table>("claims");
  const [level, setLevel] = useState<Level>("team");
  const cut = useMemo(() => cutToLevel(new Case(state.objects), level).held, [state.objects, level]);
  const withheld = state.objects.length - cut.objects().length;
  const what = {
    documents: cut.inForce("source").length,
    passages: cut.all("passage").filter(isInForce).length,
    claims: cut.inForce("claim").length,
  };
  return (
    <section className="exchange-part" aria-label={t("exchange.give")}>
      <h2>{t("exchange.give")}</h2>
      <div className="form-row">
        <Select<ExportFormat>
          label={t("exchange.format")}
          value={format}
          options={FORMATS.map((id) => ({ id, name: t(`exchange.format.${id}`) }))}
          onChange={setFormat}
        />
        {format !== "csv" ? null : (
          <Select<Table>
            label={t("exchange.table")}
            value={table}
            options={TABLES.map((id) => ({ id, name: t(`exchange.table.${id}`) }))}
            onChange={setTable}
          />
        )}
        <Select<Level>
          label={t("exchange.level")}
          help={t("edit.levelHelp")}
          value={level}
          options={LEVELS.map((id) => ({ id, name: t(`level.${id}`) }))}
          onChange={setLevel}
        />
      </div>
      <p>{t(`exchange.holds.${format}`)}</p>
      <p className="soft" role="status">
        {t("exchange.counts", {
          documents: count(what.documents),
          passages: count(what.passages),
          claims: count(what.claims),
        })}{" "}
        {withheld === 0 ? t("exchange.nothingStays") : t("exchange.stays", { count: withheld })}
      </p>
      {what.documents === 0 ? (
        <p>{t("exchange.nothing")}</p>
      ) : (
        <p>
          <a
            className="button button-main"
            href={api.exchangeFile(name, format, level, format === "csv" ? table : undefined)}
            download
          >
            {t("exchange.download")}
          </a>
        </p>
      )}
    </section>
  );
}
