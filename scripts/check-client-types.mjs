// Holds the types of AdminListUserAuthEvents, on either side of the change of 2022-08-18, against those of the two releases of
// the AWS SDK's client between which it came: 3.145.0 and 3.154.0. The models are this repository's ledger at the day before
// and at that day.
//
//   node scripts/check-client-types.mjs [--cache DIR]
//
// Clients are fetched from npm; DIR keeps what was fetched. Build first. Exits with 1 where types cannot stand for each other,
// and where those of one side could stand for those of the other side's client, which would mean that nothing is compared.
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";
import { buildTypes, compileTogether } from "./check-client-types/compile-together.mjs";
import { openClient } from "./check-sdk-types/open-client.mjs";

const SIDES = [
  { day: "2022-08-17", version: "3.145.0" },
  { day: "2022-08-18", version: "3.154.0" },
];

const { values } = parseArgs({ options: { cache: { type: "string" } } });
const work = mkdtempSync(join(tmpdir(), "check-client-types-"));
try {
  const cache = values.cache ?? join(work, "cache");
  mkdirSync(cache, { recursive: true });
  const client = openClient("Cognito Identity Provider", cache);
  await client.fetch(SIDES.map(({ version }) => version));
  for (const { day } of SIDES) buildTypes(day, join(work, day));
  for (const { day } of SIDES) {
    for (const other of SIDES) {
      const { text } = await client.read(other.version);
      const problems = compileTogether(join(work, day), text);
      const isOwn = other.day === day;
      const isRight = isOwn === (problems.length === 0);
      console.log(
        `types of ${day} and client ${other.version}: ${problems.length === 0 ? "the same" : "differ"}${isRight ? "" : ", which is wrong"}`,
      );
      if (!isOwn || !isRight) for (const problem of problems) console.log(`  ${problem}`);
      if (!isRight) process.exitCode = 1;
    }
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}
