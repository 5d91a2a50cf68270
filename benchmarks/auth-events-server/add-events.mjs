import { request } from "undici";
import { POOL } from "./create-caller.mjs";

/**
 * Adds events to users in turn, newer, older and of the same time as what is there, until it is stopped.
 * @param {string} endpoint
 * @param {readonly string[]} users
 * @param {number} round
 */
export function addEvents(endpoint, users, round) {
  let stopped = false;
  const added = (async () => {
    for (let index = 0; !stopped; index++) {
      const user = users[index % users.length] ?? "";
      const event = {
        EventId: `added-${round}-${index}`,
        CreationDate: Date.now() / 1000 - (index % 30) * 86_400,
      };
      const { statusCode, body } = await request(`${endpoint}/admin/pools/${POOL}/users/${user}/events`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(event),
      });
      await body.dump();
      if (statusCode !== 201) throw new Error(`an event was not added: ${statusCode}`);
    }
  })();
  return {
    async stop() {
      stopped = true;
      await added;
    },
  };
}
