import type { ReactNode } from "react";
import { Dialog as AriaDialog } from "react-aria-components/Dialog";
import { Heading } from "react-aria-components/Heading";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { t } from "../words/index.ts";
import { Button } from "./button.tsx";

interface Props {
  title: string;
  isOpen: boolean;
  onClose(): void;
  children: ReactNode;
  wide?: boolean;
  /** Hides the title from sight where the first field says it already. */
  bare?: boolean;
}

/** The only window over a screen. Escape closes it and the focus goes back to where it was. */
export function Dialog({ title, isOpen, onClose, children, wide = false, bare = false }: Props): ReactNode {
  return (
    <ModalOverlay
      className="overlay"
      isDismissable
      isOpen={isOpen}
      onOpenChange={(open) => open || onClose()}
    >
      <Modal className={wide ? "modal modal-wide" : "modal"}>
        <AriaDialog className="dialog">
          <header className="dialog-head">
            <Heading slot="title" className={bare ? "unseen" : "dialog-title"}>
              {title}
            </Heading>
            {bare ? null : (
              <Button look="quiet" small onPress={onClose}>
                {t("close")}
              </Button>
            )}
          </header>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
