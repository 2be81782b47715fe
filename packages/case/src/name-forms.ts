/*
 * Forms that a name may take in a text. It is no grammar: it takes more words for a form than are, since what it keeps
 * back can be looked up by those who may, and what it lets through cannot be called back.
 */

/** Letters that end a word in Russian, Ukrainian and their neighbours, and in Greek, and change with its case. */
const CYRILLIC_END = /[аеиоуыэюяьъіїєйј]{1,2}$/u;
const GREEK_END = /[αεηιουως]{1,2}[σς]?$/u;
/** Endings of nouns and adjectives there, with those of the adjectives made from names. */
const CYRILLIC_ENDINGS =
  /^[иіь]?(?:[аеиоуыэюяьіїє]|[оеє][мвюи]|[иіы][мх]|[ая][мх]|[ыиі]и|[ыи]е|[ао]я|ую|юю|яя|ою|ею|єю|ью|[иіы]ми|[ая]ми|[ое]го|[ое]му|ев[іие]|ов[іие]|[ії]в|иха|ши[нх]?|[оеєи]в\p{L}{0,3}|[иі]н\p{L}{0,3}|(?:[оеєиі]в)?с[ьк]?к\p{L}{1,3})$/u;
/** A stem so long is known by itself: whatever few letters follow it. */
const LONG_STEM = 5;
const MOST_ENDING = 5;

/** Letters that stand before a word in Arabic without a blank: and, so, by, for, like, will; and the article. */
const ARABIC_BEFORE = /^[وفأا]?[بلكس]?(?:ال|ل)?$/u;
const ARABIC_AFTER = /^(?:[هيكنات]{0,2}|ين|ون|ات|يه|يون|يين)$/u;

/** Whether a word of a text may be a form of a word of a name. Both folded and in lower case. */
export function isFormOf(word: string, of: string): boolean {
  if (word === of) return true;
  if (/^\p{Script=Cyrillic}+$/u.test(of)) return isBentForm(word, of, CYRILLIC_END, CYRILLIC_ENDINGS);
  if (/^\p{Script=Greek}+$/u.test(of)) return isBentForm(word, of, GREEK_END, /^\p{L}{0,3}$/u);
  if (/^\p{Script=Arabic}+$/u.test(of)) return isArabicForm(word, of);
  return false;
}

function isBentForm(word: string, of: string, end: RegExp, endings: RegExp): boolean {
  const stem = of.replace(end, "");
  for (const one of stemsOf(stem.length < 2 ? of : stem)) {
    if (!word.startsWith(one)) continue;
    const rest = word.slice(one.length);
    if (rest === "" || endings.test(rest) || (one.length >= LONG_STEM && rest.length <= MOST_ENDING))
      return true;
  }
  return false;
}

/** A stem and what it turns into before an ending: a last vowel falls out or changes, a last consonant softens. */
function stemsOf(stem: string): string[] {
  const stems = [stem];
  // Павел – Павла, Лев – Льва, Харків – Харкова, Федір – Федора.
  const vowel = /^(\p{L}+)[оеєіиї](\p{L})$/u.exec(stem);
  if (vowel !== null) for (const v of ["", "ь", "и", "о", "е", "є", "і"]) stems.push(vowel[1] + v + vowel[2]);
  // Швець – Шевця, Жнець – Женця.
  const leap = /^(\p{L}*[^аеиоуыэюяіїє])([^аеиоуыэюяіїє])ец$/u.exec(stem);
  if (leap !== null) stems.push(`${leap[1]}е${leap[2]}ц`);
  // Ольга – Ользі, Вероніка – Вероніці, Явтух – Явтусі.
  const soft = { г: "зж", к: "цч", х: "сш", ц: "ч" }[stem.at(-1) ?? ""];
  for (const letter of soft ?? "") stems.push(stem.slice(0, -1) + letter);
  return stems;
}

function isArabicForm(word: string, of: string): boolean {
  const bare = of.length > 4 && of.startsWith("ال") ? of.slice(2) : of;
  // A feminine ending is written otherwise before a suffix.
  const stem = bare.length > 3 ? bare.replace(/ه$/u, "") : bare;
  for (let at = word.indexOf(stem); at >= 0; at = word.indexOf(stem, at + 1)) {
    const [before, after] = [word.slice(0, at), word.slice(at + stem.length)];
    if (ARABIC_BEFORE.test(before) && (after === bare.slice(stem.length) || ARABIC_AFTER.test(after)))
      return true;
  }
  return false;
}
