import { createHash } from "node:crypto";
import { EventResponseTypeValues, EventTypeValues } from "@shapelog/cognito-identity-provider";
import { createRandom } from "../../../scripts/random.mjs";

export { createRandom };

const PLACES = [
  ["Freiburg", "Germany"],
  ["Berlin", "Germany"],
  ["Porto", "Portugal"],
  ["Lisbon", "Portugal"],
  ["Paris", "France"],
  ["London", "United Kingdom"],
  ["Tokyo", "Japan"],
  ["Sydney", "Australia"],
  ["Boston", "United States"],
  ["Chicago", "United States"],
  ["Nairobi", "Kenya"],
  ["São Paulo", "Brazil"],
];
const DEVICES = ["Chrome 126, Windows 10", "Safari 17, iOS", "Firefox 127, Linux", "Chrome 126, Android"];
const START = Date.UTC(2025, 0, 1);
const EVENTS_PER_USER = 50;

/** What a spreadsheet, a browser or a terminal could take for more than text. */
export const HOSTILE_TEXTS = [
  "<img src=x onerror=alert(1)>",
  "=cmd|' /C calc'!A0",
  "+1+1",
  "@SUM(1)",
  " =1+1",
  "\u001b[2J\u001b]0;owned\u0007",
  "\u009b31m",
  "a\u0000b",
  "\ud800 alone",
  "\u202egnirts",
  "line\r\nbreak\tand tab",
  "'); DROP TABLE event_rows; --",
  "__proto__",
];

/**
 * Yields JSON lines of events, the same for the same seed, in pieces of 1,000. Of a hundred, two have an outcome that
 * the model has lost; with `broken` every so many lines is none, and
 * without ids nothing but where they stand tells events apart.
 *
 * @param {{ readonly count: number; readonly seed?: number; readonly hostile?: boolean; readonly broken?: number; readonly hasIds?: boolean }} options
 * @returns {Generator<string, void>}
 */
export function* createEventLines({ count, seed = 1, hostile = false, broken = 0, hasIds = true }) {
  const random = createRandom(seed);
  const users = Math.max(1, Math.round(count / EVENTS_PER_USER));
  for (let start = 0; start < count; start += 1000) {
    let text = "";
    for (let index = start; index < Math.min(count, start + 1000); index++) {
      if (broken > 0 && index % broken === broken - 1) text += '{"EventId":\n';
      text += `${JSON.stringify(createEvent({ index, users, random, id: hasIds ? createId(seed, index) : undefined, hostile }))}\n`;
    }
    yield text;
  }
}

/**
 * @param {{ readonly index: number; readonly users: number; readonly random: () => number; readonly id: string | undefined; readonly hostile: boolean }} options
 */
function createEvent({ index, users, random, id, hostile }) {
  const user = Math.floor(random() * users);
  /** @type {<T>(values: readonly T[]) => T | undefined} */
  const pick = (values) => values[Math.floor(random() * values.length)];
  const isAway = random() < 0.01;
  const [city, country] = (isAway ? pick(PLACES) : PLACES[user % PLACES.length]) ?? [];
  const isRisky = random() < 0.01;
  const hasPassed = random() < 0.9;
  const text = hostile ? pick(HOSTILE_TEXTS) : undefined;
  const time = START + index * 1000 + Math.floor(random() * 1000);
  return {
    Username: text ?? `user-${user}@example.com`,
    EventId: id,
    EventType: random() < 0.8 ? EventTypeValues[0] : pick(EventTypeValues),
    CreationDate: index % 2 === 0 ? time / 1000 : new Date(time).toISOString(),
    EventResponse: pickResponse(random(), hasPassed),
    EventRisk: {
      RiskDecision: isRisky ? "AccountTakeover" : "NoRisk",
      RiskLevel: isRisky ? "High" : "Low",
      CompromisedCredentialsDetected: random() < 0.001,
    },
    ChallengeResponses: [{ ChallengeName: "Password", ChallengeResponse: hasPassed ? "Success" : "Failure" }],
    EventContextData: {
      IpAddress: `203.0.${user % 256}.${isAway ? 250 : (user >> 8) % 250}`,
      DeviceName: text ?? pick(DEVICES),
      City: text ?? city,
      Country: country,
      Timezone: text,
    },
  };
}

/**
 * @param {number} chance
 * @param {boolean} hasPassed
 */
function pickResponse(chance, hasPassed) {
  if (chance < 0.02) return hasPassed ? "Success" : "Failure";
  const [passed, failed, unfinished] = EventResponseTypeValues;
  if (chance < 0.05) return unfinished;
  return hasPassed ? passed : failed;
}

/**
 * @param {number} seed
 * @param {number} index
 */
function createId(seed, index) {
  const hex = createHash("md5").update(`${seed} ${index}`).digest("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
