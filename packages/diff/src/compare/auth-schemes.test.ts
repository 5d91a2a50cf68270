import { modelOf } from "@shapelog/testing";
import { expect, it } from "vitest";
import { findFindings } from "../../test/print-findings.js";

/** A service with a call that is signed, one that takes a bearer token, and one that needs no credentials. */
function serviceOf(traits: string, more = ""): string {
  return `
    $version: "2.0"
    namespace example
    use aws.auth#sigv4
    use shapelog.botocore#authorizer
    use shapelog.botocore#authorizers
    use shapelog.botocore#signatureVersion
    ${traits}
    service S { version: "1", operations: [Signed, Bearer, Open${more === "" ? "" : ", More"}] }
    @auth([sigv4]) operation Signed {}
    @auth([httpBearerAuth]) @authorizer("mine") operation Bearer {}
    @auth([]) operation Open {}
    ${more}
  `;
}

const BOTH = "@httpBearerAuth @sigv4";

it.each([
  ["the name in the signature", `${BOTH}(name: "s")`, `${BOTH}(name: "t")`, ["Signed"]],
  [
    "what authorizers say that an operation names",
    `${BOTH}(name: "s") @authorizers(mine: {placement: "header"})`,
    `${BOTH}(name: "s") @authorizers(mine: {placement: "query"})`,
    ["Bearer"],
  ],
  [
    "the version of signatures",
    `${BOTH}(name: "s") @signatureVersion("s3")`,
    `${BOTH}(name: "s") @signatureVersion("s3v4")`,
    ["Signed"],
  ],
])("concerns the operations that stay and go by it: %s", (_, before, after, concerned) => {
  const added = "@auth([sigv4]) operation More {}";
  const findings = findFindings(modelOf(serviceOf(before)), modelOf(serviceOf(after, added)));
  const [finding] = findings.filter(({ rule }) => rule === "auth.changed");
  expect(finding?.operations.map((id) => id.replace("example#", "")).sort()).toEqual(concerned);
});

it("concerns none where what changed is what operations override", () => {
  const of = (schemes: string) =>
    modelOf(`
      $version: "2.0"
      namespace example
      ${schemes} @httpBearerAuth @httpBasicAuth
      service S { version: "1", operations: [Get] }
      @auth([httpBasicAuth]) operation Get {}
    `);
  const findings = findFindings(of("@auth([httpBearerAuth])"), of("@auth([httpBasicAuth])"));
  expect(findings.map(({ rule, operations }) => [rule, operations])).toEqual([["auth.ignored", []]]);
});

it("tells of an old signature as of a scheme", () => {
  const of = (traits: string) =>
    modelOf(`
      $version: "2.0"
      namespace example
      use aws.auth#sigv4
      use shapelog.botocore#signatureVersion
      ${traits}
      service S { version: "1", operations: [Get] }
      operation Get {}
    `);
  const [finding] = findFindings(of('@signatureVersion("v3https")'), of('@sigv4(name: "s")'));
  expect(finding).toMatchObject({ rule: "auth.changed", operations: ["example#Get"] });
  expect(finding?.message).toBe(
    "`S` is authenticated in another way: the AWS signature version 4 is taken now and the signature `v3https` is no longer taken.",
  );
});
