/** @typedef {import("./create-caller.mjs").Event} Event */

/**
 * Returns what is wrong with the events that a client got: one twice, one not newer than the one behind it, one that is lost
 * of those that were there before, or one that is not as it was stored.
 * @param {readonly Event[]} events
 * @param {readonly Event[]} before
 */
export function findFaults(events, before) {
  /** @type {string[]} */
  const faults = [];
  const got = new Map(events.map((event) => [event.EventId, event]));
  if (got.size !== events.length) faults.push(`${events.length - got.size} events were there twice`);
  for (const [index, { EventId, CreationDate }] of events.entries()) {
    if (CreationDate < (events[index + 1]?.CreationDate ?? 0))
      faults.push(`${EventId} is before a newer one`);
  }
  for (const event of before) {
    const other = got.get(event.EventId);
    if (!other) faults.push(`${event.EventId} was lost`);
    else if (JSON.stringify(other) !== JSON.stringify(event)) faults.push(`${event.EventId} is another one`);
  }
  const known = new Set(before.map(({ EventId }) => EventId));
  for (const id of got.keys()) {
    if (!known.has(id) && !id.startsWith("added-")) faults.push(`${id} is of nobody`);
  }
  return faults;
}
