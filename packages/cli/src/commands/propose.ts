import { type ClaimProposal, proposals, type QuotationProposal } from "@parley/record";
import { type Outcome, short, table } from "../output.ts";
import { type DocumentOptions, readDocument } from "../read-document.ts";

/** `parley propose`: what the rules would offer for review. Nothing of it is accepted. */
export async function run(document: string, options: DocumentOptions): Promise<Outcome> {
  const read = await readDocument(document, options);
  const all = proposals(read, options.actor ?? []);
  const statements = all.filter((one): one is QuotationProposal => one.kind === "quotation");
  const claims = all.filter((one): one is ClaimProposal => one.kind === "claim");
  const row = ({ text, speaker, confidence, rule }: QuotationProposal | ClaimProposal): string[] => [
    speaker ?? "unknown",
    short(confidence),
    rule,
    text.replace(/\s+/gu, " "),
  ];
  const head = ["speaker", "confidence", "rule", "text"];
  const lines = [`Statements: ${statements.length}`];
  if (statements.length > 0) lines.push(table(head, statements.map(row)));
  lines.push("", `Claims: ${claims.length}`);
  if (claims.length > 0) lines.push(table(head, claims.map(row)));
  return { json: { statements, claims }, text: lines.join("\n") };
}
