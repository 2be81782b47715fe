import type { BriefDocument, DocSentence, Footnote } from "./document.ts";
import { LEVEL_RULE, LEVEL_WORDS, more, STANDING_WORDS } from "./render-words.ts";

/** Source text is data: nothing in it may become markup. */
function asText(text: string): string {
  return text
    .replace(
      /[\u202a-\u202e\u2066-\u2069]/g,
      (mark) => `[U+${(mark.codePointAt(0) as number).toString(16).toUpperCase()}]`,
    )
    .replace(/[\\`*_[\]<>#|~$&]/g, "\\$&")
    .replace(/^(\s*\d+)([.)])/gm, "$1\\$2")
    .replace(/^(\s*)([-+=])/gm, "$1\\$2")
    .replace(/\s*\n\s*/g, " ");
}

function sentence({ runs, notes, standing }: DocSentence, marked: boolean): string {
  const text = asText(runs.map((run) => run.text).join(""));
  const mark = marked ? STANDING_WORDS[standing] : "";
  const refs = notes.map((n) => `[^${n}]`).join("");
  return `${mark === "" ? "" : `*${mark}* `}${text}${refs}`;
}

function note({ n, cite, exact, quotation, start, end }: Footnote): string {
  const words = asText(exact);
  const shown = quotation ? `“${words}”` : `extract: ${words}`;
  return `[^${n}]: ${asText(cite)}, characters ${start} to ${end}: ${shown}`;
}

/** A brief as Markdown with footnotes (CommonMark with the footnote extension). */
export function renderMarkdown(document: BriefDocument): string {
  const lines: string[] = [`# ${asText(document.title)}`, ""];
  const facts = [
    document.caseTitle === document.title ? undefined : asText(document.caseTitle),
    document.asOf === undefined ? undefined : `as known on ${document.asOf}`,
    LEVEL_WORDS[document.level],
  ].filter((fact) => fact !== undefined);
  lines.push(facts.join(" · "), "");
  let annex = false;
  for (const section of document.sections) {
    if (section.annex === true && !annex) {
      annex = true;
      lines.push("## Annex", "");
    }
    lines.push(`${annex ? "###" : "##"} ${asText(section.title)}`, "");
    // Under "What we do not know" every sentence is unknown: the mark would only repeat the title.
    const told = section.sentences.map((one) => sentence(one, section.type !== "unknowns"));
    if (section.type === "written" && told.length > 0 && section.sentences[0]?.written !== undefined)
      lines.push(told.join(" "), "");
    else lines.push(...told.map((one) => `- ${one}`), "");
    if (section.more > 0) lines.push(`*${more(section.more)}.*`, "");
  }
  if (document.assumptions.length > 0) {
    lines.push("## Assumptions", "", "| What is assumed | Values | By | On | Why |", "|---|---|---|---|---|");
    for (const row of document.assumptions) {
      lines.push(
        `| ${[row.name, row.what.map(asText).join("<br>"), row.by, row.on, row.why ?? ""].map((cell, n) => (n === 1 ? cell : asText(cell))).join(" | ")} |`,
      );
    }
    lines.push("");
  }
  if (document.sources.length > 0) {
    lines.push("## Sources", "", "| Source | Repairs made | Places with missing words |", "|---|---|---|");
    for (const row of document.sources) lines.push(`| ${asText(row.cite)} | ${row.repairs} | ${row.gaps} |`);
    lines.push("");
  }
  lines.push(LEVEL_RULE[document.level], "");
  lines.push(...document.notes.map(note));
  return `${lines.join("\n").trimEnd()}\n`;
}
