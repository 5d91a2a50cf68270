import { defineCatalog } from "@shapelog/diagnostics";

/** Diagnostics of Smithy models: of JSON AST files, and of files that do not fit together. */
export const smithyDiagnostics = defineCatalog("smithy", {
  "not-a-model": {
    severity: "error",
    exit: "usage",
    message: (d: { found: string }) =>
      `This is no Smithy model: expected an object with "smithy" and "shapes", found ${d.found}.`,
  },
  "missing-version": {
    severity: "error",
    message: (_: Record<string, never>) => `The key "smithy" is missing. Add "smithy": "2.0".`,
  },
  "unsupported-version": {
    severity: "error",
    message: (d: { version: string; supported: string }) =>
      `Smithy version "${d.version}" is not supported. Use one of ${d.supported}.`,
  },
  "unknown-key": {
    severity: "warning",
    message: (d: { keys: readonly string[] }) =>
      `A model has "smithy", "metadata" and "shapes"; ${quoted(d.keys)} is not read.`,
  },
  "unknown-field": {
    severity: "warning",
    message: (d: { id: string; fields: readonly string[] }) =>
      `${d.id} has ${quoted(d.fields)}, which Smithy does not define there. It is kept in the trait shapelog.smithy#fields.`,
  },
  "unknown-type": {
    severity: "error",
    message: (d: { id: string; type: string }) =>
      `${d.id} has the type "${d.type}", which Smithy does not have. Correct the name of the type.`,
  },
  "malformed-shape-id": {
    severity: "error",
    message: (d: { id: string }) =>
      `"${d.id}" is not a shape id. A shape id reads namespace#Name, with letters, digits and underscores.`,
  },
  "member-as-shape": {
    severity: "error",
    message: (d: { id: string }) =>
      `${d.id} is the id of a member, and is defined like a shape. Define the member in its shape, or leave out the "$".`,
  },
  "malformed-trait-id": {
    severity: "error",
    message: (d: { id: string; of: string }) =>
      `"${d.id}" on ${d.of} is not the id of a trait. A trait's id reads namespace#name. The trait is left out.`,
  },
  "malformed-name": {
    severity: "error",
    message: (d: { id: string; name: string }) =>
      `"${d.name}" in ${d.id} is not a name. A name has letters, digits and underscores and starts with no digit.`,
  },
  "wrong-json-type": {
    severity: "error",
    message: (d: { what: string; expected: string; found: string }) =>
      `${d.what} should be ${d.expected}, and is ${d.found}.`,
  },
  "missing-field": {
    severity: "error",
    message: (d: { of: string; field: string }) => `${d.of} has no "${d.field}".`,
  },
  "unexpected-member": {
    severity: "error",
    message: (d: { of: string; member: string; expected: readonly string[] }) =>
      `${d.of} has the member "${d.member}"; it can have ${quoted(d.expected)} alone.`,
  },
  "wrong-enum-target": {
    severity: "error",
    message: (d: { member: string; target: string }) =>
      `${d.member} targets ${d.target}. The members of an enum target smithy.api#Unit.`,
  },
  "missing-enum-value": {
    severity: "error",
    message: (d: { member: string }) =>
      `${d.member} has no value. Members of an intEnum need smithy.api#enumValue with an integer.`,
  },
  "wrong-version": {
    severity: "error",
    message: (d: { what: string; of: string; version: string; needs: string }) =>
      `${d.of} has ${d.what}, which belongs to Smithy ${d.needs}; the file says ${d.version}.`,
  },
  "apply-without-shape": {
    severity: "error",
    message: (d: { target: string }) =>
      `Traits are applied to ${d.target}, which is in none of the files. Add the shape or correct the id.`,
  },
  "apply-to-prelude": {
    severity: "error",
    message: (d: { target: string }) =>
      `Traits are applied to ${d.target}, a shape of the prelude, which cannot be changed. Apply them to a shape of your own.`,
  },
  "conflicting-trait": {
    severity: "error",
    message: (d: { trait: string; of: string }) =>
      `${d.trait} is applied to ${d.of} with another value than it has. The first value is kept.`,
  },
  "conflicting-shape": {
    severity: "error",
    message: (d: { id: string; first: string; second: string }) =>
      d.first === d.second
        ? `${d.id} is defined twice, and the definitions differ. The first one is kept; remove one of them.`
        : `${d.id} is defined twice, as a ${d.first} and as a ${d.second}. The first one is kept; remove one of them.`,
  },
  "repeated-shape": {
    severity: "note",
    message: (d: { id: string }) =>
      `${d.id} is defined twice with the same meaning. One definition is enough.`,
  },
  "conflicting-metadata": {
    severity: "error",
    message: (d: { key: string }) =>
      `Metadata "${d.key}" has two different values. The first one is kept; only lists are put together.`,
  },
  "unknown-use": {
    severity: "warning",
    message: (d: { id: string }) =>
      `${d.id} is used here and is in none of the files. Add the file that defines it or correct the id.`,
  },
  "unresolved-id": {
    severity: "danger",
    message: (d: { id: string; resolved: string }) =>
      `${d.id} is written as a shape id and read as "${d.resolved}", which is in none of the files. Put it in quotes if it is text.`,
  },
  "unresolved-elision": {
    severity: "error",
    message: (d: { member: string }) =>
      `${d.member} has no target: neither a mixin nor the resource of its structure has something of this name. Write the target.`,
  },
  "not-a-resource": {
    severity: "error",
    message: (d: { id: string; resource: string; found: string }) =>
      `${d.id} is written for ${d.resource}, which is ${d.found === "nothing" ? "in none of the files" : `a ${d.found}`}; expected a resource.`,
  },
  "private-resource": {
    severity: "danger",
    message: (d: { id: string; resource: string }) =>
      `${d.id} is written for ${d.resource}, which is private to another namespace.`,
  },
  "cyclic-mixins": {
    severity: "error",
    message: (d: { id: string; mixins: readonly string[] }) =>
      `${d.id} has mixins that lead back to it: ${d.mixins.join(", ")}. They are left out.`,
  },
  "too-many-mixins": {
    severity: "error",
    message: (d: { id: string; limit: number }) =>
      `With the mixins of ${d.id}, shapes would inherit more than ${d.limit} members. Its mixins are left out.`,
  },
  "wrong-mixin-kind": {
    severity: "error",
    message: (d: { id: string; kind: string; mixin: string; found: string }) =>
      `${d.id} is a ${d.kind} and its mixin ${d.mixin} is a ${d.found}. Mixins are of the same type.`,
  },
  "unfit-mixin": {
    severity: "error",
    message: (d: { id: string; kind: string; has: string }) =>
      `${d.id} is a mixin and has ${d.has}, which a ${d.kind} that is a mixin cannot have.`,
  },
  "broken-mixin": {
    severity: "error",
    message: (d: { id: string; mixin: string; lacks: readonly string[] }) =>
      d.lacks.length === 0
        ? `${d.id} has the mixin ${d.mixin}, which has a broken mixin itself.`
        : `${d.id} has the mixin ${d.mixin}, which lacks ${quoted(d.lacks)}. Complete it, or take it out.`,
  },
  "conflicting-member": {
    severity: "error",
    message: (d: { member: string; inherited: string }) =>
      `${d.member} has another target than ${d.inherited}, which stands for the same member.`,
  },
  "empty-enum": {
    severity: "error",
    message: (d: { id: string; kind: string }) => `${d.id} has no members. An ${d.kind} needs at least one.`,
  },
  "deprecated-set": {
    severity: "warning",
    message: (d: { id: string }) =>
      `${d.id} is a set, a type that Smithy 2.0 does not have. It is read as a list with @uniqueItems; make it one.`,
  },
  "box-without-effect": {
    severity: "warning",
    message: (d: { member: string }) =>
      `${d.member} has @box, which does nothing on members of unions: they have no defaults. Leave it out.`,
  },
  "trait-out-of-place": {
    severity: "error",
    message: (d: { trait: string; of: string; version: string; instead: string }) =>
      `${d.trait} on ${d.of} is not in Smithy ${d.version}. ${d.instead}`,
  },
});

function quoted(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(", ");
}
