import { createWireTypesRule } from "../../rule/wire-types-rule.js";
import { codeList } from "../../words.js";

/** A service speaks a further protocol, which the types of the wire form follow now. */
export const serviceWireTypesExtended = createWireTypesRule({
  id: "service.wire-types.extended",
  wire: "note",
  verdict: "check",
  witness: "source",
  mirror: ["service.wire-types.changed", "service.wire-types.extended"],
  when: ({ gone }) => gone.length === 0,
  say: (name, { direction, path }, { added }) => ({
    message: `${name} speaks ${codeList(added)}, too, and the package's wire types show it now: values in ${direction}s have another property or kind in JSON, such as ${path}.`,
    affected: "you use the package's wire types",
    action: "Compare the wire types you use. Calls over the old protocol stay as they are.",
  }),
});
