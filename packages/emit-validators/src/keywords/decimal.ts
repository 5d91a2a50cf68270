import { type NodeNumber, printNumber } from "@shapelog/model";
import { _ } from "ajv";
import { defineCheck } from "../define-check.js";
import { printBranches } from "./branches.js";
import { either, printLimits } from "./limits.js";

/** Prints the check of a decimal number, which is compared by its digits: it may have more than a double. */
export const decimalCheck = defineCheck("decimal", ({ gen, check, data, fail, runtime }) => {
  const read = runtime(check.takesTexts ? "readDecimalOrText" : "readDecimal");
  const digits = gen.const("digits", _`${read}(${data})`);
  const { min, max } = check.range;
  const compare = (limit: NodeNumber) => _`${runtime("compareDecimals")}(${digits}, ${printNumber(limit)})`;
  const outside = [
    ...(min === undefined ? [] : [_`${compare(min)} < 0`]),
    ...(max === undefined ? [] : [_`${compare(max)} > 0`]),
  ];
  printBranches(gen, [
    [
      _`${digits} === undefined`,
      () => fail("failType", runtime(check.takesTexts ? "DECIMAL_OR_TEXT" : "DECIMAL")),
    ],
    outside.length === 0
      ? undefined
      : [either(outside), () => fail("failDecimalRange", printLimits(check.range), digits)],
  ]);
});
