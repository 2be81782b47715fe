/*
 * Finding the numbers of a text, and giving each a form in which the same number written in another way is the same:
 * "1,733" and "1733", "14.3 percent" and "14.3 %", "two hundred" and "200", Arabic-Indic or Devanagari digits.
 */

/** A number found in a text. */
export interface FoundNumber {
  /** As it is written. */
  text: string;
  start: number;
  end: number;
  /** Equal for equal numbers: value and, for shares of a hundred, `%`. */
  key: string;
}

const UNITS: Readonly<Record<string, number>> = {
  zero: 0,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
};
const TENS: Readonly<Record<string, number>> = {
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};
const SCALES: Readonly<Record<string, number>> = {
  hundred: 100,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
};
const VAGUE = "dozens?|hundreds|thousands|millions|billions";

const SMALL_WORD = Object.keys({ ...UNITS, ...TENS }).join("|");
const SCALE_WORD = Object.keys(SCALES).join("|");
const DIGITS = String.raw`\p{Nd}+(?:[.,'’٬٫\u00a0\u2009\u202f ]\p{Nd}+)*`;
const PERCENT = String.raw`(?:\s?[%٪﹪％]|[\s-]per\s?cent\b|[\s-]percentage points?\b)`;

/** Alternatives in order: digits with a scale or percent, number words, vague quantities, other numeral characters. */
const NUMBER = new RegExp(
  [
    String.raw`(?<sign>(?<![\p{L}\p{N}.,])[-−])?(?<digits>${DIGITS})(?<half>[\u00bc-\u00be\u2150-\u215e])?` +
      String.raw`(?:[\s-](?<scale>${SCALE_WORD})\b)?(?<percent>${PERCENT})?`,
    String.raw`(?<![\p{L}\p{N}])(?<words>(?:${SMALL_WORD}|${SCALE_WORD})(?:(?:[\s-]|\sand\s)(?:${SMALL_WORD}|one|${SCALE_WORD}))*)(?![\p{L}\p{N}])(?<wordPercent>${PERCENT})?`,
    String.raw`(?<![\p{L}\p{N}])(?<vague>${VAGUE})(?![\p{L}\p{N}])`,
    String.raw`(?<other>[\p{Nl}\p{No}])`,
  ].join("|"),
  "giu",
);

/** Languages in which a comma separates decimals and a full stop (or a space) thousands. */
const COMMA_DECIMAL = new Set(
  "bg bs ca cs da de el es et fi fr hr hu id is it lt lv mk nb nl no pl pt ro ru sk sl sq sr sv tr uk vi".split(
    " ",
  ),
);

/** The value of a decimal digit of any script: the digits of a script stand in a row of ten. */
function digitValue(char: string): number {
  const code = char.codePointAt(0) as number;
  let zero = code;
  // Rows never touch in Unicode except for the mathematical digits (U+1D7CE to U+1D7FF), five rows in sequence.
  if (code >= 0x1d7ce && code <= 0x1d7ff) return (code - 0x1d7ce) % 10;
  while (zero > 0 && code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  return code - zero;
}

const toAscii = (digits: string): string =>
  digits
    .replace(/\p{Nd}/gu, (d) => String(digitValue(d)))
    .replace(/[٬’\u00a0\u2009\u202f ]/g, "'")
    .replace(/٫/g, ".");

/** Read digits with separators; parts that cannot be one number ("3, 4", "2026.06.22") come back as several. */
function readDigits(written: string, commaDecimal: boolean): string[] {
  const ascii = toAscii(written);
  const [group, point] = commaDecimal ? [".", ","] : [",", "."];
  const grouped = new RegExp(`^\\d{1,3}(?:[${group}']\\d{3})+(?:\\${point}\\d+)?$`);
  const plain = new RegExp(`^\\d+(?:\\${point}\\d+)?$`);
  if (grouped.test(ascii) || plain.test(ascii)) {
    return [ascii.replaceAll(group, "").replaceAll("'", "").replace(point, ".")];
  }
  // A decimal comma in English text is no thousands separator where the digits after it are not three.
  if (/^\d+[.,]\d+$/.test(ascii)) return [ascii.replace(",", ".")];
  return ascii.split(/[.,']/);
}

const tidy = (value: number): string => String(Number(value.toPrecision(12)));

function readWords(words: string): number {
  let total = 0;
  let part = 0;
  for (const word of words.toLowerCase().split(/[\s-]+/)) {
    if (word === "and") continue;
    const small = word === "one" ? 1 : (UNITS[word] ?? TENS[word]);
    if (small !== undefined) part += small;
    else if (word === "hundred") part = (part === 0 ? 1 : part) * 100;
    else {
      total += (part === 0 ? 1 : part) * (SCALES[word] as number);
      part = 0;
    }
  }
  return total + part;
}

/**
 * Every number in a text: digits of any script, with their separators, sign and percent; number words from two
 * upwards, zero, and words like "dozens"; numerals such as ½ or Ⅳ. "One" is a pronoun as often as a number and is not
 * counted; nor are numerals of scripts in which they are ordinary letters (三).
 * @param language of the text, as BCP 47: decides whether "1.733" is a thousand or a little more than one.
 */
export function numbersIn(text: string, language?: string): FoundNumber[] {
  const commaDecimal = COMMA_DECIMAL.has((language ?? "en").toLowerCase().split("-")[0] as string);
  const found: FoundNumber[] = [];
  for (const match of text.matchAll(NUMBER)) {
    const start = match.index;
    const end = start + match[0].length;
    const add = (key: string): void => {
      found.push({ text: match[0].trim(), start, end, key });
    };
    const { sign, digits, half, scale, percent, words, wordPercent, vague, other } = match.groups as Record<
      string,
      string | undefined
    >;
    if (digits !== undefined) {
      const parts = readDigits(digits, commaDecimal);
      for (const [i, part] of parts.entries()) {
        const last = i === parts.length - 1;
        const fraction = last && half !== undefined ? half.normalize("NFKC") : "";
        const value =
          Number(part) * (last && scale !== undefined ? (SCALES[scale.toLowerCase()] as number) : 1);
        const negative = i === 0 && sign !== undefined ? "-" : "";
        add(
          `${negative}${tidy(value)}${fraction === "" ? "" : `+${fraction}`}${last && percent !== undefined ? "%" : ""}`,
        );
      }
    } else if (words !== undefined) add(`${tidy(readWords(words))}${wordPercent === undefined ? "" : "%"}`);
    else if (vague !== undefined) add(vague.toLowerCase());
    else if (other !== undefined) add(other.normalize("NFKC"));
  }
  return found;
}

/** The form of a number held as such (a judgement's bound), in both ways it may be written: 0.2 and 20 %. */
export function keysOfValue(value: number): string[] {
  return [tidy(value), `${tidy(value * 100)}%`];
}
