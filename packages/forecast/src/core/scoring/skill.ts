/**
 * Skill: how much better a score is than that of a reference forecast made for the same questions on the same days,
 * 1 − mean score / mean reference. 1 perfect, 0 no better, below 0 worse. Null when nothing was compared or the
 * reference was perfect.
 *
 * Reference: A. Murphy, Monthly Weather Review 116, 1988.
 */
export function skill(scores: readonly number[], reference: readonly number[]): number | null {
  const sum = (of: readonly number[]): number => of.reduce((a, b) => a + b, 0);
  if (scores.length === 0 || scores.length !== reference.length) return null;
  const base = sum(reference);
  return base > 0 && Number.isFinite(base) ? 1 - sum(scores) / base : null;
}
