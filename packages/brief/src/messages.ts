/** Every sentence of this package that speaks of a brief's own mistakes. */

export const untagged = (number: string): string =>
  `Nothing this sentence stands on gives "${number}": name the claim, passage or result that does, or take it out.`;
export const unknownPlaceholder = (path: string): string =>
  `There is no result value called "${path}": check the name, or what the analysis says is missing.`;
export const standsOnNothing: string =
  "This sentence stands on nothing: name the claims, positions or results it says.";
export const missingSupport = (ref: string): string => `There is no ${ref} in this case.`;
export const notInForce = (ref: string): string =>
  `${ref} has not been accepted, or was rejected or taken back: a brief stands only on what was accepted.`;
export const quotationNotVerbatim = (words: string): string =>
  `"${words}" stands between quotation marks, but in no passage this sentence stands on.`;
export const quotationNotDirect = (words: string): string =>
  `"${words}" is not direct speech by the record's statements: take the quotation marks off, or accept the statement.`;
export const quotationTooShort = (words: string): string =>
  `"${words}" has fewer than four words: it is a term, not a quotation; take the quotation marks off.`;
export const quotationOpen: string = "A quotation mark is opened and not closed.";
export const likelihoodUnscaled = (word: string, range: string): string =>
  `"${word}" needs its scale beside it, as (${range}).`;
export const likelihoodWithConfidence: string =
  "Likelihood and confidence stand in one sentence: say them in two.";
