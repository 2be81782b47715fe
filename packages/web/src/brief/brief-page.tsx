import type { BriefDocument, DocSection, DocSentence, Footnote, UntaggedNumber } from "@parley/brief";
import { type Brief, freeId, LEVELS, type Level } from "@parley/case";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { idsTaken, keys, useCaseData } from "../api/case-data.ts";
import { api } from "../api/client.ts";
import { useEdits } from "../api/edits.ts";
import { Button } from "../design/button.tsx";
import { Select } from "../design/field.tsx";
import { Empty, Failed, Loading } from "../design/states.tsx";
import { StandingTag } from "../design/tag.tsx";
import { Screen } from "../frame/screen.tsx";
import { takesText, useKeys } from "../frame/shortcuts.ts";
import { RefLink } from "../thread/ref-link.tsx";
import { day, t } from "../words/index.ts";
import { ChainPanel } from "./chain-panel.tsx";
import { withSection, withSentence } from "./edit-brief.ts";
import { SentenceEditor } from "./sentence-editor.tsx";
import "./brief.css";

/** Levels at which a brief can be read and leave. */
const BRIEF_LEVELS = LEVELS.filter((l) => l !== "sealed");

/** The brief as a page for reading; every sentence opens the way down to the characters it rests on. */
export function BriefPage(): ReactNode {
  const { name, level: reading } = useCaseData();
  const search = useSearch({ from: "/c/$case/brief" });
  const navigate = useNavigate({ from: "/c/$case/brief" });
  const most: Level = reading === "sealed" ? "mediator" : reading;
  const wanted = search.for ?? "team";
  const level = LEVELS.indexOf(wanted) > LEVELS.indexOf(most) ? most : wanted;
  const answer = useQuery({ queryKey: keys.brief(name, level), queryFn: () => api.brief(name, level) });
  const choices = BRIEF_LEVELS.filter((l) => LEVELS.indexOf(l) <= LEVELS.indexOf(most));
  const panel =
    search.s === undefined || answer.data === undefined ? undefined : (
      <ChainPanel
        document={answer.data.document}
        id={search.s}
        onClose={() => void navigate({ search: (s) => ({ ...s, s: undefined }), replace: true })}
      />
    );
  return (
    <Screen
      title={t("nav.brief")}
      about={t("brief.about")}
      {...(panel === undefined ? {} : { panel })}
      tools={
        <>
          <Select
            label={t("brief.for")}
            inline
            value={level}
            options={choices.map((id) => ({ id, name: t(`level.${id}`) }))}
            onChange={(to) => void navigate({ search: (s) => ({ ...s, for: to }), replace: true })}
          />
          {answer.data === undefined ? null : <Export level={level} untagged={answer.data.untagged} />}
        </>
      }
    >
      {answer.isPending ? <Loading what={t("brief.loading")} /> : null}
      {answer.isError ? <Failed error={answer.error} onRetry={() => void answer.refetch()} /> : null}
      {answer.data === undefined ? null : (
        <div className="brief-main">
          <Untagged list={answer.data.untagged} document={answer.data.document} />
          <BriefText document={answer.data.document} />
        </div>
      )}
    </Screen>
  );
}

function Export({ level, untagged }: { level: Level; untagged: readonly UntaggedNumber[] }): ReactNode {
  const { name } = useCaseData();
  if (untagged.length > 0) {
    return (
      <p className="push export-off" id="export-off">
        <Button small isDisabled aria-describedby="export-off-why">
          {t("export.html")}
        </Button>{" "}
        <Button small isDisabled aria-describedby="export-off-why">
          {t("export.md")}
        </Button>{" "}
        <span id="export-off-why">{t("export.off", { count: untagged.length })}</span>
      </p>
    );
  }
  return (
    <p className="push">
      <a className="button button-plain button-small" href={api.briefFile(name, level, "html")} download>
        {t("export.html")}
      </a>{" "}
      <a className="button button-plain button-small" href={api.briefFile(name, level, "md")} download>
        {t("export.md")}
      </a>
    </p>
  );
}

