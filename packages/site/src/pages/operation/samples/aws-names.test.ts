import { createShapes } from "@shapelog/testing";
import { expect, it } from "vitest";
import { awsNames } from "./aws-names.js";

const { service: serviceOf } = createShapes("example");

function namesOf(sdkId: string) {
  const service = serviceOf("Service", [], { "aws.api#service": { sdkId } });
  const { clientPackage, clientClass, boto3, cli } = awsNames(service) ?? {};
  return [clientPackage, clientClass, boto3, cli];
}

it.each([
  [
    "Cognito Identity Provider",
    "cognito-identity-provider",
    "CognitoIdentityProviderClient",
    "cognito-idp",
    "cognito-idp",
  ],
  ["S3", "s3", "S3Client", "s3", "s3api"],
  ["API Gateway", "api-gateway", "APIGatewayClient", "apigateway", "apigateway"],
  ["CodeDeploy", "codedeploy", "CodeDeployClient", "codedeploy", "deploy"],
  ["Config Service", "config-service", "ConfigServiceClient", "config", "configservice"],
  ["SFN", "sfn", "SFNClient", "stepfunctions", "stepfunctions"],
  ["imagebuilder", "imagebuilder", "ImagebuilderClient", "imagebuilder", "imagebuilder"],
  ["ACM PCA", "acm-pca", "ACMPCAClient", "acm-pca", "acm-pca"],
])("knows what AWS's tools call %s", (sdkId, client, ...names) => {
  expect(namesOf(sdkId)).toEqual([`@aws-sdk/client-${client}`, ...names]);
});

it.each(["constructor", "toString"])("takes no name of Object.prototype for one of its own: %s", (sdkId) => {
  expect(namesOf(sdkId)[2]).toBe(sdkId.toLowerCase());
});

it.each(['S3"); evil(', "S3\nx", "", "../x"])("has no names for %j", (sdkId) => {
  expect(namesOf(sdkId)[0]).toBeUndefined();
});
