import type { Move } from "@parley/case";

/** A statement with names of moves in place of their ids. */
export function statementWords(moves: readonly Move[], text: string): string {
  const words = text.replace(/[\p{L}\p{N}][\p{L}\p{N}\p{M}._@~-]*|[!¬~-]|&|\|/gu, (word) => {
    if (/^[!¬~-]$/.test(word)) return " not ";
    if (word === "&") return " and ";
    if (word === "|") return " or ";
    const move = moves.find((m) => m.id === word);
    return move === undefined ? word : `“${move.name}”`;
  });
  return words.replace(/\s+/g, " ").trim();
}
