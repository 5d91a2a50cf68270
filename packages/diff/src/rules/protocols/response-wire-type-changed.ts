import { affectsWireType, WIRE_TYPE_TRAITS } from "../../compare/wire-type.js";
import { createWireRule, describeTyped } from "../../rule/wire-rule.js";

/** A value in a response has another property or another kind of value in JSON, and so in the types of the wire form. */
export const responseWireTypeChanged = createWireRule({
  id: "response.wire-type.changed",
  reach: "response",
  wire: "error",
  source: "error",
  verdict: "breaking",
  witness: "both",
  bump: "major",
  mirror: "response.wire-type.changed",
  traits: WIRE_TYPE_TRAITS,
  when: affectsWireType,
  say: (name, form) => ({
    message: `${name} has another ${describeTyped(form)} in JSON: ${form.told}.`,
    affected: "you use the package's wire types, or speak to the service without an updated SDK",
    action: form.isRenamed
      ? "Update the SDK and the property you read, or change how you parse the raw form."
      : "Update the SDK and what you make of the value, or change how you parse the raw form.",
  }),
});
