import { ARABIC } from "./ar.ts";
import { ENGLISH } from "./en/index.ts";
import { SPANISH } from "./es.ts";
import { FRENCH } from "./fr.ts";
import type { LanguagePack } from "./language-pack.ts";
import { RUSSIAN } from "./ru.ts";
import { UKRAINIAN } from "./uk.ts";

/** Every language that the rules know, English first. */
export const PACKS: readonly LanguagePack[] = [ENGLISH, FRENCH, SPANISH, RUSSIAN, UKRAINIAN, ARABIC];

const BY_CODE = new Map(PACKS.map((pack) => [pack.code, pack]));

/** The pack of a language; undefined where there is none, and then only marks and dates in ISO 8601 are read. */
export const packOf = (code: string): LanguagePack | undefined => BY_CODE.get(code);
