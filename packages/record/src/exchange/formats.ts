/** What Parley can write for other tools. */
export const EXPORT_FORMATS = ["web-annotation", "qdpx", "csv", "ris", "csl-json", "claim-review"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** What Parley can read from other tools. */
export const IMPORT_FORMATS = ["web-annotation", "qdpx", "csv", "ris", "csl-json"] as const;
export type ImportFormat = (typeof IMPORT_FORMATS)[number];

/** The ending of a file and its media type, by format. */
export const FILE_OF: Readonly<Record<ExportFormat, { ending: string; type: string }>> = {
  "web-annotation": {
    ending: "jsonld",
    type: 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
  },
  qdpx: { ending: "qdpx", type: "application/zip" },
  csv: { ending: "csv", type: "text/csv; charset=utf-8" },
  ris: { ending: "ris", type: "application/x-research-info-systems; charset=utf-8" },
  "csl-json": { ending: "json", type: "application/vnd.citationstyles.csl+json" },
  "claim-review": { ending: "jsonld", type: "application/ld+json" },
};

/** The tables that CSV is written of. */
export const TABLES = ["claims", "passages", "positions", "events", "commitments", "sources"] as const;
export type Table = (typeof TABLES)[number];
