import type { Brief, Claim, Id, Ref } from "@parley/case";
import { freeId, refOf } from "@parley/case";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { type ReactNode, useCallback, useMemo, useState } from "react";
import { idsTaken, useCaseData } from "../api/case-data.ts";
import { useEdits } from "../api/edits.ts";
import { withSentence } from "../brief/edit-brief.ts";
import { Button } from "../design/button.tsx";
import { Dialog } from "../design/dialog.tsx";
import { TextField } from "../design/field.tsx";
import { useAnnounce, useNotify } from "../design/notices.tsx";
import { Empty } from "../design/states.tsx";
import { useEditing } from "../edit/editing.tsx";
import { hasForm } from "../edit/forms.ts";
import { takesText, useKeys } from "../frame/shortcuts.ts";
import { type GapDraft, GapForm } from "../gaps/gap-form.tsx";
import { HelpButton } from "../help/help-button.tsx";
import { setPreferences, usePreferences } from "../settings/preferences.ts";
import { actorName } from "../thread/describe.ts";
import { t } from "../words/index.ts";
import { AddDocuments } from "./add-documents.tsx";
import { type ClaimDraft, ClaimForm } from "./claim-form.tsx";
import { accepting, rejecting } from "./decide.ts";
import { DocumentView } from "./document-view.tsx";
import { Inspector } from "./inspector.tsx";
import { offsetOf, parsePlace, tighten } from "./offsets.ts";
import { RecordTabs } from "./record-tabs.tsx";
import {
  inOrder,
  matches,
  type ReviewedKind,
  type ReviewItem,
  type ReviewOrder,
  reviewItems,
} from "./review-items.ts";
import { afterReview, commandOf, moved, type ReviewCommand } from "./review-keys.ts";
import { ReviewPane } from "./review-pane.tsx";
import { RulesTools } from "./rules-tools.tsx";
import { scrollToPassage } from "./scroll-to-passage.ts";
import { SourceList } from "./source-list.tsx";
import { LinkDialog, SplitDialog } from "./split-dialog.tsx";
import { textOf } from "./text-marks.ts";
import "./record.css";

type Pane = "sources" | "document" | "claims";

/** Documents, their text and what is claimed in them. */
export function RecordPage(): ReactNode {
  const { held } = useCaseData();
  const { source: wanted } = useParams({ from: "/c/$case/record/{-$source}" });
  const [pane, setPane] = useState<Pane>("document");
  const sources = held.all("source").filter((s) => s.review?.state !== "rejected");
  const source = wanted === undefined ? sources[0] : held.get("source", wanted);
  const panes: readonly Pane[] = ["sources", "document", "claims"];
  return (
    <div className="record" data-pane={pane}>
      <div className="pane-switch row">
        <h1>{t("nav.record")}</h1>
        {panes.map((p) => (
          <Button key={p} small look={p === pane ? "main" : "plain"} onPress={() => setPane(p)}>
            {t(`pane.${p}`)}
          </Button>
        ))}
      </div>
      <div className="pane pane-sources">
        {/* Where there is one column, the heading stands above it. */}
        <div className="screen-title record-head">
          <h1>{t("nav.record")}</h1>
          <HelpButton />
        </div>
        <RecordTabs />
        <nav aria-label={t("pane.sources")}>
          <AddDocuments />
          <SourceList current={source?.id} />
        </nav>
      </div>
      {source !== undefined ? (
        <RecordDocument key={source.id} source={source.id} />
      ) : (
        <div className="pane pane-document">
          {wanted === undefined ? (
            <Empty title={t("record.empty")}>
              <p>{t("record.emptyTodo")}</p>
            </Empty>
          ) : (
            <Empty title={t("record.noSource", { source: wanted })}>
              <p>{t("record.noSourceTodo")}</p>
            </Empty>
          )}
        </div>
      )}
    </div>
  );
}

