// Shows what the packages do for their users, with the sample apps: a server filled with events, an audit of them, the
// console's address, and then the change of 2022-08-18: what stops compiling, and what drifts while programs run.
//
//   npm run demo                 and Ctrl+C to end it
//   npm run demo -- --once       ends by itself
import process from "node:process";
import { parseArgs } from "node:util";
import { buildAll } from "./build-quietly.mjs";
import { installIfMissing } from "./install.mjs";

const HELP = `usage: npm run demo -- [--once]

  --once  ends when all is shown, in place of serving until Ctrl+C`;

const { once, help } = readOptions();
if (help) {
  console.log(HELP);
  process.exit(0);
}
installIfMissing();
await buildAll();
const { startDemo } = await import("./demo/start-demo.mjs");
const demo = await startDemo({ out: (text) => console.log(text) });
if (once) await demo.close();
else {
  console.log("\nCtrl+C ends the server and the console.");
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => demo.close());
}

function readOptions() {
  try {
    const options = /** @type {const} */ ({
      once: { type: "boolean" },
      help: { type: "boolean", short: "h" },
    });
    return parseArgs({ options }).values;
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${HELP}`);
    process.exit(2);
  }
}
