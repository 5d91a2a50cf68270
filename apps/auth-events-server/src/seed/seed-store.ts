import type { EventStore } from "../event-store.js";
import { createUsers, type SeedOptions } from "./create-users.js";

/** The pool that is there from the start. */
export const SEEDED_POOL = "eu-central-1_LocalPool";

/** Fills a store that has no pool yet, all at once: a start that is cut short leaves it as it was. */
export function seedStore(store: EventStore, options: SeedOptions): void {
  store.atomically(() => {
    if (store.listPools().length > 0) return;
    store.addPool(SEEDED_POOL);
    for (const { name, email, events } of createUsers(options)) {
      store.addEvents(store.addUser(SEEDED_POOL, name, email), events);
    }
  });
}
