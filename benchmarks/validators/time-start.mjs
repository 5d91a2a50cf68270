// A new process: prints in milliseconds what the import of a contestant takes and what its first call takes then, as JSON.
//
//   node benchmarks/validators/time-start.mjs URL
import process from "node:process";
import { page } from "./values.mjs";

const NOTHING = "data:text/javascript,export const nothing = 0";

// The first dynamic import of a process prepares what all of them need.
await import(NOTHING);
const start = process.hrtime.bigint();
/** @type {import("./judge.mjs").Validators} */
const { isPage } = await import(process.argv[2] ?? "");
const imported = process.hrtime.bigint();
const isRight = isPage(page);
const called = process.hrtime.bigint();
if (!isRight) throw new Error("a right page was refused");
console.log(
  JSON.stringify({ import: Number(imported - start) / 1e6, firstCall: Number(called - imported) / 1e6 }),
);
