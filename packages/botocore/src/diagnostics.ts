import { defineCatalog } from "@shapelog/diagnostics";

/** Diagnostics of AWS `service-2.json` files. */
export const botocoreDiagnostics = defineCatalog("botocore", {
  "not-a-model": {
    severity: "error",
    exit: "usage",
    message: (d: { found: string }) =>
      `This is no botocore model: expected an object with "metadata", "operations" and "shapes", found ${d.found}.`,
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
  "missing-name": {
    severity: "error",
    message: (d: { fallback: string }) =>
      `The metadata give the service no name: "serviceId", "serviceAbbreviation" or "endpointPrefix" is needed. It is read as ${d.fallback}.`,
  },
  "malformed-name": {
    severity: "error",
    message: (d: { name: string; of: string }) =>
      `"${d.name}" in ${d.of} is not a name: letters, digits and underscores, no digit first. It is left out.`,
  },
  "renamed-shape": {
    severity: "note",
    message: (d: { name: string; renamed: string }) =>
      `${d.name} is the name of an operation or the service and of a shape; the shape is read as ${d.renamed}.`,
  },
  "unknown-type": {
    severity: "error",
    message: (d: { shape: string; type: string }) =>
      `${d.shape} has the type "${d.type}", which is not known. It is read as a document.`,
  },
  "old-type": {
    severity: "note",
    message: (d: { shape: string; type: string; kind: string }) =>
      `${d.shape} has the old type "${d.type}"; it is read as ${d.kind}.`,
  },
  "unknown-protocol": {
    severity: "warning",
    message: (d: { protocol: string }) =>
      `The protocol "${d.protocol}" is not known; it is kept in the trait shapelog.botocore#protocol.`,
  },
  "duplicate-enum-value": {
    severity: "warning",
    message: (d: { shape: string; value: string }) =>
      `${d.shape} lists the value "${d.value}" twice; it is read once.`,
  },
  "unknown-required-member": {
    severity: "warning",
    message: (d: { shape: string; members: readonly string[] }) =>
      `${d.shape} requires ${d.members.map((name) => `"${name}"`).join(", ")}, which it does not have. The names are kept in the trait shapelog.botocore#required.`,
  },
  "unknown-operation": {
    severity: "warning",
    message: (d: { operation: string; what: string; trait: string }) =>
      `There is ${d.what} for ${d.operation}, which is not an operation of the service; it is kept in the service's trait ${d.trait}.`,
  },
});
