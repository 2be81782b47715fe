import { compromiseMean } from "./compromise-mean.ts";
import { condorcet } from "./condorcet.ts";
import { isEmpty, type Stakes, weightsOf } from "./stakes.ts";

/**
 * The two readings of the challenge model. They differ in two places, and in their results:
 * - `text`: the paper as it reads. The probability of winning has the votes of that contest below the line, so that the
 *   two sides' add up to 1. Of all offers an actor takes the one that moves it least.
 * - `code`: what the paper's authors ran, as re-made in public code. Below the line stand the votes of all contests
 *   between all actors (a triple sum), so that challengers nearly never win. An actor looks at confrontations first, then at
 *   compromises; of these it takes the one with the lowest weighted mean of the two positions, whichever way it moves.
 *   Nobody ever surrenders: the published code asks for a condition that cannot hold.
 */
export type ChallengeVariant = "text" | "code";

export interface ChallengeOptions {
  variant: ChallengeVariant;
  /** Most rounds. */
  rounds?: number;
  /** Weight of the status quo in an expected utility, Q. */
  q?: number;
}

/** How one actor gave way to another in a round. */
export interface Concession {
  type: "confrontation" | "compromise" | "capitulation";
  actor: number;
  to: number;
  /** Where the actor stands after it. */
  position: number;
}

export interface ChallengeRound {
  /** 0: as the actors came in. */
  round: number;
  mean: number;
  /** The position no other beats, votes by capability × salience × how much nearer. */
  median: number;
  positions: Float64Array;
  /** Risk exponents that held in the round; empty in round 0. */
  risk: Float64Array;
  concessions: Concession[];
}

export const DEFAULT_ROUNDS = 10;

/** Expected utilities, which lie from −4 to 4, closer to each other than this are equal: then nobody gives way. */
const ZERO = 1e-12;

/**
 * The challenge model of Bruce Bueno de Mesquita: actors challenge each other, give way, meet or resist according to their
 * expected utilities, round after round, until nobody moves or the rounds are over.
 *
 * Reference: B. Bueno de Mesquita, *International Interactions* 23, 1997; J. Scholz, G. Calbert & G. Smith, "Unravelling
 * Bueno de Mesquita's group decision model", *Journal of Theoretical Politics* 23, 2011.
 *
 * Work: O(n³) a round, O(n²) memory.
 *
 * @returns null when nobody weighs anything
 */
export function challenge(of: Stakes, options: ChallengeOptions): ChallengeRound[] | null {
  if (isEmpty(weightsOf(of))) return null;
  const { variant, rounds = DEFAULT_ROUNDS, q = 1 } = options;
  const position = Float64Array.from(of.position);
  const now: Stakes = { position, salience: of.salience, capability: of.capability };
  const scene = new Scene(now, variant, q);
  const record = (round: number, risk: Float64Array, concessions: Concession[]): ChallengeRound => ({
    round,
    mean: compromiseMean(now)!,
    median: condorcet(now, "proportional")!,
    positions: Float64Array.from(position),
    risk,
    concessions,
  });
  const history = [record(0, new Float64Array(0), [])];
  for (let round = 1; round <= rounds; round++) {
    const risk = scene.riskExponents();
    const concessions = scene.concessions(risk);
    for (const one of concessions) position[one.actor] = one.position;
    history.push(record(round, risk, concessions));
    if (concessions.length === 0) break;
  }
  return history;
}

class Scene {
  readonly #now: Stakes;
  readonly #variant: ChallengeVariant;
  readonly #q: number;
  /** Width of the positions at the start; distances are shares of it. */
  readonly #range: number;
  readonly #n: number;

  constructor(now: Stakes, variant: ChallengeVariant, q: number) {
    this.#now = now;
    this.#variant = variant;
    this.#q = q;
    this.#n = now.position.length;
    this.#range = Math.max(...now.position) - Math.min(...now.position);
  }

