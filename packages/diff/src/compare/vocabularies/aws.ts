import {
  CHECKSUM_PARTS,
  flag,
  HTTP_PROTOCOL_PARTS,
  is,
  many,
  parts,
  unlessGiven,
  type Vocabulary,
  value,
} from "./vocabulary.js";

/** The traits of `aws.api`. */
export const AWS_API: Vocabulary = {
  arn: parts("the form of the ARN", {
    template: "the ARN template",
    absolute: unlessGiven("the mark of a whole ARN"),
    noRegion: unlessGiven("the mark of an ARN without a region"),
    noAccount: unlessGiven("the mark of an ARN without an account"),
    resourceDelimiter: "the delimiter in the ARN",
    reusable: unlessGiven("the mark of an ARN that can be used again"),
  }),
  arnReference: parts("the ARN that it holds", {
    type: "the type of what the ARN names",
    resource: "the resource that the ARN names",
    service: "the service of what the ARN names",
  }),
  awsChunked: is("the mark of a body in chunks", "sent in signed chunks"),
  clientDiscoveredEndpoint: parts("the finding of the host by a call", {
    required: "the demand to find the host by a call",
  }),
  clientEndpointDiscovery: parts("the call that finds the host", {
    operation: "the operation that finds the host",
    error: "the error of a wrong host",
  }),
  clientEndpointDiscoveryId: flag(
    "the mark as an id for finding the host",
    "it is used to find the host now",
    "it is no longer used to find the host",
  ),
  controlPlane: is("the mark as control plane", "part of the control plane"),
  data: value("the kind of data"),
  dataPlane: is("the mark as data plane", "part of the data plane"),
  service: parts("the service's ids", {
    sdkId: "the SDK id",
    arnNamespace: "the namespace in ARNs",
    cloudFormationName: "the CloudFormation name",
    cloudTrailEventSource: "the source of CloudTrail events",
    docId: "the id in the documentation",
    endpointPrefix: "the beginning of the host",
    cloudWatchNamespace: "the CloudWatch namespace",
  }),
  tagEnabled: {
    ...parts("the support of tags", {
      disableDefaultOperations: unlessGiven("the mark of tags without the usual operations"),
      apiConfig: { many: "the operations for tags" },
    }),
    flag: ["its resources can have tags now", "its resources can have no tags any more"],
  },
  taggable: {
    ...parts("the support of tags", {
      property: "the property that holds the tags",
      apiConfig: { many: "the operations for tags" },
      disableSystemTags: unlessGiven("the mark of no system tags"),
    }),
    flag: ["it can have tags now", "it can have no tags any more"],
  },
};

/** The traits of `aws.auth`. */
export const AWS_AUTH: Vocabulary = {
  cognitoUserPools: parts("the authentication by Cognito user pool", {
    providerArns: { many: "the user pools" },
  }),
  cognitoUserPoolsScopes: many("the scopes of Cognito user pools"),
  sigv4: {
    ...parts("the AWS signature version 4", { name: "the name in the signature" }),
    whole: ["the AWS signature version 4 is taken now", "the AWS signature version 4 is no longer taken"],
  },
  sigv4a: {
    ...parts("the AWS signature version 4a", { name: "the name in the signature" }),
    whole: ["the AWS signature version 4a is taken now", "the AWS signature version 4a is no longer taken"],
  },
  unsignedPayload: flag(
    "the mark of an unsigned body",
    "the body is not signed any more",
    "the body is signed now",
  ),
};

/** The traits of `aws.endpoints`. */
export const AWS_ENDPOINTS: Vocabulary = {
  dualStackOnlyEndpoints: flag(
    "the mark of dual-stack hosts alone",
    "all hosts are dual-stack now",
    "not all hosts are dual-stack any more",
  ),
  endpointsModifier: value("the change of hosts"),
  rulesBasedEndpoints: flag(
    "the mark of hosts by rules",
    "hosts follow rules now",
    "hosts no longer follow rules",
  ),
  standardPartitionalEndpoints: parts("the hosts of partitions", {
    endpointPatternType: "the pattern of hosts",
    partitionEndpointSpecialCases: { many: "the hosts of special partitions" },
  }),
  standardRegionalEndpoints: parts("the hosts of regions", {
    partitionSpecialCases: { many: "the hosts of special partitions" },
    regionSpecialCases: { many: "the hosts of special regions" },
  }),
};

/** The traits of `aws.protocols`. */
export const AWS_PROTOCOLS: Vocabulary = {
  awsJson1_0: value("the protocol AWS JSON 1.0"),
  awsJson1_1: value("the protocol AWS JSON 1.1"),
  awsQuery: value("the protocol AWS Query"),
  awsQueryCompatible: flag(
    "the mark of errors as in AWS Query",
    "errors have the codes of AWS Query, too",
    "errors no longer have the codes of AWS Query",
  ),
  awsQueryError: parts("the error in AWS Query", {
    code: "the error code",
    httpResponseCode: "the HTTP status",
  }),
  ec2Query: value("the protocol EC2 Query"),
  ec2QueryName: value("the name in EC2 queries"),
  httpChecksum: parts("the checksum", CHECKSUM_PARTS),
  restJson1: parts("the protocol REST JSON 1", HTTP_PROTOCOL_PARTS),
  restXml: parts("the protocol REST XML", {
    ...HTTP_PROTOCOL_PARTS,
    noErrorWrapping: unlessGiven("the mark of errors without an element around them"),
  }),
};
