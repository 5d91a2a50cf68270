import { _, Name, nil } from "ajv";
import { defineCheck, FAILURES } from "../define-check.js";
import { DEPTH } from "../function-names.js";

/**
 * Prints the call of another shape's check. Paths are put together on failure only, so that a call costs no more. A
 * value that holds itself is followed to one end, not to all.
 */
export const callCheck = defineCheck("call", ({ gen, unit, data, check, path, runtime }) => {
  const name = unit.nameOf(check.name);
  unit.uses.calls.add(name);
  const depth = check.counted ? _`, ${DEPTH} + 1` : nil;
  const failures = gen.const("inner", _`${new Name(name)}(${data}${depth})`);
  gen.if(_`${failures} !== null`, () => {
    const flags = check.flags === 0 ? nil : _`, ${check.flags}`;
    gen.assign(FAILURES, _`${runtime("lift")}(${FAILURES}, ${failures}, ${path()}${flags})`);
    if (check.counted) gen.if(_`${FAILURES}.isTooDeep`, () => gen.code(_`return ${FAILURES}`));
  });
});
