import type { Ref } from "@parley/case";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { type ReactNode, useEffect } from "react";
import { useCaseData } from "../api/case-data.ts";
import { Comments } from "../comments/comments.tsx";
import { DissentMark } from "../comments/dissent-mark.tsx";
import { SidePanel } from "../design/side-panel.tsx";
import { EditButton } from "../edit/editing.tsx";
import { HelpButton } from "../help/help-button.tsx";
import { HistoryLink } from "../history/history-link.tsx";
import { Chain } from "../thread/chain.tsx";
import { Hanging } from "../thread/hanging.tsx";
import { RefLink } from "../thread/ref-link.tsx";
import { t } from "../words/index.ts";

interface Props {
  title: string;
  /** One sentence: the question that this screen answers. */
  about: ReactNode;
  /** Leads to the other screens of the same room. */
  above?: ReactNode;
  /** Choices that change what is shown. */
  tools?: ReactNode;
  /** A panel of the screen's own. Without one, the panel walks the thread of what the address shows. */
  panel?: ReactNode;
  children: ReactNode;
  testId?: string;
}

/** A screen of a case: heading, the question it answers, its content, and the panel beside it. */
export function Screen({ title, about, above, tools, panel, children, testId }: Props): ReactNode {
  const { show } = useSearch({ strict: false }) as { show?: Ref };
  const { state } = useCaseData();
  useEffect(() => {
    document.title = t("app.room", { room: title, title: state.title });
  }, [title, state.title]);
  const beside = panel ?? (show === undefined ? undefined : <ThreadPanel of={show} />);
  return (
    <div className={beside === undefined ? "screen" : "screen screen-open"} data-testid={testId}>
      <div className="screen-main">
        {above}
        <header className="screen-head">
          <div className="screen-title">
            <h1 dir="auto">{title}</h1>
            <HelpButton />
          </div>
          <p className="screen-about">{about}</p>
        </header>
        {tools === undefined ? null : <div className="toolbar">{tools}</div>}
        {children}
      </div>
      {beside}
    </div>
  );
}

/** What something rests on, down to the characters, and what rests on it, up to the brief. */
export function ThreadPanel({ of, children }: { of: Ref; children?: ReactNode }): ReactNode {
  const navigate = useNavigate();
  return (
    <SidePanel
      title={t("panel.thread")}
      about={of}
      testId="thread-panel"
      onClose={() => void navigate({ to: ".", search: (s) => ({ ...s, show: undefined }) })}
    >
      {children}
      <div className="row">
        <DissentMark of={of} />
        <EditButton of={of} />
      </div>
      <Chain of={of} />
      <Hanging of={of} />
      <Comments of={of} />
      <p className="row">
        <RefLink to={of}>{t("panel.page")}</RefLink>
        <HistoryLink of={of} />
      </p>
    </SidePanel>
  );
}

/** Opens the thread of something beside the screen; the address keeps it. */
export function ShowLink({
  of,
  children,
  label,
}: {
  of: Ref;
  children: ReactNode;
  label?: string;
}): ReactNode {
  const { show } = useSearch({ strict: false }) as { show?: Ref };
  return (
    <Link
      to="."
      search={(s) => ({ ...s, show: of })}
      className="show-link"
      {...(show === of ? { "aria-current": "true" as const } : {})}
      {...(label === undefined ? {} : { "aria-label": label })}
    >
      {children} <DissentMark of={of} />
    </Link>
  );
}
