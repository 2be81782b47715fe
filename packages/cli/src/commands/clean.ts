import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { clean } from "@parley/record";
import { fromSystemError, UserError } from "@parley/server/casework";
import { type Outcome, readStdin, table } from "../output.ts";

interface Options {
  charset?: string;
  actor?: string[];
}

/** `parley clean`: a document by itself. */
export async function run(document: string, options: Options): Promise<Outcome> {
  const bytes = document === "-" ? await readStdin() : read(document);
  let done: ReturnType<typeof clean>;
  try {
    done = clean(bytes, {
      ...(document === "-" ? {} : { name: basename(document) }),
      ...(options.charset === undefined ? {} : { charset: options.charset }),
      actors: options.actor ?? [],
    });
  } catch (error) {
    const { code, message, name } = error as Error & { code?: string };
    if (name !== "RecordError") throw error;
    throw new UserError(code ?? "record", message, { where: document, cause: error });
  }
  const { text, ops, gaps, furniture, blocks, metadata, charset, language, mediaType } = done;
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
    },
    text: said.join("\n"),
  };
}

function read(document: string): Uint8Array {
  try {
    return readFileSync(document);
  } catch (error) {
    throw fromSystemError(error, document) ?? error;
  }
}

/** Characters as one line of a table shows them. */
function visible(text: string): string {
  return text
    .replace(/\s+/gu, " ")
    .replace(/[\p{Cf}\p{Cc}]/gu, (c) => `U+${c.codePointAt(0)?.toString(16).padStart(4, "0").toUpperCase()}`);
}
