// Compares the generated validators of AdminListUserAuthEvents with a boolean check written by hand.
//
//   node benchmarks/page-validator.mjs [PACKAGE_DIR]
//
// PACKAGE_DIR is a built generated package (default: packages/generated/cognito-identity-provider). Build it first:
// `npm run build`. Every case is run in turn, many rounds over; the figures are the medians of the rounds, and the
// ratio is that of the medians. Close other programs and run it twice: a ratio that moves by more than 0.05 between
// two runs says that the machine was busy. The exit code is 1 where a ratio is over its limit.
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const ROUNDS = 200;
const WARM_ROUNDS = 50;
const LIMIT = 1.2;

const directory = resolve(process.argv[2] ?? "packages/generated/cognito-identity-provider");
const generated = await import(pathToFileURL(`${directory}/dist/validators.js`).href);
const validatePage = generated.validateAdminListUserAuthEventsResponse;
const readPage = generated.readAdminListUserAuthEventsResponse;
const validateRequest = generated.validateAdminListUserAuthEventsRequest;
const isPage = generated.isAdminListUserAuthEventsResponse;

// What the service sends: 60 events, 29 KB. JSON.parse makes the values, as in a program.
const pageText = JSON.stringify({ AuthEvents: Array.from({ length: 60 }, (_, index) => createEvent(index)) });
const page = JSON.parse(pageText);
const wrongPage = JSON.parse(pageText);
wrongPage.AuthEvents[57].EventContextData.City = 42;
const request = JSON.parse(
  '{"UserPoolId":"eu-central-1_AbCdEfGhI","Username":"jane.doe@example.com","MaxResults":60,"NextToken":"AQIC5wM2LY4S"}',
);

/** @param {number} index */
function createEvent(index) {
  const pick = (/** @type {string[]} */ ...values) => values[index % values.length];
  return {
    EventId: `4b2a9f3e-6d0c-4c1b-9a53-${String(index).padStart(12, "0")}`,
    EventType: pick("SignIn", "SignUp", "ForgotPassword", "PasswordChange", "ResendCode"),
    CreationDate: 1660780800.123 + index,
    EventResponse: pick("Pass", "Fail", "InProgress"),
    EventRisk: { RiskDecision: pick("NoRisk", "Block"), RiskLevel: pick("Low", "Medium", "High") },
    ChallengeResponses: [
      { ChallengeName: "Password", ChallengeResponse: pick("Success", "Failure") },
      ...(index % 2 === 0 ? [{ ChallengeName: "Mfa", ChallengeResponse: "Success" }] : []),
    ],
    EventContextData: {
      IpAddress: `203.0.113.${index}`,
      DeviceName: "Chrome 104, Windows 10",
      Timezone: "+02:00",
      City: "Freiburg",
      Country: "Germany",
    },
    ...(index % 3 === 0
      ? {
          EventFeedback: {
            FeedbackValue: pick("Valid", "Invalid"),
            Provider: "admin",
            FeedbackDate: 1660781800,
          },
        }
      : {}),
  };
}

// The same checks by hand, with every shortcut the compiled ones have, and nothing to say but yes or no.

/**
 * @param {unknown} value
 * @returns {value is Record<string, unknown>}
 */
const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const isSeconds = (/** @type {unknown} */ value) =>
  typeof value === "number" && value >= -8.64e12 && value <= 8.64e12;

/** @param {string} text */
function countCodePoints(text) {
  let count = 0;
  for (const _ of text) count++;
  return count;
}

/**
 * @param {unknown} value
 * @param {number} max
 * @returns {value is string}
 */
function isText(value, max) {
  return (
    typeof value === "string" &&
    (value.length <= max || (value.length <= 2 * max && countCodePoints(value) <= max))
  );
}

const NEXT_TOKEN = /^[\S]+$/u;
const isNextToken = (/** @type {unknown} */ value) =>
  isText(value, 131072) && value !== "" && NEXT_TOKEN.test(value);

