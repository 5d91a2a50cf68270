import { _ } from "ajv";
import { HIDDEN } from "../check.js";
import { defineCheck, HIDDEN_KEY, KEY } from "../define-check.js";
import { printBranches } from "./branches.js";
import { lengthBranch } from "./limits.js";
import { isObject } from "./members.js";

/** Prints the check of a map (Smithy 2.0, "Map"). Only own properties are entries. */
export const mapCheck = defineCheck("map", (site) => {
  const { gen, data, check, fail, inner } = site;
  gen.if(isObject(data));
  const keys = gen.const("all", _`Object.keys(${data})`);
  printBranches(gen, [lengthBranch(site, _`${keys}.length`, "entries")]);
  const isHidden = ((check.flags | check.key.flags) & HIDDEN) !== 0;
  gen.forOf(isHidden ? HIDDEN_KEY : KEY, keys, (key) => {
    site.key(check.key, key);
    if (check.sparse) gen.if(_`${data}[${key}] !== null`, () => inner(check.value, key));
    else inner(check.value, key);
  });
  gen.else();
  fail("type", "object");
  gen.endIf();
});
