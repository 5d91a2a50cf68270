import { hasTrait, type Shape, shapeName, splitShapeId } from "@shapelog/model";
import { membersOf, type Subject, type ValidationContext } from "../../context.js";
import { closureOf } from "../../knowledge/closures.js";
import { defineLinter } from "../../rule.js";
import { findOptionProblem, type Option, readOptions } from "../options.js";

type Case = "upper" | "lower";

const memberNames: Option<Case | "auto"> = {
  expected: '"upper", "lower" or "auto"',
  absent: "auto",
  read: (value) => (value === "upper" || value === "lower" || value === "auto" ? value : undefined),
};

const OPTIONS = { memberNames };
const PATTERNS: Readonly<Record<Case, RegExp>> = {
  upper: /^[A-Z][A-Za-z0-9]*$/,
  lower: /^[a-z][A-Za-z0-9]*$/,
};
const EXAMPLES: Readonly<Record<Case, string>> = { upper: "UpperCamelCase", lower: "lowerCamelCase" };

/** Names that are not in camel case (Smithy 2.0, "Model linters", CamelCase). */
export const camelCase = defineLinter({
  name: "CamelCase",
  events: {
    CamelCase: {
      severity: "danger",
      message: (d: { what: "shape" | "trait" | "member"; name: string; expected: Case; scope?: string }) =>
        `The ${d.what} name "${d.name}" is not in ${EXAMPLES[d.expected]}` +
        `${d.scope === undefined ? "." : `, as the member names of ${d.scope} are.`}`,
    },
  },
  check: (configuration) => findOptionProblem(OPTIONS, configuration),
  *validate(context, event, configuration) {
    for (const shape of context.shapes) {
      const name = shapeName(shape.id);
      const expected = caseOf(shape);
      if (!expected || PATTERNS[expected].test(name)) continue;
      const what = hasTrait(shape, "trait") ? "trait" : "shape";
      yield event("CamelCase", { shape: shape.id }, { what, name, expected });
    }
    const asked = readOptions(OPTIONS, configuration).memberNames;
    for (const [scope, members] of groupMembers(context)) {
      const expected = asked === "auto" ? findMajority(members) : asked;
      for (const { id, name } of members) {
        if (PATTERNS[expected].test(name)) continue;
        yield event("CamelCase", { shape: id }, { what: "member", name, expected, scope });
      }
    }
  },
});

/** Traits of authentication and protocols have names of their own: `restJson1`, `rpcv2Cbor`. */
function caseOf(shape: Shape): Case | undefined {
  if (!hasTrait(shape, "trait")) return "upper";
  return hasTrait(shape, "authDefinition") || hasTrait(shape, "protocolDefinition") ? undefined : "lower";
}

interface Named {
  readonly id: string;
  readonly name: string;
}

/** Returns the members that have to agree: those of each service, then by namespace those that no service has. */
function groupMembers(context: ValidationContext): readonly (readonly [scope: string, members: Named[]])[] {
  const seen = new Set<string>();
  const services = context.ofKind("service").map(({ id }) => {
    const closure = closureOf(context, id);
    const shapes = context.shapes.filter((shape) => closure.has(shape.id));
    for (const shape of shapes) seen.add(shape.id);
    return [shapeName(id), shapes.flatMap(nameMembers)] as const;
  });
  const namespaces = new Map<string, Named[]>();
  for (const shape of context.shapes) {
    if (seen.has(shape.id)) continue;
    const { namespace } = splitShapeId(shape.id);
    namespaces.set(namespace, [...(namespaces.get(namespace) ?? []), ...nameMembers(shape)]);
  }
  return [...services, ...namespaces];
}

/** Values of enums are in capitals by convention, and the names of list and map members are given. */
function nameMembers(shape: Shape): readonly Named[] {
  if (shape.kind !== "structure" && shape.kind !== "union") return [];
  return membersOf(shape).map(({ id, member }: Subject & { member: { name: string } }) => ({
    id,
    name: member.name,
  }));
}

function findMajority(members: readonly Named[]): Case {
  const upper = members.filter(({ name }) => PATTERNS.upper.test(name)).length;
  const lower = members.filter(({ name }) => PATTERNS.lower.test(name)).length;
  return upper > lower ? "upper" : "lower";
}
