/** Words of the settings of a case, of the analyst and of the workbench. */
export const settings = {
  "settings.title": "Settings",
  "settings.about":
    "What holds for the whole case, whose name changes carry, and how the workbench looks to you.",
  "settings.save": "Save",
  "settings.saved": "Saved: {{field}}",
  "settings.case": "This case",
  "settings.caseTitle": "Title",
  "settings.titleNeeded": "A case needs a title.",
  "settings.caseAbout": "What it is about",
  "settings.caseAboutHelp": "A sentence or two for those who open it later.",
  "settings.asOf": "As-of date",
  "settings.asOfHelp": "The day on which the case is read. Durations and the brief count up to it.",
  "settings.dayNeeded": "“{{text}}” is no day of the calendar.",
  "settings.newLevel": "Handling level of new objects",
  "settings.newLevelHelp": "What is in the case already keeps its own.",
  "settings.naming": "Names in this case",
  "settings.namingHelp":
    "One a line: what sources say = what the case says. Use names that every side can read; quotations stay as they are.",
  "settings.namingWrong":
    "This line is not read: “{{line}}”. Write what sources say, =, and the case’s name, each once.",
  "settings.me": "Who works here",
  "settings.by": "Your name",
  "settings.byHelp":
    "Stands beside every change, comment and assumption you make from now on, in every case of this folder. It is kept on this machine. Undo takes back only what was done under the name in use.",
  "settings.byNeeded": "Changes need a name beside them.",
  "settings.look": "How it looks to you",
  "settings.lookAbout": "Kept in this browser; no case knows of it.",
  "settings.theme": "Light or dark",
  "settings.theme.system": "As the system",
  "settings.theme.light": "Light",
  "settings.theme.dark": "Dark",
  "settings.language": "Language",
  "settings.languageHelp":
    "English is complete. The other two are made from it by rule, for those who translate and test.",
} as const;
