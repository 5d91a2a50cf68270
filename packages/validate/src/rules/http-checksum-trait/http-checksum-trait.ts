import {
  enumValue,
  findMember,
  isNodeArray,
  isNodeObject,
  type NodeValue,
  type OperationShape,
  type Shape,
  type ShapeId,
  type StructureShape,
  shapeName,
  stringTrait,
  trait,
} from "@shapelog/model";
import type { ValidationContext } from "../../context.js";
import { structureOf } from "../../knowledge/structure-of.js";
import { defineRule } from "../../rule.js";

const TRAIT = "aws.protocols#httpChecksum";
const PREFIX = "x-amz-checksum-";

/** The members that the trait names, and the values that each may have. */
const MEMBERS = {
  requestAlgorithmMember: [
    ...[
      "CRC32",
      "CRC32C",
      "CRC64NVME",
      "MD5",
      "SHA1",
      "SHA256",
      "SHA512",
      "XXHASH64",
      "XXHASH3",
      "XXHASH128",
    ],
  ],
  requestValidationModeMember: ["ENABLED"],
} as const satisfies Record<string, readonly string[]>;

interface Found {
  readonly operation: ShapeId;
  readonly problem: string;
}

interface Conflict {
  readonly structure: ShapeId;
  readonly name: string;
}

/** `@httpChecksum` that cannot be carried out (Smithy 2.0, "aws.protocols#httpChecksum trait"). */
export const httpChecksumTrait = defineRule({
  name: "HttpChecksumTrait",
  events: {
    HttpChecksumTrait: {
      severity: "error",
      message: (d: Found) => `@${TRAIT} of ${d.operation} ${d.problem}.`,
    },
    "HttpChecksumTrait.HttpHeader": {
      severity: "warning",
      message: (d: Conflict) =>
        `${d.structure} binds the header "${d.name}"; the checksum has headers that begin with "${PREFIX}".`,
    },
    "HttpChecksumTrait.HttpPrefixHeaders": {
      severity: "danger",
      message: (d: Conflict) =>
        `${d.structure} binds all headers that begin with "${d.name}", and so those of the checksum. Use a longer prefix.`,
    },
  },
  *validate(context, event) {
    for (const { id, shape: operation, value } of context.withTrait(TRAIT)) {
      const input = operation.kind === "operation" ? structureOf(context, operation.input) : undefined;
      if (operation.kind !== "operation" || !isNodeObject(value) || !input) continue;
      for (const problem of findProblems(context, value, input)) {
        yield event("HttpChecksumTrait", { shape: id, trait: TRAIT }, { operation: id, problem });
      }
      for (const { header, structure, name } of findConflicts(context, operation, sidesOf(value))) {
        const place = { shape: id, below: `${shapeName(structure)}.${name.toLowerCase()}` };
        yield event(`HttpChecksumTrait.${header}`, place, { structure, name });
      }
    }
  },
});

type Value = Readonly<Record<string, NodeValue>>;

interface Sides {
  readonly request: boolean;
  readonly response: boolean;
}

function sidesOf(value: Value): Sides {
  return {
    request: value.requestChecksumRequired === true || value.requestAlgorithmMember !== undefined,
    response: hasAlgorithms(value) || value.requestValidationModeMember !== undefined,
  };
}

function hasAlgorithms({ responseAlgorithms }: Value): boolean {
  return isNodeArray(responseAlgorithms) && responseAlgorithms.length > 0;
}

function* findProblems(context: ValidationContext, value: Value, input: StructureShape): Iterable<string> {
  const { request, response } = sidesOf(value);
  if (!request && !response) yield "asks for a checksum neither of the request nor of the response";
  if (response && value.requestValidationModeMember === undefined) {
    yield "lacks requestValidationModeMember, which a checksum of the response needs";
  }
  if (response && !hasAlgorithms(value)) {
    yield "lacks responseAlgorithms, which a checksum of the response needs";
  }
  for (const key of ["requestAlgorithmMember", "requestValidationModeMember"] as const) {
    const name = value[key];
    if (typeof name !== "string") continue;
    const member = findMember(input, name);
    const problem = findValuesProblem(member && context.shape(member.target), MEMBERS[key]);
    if (problem !== undefined) yield `names ${key} "${name}", which ${problem}`;
  }
}

function findValuesProblem(target: Shape | undefined, allowed: readonly string[]): string | undefined {
  if (!target) return "is not in the input";
  const values =
    target.kind === "enum" ? target.members.map(enumValue) : readEnumTrait(trait(target, "enum"));
  if (!values) return "is no enum";
  const other = values.filter((value) => !allowed.includes(`${value}`));
  return other.length === 0
    ? undefined
    : `has the values ${other.join(", ")}; supported are ${allowed.join(", ")}`;
}

/** Reads `@enum` of a string, the older form of enums. */
function readEnumTrait(value: NodeValue | undefined): readonly NodeValue[] | undefined {
  return isNodeArray(value)
    ? value.flatMap((entry) => (isNodeObject(entry) ? [entry.value ?? ""] : []))
    : undefined;
}

function* findConflicts(context: ValidationContext, operation: OperationShape, { request, response }: Sides) {
  const { input, output, errors } = operation;
  for (const structure of [...(request ? [input] : []), ...(response ? [output, ...errors] : [])]) {
    for (const member of structureOf(context, structure)?.members ?? []) {
      const prefix = stringTrait(member, "httpPrefixHeaders");
      const name = stringTrait(member, "httpHeader");
      if (prefix !== undefined && PREFIX.startsWith(prefix)) {
        yield { header: "HttpPrefixHeaders", structure, name: prefix } as const;
      }
      if (name?.startsWith(PREFIX)) yield { header: "HttpHeader", structure, name } as const;
    }
  }
}
