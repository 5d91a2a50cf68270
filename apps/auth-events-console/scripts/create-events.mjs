// Makes events that look like those of a user over some weeks, the same ones each time. Tests, measurements and the
// picture of the README use it; run by itself it writes the sample that the page offers.
import { writeFileSync } from "node:fs";
import process from "node:process";
import { fileURLToPath, pathToFileURL } from "node:url";

const DAY = 86_400;
const PLACES = [
  { City: "Freiburg", Country: "Germany", Timezone: "Europe/Berlin", IpAddress: "203.0.113.7" },
  { City: "Berlin", Country: "Germany", Timezone: "Europe/Berlin", IpAddress: "203.0.113.91" },
  { City: "Porto", Country: "Portugal", Timezone: "Europe/Lisbon", IpAddress: "198.51.100.23" },
];
const ABROAD = [
  { City: "Lagos", Country: "Nigeria", Timezone: "Africa/Lagos", IpAddress: "192.0.2.44" },
  { City: "Hanoi", Country: "Vietnam", Timezone: "Asia/Ho_Chi_Minh", IpAddress: "192.0.2.130" },
  { Country: "Brazil", IpAddress: "2001:db8::9f" },
];
const DEVICES = ["Firefox 144, Linux", "Chrome 142, Windows 11", "Safari 19, iPhone", "Cognito CLI"];

/**
 * Returns a source of numbers from 0 to 1 that gives the same ones for the same seed (mulberry32).
 * @param {number} seed
 */
function createRandom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * Returns events in the form of the wire, newest first. `drift` in 1,000 of them hold what the model does not know.
 * @param {{ count: number, seed?: number, drift?: number, days?: number }} options
 */
export function createEvents({ count, seed = 1, drift = 0, days = 30 }) {
  const random = createRandom(seed);
  const last = Date.UTC(2026, 10, 30) / 1000;
  return Array.from({ length: count }, (_, index) => {
    const isAttack = random() < 0.14;
    const day = isAttack ? pickAttackDay(random, days) : pickWorkingDay(random, days);
    const hour = isAttack ? 1 + 4 * random() : 7 + 11 * random();
    const time = Math.round((last - day * DAY + hour * 3600) * 1000) / 1000;
    return createEvent({ index, time, random, drift, isAttack });
  }).sort((a, b) => b.CreationDate - a.CreationDate);
}

/**
 * Most people work from Monday to Friday; the last day is a Monday.
 * @param {() => number} random
 * @param {number} days
 */
function pickWorkingDay(random, days) {
  const day = Math.floor(random() * days);
  const isWeekend = day % 7 === 1 || day % 7 === 2;
  return isWeekend && random() < 0.8 ? Math.max(0, day - 2) : day;
}

/**
 * An attack comes in waves, in some nights and not in others.
 * @param {() => number} random
 * @param {number} days
 */
function pickAttackDay(random, days) {
  const wave = Math.floor(random() * Math.ceil(days / 20));
  return Math.min(days - 1, wave * 20 + 6 + Math.floor(4 * random() * random()));
}

/** @param {{ index: number, time: number, random: () => number, drift: number, isAttack: boolean }} options */
function createEvent({ index, time, random, drift, isAttack }) {
  /** @type {<T>(values: readonly T[]) => T} */
  const pick = (values) => /** @type {any} */ (values[Math.floor(random() * values.length)]);
  const response = isAttack ? (random() < 0.85 ? "Fail" : "InProgress") : random() < 0.93 ? "Pass" : "Fail";
  const type = random() < 0.84 ? "SignIn" : pick(["ForgotPassword", "PasswordChange", "ResendCode"]);
  const isNew = random() * 1000 < drift;
  return {
    EventId: `0b8a3f52-6d1e-4c3a-9f57-${index.toString(16).padStart(12, "0")}`,
    EventType: isNew ? pick(["PasskeyRegistration", "SignIn"]) : type,
    CreationDate: time,
    EventResponse: isNew ? pick(["Challenged", "Pass", "Success"]) : response,
    EventRisk: isAttack
      ? {
          RiskDecision: pick(["AccountTakeover", "Block"]),
          RiskLevel: pick(["Medium", "High", "High"]),
          CompromisedCredentialsDetected: random() < 0.2,
        }
      : { RiskDecision: "NoRisk", RiskLevel: "Low", CompromisedCredentialsDetected: false },
    ChallengeResponses: [
      { ChallengeName: "Password", ChallengeResponse: response === "Fail" ? "Failure" : "Success" },
      ...(response === "Pass" && random() < 0.5
        ? [{ ChallengeName: "Mfa", ChallengeResponse: "Success" }]
        : []),
    ],
    EventContextData: { ...pick(isAttack ? ABROAD : PLACES), DeviceName: pick(DEVICES) },
    ...(isAttack && random() < 0.3
      ? { EventFeedback: { FeedbackValue: "Invalid", Provider: "admin", FeedbackDate: time + 900 } }
      : {}),
    ...(isNew && random() < 0.4 ? { SessionId: "not in the model" } : {}),
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const lines = createEvents({ count: 400, seed: 7, drift: 25 }).map((event) => JSON.stringify(event));
  writeFileSync(fileURLToPath(new URL("../public/sample.jsonl", import.meta.url)), `${lines.join("\n")}\n`);
}
