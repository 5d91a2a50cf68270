import { _ } from "ajv";
import { defineCheck } from "../define-check.js";
import { printBranches } from "./branches.js";
import { lengthBranch } from "./limits.js";

/** Prints the check of a list (Smithy 2.0, "List"). Items are only compared with each other where their number is right. */
export const listCheck = defineCheck("list", (site) => {
  const { gen, data, check, fail, inner, runtime } = site;
  gen.if(_`Array.isArray(${data})`);
  printBranches(gen, [
    lengthBranch(site, _`${data}.length`, "failItems"),
    check.unique
      ? [_`${data}.length > 1 && ${runtime("hasDuplicates")}(${data})`, () => fail("failDuplicates")]
      : undefined,
  ]);
  if (check.item.kind !== "any") {
    gen.forRange("i", 0, _`${data}.length`, (index) => {
      if (check.sparse) gen.if(_`${data}[${index}] !== null`, () => inner(check.item, index));
      else inner(check.item, index);
    });
  }
  gen.else();
  fail("failType", "a list");
  gen.endIf();
});