function RecordDocument({ source: id }: { source: Id }): ReactNode {
  const data = useCaseData();
  const { held, thread, name } = data;
  const edits = useEdits(name);
  const notify = useNotify();
  const announce = useAnnounce();
  const navigate = useNavigate({ from: "/c/$case/record/{-$source}" });
  const search = useSearch({ from: "/c/$case/record/{-$source}" });
  const [focused, setFocused] = useState<Ref>();
  const [follow, setFollow] = useState(0);
  const [filter, setFilter] = useState("");
  const [draft, setDraft] = useState<ClaimDraft>();
  const [gapDraft, setGapDraft] = useState<GapDraft>();
  const [kind, setKind] = useState<ReviewedKind | "all">("all");
  const [setAside, setSetAside] = useState<ReviewItem>();
  const [split, setSplit] = useState<ReviewItem>();
  const [linked, setLinked] = useState<ReviewItem>();
  const openForm = useEditing();

  const source = held.get("source", id);
  const text = textOf(held, id);
  const { surestFirst } = usePreferences();
  const order: ReviewOrder = surestFirst.includes(name) ? "sure" : "place";
  const items = useMemo(() => inOrder(reviewItems(held, thread, id), order), [held, thread, id, order]);
  const at = useMemo(() => parsePlace(search.at), [search.at]);
  const shown = useMemo(() => {
    const matching = items.filter((item) => matches(item, held, filter, kind));
    return [...matching.filter((i) => i.waiting), ...matching.filter((i) => !i.waiting)];
  }, [items, held, filter, kind]);
  const item = shown.find((i) => i.ref === focused);

  const inspect = useCallback(
    (show: Ref | undefined) => void navigate({ search: (s) => ({ ...s, show }), replace: true }),
    [navigate],
  );
  const goTo = (to: ReviewItem | undefined, said = ""): void => {
    setFocused(to?.ref);
    if (to === undefined) {
      announce(`${said} ${t("review.done")}`);
      return;
    }
    setFollow((n) => n + 1);
    scrollToPassage(to.passage);
    const place = shown.indexOf(to) + 1;
    announce(`${said} ${t("review.at", { place, all: shown.length })}`.trim());
  };
  const onFocus = useCallback((to: ReviewItem) => {
    setFocused(to.ref);
    scrollToPassage(to.passage);
  }, []);
  const leave = (done: readonly ReviewItem[], said: string): void => {
    const waiting = shown.filter((i) => i.waiting).map((i) => i.ref);
    const next = afterReview(waiting, new Set(done.map((i) => i.ref)), done[done.length - 1]?.ref);
    goTo(
      shown.find((i) => i.ref === next),
      said,
    );
  };
  const accept = (which: readonly ReviewItem[]): void => {
    const list = accepting(
      held,
      which.map((i) => i.ref),
      new Date().toISOString(),
    );
    if (list.length === 0) return;
    void edits.change({ why: t("why.accepted", { count: which.length }), edits: list });
    leave(which, t("review.saidAccepted", { count: which.length }));
  };
  const reject = (which: ReviewItem, reason: string): void => {
    const list = rejecting(held, thread, [which.ref], new Date().toISOString(), reason);
    void edits.change({
      why: reason === "" ? t("why.rejected") : t("why.rejectedFor", { reason }),
      edits: list,
    });
    leave([which], t("review.saidRejected"));
  };
  const toBrief = (claim: Claim): void => {
    const info = held.info;
    const sentence = {
      text: t("brief.fromClaim", {
        who: actorName(held, claim.by),
        act: t(`act.${claim.act}`),
        says: claim.says,
      }),
      on: [refOf("claim", claim.id)],
    };
    const first: Brief = held.all("brief")[0] ?? {
      kind: "brief",
      id: freeId("brief", idsTaken(data, "brief")),
      title: info?.title ?? t("brief.untitled"),
      sections: [],
    };
    const brief = withSentence(first, 0, sentence, t("brief.firstSection"));
    void edits.change({
      why: t("why.sentenceAdded"),
      edits: [{ kind: "brief", id: brief.id, value: brief }],
    });
    notify({
      tone: "done",
      text: t("brief.added"),
      action: {
        label: t("brief.open"),
        run: () =>
          void navigate({
            to: "/c/$case/brief",
            params: { case: name },
            search: (s) => ({ level: s.level, known: s.known }),
          }),
      },
    });
  };
  const selected = (): GapDraft | undefined => {
    const selection = getSelection();
    if (text === undefined || selection === null || selection.rangeCount === 0 || selection.isCollapsed)
      return undefined;
    const range = selection.getRangeAt(0);
    const start = offsetOf(range.startContainer, range.startOffset);
    const end = offsetOf(range.endContainer, range.endOffset);
    const place = start === undefined || end === undefined ? undefined : tighten(text.text, start, end);
    return place && { source: id, text: text.text, start: place[0], end: place[1] };
  };
  const fromSelection = (what: "claim" | "gap"): void => {
    const place = selected();
    if (place === undefined)
      notify({ tone: "done", text: t(what === "claim" ? "claim.selectFirst" : "gap.selectFirst") });
    else if (what === "claim") setDraft({ type: "new", ...place });
    else setGapDraft(place);
  };
  const setOrder = (to: ReviewOrder): void => {
    const others = surestFirst.filter((one) => one !== name);
    setPreferences({ surestFirst: to === "sure" ? [...others, name] : others });
    announce(t(to === "sure" ? "review.saidBySure" : "review.saidByPlace"));
  };
  const onCommand = (command: ReviewCommand, on: ReviewItem | undefined): void => {
    if (command === "next" || command === "previous") {
      const ref = moved(
        shown.map((i) => i.ref),
        focused,
        command === "next" ? 1 : -1,
      );
      goTo(shown.find((i) => i.ref === ref));
    } else if (command === "order") setOrder(order === "sure" ? "place" : "sure");
    else if (command === "claim" || command === "gap") fromSelection(command);
    else if (on === undefined) announce(t("review.noneFocused"));
    else if (command === "accept" && on.waiting) accept([on]);
    else if (command === "reject") setSetAside(on);
    else if (command === "edit" && on.object.kind === "claim") setDraft({ type: "edit", claim: on.object });
    else if (command === "edit" && hasForm(on.object.kind)) openForm({ of: on.ref });
    else if (command === "split" && on.object.kind === "claim" && on.waiting) setSplit(on);
    else if (command === "link" && on.object.kind === "claim" && on.waiting) setLinked(on);
    else if (command === "skip") leave([on], t("review.saidSkipped"));
    else if (command === "open") inspect(refOf("passage", on.passage.id));
    else if (command === "brief" && on.object.kind === "claim") {
      if (on.waiting) notify({ tone: "done", text: t("brief.acceptFirst") });
      else toBrief(on.object);
    }
  };
  useKeys((event) => {
    if (event.key === "Escape" && search.show !== undefined) {
      inspect(undefined);
      return;
    }
    const command = commandOf(event, takesText(event.target));
    if (command === undefined) return;
    const inReview = event.target instanceof HTMLElement && event.target.closest(".review") !== null;
    const onCard = event.target instanceof HTMLElement && event.target.matches("article.card");
    // Arrows scroll a document and Enter presses buttons: they mean review only on a card.
    if ((event.key === "ArrowDown" || event.key === "ArrowUp") && !inReview) return;
    if (event.key === "Enter" && !onCard) return;
    event.preventDefault();
    onCommand(command, item);
  });
  const command = useStable(onCommand);
  const openPassage = useOpen("passage", inspect);
  const openGap = useOpen("gap", inspect);

  if (source === undefined) return null;
  return (
    <>
      <div className="pane pane-document">
        {text === undefined ? (
          <Empty title={t("record.noText")}>
            <p>{t("record.noTextTodo")}</p>
          </Empty>
        ) : (
          <DocumentView
            source={source}
            text={text}
            at={at}
            focused={item?.passage.id}
            openPassage={openPassage}
            openGap={openGap}
          />
        )}
      </div>
      <section className="pane pane-claims" aria-label={t("pane.claims")}>
        {search.show !== undefined && held.at(search.show as Ref) !== undefined ? (
          <Inspector of={search.show as Ref} onClose={() => inspect(undefined)} />
        ) : (
          <ReviewPane
            items={items}
            focused={focused}
            follow={follow}
            filter={filter}
            onFilter={setFilter}
            kind={kind}
            onKind={setKind}
            order={order}
            onOrder={setOrder}
            tools={text === undefined ? null : <RulesTools source={source.id} />}
            onFocus={onFocus}
            onCommand={command}
            onAcceptAll={accept}
          />
        )}
      </section>
      <ClaimForm
        draft={draft}
        onClose={(saved) => {
          setDraft(undefined);
          if (saved && draft?.type === "edit" && item?.waiting === true)
            leave([item], t("review.saidEdited"));
        }}
      />
      <GapForm draft={gapDraft} onClose={() => setGapDraft(undefined)} />
      <SplitDialog
        claim={split?.object.kind === "claim" ? split.object : undefined}
        onClose={() => setSplit(undefined)}
        onDone={(list, count) => {
          const done = split;
          setSplit(undefined);
          void edits.change({ why: t("why.split", { count }), edits: list });
          if (done !== undefined) leave([done], t("review.saidSplit", { count }));
        }}
      />
      <LinkDialog
        claim={linked?.object.kind === "claim" ? linked.object : undefined}
        onClose={() => setLinked(undefined)}
        onDone={(list) => {
          const done = linked;
          setLinked(undefined);
          void edits.change({ why: t("why.linked"), edits: list });
          if (done !== undefined) leave([done], t("review.saidLinked"));
        }}
      />
      <RejectDialog
        item={setAside}
        onClose={() => setSetAside(undefined)}
        onReject={(on, reason) => {
          setSetAside(undefined);
          reject(on, reason);
        }}
      />
    </>
  );
}

