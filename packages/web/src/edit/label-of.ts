import { t } from "../words/index.ts";

/** What a field is called in a form. `words`: the key under which the words of its form stand, such as `form.event`. */
export function labelOf(words: string, name: string): string {
  return t(`${words}.${name}` as "form.position.of");
}
