import {
  findMember,
  isNodeArray,
  isNodeObject,
  type NodeValue,
  type Shape,
  type ShapeId,
  type StructureShape,
} from "@shapelog/model";
import type { ValidationContext } from "../../context.js";
import { listNames } from "../../list-names.js";
import { defineRule } from "../../rule.js";

interface Data {
  readonly shape: ShapeId;
  readonly resource: ShapeId;
}

type Problem =
  | { readonly kind: "ids-on-string" }
  | { readonly kind: "no-resource"; readonly found: string }
  | { readonly kind: "several-identifiers" | "extra" | "count"; readonly names: readonly string[] }
  | { readonly kind: "members"; readonly missing: readonly string[]; readonly noStrings: readonly string[] };

/** References that do not name the identifiers of their resource (Smithy 2.0, "references trait"). */
export const referencesTrait = defineRule({
  name: "ReferencesTrait",
  events: {
    ReferencesTrait: {
      severity: "error",
      message: (d: Data & Problem) => `${d.shape} references ${d.resource}, but ${describe(d)}.`,
    },
  },
  *validate(context, event) {
    for (const { id, shape, member, value } of context.withTrait("references")) {
      if (member) continue;
      for (const reference of readReferences(value)) {
        for (const problem of checkReference(context, shape, reference)) {
          const data = { shape: id, resource: reference.resource, ...problem };
          yield event("ReferencesTrait", { shape: id, trait: "smithy.api#references" }, data);
        }
      }
    }
  },
});

function describe(d: Problem): string {
  switch (d.kind) {
    case "ids-on-string":
      return 'a string stands for the one identifier itself. Leave out "ids"';
    case "no-resource":
      return `that is a ${d.found}. Name a resource`;
    case "several-identifiers":
      return `a string cannot hold its identifiers ${listNames(d.names)}. Use a structure`;
    case "extra":
      return `"ids" has ${listNames(d.names)}, which it does not have as identifiers`;
    case "count":
      return `"ids" has to give each of its identifiers: ${listNames(d.names)}`;
    case "members": {
      const missing = d.missing.length > 0 ? [`has no member ${listNames(d.missing)}`] : [];
      const noStrings = d.noStrings.length > 0 ? [`has no strings in ${listNames(d.noStrings)}`] : [];
      return `the structure ${[...missing, ...noStrings].join(" and ")}`;
    }
  }
}

interface Reference {
  readonly resource: ShapeId;
  /** Members by identifier; empty where each identifier is a member of its own name. */
  readonly ids: ReadonlyMap<string, string>;
}

function readReferences(value: NodeValue): readonly Reference[] {
  return (isNodeArray(value) ? value : []).flatMap((entry) => {
    if (!isNodeObject(entry) || typeof entry.resource !== "string") return [];
    const ids = Object.entries(isNodeObject(entry.ids) ? entry.ids : {});
    return [{ resource: entry.resource, ids: new Map(ids.map(([name, member]) => [name, String(member)])) }];
  });
}

function* checkReference(context: ValidationContext, shape: Shape, reference: Reference): Iterable<Problem> {
  const isText = shape.kind === "string" || shape.kind === "enum";
  if (isText && reference.ids.size > 0) yield { kind: "ids-on-string" };
  const resource = context.shape(reference.resource);
  if (!resource) return;
  if (resource.kind !== "resource") {
    yield { kind: "no-resource", found: resource.kind };
    return;
  }
  const names = resource.identifiers.map(({ name }) => name);
  if (isText && names.length !== 1) yield { kind: "several-identifiers", names };
  if (shape.kind === "structure") yield* checkIds(context, shape, { ids: reference.ids, names });
}

function* checkIds(
  context: ValidationContext,
  shape: StructureShape,
  { ids, names }: Pick<Reference, "ids"> & { readonly names: readonly string[] },
): Iterable<Problem> {
  if (ids.size > 0) {
    if (ids.size !== names.length) yield { kind: "count", names };
    const extra = [...ids.keys()].filter((name) => !names.includes(name));
    if (extra.length > 0) yield { kind: "extra", names: extra };
  }
  const members = [...new Set(ids.size > 0 ? ids.values() : names)];
  const missing = members.filter((name) => !findMember(shape, name));
  const noStrings = members.filter((name) => {
    const member = findMember(shape, name);
    const kind = member && context.shape(member.target)?.kind;
    return kind !== undefined && kind !== "string" && kind !== "enum";
  });
  if (missing.length > 0 || noStrings.length > 0) yield { kind: "members", missing, noStrings };
}
