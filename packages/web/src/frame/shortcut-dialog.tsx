import type { ReactNode } from "react";
import { Dialog } from "../design/dialog.tsx";
import { t } from "../words/index.ts";

/** Every key there is, by where it works. */
const GROUPS = [
  [
    "keys.everywhere",
    [
      ["/", "keys.search"],
      ["?", "keys.help"],
      ["Ctrl Z", "keys.undo"],
      ["Ctrl Shift Z", "keys.redo"],
      ["Esc", "keys.close"],
    ],
  ],
  [
    "keys.record",
    [
      ["J", "keys.next"],
      ["K", "keys.previous"],
      ["A", "keys.accept"],
      ["R", "keys.reject"],
      ["E", "keys.edit"],
      ["S", "keys.skip"],
      ["P", "keys.split"],
      ["L", "keys.link"],
      ["Enter", "keys.hangs"],
      ["C", "keys.claim"],
      ["M", "keys.gap"],
      ["O", "keys.order"],
      ["B", "keys.brief"],
    ],
  ],
  [
    "disputes.title",
    [
      ["J", "keys.nextDispute"],
      ["K", "keys.previousDispute"],
      ["← →", "keys.day"],
    ],
  ],
  [
    "keys.briefRoom",
    [
      ["J", "keys.nextSentence"],
      ["K", "keys.previousSentence"],
      ["Enter", "keys.chain"],
      ["E", "keys.editSentence"],
    ],
  ],
] as const;

export function ShortcutDialog({ isOpen, onClose }: { isOpen: boolean; onClose(): void }): ReactNode {
  return (
    <Dialog title={t("keys.title")} isOpen={isOpen} onClose={onClose}>
      <p className="soft">{t("keys.note")}</p>
      {GROUPS.map(([group, keys]) => (
        <section key={group}>
          <h3 className="pane-title">{t(group)}</h3>
          <dl className="keys">
            {keys.map(([key, words]) => (
              <div key={key}>
                <dt>
                  <kbd>{key}</kbd>
                </dt>
                <dd>{t(words)}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Dialog>
  );
}
