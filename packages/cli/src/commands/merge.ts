import { type CaseOptions, edit } from "../input.ts";
import { counted } from "../messages.ts";
import type { Outcome } from "../output.ts";

/** `parley merge`: the union of two logs; what differs is shown, not chosen. */
export async function run(path: string, other: string, options: CaseOptions): Promise<Outcome> {
  const file = await edit(path, options);
  try {
    const from = await edit(other, options);
    try {
      const { added, addedBlobs, conflicts } = file.mergeFrom(from);
      const names = conflicts.map(({ kind, id }) => `${kind}:${id}`);
      const said =
        names.length === 0
          ? "no conflicts"
          : `${names.length} conflicts for you to settle: ${names.join(", ")}`;
      return {
        json: { added, documents: addedBlobs, conflicts: names },
        text: `${path}: ${counted(added, "change")} and ${counted(addedBlobs, "document")} taken in; ${said}`,
      };
    } finally {
      from.close();
    }
  } finally {
    file.close();
  }
}
