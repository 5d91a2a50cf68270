import { _, type Code, Name } from "ajv";
import type { MemberCheck, StructureCheck, UnionCheck } from "../check.js";
import { printValues } from "../constants.js";
import { type CompileUnit, defineCheck, FAILURES, type Site } from "../define-check.js";

/**
 * Prints the check of a structure (Smithy 2.0, "Structure"). To find unknown members, the members that are there are
 * counted against the value's properties; only where the numbers differ the properties are looked at.
 */
export const structureCheck = defineCheck("structure", (site) => {
  const { gen, data, check, fail } = site;
  if (check.isOpen || check.isError) {
    gen.if(isObject(data));
    printMembers(site);
    if (check.isOpen) printRest(site);
    else printFailure(site, "failMembers");
    gen.else();
    fail("failType", "an object");
    gen.endIf();
    return;
  }
  const count = gen.let("count", 1);
  gen.if(isObject(data), () => {
    gen.assign(count, 0);
    printMembers(site, () => _`${count}++`);
    if (check.envelope === "output")
      gen.if(isPresent(data, "$metadata", _`${data}.$metadata`), _`${count}++`);
    gen.code(_`for (const key in ${data}) ${count}--`);
  });
  gen.if(_`${count} !== 0`, () => printFailure(site, "failMembers"));
});

/** Prints the check of what is left beside the members, as a map; nothing where nothing is said of it. */
function printRest({ gen, unit, data, check, runtime, read }: Site<StructureCheck>): void {
  if (!check.rest) return;
  const constant = declareMembers(unit, check);
  const rest = gen.const("rest", _`${runtime("pickRest")}(${data}, ${constant}, ${check.rest.prefix})`);
  const map = check.rest.check;
  gen.if(_`${rest} !== undefined`, () => read(map, rest));
}

/** Prints the check of a union: exactly one member is set (Smithy 2.0, "Union"). */
export const unionCheck = defineCheck("union", (site) => {
  const { gen, data } = site;
  const count = gen.let("count", 0);
  const properties = gen.let("properties", 0);
  gen.if(isObject(data), () => {
    // A member that is null is not set, though it is there.
    printMembers(site, (member) => _`if (${member} !== null) ${count}++`);
    gen.code(_`for (const key in ${data}) ${properties}++`);
  });
  gen.if(_`${count} !== 1 || ${properties} !== 1`, () => printFailure(site, "failUnion"));
});

/** Returns the condition that a value is an object and not a list. In place it takes less time than a call. */
export function isObject(data: Name): Code {
  return _`typeof ${data} === "object" && ${data} !== null && !Array.isArray(${data})`;
}

type MembersSite = Site<StructureCheck> | Site<UnionCheck>;

function printMembers(site: MembersSite, count?: (member: Name) => Code): void {
  const { gen, data, check, framed } = site;
  for (const member of check.members) {
    framed(member.check, member.name, (value, print) => {
      gen.if(isPresent(data, member.name, value));
      if (count) gen.code(count(value));
      print();
      if (member.required) {
        gen.else();
        printMissing(site, member);
      }
      gen.endIf();
    });
  }
}

/** Names that every object has a property of: whether the value itself has one has to be asked. */
const INHERITED = new Set(Object.getOwnPropertyNames(Object.prototype));

function isPresent(data: Name, name: string, value: Code): Code {
  const isSet = _`${value} !== undefined`;
  return INHERITED.has(name) ? _`Object.hasOwn(${data}, ${name}) && ${isSet}` : isSet;
}

function printMissing(
  { gen, path, runtime }: Site<StructureCheck | UnionCheck>,
  { name }: MemberCheck,
): void {
  gen.assign(FAILURES, _`${runtime("failRequired")}(${FAILURES}, ${path(name)})`);
}

/** The runtime's names of what clients add. */
const ENVELOPES = { output: "OUTPUT_ENVELOPE", error: "ERROR_ENVELOPE" } as const;

function printFailure(site: MembersSite, name: "failMembers" | "failUnion"): void {
  const { unit, check, runtime } = site;
  const beside = check.kind === "structure" && check.envelope ? [runtime(ENVELOPES[check.envelope])] : [];
  site.fail(name, declareMembers(unit, check), ...beside);
}

/** Returns the constant of the members' names. */
function declareMembers(unit: CompileUnit, { name, members }: StructureCheck | UnionCheck): Name {
  const expression = printValues(members.map((member) => member.name));
  const constant = unit.constants.declare(name, { prefix: "members", expression });
  unit.uses.constants.add(constant);
  return new Name(constant);
}
