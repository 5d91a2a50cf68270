// @ts-check
// Counts the events of a page by what happened and how it ended: node src/count-events.js FILE, or - for standard input.
import { readFileSync } from "node:fs";
import process from "node:process";
import { isEventResponseType, isEventType } from "@shapelog/cognito-identity-provider";
import { readAdminListUserAuthEventsResponse } from "@shapelog/cognito-identity-provider/validators/AdminListUserAuthEvents";

/** @import { EventResponseType, EventType } from "@shapelog/cognito-identity-provider" */

/**
 * What people call each kind of event. A kind that the model gains or loses stops the type checker here.
 * @satisfies {Record<EventType, string>}
 */
const KINDS = {
  SignIn: "signed in",
  SignUp: "signed up",
  ForgotPassword: "forgot the password",
  PasswordChange: "changed the password",
  ResendCode: "asked for another code",
};

/** @param {string | undefined} type */
function describeKind(type) {
  if (!isEventType(type)) return `did ${show(type)}`;
  return KINDS[type];
}

/**
 * Returns what people call an outcome. One that the model gains or loses stops the type checker here.
 * @param {EventResponseType} response
 */
function describeOutcome(response) {
  switch (response) {
    case "Pass":
      return "and passed";
    case "Fail":
      return "and failed";
    case "InProgress":
      return "and is not done";
    default:
      return unreachable(response);
  }
}

/**
 * Never happens: of what the model does not know, nothing comes here.
 * @param {never} value
 * @returns {never}
 */
function unreachable(value) {
  throw new TypeError(`not an outcome: ${value}`);
}

/**
 * Shows what came from a newer service, or was stored by an older one.
 * @param {string | undefined} value
 */
function show(value) {
  return value === undefined ? "something" : `${JSON.stringify(value)} (not in the model)`;
}

const [file = "-"] = process.argv.slice(2);
const result = readAdminListUserAuthEventsResponse(readPage(file));
if (!result.ok) {
  for (const { path, message } of result.errors) console.error(`${path || "the page"}: ${message}`);
  process.exit(1);
}

/** @type {Map<string, number>} */
const counts = new Map();
for (const { EventType: type, EventResponse: response } of result.value.AuthEvents ?? []) {
  const kind = describeKind(type);
  const end = isEventResponseType(response) ? describeOutcome(response) : `and ended with ${show(response)}`;
  counts.set(`${kind} ${end}`, (counts.get(`${kind} ${end}`) ?? 0) + 1);
}
for (const [words, count] of counts) console.log(`${String(count).padStart(5)}  ${words}`);
for (const { path, value } of result.drift) console.error(`drift: ${path} is ${JSON.stringify(value)}`);

/**
 * @param {string} path
 * @returns {unknown}
 */
function readPage(path) {
  try {
    return JSON.parse(readFileSync(path === "-" ? 0 : path, "utf8"));
  } catch (error) {
    console.error(`${path}: ${error instanceof Error ? error.message : String(error)}`);
    process.exit(2);
  }
}
