import { equalNodes, isNodeObject } from "@shapelog/model";
import { describeTrait } from "../../compare/describe-trait.js";
import type { TraitDelta } from "../../rule/select.js";
import { createTraitRule, isChanged } from "../../rule/trait-rule.js";
import { joinAnd } from "../../words.js";

/** The parts of the HTTP form by their keys, in the order in which they are told. */
const PARTS = { method: "method", uri: "path", code: "status" } as const;

/** Returns what changed of the HTTP form, with its values: method: `GET` → `POST`. */
function describeForm(delta: TraitDelta): string {
  const { before, after } = delta;
  const [old, now] = [before, after].map((form) => (isNodeObject(form) ? form : {}));
  const names = Object.entries(PARTS).flatMap(([key, name]) =>
    equalNodes(old?.[key], now?.[key]) ? [] : [name],
  );
  const [only, ...others] = names;
  const told = describeTrait(delta);
  if (only === undefined) return `HTTP form: ${told}`;
  return others.length === 0 ? `${only}: ${told.replace(`the ${only} `, "")}` : `${joinAnd(names)}: ${told}`;
}

/** An operation's HTTP method, URI or status code changed. Updated SDKs follow by themselves. */
export const operationHttpChanged = createTraitRule({
  id: "operation.http.changed",
  reach: "any",
  wire: "error",
  source: "note",
  verdict: "breaking",
  witness: { none: "a document is a body, not its method and path" },
  bump: "patch",
  mirror: "operation.http.changed",
  traits: ["smithy.api#http"],
  when: isChanged,
  say: (place, delta) => ({
    message: `${place.name(delta.member)} has another ${describeForm(delta)}.`,
    affected:
      "you speak to the service without an updated SDK: raw HTTP, mocks, proxies, signed URLs, policies on paths",
    action: "Update the SDK, or change the raw form.",
  }),
});
