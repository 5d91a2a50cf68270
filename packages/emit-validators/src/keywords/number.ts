import { isBigNumber, type NodeNumber, nearestDouble } from "@shapelog/model";
import { _, type Code, Name } from "ajv";
import type { NumberCheck } from "../check.js";
import { defineCheck, type Site } from "../define-check.js";
import { type Branch, printBranches } from "./branches.js";
import { printLimits } from "./limits.js";

/** Prints the check of a number. Values outside of what its kind or `@range` allows fail, NaN among them. */
export const numberCheck = defineCheck("number", (site) => {
  const { gen } = site;
  printBranches(gen, [[isOtherType(site), () => failOtherType(site)], finiteBranch(site), rangeBranch(site)]);
});

function isOtherType({ data, check }: Site<NumberCheck>): Code {
  switch (check.type) {
    case "integer":
      return _`!Number.isInteger(${data})`;
    case "long":
    case "bigInteger":
      return _`!Number.isSafeInteger(${data})`;
    case "number":
      return _`!Number.isFinite(${data})`;
    case "float":
      return _`!Number.isFinite(${data}) && ${data} !== "NaN" && ${data} !== "Infinity" && ${data} !== "-Infinity"`;
    case "bigint":
      return _`typeof ${data} !== "bigint" && !Number.isSafeInteger(${data})`;
    case "any":
      return _`typeof ${data} !== "number"`;
  }
}

function failOtherType({ check, fail, runtime }: Site<NumberCheck>): void {
  if (check.type === "long") fail("failLong");
  else if (check.type === "bigInteger") fail("failBigInteger");
  else if (check.type === "float") fail("failType", runtime("FLOAT"));
  else if (check.type === "bigint") fail("failType", runtime("BIG_INT"));
  else fail("failType", check.type === "integer" ? "an integer" : "a number");
}

/** Numbers of 64 bits that those of 32 do not have; infinity and NaN are numbers of both. */
function finiteBranch({ data, check, fail }: Site<NumberCheck>): Branch | undefined {
  if (!check.finite) return undefined;
  const [min, max] = [nearestDouble(check.finite.min), nearestDouble(check.finite.max)];
  const isBeyond = _`(${data} < ${min} || ${data} > ${max}) && Number.isFinite(${data})`;
  return [isBeyond, () => fail("failRange", printLimits(check.finite ?? {}))];
}

function rangeBranch({ data, check, fail }: Site<NumberCheck>): Branch | undefined {
  const { min, max } = check.range;
  if (min === undefined && max === undefined) return undefined;
  const print = check.type === "bigint" ? exactLimit : nearestDouble;
  const low = min === undefined ? undefined : _`${data} >= ${print(min)}`;
  const high = max === undefined ? undefined : _`${data} <= ${print(max)}`;
  const inside = low && high ? _`${low} && ${high}` : (low ?? high ?? _`true`);
  return [_`!(${inside})`, () => fail("failRange", printLimits(check.range))];
}

const BIG_INT = new Name("BigInt");

/** Returns a limit that bigints compare with to the last digit. */
function exactLimit(limit: NodeNumber): Code | number {
  const isWhole = isBigNumber(limit) && /^-?\d+$/.test(limit.text);
  return isWhole ? _`${BIG_INT}(${limit.text})` : nearestDouble(limit);
}
