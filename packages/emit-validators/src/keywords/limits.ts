import { type Bounds, isBigNumber, type NodeNumber, nearestDouble } from "@shapelog/model";
import { _, type Code } from "ajv";
import type { Check } from "../check.js";
import type { Site } from "../define-check.js";
import type { Branch } from "./branches.js";

/** Returns the branch for a value whose size is outside of bounds, or `undefined` where there are none. */
export function lengthBranch(
  site: Site<Extract<Check, { length: Bounds }>>,
  size: Code,
  fail: "failItems" | "failEntries" | "failBytes" | "failBase64",
): Branch | undefined {
  const { min, max } = site.check.length;
  const conditions = [
    ...(min === undefined ? [] : [_`${size} < ${nearestDouble(min)}`]),
    ...(max === undefined ? [] : [_`${size} > ${nearestDouble(max)}`]),
  ];
  if (conditions.length === 0) return undefined;
  return [either(conditions), () => site.fail(fail, printLimits(site.check.length))];
}

/** Returns bounds as the runtime takes them: the least and the greatest, with null for what is not there. */
export function printLimits({ min, max }: Bounds): Code {
  return _`${printLimit(min)}, ${printLimit(max)}`;
}

/** Digits that no double has are for messages alone, as a text. */
function printLimit(limit: NodeNumber | undefined): number | string | null {
  return isBigNumber(limit) ? limit.text : (limit ?? null);
}

/** Returns conditions joined by `||`. */
export function either([first = _`false`, ...rest]: readonly Code[]): Code {
  return rest.reduce((all, condition) => _`${all} || ${condition}`, first);
}
