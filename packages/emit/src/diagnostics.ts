import { defineCatalog } from "@shapelog/diagnostics";
import type { ShapeId } from "@shapelog/model";

/** Diagnostics of emitters: what a target cannot express as the model has it. */
export const emitDiagnostics = defineCatalog("emit", {
  "package-name": {
    severity: "error",
    exit: "usage",
    message: (d: { name: string }) =>
      `${JSON.stringify(d.name)} is not a name npm takes for a package. Use lower case letters, digits and "-", ` +
      `as in "@scope/name".`,
  },
  "pattern-refused": {
    severity: "warning",
    message: (d: { shape: ShapeId; pattern: string; reason: string }) =>
      `The pattern ${JSON.stringify(d.pattern)} of ${d.shape} is left out of generated code: ${d.reason}.`,
  },
});
