import { each, flag, is, many, parts, unlessGiven, type Vocabulary, value } from "./vocabulary.js";

/** The traits of `aws.apigateway`. */
export const AWS_GATEWAY: Vocabulary = {
  apiKeyRequired: flag(
    "API Gateway's demand for an API key",
    "API Gateway demands an API key now",
    "API Gateway no longer demands an API key",
  ),
  apiKeySource: value("the place where API Gateway reads API keys"),
  apiTlsPolicy: parts("API Gateway's TLS policy", {
    securityPolicy: "API Gateway's TLS policy",
    endpointAccessMode: "API Gateway's access mode",
  }),
  authorizer: value("API Gateway's authorizer"),
  authorizers: each("API Gateway's authorizers", "authorizer"),
  endpointConfiguration: parts("API Gateway's endpoint", {
    types: { many: "the types of API Gateway's endpoint" },
    vpcEndpointIds: { many: "the VPC endpoints" },
    disableExecuteApiEndpoint: unlessGiven("the switch of the default endpoint"),
    ipAddressType: "the type of IP addresses",
  }),
  gatewayResponses: each("API Gateway's own responses", "own response"),
  integration: value("API Gateway's integration"),
  minimumCompressionSize: value("the size from which API Gateway compresses"),
  mockIntegration: value("API Gateway's mock integration"),
  requestValidator: value("API Gateway's check of requests"),
  resourcePolicy: value("API Gateway's resource policy"),
};

/** The traits of `aws.cloudformation`. */
export const AWS_CLOUDFORMATION: Vocabulary = {
  cfnAdditionalIdentifier: is(
    "the mark as a further CloudFormation identifier",
    "a further CloudFormation identifier",
  ),
  cfnDefaultValue: flag(
    "the mark of a default in CloudFormation",
    "CloudFormation takes its default from responses now",
    "CloudFormation no longer takes its default from responses",
  ),
  cfnExcludeProperty: flag(
    "the mark against CloudFormation",
    "CloudFormation no longer has it",
    "CloudFormation has it now",
  ),
  cfnMutability: value("what CloudFormation can do with it"),
  cfnName: value("the CloudFormation name"),
  cfnResource: {
    ...parts("the CloudFormation resource", {
      name: "the name of the CloudFormation resource",
      additionalSchemas: { many: "the further shapes of the CloudFormation resource" },
      primaryIdentifier: "the primary identifier of the CloudFormation resource",
    }),
    flag: ["it is a CloudFormation resource now", "it is no longer a CloudFormation resource"],
  },
};

/** The traits of `aws.iam`. */
export const AWS_IAM: Vocabulary = {
  actionName: value("the name of the IAM action"),
  actionPermissionDescription: value("the description of the IAM action"),
  conditionKeyValue: value("the IAM condition key"),
  conditionKeys: many("the IAM condition keys"),
  defineConditionKeys: each("the IAM condition keys", "IAM condition key"),
  disableConditionKeyInference: flag(
    "the mark against guessing IAM condition keys",
    "its IAM condition keys are no longer worked out",
    "its IAM condition keys are worked out now",
  ),
  iamAction: parts("the IAM action", {
    name: "the name of the IAM action",
    documentation: "the description of the IAM action",
    relativeDocumentation: "the link to the text of the IAM action",
    requiredActions: { many: "the IAM actions that it needs" },
    resources: { many: "the resources of the IAM action" },
    createsResources: { many: "the resources that the IAM action creates" },
  }),
  iamResource: parts("the IAM resource", {
    name: "the name of the IAM resource",
    relativeDocumentation: "the link to the text of the IAM resource",
    disableConditionKeyInheritance: unlessGiven("the mark against inheriting IAM condition keys"),
  }),
  requiredActions: many("the IAM actions that it needs"),
  serviceResolvedConditionKeys: many("the IAM condition keys that the service knows"),
  supportedPrincipalTypes: many("the IAM principals that may call it"),
};
