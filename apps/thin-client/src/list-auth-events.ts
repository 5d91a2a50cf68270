import { AwsJson1_1Protocol } from "@aws-sdk/core/protocols";
import type {
  AdminListUserAuthEventsCommandInput,
  AdminListUserAuthEventsCommandOutput,
} from "@shapelog/cognito-identity-provider";
import {
  AdminListUserAuthEvents$,
  AdminListUserAuthEventsErrors$,
  protocolSettings,
} from "@shapelog/cognito-identity-provider/schemas";
import type { AwsCredentialIdentity, Provider } from "@smithy/types";
import { createCaller } from "./create-caller.js";

export interface ListAuthEventsOptions {
  /** Such as `eu-central-1`. */
  readonly region: string;
  readonly credentials: AwsCredentialIdentity | Provider<AwsCredentialIdentity>;
  /** Default: that of the region. */
  readonly endpoint?: string;
}

/** Returns a function that lists a page of what one user of a user pool did. */
export function createListAuthEvents({
  region,
  credentials,
  endpoint = `https://cognito-idp.${region}.amazonaws.com`,
}: ListAuthEventsOptions): (
  input: AdminListUserAuthEventsCommandInput,
) => Promise<AdminListUserAuthEventsCommandOutput> {
  return createCaller(
    { operation: AdminListUserAuthEvents$, errors: AdminListUserAuthEventsErrors$ },
    {
      protocol: AwsJson1_1Protocol,
      settings: protocolSettings,
      signingName: "cognito-idp",
      endpoint,
      region,
      credentials,
    },
  );
}
