import { timing as say } from "../../messages.ts";
import { MAX_PACKAGES } from "./model.ts";

/**
 * Every package as a row of option numbers.
 *
 * @throws RangeError when there are more than can be looked at in each run
 */
export function packageTable(options: readonly number[]): { table: Uint16Array; count: number } {
  const count = options.reduce((a, b) => a * b, 1);
  if (!(count <= MAX_PACKAGES)) throw new RangeError(say.tooManyPackages(count, MAX_PACKAGES));
  const issues = options.length;
  const table = new Uint16Array(count * issues);
  for (let x = 0; x < count; x++) {
    let rest = x;
    for (let k = issues - 1; k >= 0; k--) {
      table[x * issues + k] = rest % options[k]!;
      rest = Math.floor(rest / options[k]!);
    }
  }
  return { table, count };
}
