import type { Case } from "@parley/case";
import type { Circuit, Cut } from "@parley/settlement";
import { actorName } from "../thread/describe.ts";
import { i18next, t } from "../words/index.ts";

/** What a way out of a circle would take, and of whom. */
export function cutWords(held: Case, cut: Cut, circuit: Circuit): string {
  const list = new Intl.ListFormat(i18next.language, { type: "conjunction" });
  const who = list.format((cut.by ?? []).map((id) => actorName(held, id)));
  const what = list.format(
    circuit.edges.filter((edge) => cut.edges.includes(edge.id)).map((edge) => `“${edge.to}”`),
  );
  return t(`cutWords.${cut.type}`, { who, what });
}
