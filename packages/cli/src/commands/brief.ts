import { extname } from "node:path";
import { analyse, composeBrief, renderHtml, renderMarkdown } from "@parley/brief";
import type { Level } from "@parley/case";
import { UserError } from "@parley/server/casework";
import { type CaseOptions, load } from "../input.ts";
import * as say from "../messages.ts";
import type { Outcome } from "../output.ts";
import { writeWhole } from "../write-whole.ts";

interface Options extends CaseOptions {
  output: string;
  level: Level;
}

/** `parley brief`: written whole or not at all. */
export async function run(path: string, options: Options): Promise<Outcome> {
  const { output, level } = options;
  const format = extname(output).slice(1).toLowerCase();
  if (format !== "html" && format !== "md")
    throw new UserError("usage", say.formatLater(extname(output) || output), { where: output });
  const loaded = await load(path, options);
  loaded.close();
  const { document, untagged } = composeBrief(loaded.held, analyse(loaded.held), { level });
  if (untagged.length > 0) {
    // Numbers, dates, quotations and words of likelihood: each with what is wrong with it.
    const lines = untagged.map(
      ({ brief, section, sentence, text, problem }) =>
        `  ${brief} ${section}.${sentence}: "${text}"\n    ${problem}`,
    );
    return {
      json: {
        error: { code: "untagged", message: say.untaggedHead(untagged.length), todo: say.untaggedTodo() },
        untagged,
      },
      text: [say.untaggedHead(untagged.length), ...lines, say.untaggedTodo()].join("\n"),
      failed: true,
    };
  }
  writeWhole(output, format === "html" ? renderHtml(document) : renderMarkdown(document));
  const sentences = document.sections.reduce((sum, section) => sum + section.sentences.length, 0);
  const notes = document.notes.length;
  return {
    json: { file: output, level, sections: document.sections.length, sentences, notes },
    text: `${output}: ${sentences} sentences, ${notes} footnotes, nothing above level ${level}`,
  };
}
