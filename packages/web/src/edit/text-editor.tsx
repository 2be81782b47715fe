import { autocompletion, type CompletionContext, type CompletionResult } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { yaml } from "@codemirror/lang-yaml";
import { bracketMatching, HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { type Diagnostic, lintGutter, setDiagnostics } from "@codemirror/lint";
import { Annotation, EditorState } from "@codemirror/state";
import { EditorView, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { KINDS, type Kind, SECTIONS } from "@parley/case";
import { fieldsOf } from "@parley/case/schema";
import type { PlacedFinding } from "@parley/case/text";
import { type ReactNode, useEffect, useRef } from "react";
import { useCaseData } from "../api/case-data.ts";
import { t } from "../words/index.ts";
import { completionsAt } from "./completions.ts";

interface Props {
  label: string;
  value: string;
  findings: readonly PlacedFinding[];
  /** As tall as the window lets it be: for text that is a screen of its own. */
  tall?: boolean;
  onChange(value: string): void;
}

const KIND_OF: ReadonlyMap<string, Kind> = new Map([
  ["parties", "actor"],
  ...KINDS.flatMap((kind): [string, Kind][] => (kind === "case" ? [] : [[SECTIONS[kind], kind]])),
]);

/** Marks a change that somebody else made to the text, so that it is not taken for typing. */
const FROM_OUTSIDE = Annotation.define<boolean>();

/** Text in the text form of a case, with its findings in place and what may stand next offered. */
export function TextEditor({ label, value, findings, tall = false, onChange }: Props): ReactNode {
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(undefined);
  const { held } = useCaseData();
  // What was typed and has not come back as `value` yet: a value on its way back must not undo what was typed since.
  const typed = useRef<string[]>([]);
  const latest = useRef({ onChange, held });
  latest.current = { onChange, held };
  // biome-ignore lint/correctness/useExhaustiveDependencies: the editor is made once; later values are put in below
  useEffect(() => {
    const host = place.current;
    if (host === null) return;
    // In a shadow root its styles are sheets of the root, which the page's policy allows where it allows no style element.
    const root = host.shadowRoot ?? host.attachShadow({ mode: "open" });
    const editor = new EditorView({
      parent: root as unknown as HTMLElement,
      root,
      state: EditorState.create({
        doc: value,
        extensions: [
          lineNumbers(),
          history(),
          bracketMatching(),
          yaml(),
          syntaxHighlighting(SIGNS),
          lintGutter(),
          autocompletion({ override: [complete] }),
          keymap.of([...defaultKeymap, ...historyKeymap]),
          EditorView.lineWrapping,
          EditorView.contentAttributes.of({ "aria-label": label, tabindex: "0" }),
          EditorView.updateListener.of((update) => {
            if (!update.docChanged || update.transactions.some((one) => one.annotation(FROM_OUTSIDE))) return;
            const text = update.state.doc.toString();
            typed.current.push(text);
            latest.current.onChange(text);
          }),
          LOOK,
        ],
      }),
    });
    view.current = editor;
    editor.focus();
    return () => editor.destroy();
  }, []);
  useEffect(() => {
    const editor = view.current;
    const echo = typed.current.lastIndexOf(value);
    typed.current.splice(0, echo + 1);
    if (editor === undefined || echo >= 0 || editor.state.doc.toString() === value) return;
    typed.current = [];
    editor.dispatch({
      changes: { from: 0, to: editor.state.doc.length, insert: value },
      annotations: FROM_OUTSIDE.of(true),
    });
  }, [value]);
  useEffect(() => {
    const editor = view.current;
    if (editor === undefined) return;
    const { doc } = editor.state;
    const diagnostics = findings.map(({ line, column, severity, message }): Diagnostic => {
      const at = doc.line(Math.min(Math.max(1, line), doc.lines));
      const from = Math.min(at.to, at.from + column - 1);
      return { from, to: Math.max(from, at.to), severity, message };
    });
    editor.dispatch(setDiagnostics(editor.state, diagnostics));
  }, [findings]);
  function complete(context: CompletionContext): CompletionResult | null {
    const before = context.state.doc.sliceString(0, context.pos);
    const found = completionsAt(before, latest.current.held, KIND_OF, fieldsOf);
    if (found === undefined || (!context.explicit && found.typed === "")) return null;
    return { from: context.pos - found.typed.length, options: found.options.map((o) => ({ label: o })) };
  }
  return (
    <div className={tall ? "text-editor text-editor-tall" : "text-editor"}>
      <div ref={place} className="text-editor-place" data-takes-text="" />
      <ul className="plain text-findings" aria-live="polite" aria-label={t("edit.findings")}>
        {findings.length === 0 ? <li className="soft">{t("edit.noFindings")}</li> : null}
        {findings.map((f) => (
          <li
            key={`${f.line}:${f.column} ${f.message}`}
            className={f.severity === "error" ? "field-error" : "soft"}
          >
            {t("edit.atLine", { line: f.line, column: f.column })} {f.message}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Names, comments and quoted words, by the tokens of the theme in force. */
const SIGNS = HighlightStyle.define([
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: "var(--accent)" },
  { tag: [tags.comment, tags.meta, tags.separator, tags.punctuation], color: "var(--ink-soft)" },
  { tag: tags.invalid, color: "var(--alert)" },
]);

/** The look of the workbench: its tokens reach into the shadow root. */
const LOOK = EditorView.theme({
  "&": {
    color: "var(--ink)",
    backgroundColor: "var(--paper)",
    border: "1px solid var(--line-strong)",
    borderRadius: "var(--radius-m)",
    fontSize: "var(--text-s)",
  },
  "&.cm-focused": { outline: "var(--focus-width) solid var(--focus)" },
  ".cm-scroller": { maxHeight: "var(--editor-height)", overflow: "auto", lineHeight: "1.6" },
  ".cm-content": { caretColor: "var(--ink)" },
  ".cm-cursor": { borderLeftColor: "var(--ink)" },
  ".cm-gutters": {
    backgroundColor: "var(--ground)",
    color: "var(--ink-soft)",
    border: "0",
  },
  ".cm-tooltip": {
    backgroundColor: "var(--paper)",
    color: "var(--ink)",
    border: "1px solid var(--line-strong)",
  },
  ".cm-tooltip-autocomplete ul li[aria-selected]": {
    backgroundColor: "var(--accent)",
    color: "var(--accent-ink)",
  },
});
