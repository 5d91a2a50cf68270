import { _ } from "ajv";
import { defineCheck } from "../define-check.js";
import { printBranches } from "./branches.js";
import { lengthBranch } from "./limits.js";

/** The runtime's texts of what is taken. */
const TAKEN = { stream: "STREAM", streamed: "STREAMED", body: "BODY" } as const;

const STREAM_CHECKS = { stream: "isStream", streamed: "isStreamed", body: "isBody" } as const;

/** Prints the check of a blob that may be a stream; only the length of what is no stream is known. */
export const streamCheck = defineCheck("stream", (site) => {
  const { gen, data, check, fail, runtime } = site;
  const hasBounds = check.length.min !== undefined || check.length.max !== undefined;
  printBranches(gen, [
    [
      _`!${runtime(STREAM_CHECKS[check.takes])}(${data})`,
      () => fail("failType", runtime(TAKEN[check.takes])),
    ],
    hasBounds ? lengthBranch(site, _`${runtime("countBytes")}(${data})`, "failBytes") : undefined,
  ]);
});

/** Prints the check of a stream of events, none of which is read. */
export const eventsCheck = defineCheck("events", ({ gen, data, fail, runtime }) => {
  gen.if(_`!${runtime("isAsyncIterable")}(${data})`, () => fail("failType", runtime("EVENTS")));
});
