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

/** Streams, bodies and numbers as the AWS SDK's code generator writes them. */
const COMMANDS_BY_SMITHY = `
import type { NumericValue, Uint8ArrayBlobAdapter } from "@smithy/core/serde";
import type {
  BlobPayloadInputTypes,
  MetadataBearer,
  StreamingBlobPayloadInputTypes,
  StreamingBlobPayloadOutputTypes,
  StreamingBlobTypes,
} from "@smithy/types";
import type * as Ours from "../src/index.js";
${BOTH}
declare class Busy extends Error implements MetadataBearer {
  readonly name: "Busy";
  readonly $fault: "client";
  $retryable: { throttling: boolean };
  $metadata: MetadataBearer["$metadata"];
  after?: number | undefined;
}
interface Numbers { whole?: bigint | undefined; exact?: NumericValue | undefined }
interface Storm { name?: string | undefined }
type Seen = Seen.Storm | Seen.$Unknown;
declare namespace Seen {
  interface Storm { storm: StormMember; $unknown?: never }
  interface $Unknown { storm?: never; $unknown: [string, any] }
}
type StormMember = Storm;
interface Picture { picture: StreamingBlobTypes | undefined }
interface Tiles { tiles?: Uint8Array | undefined }
interface Watched { seen: AsyncIterable<Seen> | undefined }
interface TakePicture extends Omit<Picture, "picture"> { picture: StreamingBlobPayloadInputTypes }
interface GivePicture extends Omit<Picture, "picture">, MetadataBearer { picture: StreamingBlobPayloadOutputTypes }
type TakeTiles = Omit<Tiles, "tiles"> & { tiles?: BlobPayloadInputTypes };
type GiveTiles = Omit<Tiles, "tiles"> & { tiles?: Uint8ArrayBlobAdapter } & MetadataBearer;
export const compared: {
  numbers: Both<Ours.CountCommandInput, Numbers>;
  picture: Both<Ours.LookOutput, Picture>;
  takePicture: Both<Ours.WatchCommandInput, TakePicture>;
  givePicture: Both<Ours.LookCommandOutput, GivePicture>;
  tiles: Both<Ours.PutInput, Tiles>;
  takeTiles: Both<Ours.PutCommandInput, TakeTiles>;
  giveTiles: Both<Ours.PutCommandOutput, GiveTiles>;
  watched: Both<Ours.WatchOutput, Watched>;
  otherBytes: Both<Ours.PutCommandInput, Tiles>;
  busy: Both<Ours.CountErrors, Busy>;
} = {
  numbers: true,
  picture: true,
  takePicture: true,
  givePicture: true,
  tiles: true,
  takeTiles: true,
  giveTiles: true,
  watched: true,
  otherBytes: false,
  busy: true,
};
`;

const COMMANDS = `
operation Count { input := { whole: BigInteger, exact: BigDecimal }, errors: [Busy] }
@error("client") @retryable(throttling: true) structure Busy { after: Integer }
operation Look { output := { @required picture: Picture } }
operation Put { input := { @httpPayload tiles: Blob }, output := { @httpPayload tiles: Blob } }
operation Watch { input := { @required picture: Picture }, output := { @required seen: Seen } }
@streaming blob Picture
@streaming union Seen { storm: Storm }
structure Storm { name: String }
`;

/** Types of the runtime that stand for Smithy's. */
const TWINS = `
import type * as Ours from "@shapelog/runtime";
import type * as Serde from "@smithy/core/serde";
import type * as Smithy from "@smithy/types";
${BOTH}
export const compared: {
  document: Both<Ours.DocumentType, Smithy.DocumentType>;
  metadata: Both<Ours.MetadataBearer, Smithy.MetadataBearer>;
  paginator: Both<Ours.Paginator<Date>, Smithy.Paginator<Date>>;
  number: Both<Ours.NumericValue, Serde.NumericValue>;
  text: Both<Ours.LazyJsonString, Serde.LazyJsonString>;
  bytes: Both<Ours.Uint8ArrayBlobAdapter, Serde.Uint8ArrayBlobAdapter>;
} = { document: true, metadata: true, paginator: true, number: true, text: true, bytes: true };
export const pages: Ours.PaginationConfiguration = {} as Smithy.PaginationConfiguration;
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

const WITH_NODE = { types: ["node"], lib: ["es2022", "dom"] };

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

  it("numbers, streams and bodies are too", async () => {
    const { files } = await emitCase(COMMANDS);
    const check = { path: "src/check.ts", text: COMMANDS_BY_SMITHY };
    expect(compile(compiler, [...files, check], WITH_NODE)).toBe("");
  });

  it("the runtime's types are Smithy's, and Smithy's are the runtime's", () => {
    expect(compile(compiler, [{ path: "src/check.ts", text: TWINS }], WITH_NODE)).toBe("");
  });

  it("without streams they need no types of Node and of the DOM, whoever checks declarations", async () => {
    const { files } = await emitCase(`${MODEL}
      @paginated(inputToken: "next", outputToken: "next")
      operation List { input := { next: String, any: Document, exact: BigDecimal }, output := { next: String } }
      operation Lose { errors: [Lost] }
      @error("client") structure Lost { notes: Notes }
      @mediaType("application/json") string Notes
    `);
    expect(compile(compiler, files, { skipLibCheck: false })).toBe("");
  });

  it("with streams they need those of Node and of the DOM, and no others", async () => {
    const { files } = await emitCase(COMMANDS);
    const options = { ...WITH_NODE, skipLibCheck: false };
    // Node's own types are not made for that option.
    expect(compile(compiler, files, { ...options, exactOptionalPropertyTypes: false })).toBe("");
    expect(compile(compiler, files, { skipLibCheck: false })).toMatch(
      /node_modules\/@smithy\/types.*node:stream/,
    );
  });

  it("unions, empty structures, sparse lists and maps by enum are too", async () => {
    const { files } = await emitCase(MODEL);
    expect(compile(compiler, [...files, { path: "src/check.ts", text: GENERATED_BY_SMITHY }])).toBe("");
  });
});
