import type { ValidationContext } from "./context.js";
import type { EventDraft } from "./event.js";
import { metadataEvent } from "./metadata-events.js";

/** What all events of a model may say together, in characters; an event counts for some besides its message. */
const SAID = { fixed: 50_000_000, perSubject: 5000, perEvent: 500 };

/** Takes events while there is room for them; what comes then is not asked for. */
export interface EventLimit {
  (drafts: Iterable<EventDraft>): readonly EventDraft[];
  /** Returns an event about what was left out, if anything was. */
  problems(): readonly EventDraft[];
}

/** Returns a limit for the events of a model: its own validators may ask for any number of them. */
export function createEventLimit(context: ValidationContext): EventLimit {
  let left = SAID.fixed + SAID.perSubject * context.subjects().length;
  let events = 0;
  const take = (drafts: Iterable<EventDraft>) => {
    const taken: EventDraft[] = [];
    if (left < 0) return taken;
    for (const draft of drafts) {
      left -= SAID.perEvent + draft.message.length;
      if (left < 0) break;
      events++;
      taken.push(draft);
    }
    return taken;
  };
  const problems = (): readonly EventDraft[] =>
    left < 0 ? [{ ...metadataEvent("TooManyEvents", {}, { events }), exit: "usage" }] : [];
  return Object.assign(take, { problems });
}

/** More selectors than this tell nobody more. */
const TOLD = 20;

/** Returns an event for each selector that was given up, so that nobody takes what it was for as checked. */
export function listUnfinished({ selecting }: ValidationContext): readonly EventDraft[] {
  const selectors = selecting.unfinished();
  return selectors.slice(0, TOLD).map((selector, index) => {
    const others = index === TOLD - 1 ? selectors.length - TOLD : 0;
    return { ...metadataEvent("SelectorTooCostly", {}, { selector, others }), exit: "usage" };
  });
}
