import process from "node:process";
import { setFlagsFromString } from "node:v8";

/**
 * How much V8 is to run of a function before it optimises it, by Node's major version: about ten times its own choice,
 * which is made for servers. A command that ends after a few tenths of a second spends a quarter of them on code that it
 * hardly uses; one that takes seconds is no slower. Node 24 needs none. V8 complains of flags it does not know, so
 * none is set where it was not measured.
 */
const FLAGS: ReadonlyMap<string, string> = new Map([
  ["20", "--interrupt-budget=600000"],
  ["22", "--invocation-count-for-turbofan=30000"],
]);

/** Makes this process optimise code late. */
export function optimizeLate(): void {
  const [major = ""] = process.versions.node.split(".");
  const flags = FLAGS.get(major);
  if (flags !== undefined) setFlagsFromString(flags);
}
