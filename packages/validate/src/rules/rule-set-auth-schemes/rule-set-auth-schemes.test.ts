import { createModel, type NodeValue, type ServiceShape } from "@shapelog/model";
import { expect, it } from "vitest";
import { validateModel } from "../../validate-model.js";
import { ruleSetAuthSchemes } from "./rule-set-auth-schemes.js";

/** Returns the severities and the kinds of fault that a value of `authSchemes` gives. */
function faultsOf(authSchemes: NodeValue): readonly string[] {
  const endpoint = { url: "https://example.com", properties: { authSchemes } };
  const rules = [{ type: "tree", rules: [{ type: "endpoint", endpoint }] }];
  const service: ServiceShape = {
    kind: "service",
    id: "example#Weather",
    traits: { "smithy.rules#endpointRuleSet": { version: "1.0", parameters: {}, rules } },
    version: "",
    operations: [],
    resources: [],
    errors: [],
    rename: [],
  };
  const model = createModel([service]);
  const { events } = validateModel({ model, definitions: createModel([]), rules: [ruleSetAuthSchemes] });
  return events.map(
    ({ severity, data }) => `${severity} ${(data as { fault: { kind: string } }).fault.kind}`,
  );
}

const NAMED = { signingName: "weather" };

it.each<[string, NodeValue, readonly string[]]>([
  ["no list", "sigv4", ["error not-a-list"]],
  ["a list of texts", ["sigv4"], ["error not-a-record"]],
  ["a scheme without a name", [NAMED], ["error no-name"]],
  ["a scheme named by a number", [{ name: 4 }], ["error no-name"]],
  ["sigv4 alone", [{ name: "sigv4" }], []],
  [
    "sigv4 with all it may have",
    [{ name: "sigv4", ...NAMED, signingRegion: "x", disableDoubleEncoding: true }],
    [],
  ],
  ["sigv4 with more", [{ name: "sigv4", constructor: "x" }], ["error unknown-property"]],
  ["sigv4a without regions", [{ name: "sigv4a" }], ["error missing"]],
  ["sigv4a with no region", [{ name: "sigv4a", signingRegionSet: [] }], ["error empty-list"]],
  [
    "sigv4a with a region that is no text",
    [{ name: "sigv4a", signingRegionSet: ["*", 1] }],
    ["error wrong-type"],
  ],
  ["a scheme below sigv4", [{ name: "sigv4-s3express", ...NAMED, other: 1 }], ["danger unsettled"]],
  [
    "a scheme below sigv4 without a name to sign with",
    [{ name: "sigv4-x" }],
    ["error missing", "danger unsettled"],
  ],
  ["a scheme on trial", [{ name: "beta-x", ...NAMED, other: 1 }], []],
  ["a scheme that nobody knows", [{ name: "__proto__" }], ["warning unknown-scheme"]],
  ["a scheme twice", [{ name: "sigv4" }, { name: "sigv4" }, { name: "sigv4" }], ["error repeated"]],
])("judges %s", (_, value, expected) => {
  expect(faultsOf(value)).toEqual(expected);
});
