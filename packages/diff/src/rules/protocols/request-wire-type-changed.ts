import { affectsWireType, WIRE_TYPE_TRAITS } from "../../compare/wire-type.js";
import { createWireRule, describeTyped } from "../../rule/wire-rule.js";

/** A value in a request has another property or another kind of value in JSON, and so in the types of the wire form. */
export const requestWireTypeChanged = createWireRule({
  id: "request.wire-type.changed",
  reach: "request",
  wire: "error",
  source: "error",
  verdict: "breaking",
  witness: "both",
  bump: "major",
  mirror: "request.wire-type.changed",
  traits: WIRE_TYPE_TRAITS,
  when: affectsWireType,
  say: (name, form) => ({
    message: `${name} has another ${describeTyped(form)} in JSON: ${form.told}.`,
    affected: "you use the package's wire types, or speak to the service without an updated SDK",
    action: form.isRenamed
      ? "Update the SDK and the property you set, or change the raw form."
      : "Update the SDK and the value you set, or change the raw form.",
  }),
});
