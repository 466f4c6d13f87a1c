/** The words of the vocabulary. */
import { label } from "../strings";
import { vocabulary } from "./shared";

/** The plain label of an event type or family. */
export function eventLabel(id: string): string {
  const known = vocabulary.value;
  return label(`event.${id}`, known?.events.find((one) => one.id === id)?.label ?? known?.families.find((one) => one.id === id)?.label ?? id);
}

/** The plain label of what a dispute is about. */
export const disputeLabel = (id: string): string => label(`dispute.${id}`, vocabulary.value?.disputes.find((one) => one.id === id)?.label ?? id);
