/** Every sentence this package says to a user. */

const shown = (value: unknown): string => {
  const text = value === undefined ? "nothing" : (JSON.stringify(value) ?? String(value));
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
};

export const at = (path: string, message: string): string => `${path}: ${message}`;
export const notSettlement = (value: unknown): string =>
  `expected "parley-settlement": 1, found ${shown(value)}`;
export const expected = (what: string, value: unknown): string => `expected ${what}, found ${shown(value)}`;
export const duplicate = (what: string, id: string): string => `there are two ${what} called "${id}"`;
export const unknownName = (what: string, id: unknown, known: readonly string[]): string =>
  `there is no ${what} called ${shown(id)}; there are: ${known.join(", ")}`;
export const missingValue = (option: string): string =>
  `the option "${option}" has no value; give it one (0 is a value, and so is a range)`;
export const missingWeight = (issue: string): string =>
  `the issue "${issue}" has no weight; give it one (0 is a weight)`;
export const missingReservation: string =
  "there is no reservation, the value of no deal; give it one (0 is a value, and so is a range)";
export const noIssues: string = "a settlement needs at least one issue";
export const noParties: string = "a settlement needs at least one party";
export const nobodyConsents: string = "nobody's consent is needed; name at least one party";
export const tooManyCoalitions = (count: number, limit: number): string =>
  `the consent rules allow ${count} smallest coalitions; the limit is ${limit}`;
export const notFinite = (value: unknown): string => `expected a finite number, found ${shown(value)}`;
export const backwards = (value: unknown): string =>
  `expected a number, [low, high] or [low, mode, high] in rising order, found ${shown(value)}`;
export const notXml = (line: number, column: number, what: string): string =>
  `line ${line}, column ${column}: this is not XML: ${what}`;
export const notGenius: string =
  "this is no domain and no profile of GENIUS: expected negotiation_template or utility_space";
export const geniusNoProfile: string =
  "a domain alone says nothing of what its issues are worth: give its profiles too, one for each party";
export const geniusUnnamed = (what: string): string => `an ${what} has no name or no index`;
export const geniusType = (issue: string, type: string): string =>
  `the issue "${issue}" is of type ${shown(type)}; Parley reads discrete and integer issues`;
export const geniusEmpty = (issue: string): string => `the issue "${issue}" has no options or no evaluation`;
export const geniusBounds = (issue: string, low: unknown, high: unknown, limit: number): string =>
  `the integer issue "${issue}" goes from ${shown(low)} to ${shown(high)}; expected whole numbers in rising order, at most ${limit} of them`;
export const geniusNumber = (what: string, value: unknown): string =>
  `expected a number for ${what}, found ${shown(value)}`;
export const csvColumns = (missing: readonly string[], all: readonly string[]): string =>
  `there is no column ${missing.map((name) => `"${name}"`).join(", ")}; the columns are ${all.join(", ")}`;
export const csvTwice = (what: string, party: string): string => `${what} is given twice for ${shown(party)}`;
export const csvNumber = (text: string): string =>
  `expected a number or a range such as 0.2..0.5 in rising order, found ${shown(text)}`;
export const reserved = (name: string): string => `${shown(name)} cannot be a name; call it otherwise`;
