import { createModel } from "@shapelog/model";
import { createShapes } from "@shapelog/testing";
import { expect, it } from "vitest";
import { createServiceRecord } from "../record/service-record.js";
import { serviceAliases } from "./service-aliases.js";

const { service } = createShapes("com.amazonaws.cognitoidentityprovider");

function aliasesOf(
  id: string,
  traits: Parameters<typeof service>[2],
  formerIds: readonly string[] = [],
): string[] {
  const model = createModel([service("AWSCognitoIdentityProviderService", [], traits)]);
  return serviceAliases(
    createServiceRecord({ id, model, ledger: { service: id, revisions: [] }, formerIds }),
  );
}

it("a service is found by its names in traits, its shape and its former ids", () => {
  const traits = {
    title: "Amazon Cognito Identity Provider",
    "aws.api#service": {
      sdkId: "Cognito Identity Provider",
      endpointPrefix: "cognito-idp",
      arnNamespace: "cidp",
    },
    "aws.auth#sigv4": { name: "cognito-sign" },
  };
  expect(aliasesOf("user-pools", traits, ["old-pools"])).toEqual([
    "old-pools",
    "cognito-idp",
    "cidp",
    "cognito-sign",
    "AWSCognitoIdentityProviderService",
  ]);
});

it("what its id and title say already is left out, and traits of another form are passed over", () => {
  expect(
    aliasesOf("aws-cognito-identity-provider-service", {
      "aws.api#service": "none",
      "aws.auth#sigv4": { name: 1 },
    }),
  ).toEqual([]);
});
