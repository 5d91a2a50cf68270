import { createWireTypesRule } from "../../rule/wire-types-rule.js";

/** A service no longer speaks a protocol, and under the other values have other properties or kinds in JSON. */
export const serviceWireTypesChanged = createWireTypesRule({
  id: "service.wire-types.changed",
  wire: "error",
  verdict: "breaking",
  witness: "both",
  mirror: ["service.wire-types.changed", "service.wire-types.extended"],
  when: ({ gone }) => gone.length > 0,
  say: (name, { direction, path }) => ({
    message: `The protocol of ${name} gives values in ${direction}s another property or kind in JSON, such as ${path}.`,
    affected: "you use the package's wire types, or speak to the service without an updated SDK",
    action: "Update the SDK, and compare the wire types you use.",
  }),
});
