import type { Passage } from "@parley/case";
import { passageAt } from "@parley/case/text";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useCaseData } from "../api/case-data.ts";
import { Button } from "../design/button.tsx";
import { Dialog } from "../design/dialog.tsx";
import { Select, TextField } from "../design/field.tsx";
import { titleOf } from "../thread/describe.ts";
import { t } from "../words/index.ts";

interface Props {
  isOpen: boolean;
  onClose(): void;
  onPick(passage: Passage): void;
}

/** Choose exact characters of a document. The text stands in a field that cannot be changed, so the keyboard selects too. */
export function PassagePicker({ isOpen, onClose, onPick }: Props): ReactNode {
  return (
    <Dialog title={t("edit.pickTitle")} isOpen={isOpen} onClose={onClose} wide>
      <Picking onClose={onClose} onPick={onPick} />
    </Dialog>
  );
}

/** Where words stand in a text, small and large letters alike. */
function placeOf(words: string, text: string, from: number): number | undefined {
  const small = text.toLowerCase();
  // Small letters can be longer than what they were made from; then places would not fit, and only the exact words are sought.
  const at =
    small.length === text.length ? small.indexOf(words.toLowerCase(), from) : text.indexOf(words, from);
  return at < 0 ? undefined : at;
}

function Picking({ onClose, onPick }: Omit<Props, "isOpen">): ReactNode {
  const { held } = useCaseData();
  const texts = held.all("text").filter((text) => text.text !== "");
  const [source, setSource] = useState(texts[0]?.source ?? "");
  const [find, setFind] = useState("");
  const [range, setRange] = useState<[number, number]>([0, 0]);
  const field = useRef<HTMLTextAreaElement>(null);
  const [lost, setLost] = useState(false);
  const text = texts.find((one) => one.source === source);
  // What was found is selected once its document is shown.
  useEffect(() => {
    const area = field.current;
    if (area === null || range[0] === range[1]) return;
    if (area.selectionStart === range[0] && area.selectionEnd === range[1]) return;
    area.focus();
    area.setSelectionRange(...range);
  }, [range]);
  if (text === undefined) return <p>{t("edit.noTexts")}</p>;
  const findNext = (): void => {
    if (find === "") return;
    const from = field.current?.selectionEnd ?? 0;
    // From here to the end, then through the other documents, then from the start again.
    const here = texts.indexOf(text);
    const order = [...texts.slice(here), ...texts.slice(0, here), text];
    for (const [n, one] of order.entries()) {
      const at = placeOf(find, one.text, n === 0 ? from : 0);
      if (at === undefined) continue;
      setLost(false);
      setSource(one.source);
      setRange([at, at + find.length]);
      return;
    }
    setLost(true);
  };
  const [start, end] = range;
  return (
    <div className="form">
      <div className="form-row">
        <Select
          label={t("edit.document")}
          value={source}
          options={texts.map((one) => ({ id: one.source, name: titleOf(held, `source:${one.source}`) }))}
          onChange={(to) => {
            setSource(to);
            setRange([0, 0]);
          }}
        />
        <form
          className="row pick-find"
          onSubmit={(event) => {
            event.preventDefault();
            findNext();
          }}
        >
          <TextField label={t("edit.find")} type="search" className="grow" value={find} onChange={setFind} />
          <Button small type="submit">
            {t("edit.findNext")}
          </Button>
        </form>
      </div>
      <label className="field">
        <span className="field-label">{t("edit.selectWords")}</span>
        <textarea
          key={source}
          ref={field}
          className="input pick-text"
          readOnly
          dir="auto"
          rows={12}
          value={text.text}
          onSelect={(event) =>
            setRange([event.currentTarget.selectionStart, event.currentTarget.selectionEnd])
          }
        />
      </label>
      <p className="soft" aria-live="polite">
        {start === end ? (
          t(lost ? "edit.notFound" : "edit.nothingSelected")
        ) : (
          <>
            {t("edit.selected")} <q dir="auto">{text.text.slice(start, end)}</q>
          </>
        )}
      </p>
      <div className="row">
        <Button
          look="main"
          isDisabled={start === end}
          onPress={() => {
            onPick(passageAt(text, start, end));
            onClose();
          }}
        >
          {t("edit.takeWords")}
        </Button>
        <Button onPress={onClose}>{t("cancel")}</Button>
      </div>
    </div>
  );
}