function useOpen(kind: "passage" | "gap", inspect: (ref: Ref) => void): (id: Id) => void {
  return useCallback((id: Id) => inspect(refOf(kind, id)), [kind, inspect]);
}

/** A function that stays the same while what it does may change. */
function useStable<A extends unknown[]>(run: (...args: A) => void): (...args: A) => void {
  const [box] = useState<{ run: (...args: A) => void }>({ run });
  box.run = run;
  return useCallback((...args: A) => box.run(...args), [box]);
}

interface RejectProps {
  item: ReviewItem | undefined;
  onClose(): void;
  onReject(item: ReviewItem, reason: string): void;
}

function RejectDialog({ item, onClose, onReject }: RejectProps): ReactNode {
  const [reason, setReason] = useState("");
  return (
    <Dialog title={t("reject.title")} isOpen={item !== undefined} onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          if (item !== undefined) onReject(item, reason.trim());
          setReason("");
        }}
      >
        <TextField
          label={t("reject.reason")}
          help={t("reject.help")}
          value={reason}
          onChange={setReason}
          autoFocus
        />
        <div className="row">
          <Button look="main" type="submit">
            {t("reject.do")}
          </Button>
          <Button onPress={onClose}>{t("cancel")}</Button>
        </div>
      </form>
    </Dialog>
  );
}
