import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const require = createRequire(join(ROOT, "packages/emit-types/package.json"));
const COMPILER = join(dirname(require.resolve("typescript/package.json")), "bin/tsc");
const SMITHY_TYPES = join(
  dirname(require.resolve("@smithy/types/package.json")),
  require("@smithy/types/package.json").types,
);

/** What clients import of the package that has the class of their errors. */
const ERRORS = `import type { MetadataBearer } from "@smithy/types";
export declare class ServiceException extends Error implements MetadataBearer {
  readonly $fault: "client" | "server";
  $metadata: MetadataBearer["$metadata"];
  constructor(options: object);
}
export type ExceptionOptionType<Thrown, Base> = Omit<Thrown, keyof Base>;
`;

/** Errors of the client name their class as they import it. */
const BASE = "declare class __BaseException extends CognitoIdentityProviderServiceException {}\n";

/** Enums of the client are those of TypeScript, and members that have one can be any text: open, as ours can be made. */
const CHECK = `import type * as Sdk from "./client.js";
import type * as Ours from "./src/index.js";

type Both<A, B> = [A] extends [B] ? ([B] extends [A] ? true : "ours is wider") : [B] extends [A] ? "theirs is wider" : false;
type Constants<Enum> = { readonly [Name in keyof Enum]: \`\${Enum[Name] & string}\` };

export const enums: {
  ChallengeName: Both<Ours.ChallengeName, \`\${Sdk.ChallengeName}\`>;
  ChallengeResponse: Both<Ours.ChallengeResponse, \`\${Sdk.ChallengeResponse}\`>;
  EventResponseType: Both<Ours.EventResponseType, \`\${Sdk.EventResponseType}\`>;
  EventType: Both<Ours.EventType, \`\${Sdk.EventType}\`>;
  FeedbackValueType: Both<Ours.FeedbackValueType, \`\${Sdk.FeedbackValueType}\`>;
  RiskDecisionType: Both<Ours.RiskDecisionType, \`\${Sdk.RiskDecisionType}\`>;
  RiskLevelType: Both<Ours.RiskLevelType, \`\${Sdk.RiskLevelType}\`>;
  eventResponses: Both<typeof Ours.EventResponseType, Constants<typeof Sdk.EventResponseType>>;
  eventTypes: Both<typeof Ours.EventType, Constants<typeof Sdk.EventType>>;
} = {
  ChallengeName: true,
  ChallengeResponse: true,
  EventResponseType: true,
  EventType: true,
  FeedbackValueType: true,
  RiskDecisionType: true,
  RiskLevelType: true,
  eventResponses: true,
  eventTypes: true,
};

export const data: {
  input: Both<Ours.AdminListUserAuthEventsCommandInput, Sdk.AdminListUserAuthEventsCommandInput>;
  request: Both<Ours.AdminListUserAuthEventsRequest, Sdk.AdminListUserAuthEventsRequest>;
  output: Both<Ours.Open<Ours.AdminListUserAuthEventsCommandOutput>, Sdk.AdminListUserAuthEventsCommandOutput>;
  event: Both<Ours.Open<Ours.AuthEventType>, Sdk.AuthEventType>;
  members: Both<keyof Ours.AuthEventType, keyof Sdk.AuthEventType>;
} = { input: true, request: true, output: true, event: true, members: true };

export const towardsTheirs = (
  output: Ours.AdminListUserAuthEventsCommandOutput,
): Sdk.AdminListUserAuthEventsCommandOutput => output;

type Thrown =
  | Sdk.InternalErrorException
  | Sdk.InvalidParameterException
  | Sdk.NotAuthorizedException
  | Sdk.ResourceNotFoundException
  | Sdk.TooManyRequestsException
  | Sdk.UserNotFoundException
  | Sdk.UserPoolAddOnNotEnabledException;
export const asOurs = (error: Thrown): Ours.AdminListUserAuthEventsErrors => error;
`;

/**
 * Builds the package of the service as it was on a day, of which the folder then has the types.
 * @param {string} day
 * @param {string} folder
 */
export function buildTypes(day, folder) {
  const command = join(ROOT, "packages/cli/bin/shapelog.js");
  const args = [command, "build", "--service", "cognito-identity-provider", "--at", day, "--out", folder];
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: ROOT, encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
}

/**
 * Returns what the compiler says of a program that puts a package's types and a client's in each other's place.
 * @param {string} folder That of the package.
 * @param {string} client The client's declarations as one module.
 * @returns {string[]}
 */
export function compileTogether(folder, client) {
  writeFileSync(join(folder, "client.d.ts"), client + BASE);
  writeFileSync(join(folder, "errors.d.ts"), ERRORS);
  writeFileSync(join(folder, "check.ts"), CHECK);
  const errors = [join(folder, "errors.d.ts")];
  const paths = {
    "@smithy/types": [SMITHY_TYPES],
    "@aws-sdk/types": [SMITHY_TYPES],
    "@aws-sdk/*": errors,
    "@smithy/*": errors,
    "@shapelog/runtime": [join(ROOT, "packages/runtime/dist/index.d.ts")],
    "@shapelog/runtime/errors": [join(ROOT, "packages/runtime/dist/errors.d.ts")],
  };
  const compilerOptions = {
    target: "es2022",
    module: "nodenext",
    moduleResolution: "nodenext",
    types: [],
    strict: true, // clients of that time have `?: T`, which takes undefined without exactOptionalPropertyTypes alone
    noEmit: true,
    skipLibCheck: true,
    paths,
  };
  writeFileSync(
    join(folder, "tsconfig.check.json"),
    JSON.stringify({ compilerOptions, files: ["check.ts"] }),
  );
  const args = [COMPILER, "-p", join(folder, "tsconfig.check.json"), "--pretty", "false"];
  const { status, stdout } = spawnSync(process.execPath, args, { encoding: "utf8" });
  const lines = stdout.split("\n").filter((line) => line !== "");
  return status === 0 || lines.length > 0 ? lines : [stdout];
}
