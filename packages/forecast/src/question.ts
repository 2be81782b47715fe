import { question as say } from "./messages.ts";

/** What a question about the future must hold. */
export interface QuestionText {
  title: string;
  event: string;
  rule: string;
  sources?: readonly string[];
  opens?: string;
  closes?: string;
  options?: readonly string[];
}

/** Something about a question that is wrong or could be better. An error forbids saving it. */
export interface QuestionFinding {
  field: keyof QuestionText;
  severity: "error" | "warning";
  message: string;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

function isDay(text: string): boolean {
  if (!DAY.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** What is wrong with a question: without an event and a rule by which it is resolved it cannot stand. */
export function checkQuestion(question: QuestionText): QuestionFinding[] {
  const found: QuestionFinding[] = [];
  const error = (field: keyof QuestionText, message: string): void => {
    found.push({ field, severity: "error", message });
  };
  if (question.title.trim() === "") error("title", say.noTitle);
  if (question.event.trim() === "") error("event", say.noEvent);
  if (question.rule.trim() === "") error("rule", say.noRule);
  if (!question.sources?.some((s) => s.trim() !== "")) {
    found.push({ field: "sources", severity: "warning", message: say.noSources });
  }
  const { options, opens, closes } = question;
  if (options !== undefined) {
    if (options.length < 2) error("options", say.fewOptions(options.length));
    const twice = options.find((option, n) => options.indexOf(option) < n);
    if (twice !== undefined) error("options", say.sameOption(twice));
  }
  for (const field of ["opens", "closes"] as const) {
    const day = question[field];
    if (day !== undefined && !isDay(day.slice(0, 10))) error(field, say.badDay(field, day));
  }
  if (opens !== undefined && closes !== undefined && closes.slice(0, 10) < opens.slice(0, 10)) {
    error("closes", say.closesFirst(opens, closes));
  }
  return found;
}
