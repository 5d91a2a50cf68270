import process from "node:process";
import fc from "fast-check";

/** In CI the properties run with one seed, so that a run says something about the change and not about luck. */
if (process.env.CI) fc.configureGlobal({ seed: 20220818 });
