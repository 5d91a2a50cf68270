import { _ } from "ajv";
import { defineCheck } from "../define-check.js";
import { printBranches } from "./branches.js";
import { lengthBranch } from "./limits.js";

/** Prints the check of a boolean. */
export const booleanCheck = defineCheck("boolean", ({ gen, data, fail }) => {
  gen.if(_`typeof ${data} !== "boolean"`, () => fail("failType", "a boolean"));
});

const TIME_CHECKS = {
  "epoch-seconds": "isEpochSeconds",
  "date-time": "isDateTime",
  "http-date": "isHttpDate",
  Date: "isDate",
} as const;

/** Prints the check of a timestamp (Smithy 2.0, "timestampFormat trait"). */
export const timestampCheck = defineCheck("timestamp", ({ gen, data, check, fail, runtime }) => {
  const isTime = runtime(TIME_CHECKS[check.format]);
  gen.if(_`!${isTime}(${data})`, () => {
    if (check.format === "Date") fail("failType", "a Date that holds a time");
    else if (check.format === "date-time") fail("failDateTime");
    else fail("failTime", runtime(check.format === "http-date" ? "HTTP_DATE" : "EPOCH_SECONDS"));
  });
});

/** Prints the check of a blob: base64 text or bytes, its length counted in bytes. */
export const blobCheck = defineCheck("blob", (site) => {
  const { gen, data, check, fail, runtime } = site;
  if (check.form === "sdk") {
    printBranches(gen, [
      [_`!${runtime("isBytes")}(${data})`, () => fail("failType", "a Uint8Array")],
      lengthBranch(site, _`${data}.length`, "failBytes"),
    ]);
    return;
  }
  const hasBounds = check.length.min !== undefined || check.length.max !== undefined;
  printBranches(gen, [
    [_`typeof ${data} !== "string"`, () => fail("failType", "a string")],
    [_`!${runtime("isBase64")}(${data})`, () => fail("failBlob")],
    hasBounds ? lengthBranch(site, _`${runtime("countBase64Bytes")}(${data})`, "failBase64") : undefined,
  ]);
});
