import {
  type Drift,
  readAdminListUserAuthEventsRequest,
  type ValidationError,
} from "@shapelog/cognito-identity-provider/validators/AdminListUserAuthEvents";
import type { AdminListUserAuthEventsRequest } from "@shapelog/cognito-identity-provider/wire";
import { describeViolations } from "./describe-violations.js";
import type { EventStore } from "./event-store.js";
import { printPageToken, readPageToken } from "./page-token.js";
import { isServiceErrorName, type Refusal, refuse, refuseCall } from "./service-errors.js";

/** How many events a page has where the request does not say, or says 0; and the most there are. */
const PAGE_SIZE = 60;

/** What a request comes to. */
export type Answer =
  | {
      readonly kind: "page";
      /** The body of the response. */
      readonly json: string;
      /** What the request has that the model does not know; the service passes over it. */
      readonly drift: readonly Drift[];
    }
  | { readonly kind: "refusal"; readonly refusal: Refusal };

/** Answers a request of AdminListUserAuthEvents, which is the JSON of its body. */
export function listAuthEvents(store: EventStore, body: unknown): Answer {
  const request = readAdminListUserAuthEventsRequest(body);
  if (!request.ok) return { kind: "refusal", refusal: describeRefusal(request.errors, body) };
  const page = readPage(store, request.value);
  return "status" in page
    ? { kind: "refusal", refusal: page }
    : { kind: "page", json: page.json, drift: request.drift };
}

/** Values of a wrong type cannot be read; those beyond a limit are read and refused. */
function describeRefusal(errors: readonly ValidationError[], body: unknown): Refusal {
  const unreadable = errors.find(({ keyword }) => keyword === "type" || keyword === "unreadable");
  if (unreadable || typeof body !== "object" || body === null) {
    return refuseCall("SerializationException", unreadable?.message ?? "The body is not a JSON object.");
  }
  return refuse("InvalidParameterException", describeViolations(errors, body));
}

function readPage(
  store: EventStore,
  request: AdminListUserAuthEventsRequest,
): Refusal | { readonly json: string } {
  const { UserPoolId: pool, Username: name, MaxResults: most, NextToken: token } = request;
  const failing = pool.slice(pool.lastIndexOf("_") + 1);
  if (isServiceErrorName(failing)) return refuse(failing);
  const user = store.findUser(pool, name);
  if (user === "no-pool") return refuse("ResourceNotFoundException", `User pool ${pool} does not exist.`);
  if (user === "no-user") return refuse("UserNotFoundException");
  const scope = { key: store.tokenKey, pool, username: user.name };
  const after = token === undefined ? undefined : readPageToken(token, scope);
  if (token !== undefined && !after) {
    return refuse("InvalidParameterException", "NextToken is not one that this user's list has given.");
  }
  const { events, next } = store.readPage(user, { after, limit: most || PAGE_SIZE });
  const nextToken = next ? `,"NextToken":${JSON.stringify(printPageToken(next, scope))}` : "";
  return { json: `{"AuthEvents":[${events.join(",")}]${nextToken}}` };
}
