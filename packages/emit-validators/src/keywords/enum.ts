import { _, type Code, Name } from "ajv";
import type { EnumCheck } from "../check.js";
import { type Constant, printValues } from "../constants.js";
import { defineCheck, type Site } from "../define-check.js";

/** Up to this many values, comparing with each is faster than looking in a set. */
const FEW = 8;

/** Prints the check of an enum's value (Smithy 2.0, "enum", "intEnum"). */
export const enumCheck = defineCheck("enum", (site) => {
  const { check, fail } = site;
  const values = declareConstant(site, { prefix: "values", expression: printValues(check.values) });
  const isUnknown = check.values.length <= FEW ? compareAll(site) : lookUp(site, values);
  site.gen.if(isUnknown, () => fail("failEnum", values));
});

function compareAll({ data, check }: Site<EnumCheck>): Code {
  const [first = _`true`, ...rest] = check.values.map((value) => _`${data} !== ${value}`);
  return rest.reduce((all, condition) => _`${all} && ${condition}`, first);
}

function lookUp(site: Site<EnumCheck>, values: Name): Code {
  const expression = `/* @__PURE__ */ new Set(${values})`;
  const set = declareConstant(site, { prefix: "set", expression, of: String(values) });
  return _`!${set}.has(${site.data})`;
}

function declareConstant({ unit, check }: Site<EnumCheck>, constant: Constant): Name {
  const name = unit.constants.declare(check.name, constant);
  unit.uses.constants.add(name);
  return new Name(name);
}
