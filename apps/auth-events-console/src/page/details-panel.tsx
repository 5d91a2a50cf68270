import { ChevronDown, ChevronUp, X } from "lucide-react";
import { Button, Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import type { StoredEvent } from "../events/stored-event.js";
import { EventDetails } from "./event-details.js";
import { useMedia } from "./use-media.js";

interface DetailsPanelProps {
  readonly stored: StoredEvent | undefined;
  readonly onClose: () => void;
  readonly onStep: (by: number) => void;
}

/** One event in detail: beside the table where there is room, else over it. */
export function DetailsPanel({ stored, onClose, onStep }: DetailsPanelProps) {
  const isWide = useMedia("(min-width: 64rem)");
  if (isWide)
    return stored ? (
      <aside className="card details" aria-label="Event">
        <div className="details-bar">
          <h2>Event</h2>
          <DetailsButtons onClose={onClose} onStep={onStep} />
        </div>
        <EventDetails stored={stored} />
      </aside>
    ) : null;
  return (
    <ModalOverlay className="overlay" isOpen={stored !== undefined} onOpenChange={onClose} isDismissable>
      <Modal className="drawer">
        <Dialog className="details">
          <div className="details-bar">
            <Heading slot="title">Event</Heading>
            <DetailsButtons onClose={onClose} onStep={onStep} />
          </div>
          {stored ? <EventDetails stored={stored} /> : null}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function DetailsButtons({ onClose, onStep }: Omit<DetailsPanelProps, "stored">) {
  return (
    <div className="details-buttons">
      <Button className="button icon" aria-label="Event before" onPress={() => onStep(-1)}>
        <ChevronUp size={16} aria-hidden="true" />
      </Button>
      <Button className="button icon" aria-label="Event after" onPress={() => onStep(1)}>
        <ChevronDown size={16} aria-hidden="true" />
      </Button>
      <Button className="button icon" aria-label="Close the details" onPress={onClose}>
        <X size={16} aria-hidden="true" />
      </Button>
    </div>
  );
}
