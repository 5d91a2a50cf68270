import { defineCatalog } from "@shapelog/diagnostics";
import type { ShapeId } from "@shapelog/model";

/** Diagnostics of TypeScript types: what they cannot say as the model does. */
export const typesDiagnostics = defineCatalog("types", {
  "streaming-member": {
    severity: "note",
    message: (d: { member: ShapeId; target: ShapeId; type: string }) =>
      `${d.member} is a stream of ${d.target}. JSON has none: in the wire form its type is ${d.type}, as if it had been read to the end.`,
  },
});
