import { author, type CaseOptions, edit } from "../input.ts";
import type { Outcome } from "../output.ts";

/** `parley undo`: takes back the last act of this author, by new changes. */
export async function run(path: string, options: CaseOptions): Promise<Outcome> {
  const file = await edit(path, options);
  try {
    const changes = file.undo({ by: author(options), why: "Undo" });
    const names = changes.map(({ kind, object }) => `${kind}:${object}`);
    return {
      json: { undone: names },
      text: `Taken back: ${names.length} changes (${names.slice(0, 5).join(", ")}${names.length > 5 ? ", …" : ""})`,
    };
  } finally {
    file.close();
  }
}
