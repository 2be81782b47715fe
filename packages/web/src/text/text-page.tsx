import { type Kind, type Ref, refOf } from "@parley/case";
import { type EditedText, readEntries, writeEntries } from "@parley/case/text";
import { useBlocker, useNavigate, useSearch } from "@tanstack/react-router";
import { lazy, type ReactNode, Suspense, useEffect, useMemo, useState } from "react";
import { useCaseData } from "../api/case-data.ts";
import { useBegun, useEdits } from "../api/edits.ts";
import { Button } from "../design/button.tsx";
import { Dialog } from "../design/dialog.tsx";
import { Select, TextField } from "../design/field.tsx";
import { useAnnounce } from "../design/notices.tsx";
import { usePrinting } from "../design/printing.ts";
import { Empty, Loading } from "../design/states.tsx";
import { stamped, usedOf } from "../edit/draft.ts";
import { Screen } from "../frame/screen.tsx";
import { titleOf } from "../thread/describe.ts";
import { hangingOn } from "../thread/places.ts";
import { t } from "../words/index.ts";
import { type Difference, difference, TYPED, typedObjects } from "./edited.ts";
import "../edit/edit.css";
import "./text.css";

// The editor is the larger part of the screen, and comes after it.
const TextEditor = lazy(() => import("../edit/text-editor.tsx").then((m) => ({ default: m.TextEditor })));

/** `Select` knows no empty choice: this stands for all. */
const WHOLE = "*";
/** Above so many objects a part comes first: the whole of a large case is checked slowly. */
const LARGE = 500;
/** The check waits until typing rests for this long. */
const REST_MS = 250;

/** The whole case, or a part of it, edited as text and saved as one change. */
export function TextPage(): ReactNode {
  const { held } = useCaseData();
  const { part } = useSearch({ from: "/c/$case/text" });
  const navigate = useNavigate({ from: "/c/$case/text" });
  const all = useMemo(() => typedObjects(held), [held]);
  const kinds = TYPED.filter((kind) => all.some((object) => object.kind === kind));
  const isPart = (word: string | undefined): word is Kind => (TYPED as readonly unknown[]).includes(word);
  const chosen = isPart(part) ? part : part !== WHOLE && all.length > LARGE ? kinds[0] : undefined;
  const kindOf = (id: string): Kind | undefined => (id === WHOLE ? undefined : (id as Kind));
  return (
    <Screen
      title={t("text.title")}
      about={t("text.about")}
      testId="text"
      tools={
        <Select<string>
          label={t("text.part")}
          value={chosen ?? WHOLE}
          options={[
            { id: WHOLE, name: t("text.whole", { count: all.length }) },
            ...(chosen === undefined || kinds.includes(chosen) ? kinds : [...kinds, chosen]).map((kind) => ({
              id: kind,
              name: t("text.partIs", {
                kind: t(`kind.${kind}`),
                count: all.filter((object) => object.kind === kind).length,
              }),
            })),
          ]}
          onChange={(to) => void navigate({ search: (s) => ({ ...s, part: kindOf(to) ?? WHOLE }) })}
        />
      }
    >
      {all.length === 0 ? (
        <Empty title={t("text.nothing")}>
          <p>{t("text.nothingTodo")}</p>
        </Empty>
      ) : null}
      <Part key={chosen ?? WHOLE} kind={chosen} />
    </Screen>
  );
}

interface Begun {
  text: string;
  /** What the text says, before anybody has typed. */
  objects: EditedText["objects"];
}

