// An article of our own words, as long as it is wanted, with marks that damage loses and places where links were lost.
const PARAGRAPHS = [
  "The upland board’s envoy said on Monday that “no gate opens without us”, and that the board’s answer of 4 May – the third in a row – would stand until the level is agreed.",
  "Observers note that the two sides have met four times, and that each meeting has ended with a statement that says less than the last. President Kell, for his part, insisted that the town’s offer was “serious and complete”.",
  "The former published an arguing that it made little sense to wait. The latter answered that the for the summer was not ready, and that they cannot even , at this stage, name a day.",
];

/** Its paragraphs, about so many characters together. */
export const article = (length) => {
  const parts = ["The gates stay shut", "By R. Kell, 4 May 2026"];
  for (let i = 0, size = 0; size < length; i++) {
    parts.push(`${PARAGRAPHS[i % PARAGRAPHS.length]} (${i})`);
    size += parts.at(-1).length;
  }
  return parts;
};
