import { decodeGbkDropping } from "./gbk.ts";

const utf8 = new TextEncoder();

/**
 * The forward model of the damage: a text written as UTF-8 and read as GBK by a decoder that drops illegal bytes.
 * What is dropped is lost: the damage of different texts can be the same.
 */
export function redamage(text: string): string {
  return decodeGbkDropping(utf8.encode(text));
}
