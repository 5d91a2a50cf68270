import { stringLiteral } from "@shapelog/emit";
import { nearestDouble } from "@shapelog/model";
import { _, type Code, Name } from "ajv";
import type { PatternCheck, StringCheck } from "../check.js";
import type { Constant } from "../constants.js";
import { defineCheck, type Site } from "../define-check.js";
import { type Branch, printBranches } from "./branches.js";
import { either, printLimits } from "./limits.js";

/**
 * Prints the check of a string. Length is in code points, and comes first: a text is only read where its number of
 * code units leaves the answer open, and no pattern ever runs on a text that is too long: some are safe for that alone.
 */
export const stringCheck = defineCheck("string", (site) => {
  const { gen, check, fail, runtime } = site;
  const text = check.isJson ? gen.const("text", _`${runtime("textOf")}(${site.data})`) : site.data;
  printBranches(gen, [
    [_`typeof ${text} !== "string"`, () => fail("type", check.isJson ? "json" : "string")],
    codePointsBranch(site, text),
    check.pattern && patternBranch(site, { text, pattern: check.pattern }),
  ]);
});

function codePointsBranch(site: Site<StringCheck>, text: Name): Branch | undefined {
  const { check, fail, runtime } = site;
  const { min, max } = check.length;
  const conditions: Code[] = [];
  if (min === 1) conditions.push(_`${text} === ""`);
  else if (min !== undefined) {
    conditions.push(
      _`${text}.length < ${2 * nearestDouble(min) - 1} && ${runtime("isShorter")}(${text}, ${nearestDouble(min)})`,
    );
  }
  if (max !== undefined)
    conditions.push(
      _`${text}.length > ${nearestDouble(max)} && ${runtime("isLonger")}(${text}, ${nearestDouble(max)})`,
    );
  if (conditions.length === 0) return undefined;
  return [either(conditions), () => fail("length", printLimits(check.length, "characters"))];
}

function patternBranch(
  { unit, fail }: Site<StringCheck>,
  { text, pattern }: { readonly text: Name; readonly pattern: PatternCheck },
): Branch {
  const constant = unit.constants.declare(pattern.name, declarePattern(pattern));
  unit.uses.constants.add(constant);
  const name = new Name(constant);
  return [_`!${name}.test(${text})`, () => fail("pattern", name)];
}

/** Returns a regular expression literal, which what the pattern has in it cannot end, or what stands in for it. */
function declarePattern({ source, flags, table }: PatternCheck): Constant {
  const literal = String(new RegExp(source, flags));
  if (table === undefined) return { prefix: "pattern", expression: literal };
  const expression = `/* @__PURE__ */ createMatcher(${stringLiteral(literal)}, ${stringLiteral(table)})`;
  return { prefix: "pattern", expression, runtime: "createMatcher" };
}
