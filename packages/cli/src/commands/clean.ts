import { type Outcome, table } from "../output.ts";
import { type DocumentOptions, readDocument } from "../read-document.ts";

/** `parley clean`: a document by itself. */
export async function run(document: string, options: DocumentOptions): Promise<Outcome> {
  const done = await readDocument(document, options);
  const { text, ops, gaps, furniture, blocks, metadata, charset, language, mediaType, layer } = done;
  const plainly = Object.fromEntries(Object.entries(metadata).map(([field, { value }]) => [field, value]));
  const repairs = ops.map((op) => [
    op.id,
    op.class,
    visible(op.from),
    visible(op.to),
    op.applied ? "made" : op.class === "E" ? "flagged" : "proposed",
  ]);
  const missing = gaps.map((gap) => [gap.id, gap.kind, visible(gap.context)]);
  const said = [
    `${charset.name} (${charset.how}), ${language?.code ?? "language unknown"}, ${mediaType}`,
    ...Object.entries(plainly).map(([field, value]) => `${field}: ${String(value ?? "unknown")}`),
    `furniture: ${furniture.length}`,
    ...(layer?.said ?? []),
    "",
    `Repairs: ${ops.length}`,
    ...(ops.length === 0 ? [] : [table(["id", "class", "from", "to", ""], repairs)]),
    "",
    `Gaps: ${gaps.length}`,
    ...(gaps.length === 0 ? [] : [table(["id", "type", "around it"], missing)]),
  ];
  return {
    json: {
      text,
      ops,
      gaps,
      furniture,
      blocks,
      metadata: plainly,
      metadataAt: metadata,
      charset: charset.name,
      charsetFrom: charset.how,
      language: language?.code ?? null,
      mediaType,
      layer: layer ?? null,
    },
    text: said.join("\n"),
  };
}

/** Characters as one line of a table shows them. */
function visible(text: string): string {
  return text
    .replace(/\s+/gu, " ")
    .replace(/[\p{Cf}\p{Cc}]/gu, (c) => `U+${c.codePointAt(0)?.toString(16).padStart(4, "0").toUpperCase()}`);
}