/** @param {unknown} value */
function checkPageByHand(value) {
  if (!isObject(value)) return false;
  let count = 0;
  const events = value.AuthEvents;
  if (events !== undefined) {
    count++;
    if (!Array.isArray(events)) return false;
    for (let index = 0; index < events.length; index++) if (!checkEvent(events[index])) return false;
  }
  if (value.NextToken !== undefined) {
    count++;
    if (!isNextToken(value.NextToken)) return false;
  }
  for (const _ in value) count--;
  return count === 0;
}

/** @param {unknown} value */
function checkEvent(value) {
  if (!isObject(value)) return false;
  let count = 0;
  if (value.EventId !== undefined) {
    count++;
    if (!isText(value.EventId, 131072)) return false;
  }
  const type = value.EventType;
  if (type !== undefined) {
    count++;
    if (
      type !== "SignIn" &&
      type !== "SignUp" &&
      type !== "ForgotPassword" &&
      type !== "PasswordChange" &&
      type !== "ResendCode"
    )
      return false;
  }
  if (value.CreationDate !== undefined) {
    count++;
    if (!isSeconds(value.CreationDate)) return false;
  }
  const response = value.EventResponse;
  if (response !== undefined) {
    count++;
    if (response !== "Pass" && response !== "Fail" && response !== "InProgress") return false;
  }
  if (value.EventRisk !== undefined) {
    count++;
    if (!checkRisk(value.EventRisk)) return false;
  }
  const challenges = value.ChallengeResponses;
  if (challenges !== undefined) {
    count++;
    if (!Array.isArray(challenges)) return false;
    for (let index = 0; index < challenges.length; index++)
      if (!checkChallenge(challenges[index])) return false;
  }
  if (value.EventContextData !== undefined) {
    count++;
    if (!checkContext(value.EventContextData)) return false;
  }
  if (value.EventFeedback !== undefined) {
    count++;
    if (!checkFeedback(value.EventFeedback)) return false;
  }
  for (const _ in value) count--;
  return count === 0;
}

/** @param {unknown} value */
function checkRisk(value) {
  if (!isObject(value)) return false;
  let count = 0;
  const decision = value.RiskDecision;
  if (decision !== undefined) {
    count++;
    if (decision !== "NoRisk" && decision !== "AccountTakeover" && decision !== "Block") return false;
  }
  const level = value.RiskLevel;
  if (level !== undefined) {
    count++;
    if (level !== "Low" && level !== "Medium" && level !== "High") return false;
  }
  if (value.CompromisedCredentialsDetected !== undefined) {
    count++;
    if (typeof value.CompromisedCredentialsDetected !== "boolean") return false;
  }
  for (const _ in value) count--;
  return count === 0;
}

/** @param {unknown} value */
function checkChallenge(value) {
  if (!isObject(value)) return false;
  let count = 0;
  const name = value.ChallengeName;
  if (name !== undefined) {
    count++;
    if (name !== "Password" && name !== "Mfa") return false;
  }
  const response = value.ChallengeResponse;
  if (response !== undefined) {
    count++;
    if (response !== "Success" && response !== "Failure") return false;
  }
  for (const _ in value) count--;
  return count === 0;
}

/** @param {unknown} value */
function checkContext(value) {
  if (!isObject(value)) return false;
  let count = 0;
  if (value.IpAddress !== undefined) {
    count++;
    if (!isText(value.IpAddress, 131072)) return false;
  }
  if (value.DeviceName !== undefined) {
    count++;
    if (!isText(value.DeviceName, 131072)) return false;
  }
  if (value.Timezone !== undefined) {
    count++;
    if (!isText(value.Timezone, 131072)) return false;
  }
  if (value.City !== undefined) {
    count++;
    if (!isText(value.City, 131072)) return false;
  }
  if (value.Country !== undefined) {
    count++;
    if (!isText(value.Country, 131072)) return false;
  }
  for (const _ in value) count--;
  return count === 0;
}