function Untagged({
  list,
  document,
}: {
  list: readonly UntaggedNumber[];
  document: BriefDocument;
}): ReactNode {
  if (list.length === 0) return null;
  const idOf = (n: UntaggedNumber): string | undefined =>
    document.sections
      .flatMap((s) => s.sentences)
      .find(
        (s) =>
          s.written?.brief === n.brief &&
          s.written.section === n.section &&
          s.written.sentence === n.sentence,
      )?.id;
  return (
    <section className="callout" aria-labelledby="untagged">
      <h2 id="untagged">{t("untagged.title", { count: list.length })}</h2>
      <p>{t("untagged.todo")}</p>
      <ul>
        {list.map((n) => {
          const id = idOf(n);
          return (
            <li key={`${n.brief}-${n.section}-${n.sentence}-${n.number}`}>
              <strong>{n.number}</strong> {id === undefined ? n.text : <a href={`#${id}`}>{n.text}</a>}
              <p className="soft">{n.problem}</p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function BriefText({ document }: { document: BriefDocument }): ReactNode {
  const data = useCaseData();
  const { held, name } = data;
  const edits = useEdits(name);
  const search = useSearch({ from: "/c/$case/brief" });
  const navigate = useNavigate({ from: "/c/$case/brief" });
  const [editing, setEditing] = useState<string>();
  const sentences = useMemo(() => document.sections.flatMap((s) => s.sentences), [document]);
  const brief = held.all("brief").find((b) => b.review?.state !== "rejected");
  const article = useRef<HTMLElement>(null);
  useEffect(() => {
    if (search.s === undefined) return;
    const target = article.current?.querySelector<HTMLElement>(`[id="${CSS.escape(search.s)}"] .sentence`);
    target?.scrollIntoView({ block: "nearest" });
  }, [search.s]);
  useKeys((event) => {
    if (takesText(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape" && search.s !== undefined) {
      const id = search.s;
      void navigate({ search: (s) => ({ ...s, s: undefined }), replace: true });
      article.current?.querySelector<HTMLElement>(`[id="${CSS.escape(id)}"] .sentence`)?.focus();
      return;
    }
    const step = event.key === "j" ? 1 : event.key === "k" ? -1 : 0;
    if (step !== 0) {
      const all = [...(article.current?.querySelectorAll<HTMLElement>(".sentence") ?? [])];
      const at = all.indexOf(event.target as HTMLElement);
      const next =
        all[at < 0 ? (step > 0 ? 0 : all.length - 1) : Math.max(0, Math.min(all.length - 1, at + step))];
      next?.focus();
      next?.scrollIntoView({ block: "nearest" });
    }
    if (event.key === "e" && event.target instanceof HTMLElement && event.target.matches(".sentence")) {
      const sentence = sentences.find((s) => s.id === (event.target as HTMLElement).parentElement?.id);
      if (sentence?.written !== undefined) {
        event.preventDefault();
        setEditing(sentence.id);
      }
    }
  });
  const start = (): void => {
    const made: Brief = {
      kind: "brief",
      id: freeId("brief", idsTaken(data, "brief")),
      title: document.caseTitle,
      sections: [{ title: t("brief.firstSection"), sentences: [] }],
    };
    void edits.change({ why: t("why.briefBegun"), edits: [{ kind: "brief", id: made.id, value: made }] });
  };
  // A section that nobody has written in yet is not part of the document, yet it is where one writes.
  const shownSections = new Set(
    document.sections.flatMap((s) =>
      s.sentences.flatMap((x) => (x.written === undefined ? [] : [x.written.section])),
    ),
  );
  return (
    <article className="brief-text" ref={article} data-testid="brief">
      <header>
        <h2 className="brief-title" dir="auto">
          {document.title}
        </h2>
        <p className="soft">
          {document.asOf === undefined ? t("brief.noAsOf") : t("brief.asOf", { on: day(document.asOf) })} ·{" "}
          {t("brief.levelIs", { level: t(`level.${document.level}`) })}
        </p>
      </header>
      {brief === undefined ? (
        <Empty title={t("brief.empty")}>
          <p>{t("brief.emptyTodo")}</p>
          <Button look="main" onPress={start}>
            {t("brief.begin")}
          </Button>
        </Empty>
      ) : null}
      {document.sections.map((section) => (
        <Section
          key={section.id}
          section={section}
          notes={document.notes}
          current={search.s}
          editing={editing}
          brief={brief}
          onEdit={setEditing}
        />
      ))}
      {brief?.sections.map((section, i) =>
        shownSections.has(i) ? null : (
          // biome-ignore lint/suspicious/noArrayIndexKey: a section is named by its place
          <section key={i} className="brief-section">
            <h3 dir="auto">{section.title}</h3>
            <AddSentence brief={brief} section={i} />
          </section>
        ),
      )}
      {brief === undefined ? null : <AddSection brief={brief} />}
      <Assumptions document={document} />
      <Notes notes={document.notes} />
    </article>
  );
}

interface SectionProps {
  section: DocSection;
  notes: readonly Footnote[];
  current: string | undefined;
  editing: string | undefined;
  brief: Brief | undefined;
  onEdit(id: string | undefined): void;
}

function Section({ section, current, editing, brief, onEdit }: SectionProps): ReactNode {
  const written = section.sentences.find((s) => s.written?.brief === brief?.id)?.written;
  return (
    <section className={`brief-section brief-${section.type}`} aria-labelledby={`h-${section.id}`}>
      <h3 id={`h-${section.id}`} dir="auto">
        {section.title}
      </h3>
      {section.sentences.length === 0 ? <p className="soft">{t("brief.nothingHere")}</p> : null}
      <ul className="sentences">
        {section.sentences.map((sentence) => (
          <li key={sentence.id} id={sentence.id}>
            {editing === sentence.id && sentence.written !== undefined ? (
              <SentenceEditor written={sentence.written} onDone={() => onEdit(undefined)} />
            ) : (
              <Sentence
                sentence={sentence}
                current={sentence.id === current}
                onEdit={sentence.written === undefined ? undefined : () => onEdit(sentence.id)}
              />
            )}
          </li>
        ))}
      </ul>
      {written === undefined || brief === undefined ? null : (
        <AddSentence brief={brief} section={written.section} />
      )}
    </section>
  );
}

interface SentenceProps {
  sentence: DocSentence;
  current: boolean;
  onEdit: (() => void) | undefined;
}

function Sentence({ sentence, current, onEdit }: SentenceProps): ReactNode {
  const { name } = useCaseData();
  return (
    <>
      <Link
        to="/c/$case/brief"
        params={{ case: name }}
        search={(q) => ({ ...q, s: sentence.id })}
        className="sentence"
        dir="auto"
        aria-current={current ? "true" : undefined}
        activeProps={{}}
      >
        <Runs sentence={sentence} /> <StandingTag standing={sentence.standing} />
      </Link>
      {sentence.notes.map((n) => (
        <sup key={n}>
          <a href={`#note-${n}`} aria-label={t("note.link", { n })}>
            {n}
          </a>
        </sup>
      ))}
      {onEdit === undefined ? null : (
        <span className="sentence-edit">
          <Button small look="quiet" onPress={onEdit}>
            {t("brief.edit")}
          </Button>
        </span>
      )}
    </>
  );
}

/** The words of a sentence; numbers quoted from results stand out. */
function Runs({ sentence }: { sentence: DocSentence }): ReactNode {
  let at = 0;
  return sentence.runs.map((run) => {
    const key = at;
    at += run.text.length + 1;
    return "result" in run ? (
      <b key={key} className="run-result">
        {run.text}
      </b>
    ) : (
      <span key={key}>{run.text}</span>
    );
  });
}

function AddSentence({ brief, section }: { brief: Brief; section: number }): ReactNode {
  const { name } = useCaseData();
  const edits = useEdits(name);
  const [adding, setAdding] = useState(false);
  if (adding) {
    return (
      <SentenceEditor
        onDone={() => setAdding(false)}
        onSave={(sentence) =>
          void edits.change({
            why: t("why.sentenceAdded"),
            edits: [{ kind: "brief", id: brief.id, value: withSentence(brief, section, sentence, "") }],
          })
        }
      />
    );
  }
  return (
    <Button
      small
      look="quiet"
      onPress={() => setAdding(true)}
      aria-label={t("brief.addSentenceTo", { section: brief.sections[section]?.title ?? "" })}
    >
      {t("brief.addSentence")}
    </Button>
  );
}

function AddSection({ brief }: { brief: Brief }): ReactNode {
  const { name } = useCaseData();
  const edits = useEdits(name);
  const [title, setTitle] = useState("");
  return (
    <form
      className="row add-section"
      onSubmit={(event) => {
        event.preventDefault();
        if (title.trim() === "") return;
        void edits.change({
          why: t("why.sectionAdded"),
          edits: [{ kind: "brief", id: brief.id, value: withSection(brief, title.trim()) }],
        });
        setTitle("");
      }}
    >
      <label htmlFor="new-section">{t("brief.newSection")}</label>
      <input
        id="new-section"
        className="input"
        dir="auto"
        value={title}
        onChange={(e) => setTitle(e.target.value)}
      />
      <Button small type="submit" isDisabled={title.trim() === ""}>
        {t("brief.addSection")}
      </Button>
    </form>
  );
}

function Assumptions({ document }: { document: BriefDocument }): ReactNode {
  if (document.assumptions.length === 0) return null;
  return (
    <section className="brief-section" aria-labelledby="h-assumptions">
      <h3 id="h-assumptions">{t("assumptions.title")}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className="table-scroll" tabIndex={0} aria-label={t("assumptions.table")}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t("assumptions.about")}</th>
              <th scope="col">{t("assumptions.what")}</th>
              <th scope="col">{t("assumptions.by")}</th>
              <th scope="col">{t("assumptions.on")}</th>
              <th scope="col">{t("assumptions.why")}</th>
            </tr>
          </thead>
          <tbody>
            {document.assumptions.map((row) => (
              <tr key={`${row.ref}-${row.name}`}>
                <td>
                  <RefLink to={row.ref}>{row.name}</RefLink>
                </td>
                <td>
                  {row.what.map((line) => (
                    <div key={line}>{line}</div>
                  ))}
                </td>
                <td>{row.by}</td>
                <td>{day(row.on)}</td>
                <td>{row.why ?? t("assumptions.noWhy")}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

function Notes({ notes }: { notes: readonly Footnote[] }): ReactNode {
  if (notes.length === 0) return null;
  return (
    <section className="brief-section notes" aria-labelledby="h-notes">
      <h3 id="h-notes">{t("notes.title")}</h3>
      <ol>
        {notes.map((note) => (
          <li key={note.n} id={`note-${note.n}`} value={note.n}>
            <bdi>{note.cite}</bdi>{" "}
            {note.quotation ? (
              <q dir="auto">{note.exact}</q>
            ) : (
              <span>
                {t("notes.extract")} <bdi className="extract">{note.exact}</bdi>
              </span>
            )}{" "}
            <RefLink to={`passage:${note.passage}`}>{t("notes.open")}</RefLink>
          </li>
        ))}
      </ol>
    </section>
  );
}
