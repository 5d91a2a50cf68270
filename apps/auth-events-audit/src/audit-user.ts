import {
  type AdminListUserAuthEventsErrors,
  type AdminListUserAuthEventsRequest,
  isServiceError,
} from "@shapelog/cognito-identity-provider";
import { validateAdminListUserAuthEventsRequest } from "@shapelog/cognito-identity-provider/validators/sdk";
import { type Audit, addToAudit, createAudit } from "./audit.js";
import { readSdkPage } from "./read-content.js";

export interface UserOptions {
  readonly userPoolId: string;
  readonly username: string;
  /** Default: the region that the user pool's ID begins with. */
  readonly region?: string;
  readonly problemLimit: number;
}

const OPERATION = "AdminListUserAuthEvents";

/** What the service returns at most in one page. */
const PAGE_SIZE = 60;

/**
 * Audits the events that AWS has of one user, page by page, with the credentials of the environment. Rejects where the
 * request does not fit the model, and where the service refuses it; messages hold no username.
 */
export async function auditUser({ userPoolId, username, region, problemLimit }: UserOptions): Promise<Audit> {
  const input: AdminListUserAuthEventsRequest = {
    UserPoolId: userPoolId,
    Username: username,
    MaxResults: PAGE_SIZE,
  };
  // The SDK sends requests unchecked.
  const checked = validateAdminListUserAuthEventsRequest(input);
  if (!checked.ok) throw new Error(checked.errors.map(({ message }) => message).join("; "));
  try {
    return await auditPages(input, region ?? userPoolId.slice(0, userPoolId.indexOf("_")), problemLimit);
  } catch (error) {
    throw new Error(describeError(error).replaceAll(username, "(username)"));
  }
}

/** What to do about errors that whoever starts the program can do something about. */
const ADVICE: Readonly<Partial<Record<AdminListUserAuthEventsErrors["name"], string>>> = {
  NotAuthorizedException: `the credentials need the permission cognito-idp:${OPERATION}`,
  TooManyRequestsException: "try again later",
  UserPoolAddOnNotEnabledException: "events are kept while the user pool's threat protection is on",
};

function describeError(error: unknown): string {
  const advice = isServiceError(error) ? ADVICE[error.name] : undefined;
  const { name, message } = error instanceof Error ? error : { name: "Error", message: String(error) };
  return advice === undefined ? `${name}: ${message}` : `${name}: ${message} (${advice})`;
}

async function auditPages(
  input: AdminListUserAuthEventsRequest,
  region: string,
  problemLimit: number,
): Promise<Audit> {
  // Loaded here alone: whoever reads files waits for no SDK.
  const { CognitoIdentityProviderClient, paginateAdminListUserAuthEvents } = await import(
    "@aws-sdk/client-cognito-identity-provider"
  );
  const client = new CognitoIdentityProviderClient({ region });
  const audit = createAudit("page", [OPERATION]);
  let page = 0;
  let first = 0;
  for await (const { AuthEvents: events = [] } of paginateAdminListUserAuthEvents({ client }, input)) {
    page++;
    addToAudit(audit, readSdkPage(events, first), { source: OPERATION, number: page }, problemLimit);
    first += events.length;
  }
  client.destroy();
  return audit;
}
