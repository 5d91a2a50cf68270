import { describe, expect, it } from "vitest";
import { emitTypes } from "../src/emit-types.js";
import { COMPILERS, compile } from "./compile.js";
import { authEventsModel, emitCase } from "./emit-case.js";

const BOTH = `
type Both<A, B> = [A] extends [B] ? ([B] extends [A] ? true : "only towards B") : [B] extends [A] ? "only towards A" : false;
`;

const AWS_SDK = `
import type * as Sdk from "@aws-sdk/client-cognito-identity-provider";
import { paginateAdminListUserAuthEvents } from "@aws-sdk/client-cognito-identity-provider";
import type * as Ours from "../src/index.js";
import type * as Wire from "../src/wire.js";
${BOTH}
export const compared: {
  input: Both<Ours.AdminListUserAuthEventsCommandInput, Sdk.AdminListUserAuthEventsCommandInput>;
  output: Both<Ours.AdminListUserAuthEventsCommandOutput, Sdk.AdminListUserAuthEventsCommandOutput>;
  event: Both<Ours.AuthEventType, Sdk.AuthEventType>;
  feedback: Both<Ours.EventFeedbackType, Sdk.EventFeedbackType>;
  type: Both<Ours.EventType, Sdk.EventType>;
  constants: Both<typeof Ours.EventResponseType, typeof Sdk.EventResponseType>;
  otherEnum: Both<Ours.EventResponseType, Sdk.ChallengeResponse>;
  wire: Both<Wire.AuthEventType, Sdk.AuthEventType>;
} = {
  input: true,
  output: true,
  event: true,
  feedback: true,
  type: true,
  constants: true,
  otherEnum: false,
  wire: false,
};

export const pages: Ours.PaginateAdminListUserAuthEvents<Sdk.CognitoIdentityProviderPaginationConfiguration> =
  paginateAdminListUserAuthEvents;

type Thrown = Sdk.InvalidParameterException | Sdk.InternalErrorException;
export const asOurs = (error: Thrown): Ours.AdminListUserAuthEventsErrors => error;

export function readReason(error: Ours.Operations["AdminListUserAuthEvents"]["errors"]): string | undefined {
  return error.name === "InvalidParameterException" ? error.reasonCode : error.message;
}
`;

/** A union, an empty structure and a map by enum as the AWS SDK's code generator writes them. */
const GENERATED_BY_SMITHY = `
import type { Bag, Place } from "../src/index.js";
${BOTH}
interface None {}
type SdkPlace = SdkPlace.City | SdkPlace.Near | SdkPlace.Nowhere | SdkPlace.$Unknown;
declare namespace SdkPlace {
  interface City { city: string; near?: never; nowhere?: never; $unknown?: never }
  interface Near { city?: never; near: SdkPlace; nowhere?: never; $unknown?: never }
  interface Nowhere { city?: never; near?: never; nowhere: None; $unknown?: never }
  interface $Unknown { city?: never; near?: never; nowhere?: never; $unknown: [string, any] }
}
interface SdkBag { byScale?: Partial<Record<"C" | "F", string>> | undefined; gaps?: (string | null)[] | undefined }
export const compared: { place: Both<Place, SdkPlace>; bag: Both<Bag, SdkBag> } = { place: true, bag: true };

// @ts-expect-error A union holds one member.
export const two: Place = { city: "Oslo", nowhere: {} };
// @ts-expect-error A union holds at least one member.
export const none: Place = {};
export const unknown: Place = { $unknown: ["star", 1] };
export const read = (place: Place): string => {
  if (place.city !== undefined) return place.city;
  if (place.$unknown !== undefined) return place.$unknown[0];
  return place.near !== undefined ? read(place.near) : "nowhere";
};
`;

const MODEL = `
operation Get { input: Bag, output: Found }
structure Bag { byScale: ByScale, gaps: Gaps }
structure Found { place: Place }
union Place { city: String, near: Place, nowhere: Unit }
enum Scale { C, F }
map ByScale { key: Scale, value: String }
@sparse list Gaps { member: String }
`;

describe.each(COMPILERS)("under TypeScript %s", (_version, compiler) => {
  it("types of a real operation are assignable to the AWS SDK's and back", async () => {
    const { model, service } = authEventsModel();
    const { files } = await emitTypes(model, {
      service,
      packageName: "@example/auth",
      source: "model.smithy",
    });
    expect(compile(compiler, [...files, { path: "src/check.ts", text: AWS_SDK }])).toBe("");
  });

  it("unions, empty structures, sparse lists and maps by enum are too", async () => {
    const { files } = await emitCase(MODEL);
    expect(compile(compiler, [...files, { path: "src/check.ts", text: GENERATED_BY_SMITHY }])).toBe("");
  });
});
