import { _, type Name } from "ajv";
import { HIDDEN, type MapCheck } from "../check.js";
import { defineCheck, HIDDEN_KEY, KEY, type Site } from "../define-check.js";
import { printBranches } from "./branches.js";
import { lengthBranch } from "./limits.js";
import { isObject } from "./members.js";

/** Prints the check of a map (Smithy 2.0, "Map"). Only own properties are entries, and those that are `undefined` are absent. */
export const mapCheck = defineCheck("map", (site) => {
  const { gen, data, check, fail, inner, runtime } = site;
  gen.if(isObject(data));
  printBranches(gen, [lengthBranch(site, _`${runtime("countEntries")}(${data})`, "failEntries")]);
  const isHidden = ((check.flags | check.key.flags) & HIDDEN) !== 0;
  gen.forOf(isHidden ? HIDDEN_KEY : KEY, _`Object.keys(${data})`, (key) => {
    gen.if(_`${data}[${key}] !== undefined`, () => {
      site.key(check.key, withoutPrefix(site, key), check.prefix === undefined ? undefined : key);
      if (check.sparse) gen.if(_`${data}[${key}] !== null`, () => inner(check.value, key));
      else inner(check.value, key);
    });
  });
  gen.else();
  fail("failType", "an object");
  gen.endIf();
});

/** Returns the variable of an entry's key: its name, or what follows the prefix that all names have. */
function withoutPrefix({ gen, check }: Site<MapCheck>, name: Name): Name {
  if (!check.prefix || check.key.kind === "any") return name;
  return gen.const("part", _`${name}.slice(${check.prefix.length})`);
}
