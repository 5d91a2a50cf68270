import { stringLiteral } from "@shapelog/emit";
import { nearestDouble } from "@shapelog/model";
import { _, type Code, Name } from "ajv";
import type { PatternCheck, StringCheck } from "../check.js";
import type { Constant } from "../constants.js";
import { defineCheck, type Site } from "../define-check.js";
import { printBranches } from "./branches.js";
import { either, printLimits } from "./limits.js";

/**
 * Prints the check of a string. Length is in code points, and comes first: a text is only read where its number of
 * code units leaves the answer open, and no pattern ever runs on a text that is too long: some are safe for that alone.
 * Which of these is wrong the runtime finds out where one is.
 */
export const stringCheck = defineCheck("string", (site) => {
  const { gen, data, check, fail, failOf, runtime } = site;
  const pattern = check.pattern && declarePattern(site, check.pattern);
  const limits = () => {
    const { min, max } = check.length;
    if (pattern) return [printLimits(check.length), pattern];
    return min === undefined && max === undefined ? [] : [printLimits(check.length)];
  };
  const conditionsOf = (text: Name) => [
    ...lengthConditions(site, text),
    ...(pattern ? [_`!${pattern}.test(${text})`] : []),
  ];
  if (!check.isJson) {
    const conditions = [_`typeof ${data} !== "string"`, ...conditionsOf(data)];
    gen.if(either(conditions), () =>
      conditions.length === 1 ? fail("failType", "a string") : fail("failString", ...limits()),
    );
    return;
  }
  const text = gen.const("text", _`${runtime("textOf")}(${data})`);
  const conditions = conditionsOf(text);
  printBranches(gen, [
    [_`typeof ${text} !== "string"`, () => fail("failType", runtime("JSON_TEXT"))],
    conditions.length === 0 ? undefined : [either(conditions), () => failOf(text, "failString", ...limits())],
  ]);
});

function lengthConditions({ check, runtime }: Site<StringCheck>, text: Name): Code[] {
  const { min, max } = check.length;
  const conditions: Code[] = [];
  if (min === 1) conditions.push(_`${text} === ""`);
  else if (min !== undefined) conditions.push(_`${runtime("isShorter")}(${text}, ${nearestDouble(min)})`);
  if (max !== undefined) conditions.push(_`${runtime("isLonger")}(${text}, ${nearestDouble(max)})`);
  return conditions;
}

function declarePattern({ unit }: Site<StringCheck>, pattern: PatternCheck): Name {
  const name = unit.constants.declare(pattern.name, printPattern(pattern));
  unit.uses.constants.add(name);
  return new Name(name);
}

/** Classes of characters that take long to make. */
const CLASSES = /\\p\{/i;

/** Returns a regular expression literal, which what the pattern has in it cannot end, or what stands in for it. */
function printPattern({ source, flags, table }: PatternCheck): Constant {
  const made = new RegExp(source, flags);
  if (table !== undefined) return printMade("createMatcher", String(made), table);
  if (CLASSES.test(source)) return printMade("createPattern", source, flags);
  return { prefix: "pattern", expression: String(made) };
}

function printMade(runtime: "createMatcher" | "createPattern", first: string, second: string): Constant {
  const expression = `/* @__PURE__ */ ${runtime}(${stringLiteral(first)}, ${stringLiteral(second)})`;
  return { prefix: "pattern", expression, runtime };
}