/** @param {unknown} value */
function checkFeedback(value) {
  if (!isObject(value)) return false;
  let count = 2;
  if (value.FeedbackValue !== "Valid" && value.FeedbackValue !== "Invalid") return false;
  if (!isText(value.Provider, 131072)) return false;
  if (value.FeedbackDate !== undefined) {
    count++;
    if (!isSeconds(value.FeedbackDate)) return false;
  }
  for (const _ in value) count--;
  return count === 0;
}

const USER_POOL_ID = /^[\w-]+_[0-9a-zA-Z]+$/u;
const USERNAME = /^[\p{L}\p{M}\p{S}\p{N}\p{P}]+$/u;

/** @param {unknown} value */
function checkRequestByHand(value) {
  if (!isObject(value)) return false;
  let count = 2;
  if (!isText(value.UserPoolId, 55) || value.UserPoolId === "" || !USER_POOL_ID.test(value.UserPoolId))
    return false;
  if (!isText(value.Username, 128) || value.Username === "" || !USERNAME.test(value.Username)) return false;
  const max = /** @type {number | undefined} */ (value.MaxResults);
  if (max !== undefined) {
    count++;
    if (!Number.isInteger(max) || max < 0 || max > 60) return false;
  }
  if (value.NextToken !== undefined) {
    count++;
    if (!isNextToken(value.NextToken)) return false;
  }
  for (const _ in value) count--;
  return count === 0;
}

// Each case does the same work `times` over in a round, so that a round takes about as long for all.
const cases = [
  { name: "valid page, by hand", times: 150, expected: true, run: () => checkPageByHand(page) },
  {
    name: "valid page, validate",
    times: 150,
    expected: true,
    run: () => validatePage(page).ok,
    limit: LIMIT,
  },
  { name: "valid page, read", times: 150, expected: true, run: () => readPage(page).ok, limit: LIMIT },
  { name: "valid page, is", times: 150, expected: true, run: () => isPage(page), limit: LIMIT },
  {
    name: "wrong page, by hand (no error told)",
    times: 150,
    expected: false,
    run: () => checkPageByHand(wrongPage),
  },
  {
    name: "wrong page, validate with its error",
    times: 150,
    expected: false,
    run: () => validatePage(wrongPage).ok,
  },
  { name: "request, by hand", times: 5000, expected: true, run: () => checkRequestByHand(request) },
  {
    name: "request, validate",
    times: 5000,
    expected: true,
    run: () => validateRequest(request).ok,
    limit: LIMIT,
  },
  {
    name: "page, JSON.parse",
    times: 5,
    expected: true,
    run: () => JSON.parse(pageText).AuthEvents.length === 60,
  },
];

for (const { name, run, expected } of cases) {
  if (run() !== expected) throw new Error(`${name}: expected ${expected}`);
}

/** @type {number[][]} */
const samples = cases.map(() => []);
let kept = 0;
for (let round = 0; round < WARM_ROUNDS + ROUNDS; round++) {
  for (const [index, { run, times }] of cases.entries()) {
    const start = process.hrtime.bigint();
    for (let time = 0; time < times; time++) if (run()) kept++; // used below, so that no call can be left out
    const nanoseconds = Number(process.hrtime.bigint() - start) / times;
    if (round >= WARM_ROUNDS) samples[index]?.push(nanoseconds);
  }
}
if (kept === 0) throw new Error("nothing ran");

/** @param {readonly number[]} [values] */
const median = (values = []) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
console.log(
  `page: ${pageText.length} bytes, 60 events; node ${process.version}; medians of ${ROUNDS} rounds\n`,
);
let base = 0;
let failed = false;
for (const [index, { name, limit }] of cases.entries()) {
  const time = median(samples[index]);
  if (name.includes("by hand")) base = time;
  const ratio = time / (name.includes("JSON.parse") ? median(samples[0]) : base);
  const over = limit !== undefined && ratio > limit;
  failed ||= over;
  console.log(
    `${name.padEnd(38)} ${time.toFixed(0).padStart(8)} ns   ${ratio.toFixed(2)}x${over ? `  over ${limit}` : ""}`,
  );
}
process.exitCode = failed ? 1 : 0;
