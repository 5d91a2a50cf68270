// Compares `parse…` and `redact…` of AdminListUserAuthEvents with Smithy's own code, and tells what each adds to a bundle.
//
//   node benchmarks/parse-page.mjs
//
// Build first: `npm run build`. Every case is run in turn, many rounds over; the figures are medians of the rounds.
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { schemaLogFilter } from "@smithy/core/client";
import { JsonShapeDeserializer } from "@smithy/core/protocols";
import { rolldown } from "rolldown";
import { parseAdminListUserAuthEventsResponse } from "../packages/generated/cognito-identity-provider/dist/parse.js";
import {
  redactAdminListUserAuthEventsRequest,
  redactAdminListUserAuthEventsResponse,
} from "../packages/generated/cognito-identity-provider/dist/redact.js";
import {
  AdminListUserAuthEventsRequest$,
  AdminListUserAuthEventsResponse$,
} from "../packages/generated/cognito-identity-provider/dist/schemas.js";
import { readAdminListUserAuthEventsResponse } from "../packages/generated/cognito-identity-provider/dist/validators.js";

const ROUNDS = 200;
const CALLS = 20;

const text = JSON.stringify({ AuthEvents: Array.from({ length: 60 }, (_, index) => createEvent(index)) });
const page = JSON.parse(text);
const parsed = parseAdminListUserAuthEventsResponse(page);
if (!parsed.ok) throw new Error(parsed.errors[0].message);
const request = { UserPoolId: "eu-central-1_AbCdEfGhI", Username: "jane", MaxResults: 60 };
const settings = { timestampFormat: { useTrait: true, default: /** @type {const} */ (7) }, jsonName: false };
const smithy = new JsonShapeDeserializer(settings);

/** @param {number} index */
function createEvent(index) {
  return {
    EventId: `4b2a9f3e-6d0c-4c1b-9a53-${String(index).padStart(12, "0")}`,
    EventType: "SignIn",
    CreationDate: 1660780800.123 + index,
    EventResponse: "Pass",
    EventRisk: { RiskDecision: "NoRisk", RiskLevel: "Low" },
    ChallengeResponses: [{ ChallengeName: "Password", ChallengeResponse: "Success" }],
    EventContextData: { IpAddress: `203.0.113.${index}`, DeviceName: "Chrome 104", City: "Freiburg" },
    ...(index % 3 === 0
      ? { EventFeedback: { FeedbackValue: "Valid", Provider: "admin", FeedbackDate: 1660781800 } }
      : {}),
  };
}

/** @type {readonly (readonly [name: string, run: () => unknown])[]} */
const CASES = [
  ["JSON.parse, page of 60 events", () => JSON.parse(text)],
  ["read, which parse does first", () => readAdminListUserAuthEventsResponse(page)],
  ["parse", () => parseAdminListUserAuthEventsResponse(page)],
  ["Smithy's reader by the same schema", () => smithy.readObject(AdminListUserAuthEventsResponse$, page)],
  ["redact, the page", () => redactAdminListUserAuthEventsResponse(parsed.value)],
  ["Smithy's log filter, the page", () => schemaLogFilter(AdminListUserAuthEventsResponse$, parsed.value)],
  ["redact, the request", () => redactAdminListUserAuthEventsRequest(request)],
  ["Smithy's log filter, the request", () => schemaLogFilter(AdminListUserAuthEventsRequest$, request)],
];

const times = CASES.map(() => /** @type {number[]} */ ([]));
for (let round = 0; round < ROUNDS; round++) {
  CASES.forEach(([, run], index) => {
    const start = performance.now();
    for (let call = 0; call < CALLS; call++) run();
    times[index]?.push((1000 * (performance.now() - start)) / CALLS);
  });
}
CASES.forEach(([name], index) => {
  const sorted = (times[index] ?? []).slice(ROUNDS / 4).sort((a, b) => a - b);
  console.log(`${name.padEnd(36)} ${(sorted[sorted.length >> 1] ?? 0).toFixed(1).padStart(9)} µs`);
});

const ENTRIES = ["validators", "parse", "redact", "index"];
const NAMES = [
  "readAdminListUserAuthEventsResponse",
  "parseAdminListUserAuthEventsResponse",
  "redactAdminListUserAuthEventsRequest",
  "isUserNotFoundException",
];
for (const [index, entry] of ENTRIES.entries()) console.log(await measure(entry, NAMES[index] ?? ""));

/**
 * @param {string} entry
 * @param {string} name
 */
async function measure(entry, name) {
  const module = fileURLToPath(
    new URL(`../packages/generated/cognito-identity-provider/dist/${entry}.js`, import.meta.url),
  );
  const input = `${module}.entry.js`;
  const build = await rolldown({
    input,
    plugins: [
      {
        name: "entry",
        resolveId: (id) => (id === input ? id : null),
        load: (id) => (id === input ? `export { ${name} } from ${JSON.stringify(module)};` : null),
      },
    ],
  });
  const { output } = await build.generate({ format: "esm", minify: true });
  await build.close();
  const bytes = Buffer.byteLength(output[0].code);
  return `${name.padEnd(36)} ${(bytes / 1000).toFixed(1).padStart(9)} kB, ${(gzipSync(output[0].code).length / 1000).toFixed(1)} kB gzipped`;
}
