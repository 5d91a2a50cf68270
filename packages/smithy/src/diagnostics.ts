import { defineCatalog } from "@shapelog/diagnostics";

/** Diagnostics of Smithy JSON AST files. */
export const smithyDiagnostics = defineCatalog("smithy", {
  "not-a-model": {
    severity: "error",
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
      `Traits are applied to ${d.target}, which is not in the file. Add the shape or correct the id.`,
  },
  "conflicting-trait": {
    severity: "error",
    message: (d: { trait: string; of: string }) =>
      `${d.trait} is applied to ${d.of} with another value than it has. The first value is kept.`,
  },
});

function quoted(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(", ");
}
