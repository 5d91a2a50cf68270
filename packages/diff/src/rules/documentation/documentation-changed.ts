import { equalNodes, isNodeArray, isNodeObject, type NodeValue } from "@shapelog/model";
import { createTraitRule } from "../../rule/trait-rule.js";
import { NOTHING_BREAKS } from "../../rule/witness.js";

/** Vendor traits that hold texts among other things. */
const WITH_TEXTS: ReadonlySet<string> = new Set([
  "shapelog.botocore#input",
  "shapelog.botocore#output",
  "shapelog.botocore#errors",
]);

/** A text changed; it may describe a behaviour that the model cannot show. */
export const documentationChanged = createTraitRule({
  id: "documentation.changed",
  reach: "any",
  wire: "note",
  source: "note",
  verdict: "notice",
  witness: NOTHING_BREAKS,
  bump: "patch",
  mirror: ["documentation.changed", "documentation.hidden-constraint"],
  traits: ["smithy.api#documentation", ...WITH_TEXTS],
  when: ({ change, before, after }) =>
    !WITH_TEXTS.has(change.trait) || equalNodes(withoutTexts(before), withoutTexts(after)),
  say: (place, { member }) => ({ message: `The text of ${place.name(member)} changed.` }),
});

function withoutTexts(value: NodeValue | undefined): NodeValue {
  if (isNodeArray(value)) return value.map(withoutTexts);
  if (!isNodeObject(value)) return value ?? {};
  const entries = Object.entries(value).filter(([key]) => key !== "documentation");
  return Object.fromEntries(
    entries.map(([key, entry]) => [key, withoutTexts(entry)]).filter(([, entry]) => !isEmpty(entry)),
  );
}

function isEmpty(value: NodeValue | undefined): boolean {
  return isNodeObject(value) && Object.keys(value).length === 0;
}
