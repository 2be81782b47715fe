import { type ReactNode, useState } from "react";
import { useCaseData } from "../api/case-data.ts";
import { Button } from "../design/button.tsx";
import { CheckGroup } from "../design/check-group.tsx";
import { Dialog } from "../design/dialog.tsx";
import { titleOf } from "../thread/describe.ts";
import { kindWord } from "../thread/ref-link.tsx";
import { t } from "../words/index.ts";
import { Quoted } from "./quoted.tsx";
import type { ReviewItem } from "./review-items.ts";

interface Props {
  items: readonly ReviewItem[];
  onAccept(items: readonly ReviewItem[]): void;
}

/**
 * Accepts many proposals as one change, each of which has been ticked. None is ticked before it was read: the way to
 * tick them all stands below the last of them.
 */
export function AcceptSeveral({ items, onAccept }: Props): ReactNode {
  const { held } = useCaseData();
  const [open, setOpen] = useState(false);
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const chosen = items.filter((item) => ticked.includes(item.ref));
  return (
    <>
      <Button
        small
        onPress={() => {
          setTicked([]);
          setOpen(true);
        }}
      >
        {t("review.several")}
      </Button>
      <Dialog title={t("review.severalTitle")} isOpen={open} onClose={() => setOpen(false)} wide>
        <div className="several">
          <p className="soft">{t("review.severalAbout")}</p>
          <CheckGroup
            label={t("review.waiting", { count: items.length })}
            value={ticked}
            onChange={setTicked}
            options={items.map((item) => {
              const line = titleOf(held, item.ref);
              return {
                id: item.ref,
                name: (
                  <>
                    <span className="soft">{kindWord(item.ref)}</span>{" "}
                    {line.includes(item.passage.exact) ? null : <bdi>{line}: </bdi>}
                    <bdi className="several-exact">
                      <Quoted passage={item.passage} />
                    </bdi>
                  </>
                ),
              };
            })}
          />
          <div className="row">
            <Button
              look="main"
              isDisabled={chosen.length === 0}
              onPress={() => {
                onAccept(chosen);
                setOpen(false);
              }}
            >
              {t("review.acceptTicked", { count: chosen.length })}
            </Button>
            <Button onPress={() => setTicked(items.map((item) => item.ref))}>
              {t("review.tickAll", { count: items.length })}
            </Button>
          </div>
        </div>
      </Dialog>
    </>
  );
}
