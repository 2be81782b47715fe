import type { Ref } from "@parley/case";
import type { SearchHit } from "@parley/server/api";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Fragment, type ReactNode, useState } from "react";
import { Autocomplete } from "react-aria-components/Autocomplete";
import { Header } from "react-aria-components/Header";
import { Input } from "react-aria-components/Input";
import { ListBox, ListBoxItem, ListBoxSection } from "react-aria-components/ListBox";
import { SearchField } from "react-aria-components/SearchField";
import { useCaseData } from "../api/case-data.ts";
import { api } from "../api/client.ts";
import { Dialog } from "../design/dialog.tsx";
import { Segments } from "../design/segments.tsx";
import { kindOf } from "../thread/places.ts";
import { kindName } from "../thread/ref-link.tsx";
import { t } from "../words/index.ts";

/** How many the server finds at most, and how many of a kind are listed. */
const MOST = 100;
const MOST_A_KIND = 30;

/** What to look among: the screen's words for a few groups of kinds. */
const LOOKS = ["all", "documents", "claims", "positions", "other"] as const;
type Look = (typeof LOOKS)[number];

function lookOf(kind: string): Look {
  if (["source", "text", "passage", "gap"].includes(kind)) return "documents";
  if (["claim", "statement"].includes(kind)) return "claims";
  if (["position", "precondition", "commitment"].includes(kind)) return "positions";
  return "other";
}

/** Find anything in the case: arrows choose, Enter opens. */
export function SearchDialog({ isOpen, onClose }: { isOpen: boolean; onClose(): void }): ReactNode {
  return (
    <Dialog title={t("search.title")} isOpen={isOpen} onClose={onClose} wide bare>
      <Search onClose={onClose} />
    </Dialog>
  );
}

function Search({ onClose }: { onClose(): void }): ReactNode {
  const { name, held, results } = useCaseData();
  const navigate = useNavigate();
  const [words, setWords] = useState("");
  const [look, setLook] = useState<Look>("all");
  const asked = words.trim();
  const answer = useQuery({
    queryKey: ["case", name, "search", asked],
    queryFn: ({ signal }) => api.search(name, asked, signal),
    enabled: asked.length > 1,
    placeholderData: keepPreviousData,
  });
  // What may not be read at the chosen level is not found either; results have no place in the index.
  const hits = (asked.length > 1 ? (answer.data ?? []) : []).filter((hit) => held.at(hit.ref) !== undefined);
  const found = dedupe([
    ...hits,
    ...results
      .filter((r) => asked.length > 1 && r.title.toLowerCase().includes(asked.toLowerCase()))
      .map((r) => ({ ref: r.ref, name: r.title, field: "title", snippet: r.method, marks: [] })),
  ]);
  const byKind = new Map<string, SearchHit[]>();
  for (const hit of found) byKind.set(kindOf(hit.ref), [...(byKind.get(kindOf(hit.ref)) ?? []), hit]);
  const counted = (look: Look): number =>
    look === "all" ? found.length : found.filter((hit) => lookOf(kindOf(hit.ref)) === look).length;
  const groups = [...byKind].filter(([kind]) => look === "all" || lookOf(kind) === look);
  const open = (ref: Ref): void => {
    onClose();
    const object = held.at(ref);
    const params = { case: name };
    if (object?.kind === "source" || object?.kind === "text") {
      const source = object.kind === "source" ? object.id : object.source;
      void navigate({
        to: "/c/$case/record/{-$source}",
        params: { ...params, source },
        search: (s) => ({ level: s.level, known: s.known }),
      });
    } else if (object?.kind === "passage") {
      void navigate({
        to: "/c/$case/record/{-$source}",
        params: { ...params, source: object.source },
        search: (s) => ({ level: s.level, known: s.known, at: `${object.start}-${object.end}` }),
      });
    } else if (object?.kind === "brief") {
      void navigate({ to: "/c/$case/brief", params, search: (s) => ({ level: s.level, known: s.known }) });
    } else {
      const id = ref.slice(ref.indexOf(":") + 1);
      void navigate({
        to: "/c/$case/object/$kind/$id",
        params: { ...params, kind: kindOf(ref), id },
        search: (s) => ({ level: s.level, known: s.known }),
      });
    }
  };
  return (
    <Autocomplete inputValue={words} onInputChange={setWords}>
      <SearchField aria-label={t("search.title")} autoFocus className="field">
        <Input className="input search-input" placeholder={t("search.placeholder")} dir="auto" />
      </SearchField>
      <p className="soft search-state" role="status">
        {asked.length < 2
          ? t("search.hint")
          : answer.isError
            ? answer.error.message
            : answer.isFetching
              ? t("search.looking")
              : t((answer.data?.length ?? 0) >= MOST ? "search.foundFirst" : "search.found", {
                  count: found.length,
                })}
      </p>
      <Segments<Look>
        label={t("search.look")}
        value={look}
        onChange={setLook}
        options={LOOKS.map((id) => ({
          id,
          name:
            asked.length < 2
              ? t(`search.look.${id}`)
              : t("search.lookCount", { look: t(`search.look.${id}`), count: counted(id) }),
        }))}
      />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must take the keyboard */}
      <section className="search-list" tabIndex={0} aria-label={t("search.results")}>
        <ListBox
          className="search-items"
          aria-label={t("search.results")}
          onAction={(key) => open(key as Ref)}
          renderEmptyState={() => null}
        >
          {groups.map(([kind, list]) => (
            <ListBoxSection key={kind} className="listbox-section">
              <Header className="listbox-header">{kindName(kind)}</Header>
              {list.slice(0, MOST_A_KIND).map((hit) => (
                <ListBoxItem key={hit.ref} id={hit.ref} className="option hit" textValue={hit.name}>
                  <bdi className="hit-name">{hit.name}</bdi>
                  {hit.snippet === "" || hit.snippet === hit.name ? null : (
                    <span className="soft" dir="auto">
                      <Marked text={hit.snippet} marks={hit.marks} />
                    </span>
                  )}
                </ListBoxItem>
              ))}
            </ListBoxSection>
          ))}
        </ListBox>
      </section>
    </Autocomplete>
  );
}

function dedupe(hits: readonly SearchHit[]): SearchHit[] {
  return [...new Map(hits.map((hit) => [hit.ref, hit])).values()];
}

function Marked({ text, marks }: { text: string; marks: readonly [number, number][] }): ReactNode {
  let at = 0;
  const parts: ReactNode[] = [];
  for (const [start, end] of marks) {
    if (start < at || end > text.length) continue;
    parts.push(
      <Fragment key={`t${start}`}>{text.slice(at, start)}</Fragment>,
      <mark key={start}>{text.slice(start, end)}</mark>,
    );
    at = end;
  }
  return [...parts, <Fragment key="rest">{text.slice(at)}</Fragment>];
}
