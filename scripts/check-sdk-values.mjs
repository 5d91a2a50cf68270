// Holds what real clients return and throw against the validators of generated packages. A local server answers every
// operation of some services of AWS with values made from their models, and with each error that an operation lists; what
// the client of the AWS SDK for JavaScript makes of it has to pass `validate…` and `read…` of the program form, with
// nothing that drifts. Exits with 1 where something does not.
//
//   node scripts/check-sdk-values.mjs BOTOCORE MODELS --clients FOLDER [--service NAME] [--rounds N] [--keep]
//
// BOTOCORE is a clone of boto/botocore and MODELS one of aws/api-models-aws, bare or not, from which come the kinds that
// botocore has lost: unions, and texts that it has as numbers. The clients are installed in FOLDER: those that were the newest on the day of BOTOCORE's
// last commit, or with --keep what is there already. Build first.
import process from "node:process";
import { parseArgs } from "node:util";
import { installClients } from "./check-sdk-assignable/install-clients.mjs";
import { lastDay, readService, SERVICES } from "./check-sdk-assignable/read-service.mjs";
import { checkService } from "./check-sdk-values/check-service.mjs";
import { startServer } from "./check-sdk-values/start-server.mjs";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    clients: { type: "string" },
    service: { type: "string" },
    rounds: { type: "string", default: "3" },
    keep: { type: "boolean", default: false },
  },
});
const [botocore, models] = positionals;
const { clients } = values;
if (!botocore || !models || !clients) {
  console.error(
    "usage: node scripts/check-sdk-values.mjs BOTOCORE MODELS --clients FOLDER [--service NAME] [--rounds N] [--keep]",
  );
  process.exit(2);
}

const chosen = SERVICES.filter(({ client }) => values.service === undefined || client === values.service);
const names = chosen.map(({ client }) => client);
await installClients(clients, { clients: names, day: lastDay(botocore), keep: values.keep });
const server = await startServer();
const all = { operations: 0, outputs: 0, errors: 0, events: 0, problems: 0 };
for (const service of chosen) {
  const side = readService(service, { botocore, models });
  const counts = await checkService(side, {
    clients,
    client: service.client,
    server,
    rounds: Number(values.rounds),
  });
  for (const problem of counts.problems) console.log(`  ${problem}`);
  console.log(
    `${service.client} (${counts.protocol}): ${counts.operations} operations, ${counts.outputs} outputs with ` +
      `${counts.members} members of ${counts.sent} sent, ${counts.events} events, ${counts.errors} errors, ` +
      `${counts.problems.length} problems`,
  );
  all.operations += counts.operations;
  all.outputs += counts.outputs;
  all.events += counts.events;
  all.errors += counts.errors;
  all.problems += counts.problems.length;
}
server.close();
console.log(
  `${all.operations} operations of ${chosen.length} services, ${all.outputs} outputs, ${all.events} events and ` +
    `${all.errors} errors, ${all.problems} problems`,
);
process.exitCode = all.problems === 0 ? 0 : 1;