function Part({ kind }: { kind: Kind | undefined }): ReactNode {
  const { held, name, state, thread } = useCaseData();
  const edits = useEdits(name);
  const announce = useAnnounce();
  const fresh = useMemo((): Begun => {
    const text = writeEntries(typedObjects(held, kind));
    return { text, objects: readEntries(text, held).objects };
  }, [held, kind]);
  const [begun, setBegun] = useState(fresh);
  const [text, setText] = useState(fresh.text);
  const [why, setWhy] = useState("");
  const printing = usePrinting();
  const dirty = text !== begun.text;
  // Until somebody types, what others change shows here at once.
  if (!dirty && begun !== fresh) {
    setBegun(fresh);
    setText(fresh.text);
  }
  const versions = useBegun(dirty ? "typed" : `as of ${state.seq}`);
  const rested = useRested(text);
  const taken = useMemo(() => {
    const shown = new Set<Ref>(typedObjects(held, kind).map((o) => refOf(o.kind, o.id)));
    const all = state.objects.map((o): Ref => refOf(o.kind, o.id));
    return new Set(all.filter((ref) => !shown.has(ref)));
  }, [held, kind, state.objects]);
  const read = useMemo(
    () => (rested === begun.text ? undefined : readEntries(rested, held, taken)),
    [rested, begun.text, held, taken],
  );
  const errors = read?.findings.some((f) => f.severity === "error") === true;
  const made = useMemo(
    () => (read === undefined || errors ? undefined : difference(begun.objects, read.objects)),
    [read, errors, begun.objects],
  );
  const count = made === undefined ? 0 : made.changed.length + made.made.length + made.withdrawn.length;
  const save = async (): Promise<void> => {
    if (made === undefined || read === undefined) return;
    const put = [...made.changed, ...made.made].map((object) =>
      stamped(object, held.at(refOf(object.kind, object.id))),
    );
    const passages = new Map(put.flatMap((object) => usedOf(read.made, object)).map((p) => [p.id, p]));
    const done = await edits.change(
      {
        why: why.trim() === "" ? t("why.asText") : why.trim(),
        edits: [
          ...[...passages.values(), ...put].map((value) => ({ kind: value.kind, id: value.id, value })),
          ...made.withdrawn.map((object) => ({ kind: object.kind, id: object.id, value: null })),
        ],
      },
      versions,
    );
    if (!done) return;
    setBegun({ text, objects: read.objects });
    setWhy("");
    announce(t("text.saved"));
  };
  return (
    <div className="text-page">
      {/* The editor holds the lines in sight; on paper stands the whole text. */}
      {printing ? <pre className="text-printed">{text}</pre> : null}
      <Suspense fallback={<Loading what={t("edit.textLoading")} />}>
        <TextEditor
          tall
          label={t("text.label")}
          value={text}
          onChange={setText}
          findings={read?.findings ?? []}
        />
      </Suspense>
      <div className="text-save">
        <p role="status">
          {!dirty
            ? t("text.unchanged")
            : rested !== text
              ? t("text.checking")
              : errors
                ? t("text.mend")
                : made === undefined || count === 0
                  ? t("text.unchanged")
                  : summary(made)}
        </p>
        {made === undefined || count === 0 ? null : <Which made={made} hanging={hangingCount(made)} />}
        {dirty ? <TextField label={t("edit.why")} value={why} onChange={setWhy} /> : null}
        <div className="row">
          <Button
            look="main"
            isDisabled={count === 0 || errors || rested !== text}
            onPress={() => void save()}
          >
            {t("text.save")}
          </Button>
          <Button isDisabled={!dirty} onPress={() => setText(begun.text)}>
            {t("text.revert")}
          </Button>
        </div>
      </div>
      <Leaving dirty={dirty} />
    </div>
  );

  function hangingCount({ withdrawn }: Difference): number {
    const gone = new Set<Ref>(withdrawn.map((o) => refOf(o.kind, o.id)));
    return new Set([...gone].flatMap((ref) => hangingOn(thread, held, ref)).filter((ref) => !gone.has(ref)))
      .size;
  }
}

function summary({ changed, made, withdrawn }: Difference): string {
  return [
    changed.length === 0 ? [] : t("text.changed", { count: changed.length }),
    made.length === 0 ? [] : t("text.new", { count: made.length }),
    withdrawn.length === 0 ? [] : t("text.withdrawn", { count: withdrawn.length }),
  ]
    .flat()
    .join(" · ");
}

/** What is changed, new and withdrawn, by name. */
function Which({ made, hanging }: { made: Difference; hanging: number }): ReactNode {
  const { held } = useCaseData();
  const named = (word: string, objects: Difference["made"]): ReactNode =>
    objects.length === 0 ? null : (
      <li>
        {word}:{" "}
        {objects.slice(0, 20).map((object, i) => {
          const ref = refOf(object.kind, object.id);
          return (
            <span key={ref}>
              {i === 0 ? "" : "; "}
              <bdi>{held.at(ref) === undefined ? object.id : titleOf(held, ref)}</bdi>
            </span>
          );
        })}
        {objects.length > 20 ? " …" : ""}
      </li>
    );
  return (
    <>
      <details>
        <summary>{t("text.which")}</summary>
        <ul className="plain">
          {named(t("text.changed", { count: made.changed.length }), made.changed)}
          {named(t("text.new", { count: made.made.length }), made.made)}
          {named(t("text.withdrawn", { count: made.withdrawn.length }), made.withdrawn)}
        </ul>
      </details>
      {hanging === 0 ? null : <p className="field-error">{t("text.hanging", { count: hanging })}</p>}
    </>
  );
}

/** Nothing typed is lost by a wrong click: asks before another screen, a closed tab asks by the browser's own words. */
function Leaving({ dirty }: { dirty: boolean }): ReactNode {
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) =>
      dirty && current.fullPath + partOf(current) !== next.fullPath + partOf(next),
    enableBeforeUnload: () => dirty,
    withResolver: true,
  });
  return (
    <Dialog title={t("text.leave")} isOpen={blocker.status === "blocked"} onClose={() => blocker.reset?.()}>
      <p>{t("text.leaveAbout")}</p>
      <div className="row">
        <Button look="main" onPress={() => blocker.reset?.()}>
          {t("text.stay")}
        </Button>
        <Button look="danger" onPress={() => blocker.proceed?.()}>
          {t("text.go")}
        </Button>
      </div>
    </Dialog>
  );
}

const partOf = (place: { search: unknown }): string =>
  String((place.search as { part?: string } | undefined)?.part ?? "");

/** A text once its typing rests. */
function useRested(text: string): string {
  const [rested, setRested] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), REST_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return rested;
}
