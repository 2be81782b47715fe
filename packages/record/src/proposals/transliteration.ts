/**
 * A key that spellings of one name in Latin letters share: Zelenskiy, Zelensky, Zelenskyy and Zelenskyj; Yushchenko and
 * Iushchenko; Sergei and Sergey. A short name has none: too many short names would meet.
 */
export function transliterationKey(name: string): string | undefined {
  const plain = name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[’'ʹʼ]/g, "");
  if (plain.length < 5 || /[^a-z -]/.test(plain)) return undefined;
  return plain
    .replace(/(?:yj|yy|iy|ij|yi|ii|ey|ei|y|i|j)(?= |-|$)/g, "y")
    .replace(/kh/g, "h")
    .replace(/(^| )(?:ya|ia|ja)/g, "$1ya")
    .replace(/(^| )(?:yu|iu|ju)/g, "$1yu")
    .replace(/ph/g, "f")
    .replace(/([a-z])\1/g, "$1")
    .replace(/ck/g, "k");
}
