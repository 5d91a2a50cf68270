import type { StoredEvent } from "../events/stored-event.js";

/** What `JSON.stringify` leaves as it is and what yet acts instead of being seen. */
const UNSEEN = /[\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}]/gu;

/**
 * Returns an event as a line of JSON that this page reads again. It says exactly what was read; characters that act on a
 * terminal, or turn the writing direction, are escaped, which is the same JSON.
 */
export function printJsonLine({ event }: StoredEvent): string {
  const json = JSON.stringify(event).replace(UNSEEN, (character) =>
    [...new Array(character.length).keys()]
      .map((at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, "0")}`)
      .join(""),
  );
  return `${json}\n`;
}
