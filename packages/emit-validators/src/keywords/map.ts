import { _ } from "ajv";
import { HIDDEN } from "../check.js";
import { defineCheck, HIDDEN_KEY, KEY } from "../define-check.js";
import { printBranches } from "./branches.js";
import { lengthBranch } from "./limits.js";
import { isObject } from "./members.js";

/** Prints the check of a map (Smithy 2.0, "Map"). Only own properties are entries, and those that are `undefined` are absent. */
export const mapCheck = defineCheck("map", (site) => {
  const { gen, data, check, fail, inner, runtime } = site;
  gen.if(isObject(data));
  printBranches(gen, [lengthBranch(site, _`${runtime("countEntries")}(${data})`, "entries")]);
  const isHidden = ((check.flags | check.key.flags) & HIDDEN) !== 0;
  gen.forOf(isHidden ? HIDDEN_KEY : KEY, _`Object.keys(${data})`, (key) => {
    gen.if(_`${data}[${key}] !== undefined`, () => {
      site.key(check.key, key);
      if (check.sparse) gen.if(_`${data}[${key}] !== null`, () => inner(check.value, key));
      else inner(check.value, key);
    });
  });
  gen.else();
  fail("type", "object");
  gen.endIf();
});
