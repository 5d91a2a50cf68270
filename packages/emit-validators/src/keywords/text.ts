import { _ } from "ajv";
import type { TextKind } from "../check.js";
import { defineCheck } from "../define-check.js";

/** What of the runtime reads a text; it returns `undefined` where the text stands for nothing of the kind. */
const READERS: Readonly<Record<TextKind, string>> = {
  boolean: "readBoolean",
  integer: "readInteger",
  long: "readLong",
  decimal: "readDecimalText",
  float: "readFloat",
  media: "readMedia",
  list: "readList",
  dates: "readDates",
  many: "readMany",
};

/** Prints the check of a value that HTTP has as text (Smithy 2.0, "HTTP bindings"): what it stands for is checked. */
export const textCheck = defineCheck("text", ({ gen, data, check, fail, runtime, read }) => {
  const value = gen.const("text", _`${runtime(READERS[check.read])}(${data})`);
  gen.if(_`${value} === undefined`);
  if (check.read === "media") fail("failBlob");
  else fail("failText", runtime(`${check.read.toUpperCase()}_TEXT`));
  if (check.inner.kind !== "any") {
    gen.else();
    read(check.inner, value);
  }
  gen.endIf();
});
