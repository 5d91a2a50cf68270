// Measures the app on a generated file: lines per second, and the most memory it held.
//
//   node scripts/measure.mjs [LINES]      (default: 1000000; build the app first)
//
// Runs on a tenth of the lines too: memory that grows with the file would show. The file is removed at the end.
import { spawnSync } from "node:child_process";
import { createWriteStream, statSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { EventResponseTypeValues, EventTypeValues } from "@shapelog/cognito-identity-provider";

const MAIN = fileURLToPath(new URL("../dist/main.js", import.meta.url));
const REPORT_MEMORY =
  'process.on("exit", () => process.stderr.write(String(process.resourceUsage().maxRSS)))';
const DRIFT = ["Success", "Failure"];

function* createLines(count) {
  const responses = [...EventResponseTypeValues, ...DRIFT];
  for (let start = 0; start < count; start += 1000) {
    const size = Math.min(1000, count - start);
    yield Array.from({ length: size }, (_, index) => createLine(start + index, responses)).join("");
  }
}

function createLine(index, responses) {
  const event = {
    EventId: `4b2a9f3e-6d0c-4c1b-9a53-${String(index).padStart(12, "0")}`,
    EventType: EventTypeValues[index % EventTypeValues.length],
    CreationDate: index % 2 === 0 ? 1660780800.123 + index : new Date(1.66e12 + index * 1000).toISOString(),
    EventResponse: responses[index % responses.length],
    EventRisk: { RiskDecision: "NoRisk", RiskLevel: "Low", CompromisedCredentialsDetected: false },
    ChallengeResponses: [{ ChallengeName: "Password", ChallengeResponse: "Success" }],
    EventContextData: { IpAddress: "203.0.113.7", DeviceName: "Chrome 104, Windows 10", City: "Freiburg" },
  };
  return `${JSON.stringify(event)}\n`;
}

async function measure(folder, count) {
  const file = join(folder, `${count}.jsonl`);
  await pipeline(Readable.from(createLines(count)), createWriteStream(file));
  const args = [
    "--import",
    `data:text/javascript,${encodeURIComponent(REPORT_MEMORY)}`,
    MAIN,
    "--format",
    "json",
    file,
  ];
  const started = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
  const seconds = (performance.now() - started) / 1000;
  if (status !== 0 || JSON.parse(stdout).events !== count) throw new Error(`exit ${status}: ${stderr}`);
  const size = (statSync(file).size / 1024 / 1024).toFixed(0);
  const memory = (Number(stderr) / 1024).toFixed(0);
  const rate = Math.round(count / seconds).toLocaleString("en-US");
  console.log(
    `${count} lines (${size} MiB): ${seconds.toFixed(1)} s, ${rate} lines/s, at most ${memory} MiB of memory`,
  );
}

const lines = Number(process.argv[2] ?? 1_000_000);
const folder = await mkdtemp(join(tmpdir(), "auth-events-"));
try {
  await measure(folder, Math.ceil(lines / 10));
  await measure(folder, lines);
} finally {
  await rm(folder, { recursive: true });
}
