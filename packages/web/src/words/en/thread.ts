/** Words of the way between a result and its source. */
export const thread = {
  "chain.title": "What this sentence rests on",
  "chain.nothing": "Nothing. It needs a claim, a result or a named assumption.",
  "chain.noSentence": "There is no sentence {{id}} in the brief at this level.",
  "chain.restsOn_one": "rests on {{count}}",
  "chain.restsOn_other": "rests on {{count}}",
  "chain.openInRecord": "Open in Record",
  "chain.missing": "Nothing is called {{ref}}.",
  "chain.hidden": "{{ref}} stands above the reading level, or does not exist.",

  "result.loading": "Computing…",
  "result.method": "Method: {{method}} ({{status}}).",
  "result.seed": "Seed {{seed}}.",
  "result.proved": "proved",
  "result.heuristic": "heuristic",
  "result.capped": "capped at {{n}}",
  "result.notComputed": "not computed",

  "object.down": "What it rests on",
  "object.up": "What rests on it",
  "object.nothing": "Nothing yet.",
  "object.missing": "Nothing here is called {{ref}}.",
  "object.missingLevel": "It may stand above the reading level you chose.",
  "object.missingTodo": "It may have been taken back. Search for it with /.",
} as const;