  /** Probability that i wins against j, in a matrix i × n + j, when each actor's distances carry its exponent. */
  #chances(risk: Float64Array): Float64Array {
    const { position, salience, capability } = this.#now;
    const n = this.#n;
    const loss = new Float64Array(n * n);
    for (let k = 0; k < n; k++) {
      const weight = capability[k]! * salience[k]!;
      for (let i = 0; i < n; i++)
        loss[k * n + i] = weight * (Math.abs(position[k]! - position[i]!) / this.#range) ** risk[k]!;
    }
    const won = new Float64Array(n * n);
    let all = 0;
    for (let k = 0; k < n; k++) {
      for (let i = 0; i < n; i++) {
        const own = loss[k * n + i]!;
        for (let j = 0; j < n; j++) {
          const votes = loss[k * n + j]! - own;
          if (votes > 0) {
            won[i * n + j]! += votes;
            all += votes;
          }
        }
      }
    }
    const chances = new Float64Array(n * n);
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) {
        if (position[i] === position[j]) continue;
        // Every vote is cast once for i and once, below 0, for j: the sum of sizes is twice what was won.
        const below = this.#variant === "code" ? 2 * all : won[i * n + j]! + won[j * n + i]!;
        chances[i * n + j] = below > 0 ? won[i * n + j]! / below : 0;
      }
    }
    return chances;
  }

  /** What i expects of challenging j, as somebody with this exponent sees it. */
  #expected(i: number, j: number, risk: number, chance: number): number {
    const { position, salience } = this.#now;
    const half = (0.5 * Math.abs(position[i]! - position[j]!)) / this.#range;
    const success = 2 - 4 * (0.5 - half) ** risk;
    const failure = 2 - 4 * (0.5 + half) ** risk;
    const statusQuo = 2 - 4 * 0.5 ** risk;
    const resists = salience[j]!;
    return (
      resists * (chance * success + (1 - chance) * failure) + (1 - resists) * success - this.#q * statusQuo
    );
  }

  /** r = (1 − R/3) / (1 + R/3), R from −1 to 1 by how much danger an actor is in among all: who is safest takes most risk. */
  riskExponents(): Float64Array {
    const n = this.#n;
    const neutral = new Float64Array(n).fill(1);
    if (!(this.#range > 0)) return neutral;
    const chances = this.#chances(neutral);
    const danger = Float64Array.from({ length: n }, (_, i) => {
      let sum = 0;
      for (let j = 0; j < n; j++) if (j !== i) sum += this.#expected(j, i, 1, chances[j * n + i]!);
      return sum;
    });
    const [least, most] = [Math.min(...danger), Math.max(...danger)];
    if (!(most - least > ZERO * n)) return neutral;
    return danger.map((d) => {
      const r = (2 * d - most - least) / (most - least);
      return (1 - r / 3) / (1 + r / 3);
    });
  }

  concessions(risk: Float64Array): Concession[] {
    const n = this.#n;
    if (!(this.#range > 0)) return [];
    const chances = this.#chances(risk);
    const { position } = this.#now;
    const made: Concession[] = [];
    for (let i = 0; i < n; i++) {
      let best: { concession: Concession; rank: number; key: number } | undefined;
      for (let j = 0; j < n; j++) {
        if (position[i] === position[j]) continue;
        const own = this.#expected(i, j, risk[i]!, chances[i * n + j]!);
        const theirs = this.#expected(j, i, risk[i]!, chances[j * n + i]!);
        const found = offer(position[i]!, position[j]!, own, theirs);
        if (found === undefined) continue;
        const [type, to, special] = found;
        if (this.#variant === "code" && type === "capitulation") continue;
        const least = Math.abs(position[i]! - to);
        const [rank, key] =
          this.#variant === "text" ? [0, least] : type === "confrontation" ? [0, least] : [1, special];
        // Of equal offers the first actor's counts; rounding makes no difference.
        const closer = best !== undefined && key < best.key - 1e-9 * this.#range;
        if (best === undefined || rank < best.rank || (rank === best.rank && closer))
          best = { concession: { type, actor: i, to: j, position: to }, rank, key };
      }
      if (best !== undefined) made.push(best.concession);
    }
    return made;
  }
}

/** What i must do about j, by both expected utilities in i's eyes; where it would stand; and the mean that `code` ranks by. */
function offer(
  x: number,
  other: number,
  own: number,
  theirs: number,
): [Concession["type"], to: number, special: number] | undefined {
  // What rounding leaves of nothing is nothing.
  if (Math.abs(own) < ZERO || theirs < ZERO || Math.abs(theirs - Math.abs(own)) < ZERO) return undefined;
  if (own > 0 && theirs > own) return ["confrontation", other, 0];
  if (own > 0) return undefined;
  const size = -own;
  if (theirs > size) {
    const to = x + (other - x) * (size / theirs);
    return ["compromise", to, (size * x + theirs * other) / (size + theirs)];
  }
  return ["capitulation", other, 0];
}
