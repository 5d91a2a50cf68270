import { isShapeId, shapeName } from "@shapelog/model";
import { code } from "../words.js";

/** What the properties of a value are; those of several values as plurals. */
type Parts = Readonly<Record<string, string | { readonly many: string }>>;

/** How findings speak of a trait. */
export interface TraitWords {
  /** What the trait is: `the name in JSON`. */
  readonly noun: string;
  /** Whether the noun is a plural. */
  readonly isMany?: boolean;
  /** What its coming and its going mean, as clauses, whatever its value is. */
  readonly whole?: readonly [on: string, off: string];
  /** What its coming and its going mean, as clauses, where it has no value. */
  readonly flag?: readonly [on: string, off: string];
  /** What the properties of its value are. */
  readonly parts?: Parts;
  /** What an entry of its value is, where entries have names: the keys of a map, or a property of what a list holds. */
  readonly each?: { readonly noun: string; readonly by?: string };
}

/** A trait whose value says it all. */
function value(noun: string): TraitWords {
  return { noun };
}

/** A trait that holds several values. */
function many(noun: string): TraitWords {
  return { noun, isMany: true };
}

/** A trait without a value, which says what something is. */
function is(noun: string, what: string): TraitWords {
  return { noun, flag: [`it is ${what} now`, `it is no longer ${what}`] };
}

/** A trait without a value. */
function flag(noun: string, on: string, off: string): TraitWords {
  return { noun, flag: [on, off] };
}

function parts(noun: string, words: Parts): TraitWords {
  return { noun, parts: words };
}

/** A trait whose entries have names. */
function each(noun: string, entry: string, by?: string): TraitWords {
  return { noun, isMany: true, each: { noun: entry, ...(by === undefined ? {} : { by }) } };
}

const CHECKSUM_PARTS = {
  requestAlgorithmMember: "the member that chooses the checksum of requests",
  requestChecksumRequired: "the demand for a checksum of requests",
  requestValidationModeMember: "the member that asks for checksums of responses",
  responseAlgorithms: { many: "the checksums of responses" },
};

const HTTP_PROTOCOL_PARTS = {
  http: { many: "the versions of HTTP" },
  eventStreamHttp: { many: "the versions of HTTP for event streams" },
};

const SMITHY: Readonly<Record<string, TraitWords>> = {
  addedDefault: flag("the mark of a later default", "its default came later", "its default came at once"),
  auth: many("the ways to authenticate"),
  authDefinition: value("the definition of a way to authenticate"),
  box: flag(
    "the mark of a value that can be absent",
    "it has no value by itself",
    "it has a value by itself",
  ),
  clientOptional: flag(
    "the mark as optional in clients",
    "clients may leave it out in code",
    "clients treat it as the rest of the model says",
  ),
  cors: parts("the rules for calls from browsers", {
    origin: "the origin",
    origins: { many: "the origins" },
    maxAge: "the seconds that browsers remember them",
    additionalAllowedHeaders: { many: "the headers that may be sent" },
    additionalExposedHeaders: { many: "the headers that may be read" },
  }),
  default: value("the default"),
  deprecated: parts("the deprecation", { message: "the reason", since: "the time" }),
  documentation: value("the text"),
  endpoint: parts("the host", { hostPrefix: "the beginning of the host" }),
  enum: each("the listed values", "value", "value"),
  enumValue: value("the value"),
  error: value("the kind of error"),
  eventHeader: flag(
    "the mark as a header of the event",
    "it travels in a header of the event now",
    "it no longer travels in a header of the event",
  ),
  eventPayload: is("the mark as the event's body", "the whole body of the event"),
  examples: each("the examples", "example", "title"),
  externalDocumentation: each("the links to further texts", "link"),
  hostLabel: is("the mark as part of the host", "part of the host"),
  http: parts("the HTTP form", { method: "the method", uri: "the path", code: "the status" }),
  httpApiKeyAuth: parts("the authentication by API key", {
    name: "the name of the key",
    in: "the place of the key",
    scheme: "the scheme in front of the key",
  }),
  httpBasicAuth: flag(
    "the authentication by name and password",
    "names with passwords are taken now",
    "names with passwords are no longer taken",
  ),
  httpBearerAuth: flag(
    "the authentication by bearer token",
    "bearer tokens are taken now",
    "bearer tokens are no longer taken",
  ),
  httpChecksumRequired: flag(
    "the demand for a checksum",
    "requests need a checksum now",
    "requests no longer need a checksum",
  ),
  httpDigestAuth: flag(
    "the HTTP digest authentication",
    "HTTP digest authentication is taken now",
    "HTTP digest authentication is no longer taken",
  ),
  httpError: value("the HTTP status"),
  httpHeader: value("the header"),
  httpLabel: is("the mark as part of the path", "part of the path"),
  httpPayload: is("the mark as the body", "the whole body"),
  httpPrefixHeaders: value("the beginning of the headers"),
  httpQuery: value("the query parameter"),
  httpQueryParams: flag(
    "the mark as query parameters",
    "its entries travel as query parameters now",
    "its entries no longer travel as query parameters",
  ),
  httpResponseCode: is("the mark as the HTTP status", "the HTTP status"),
  idRef: parts("the mark as a shape's id", {
    selector: { many: "the shapes that it may name" },
    failWhenMissing: "the demand that the shape exists",
    errorMessage: "the message for a wrong id",
  }),
  idempotencyToken: is("the mark as a token against repeats", "a token against repeats"),
  idempotent: is("the mark as idempotent", "idempotent"),
  input: is("the mark as an input", "the input of one operation alone"),
  internal: is("the mark as internal", "internal"),
  jsonName: value("the name in JSON"),
  length: parts("the length", { min: "the least length", max: "the greatest length" }),
  longPoll: parts("the waiting for news", { timeoutMillis: "the milliseconds until a call ends" }),
  mediaType: value("the media type"),
  metadata: parts("the mark as metadata", { key: "the key" }),
  mixin: is("the mark as a mixin", "a mixin"),
  nestedProperties: flag(
    "the mark of nested properties",
    "the resource's properties stand inside it now",
    "the resource's properties no longer stand inside it",
  ),
  noReplace: flag(
    "the mark against replacing",
    "what exists can no longer be replaced",
    "what exists can be replaced now",
  ),
  notProperty: flag(
    "the mark as no property",
    "it is no longer a property of the resource",
    "it can be a property of the resource now",
  ),
  optionalAuth: flag(
    "the mark of optional credentials",
    "calls without credentials are taken",
    "calls without credentials are no longer taken",
  ),
  output: is("the mark as an output", "the output of one operation alone"),
  paginated: parts("the pages", {
    inputToken: "the token that is sent",
    outputToken: "the token that is returned",
    items: "the list of entries",
    pageSize: "the page size",
  }),
  pattern: value("the pattern"),
  private: is("the mark as private", "private to its namespace"),
  property: parts("the resource's property", { name: "the name of the resource's property" }),
  protocolDefinition: value("the definition of a protocol"),
  range: parts("the range", { min: "the least value", max: "the greatest value" }),
  readonly: is("the mark as read-only", "read-only"),
  recommended: {
    ...parts("the recommendation", { reason: "the reason" }),
    flag: ["setting it is recommended now", "setting it is no longer recommended"],
  },
  references: each("the references to resources", "reference to", "resource"),
  requestCompression: parts("the compression of requests", {
    encodings: { many: "the compressions of requests" },
  }),
  required: is("the mark as required", "required"),
  requiresLength: flag(
    "the need of a known length",
    "it needs a known length now",
    "it needs no known length any more",
  ),
  resourceIdentifier: value("the resource's identifier"),
  retryable: {
    ...parts("the advice to retry", { throttling: "the mark as throttling" }),
    flag: [
      "calls that fail with it may be repeated now",
      "calls that fail with it should no longer be repeated",
    ],
  },
  sensitive: is("the mark as sensitive", "sensitive"),
  since: value("the version or date that it came with"),
  sparse: flag(
    "the mark of entries that can be null",
    "entries can be null now",
    "entries can no longer be null",
  ),
  streaming: is("the mark as a stream", "streamed"),
  suppress: many("the checks that are switched off"),
  tags: many("the tags"),
  timestampFormat: value("the format of times"),
  title: value("the title"),
  trait: {
    ...value("the definition of a trait"),
    flag: ["it defines a trait now", "it no longer defines a trait"],
  },
  traitValidators: value("the checks of a trait"),
  uniqueItems: flag(
    "the mark of unique entries",
    "entries are unique now",
    "entries need not be unique any more",
  ),
  unitType: is("the mark as nothing", "a type without a value"),
  unstable: is("the mark as unstable", "marked as unstable"),
  xmlAttribute: is("the mark as an attribute in XML", "an attribute in XML"),
  xmlFlattened: flag(
    "the mark of entries without an element around them",
    "entries stand in XML without an element around them now",
    "entries stand inside an element of their own in XML now",
  ),
  xmlName: value("the name in XML"),
  xmlNamespace: parts("the XML namespace", {
    uri: "the XML namespace",
    prefix: "the prefix of the XML namespace",
  }),
};

const AWS_API: Readonly<Record<string, TraitWords>> = {
  arn: parts("the form of the ARN", {
    template: "the ARN template",
    absolute: "the mark of a whole ARN",
    noRegion: "the mark of an ARN without a region",
    noAccount: "the mark of an ARN without an account",
    resourceDelimiter: "the delimiter in the ARN",
    reusable: "the mark of an ARN that can be used again",
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
      disableDefaultOperations: "the mark of tags without the usual operations",
      apiConfig: { many: "the operations for tags" },
    }),
    flag: ["its resources can have tags now", "its resources can have no tags any more"],
  },
  taggable: {
    ...parts("the support of tags", {
      property: "the property that holds the tags",
      apiConfig: { many: "the operations for tags" },
      disableSystemTags: "the mark of no system tags",
    }),
    flag: ["it can have tags now", "it can have no tags any more"],
  },
};

const AWS_GATEWAY: Readonly<Record<string, TraitWords>> = {
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
    disableExecuteApiEndpoint: "the switch of the default endpoint",
    ipAddressType: "the type of IP addresses",
  }),
  gatewayResponses: each("API Gateway's own responses", "own response"),
  integration: value("API Gateway's integration"),
  minimumCompressionSize: value("the size from which API Gateway compresses"),
  mockIntegration: value("API Gateway's mock integration"),
  requestValidator: value("API Gateway's check of requests"),
  resourcePolicy: value("API Gateway's resource policy"),
};

const AWS_AUTH: Readonly<Record<string, TraitWords>> = {
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

const AWS_CLOUDFORMATION: Readonly<Record<string, TraitWords>> = {
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

const AWS_ENDPOINTS: Readonly<Record<string, TraitWords>> = {
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

const AWS_IAM: Readonly<Record<string, TraitWords>> = {
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
    disableConditionKeyInheritance: "the mark against inheriting IAM condition keys",
  }),
  requiredActions: many("the IAM actions that it needs"),
  serviceResolvedConditionKeys: many("the IAM condition keys that the service knows"),
  supportedPrincipalTypes: many("the IAM principals that may call it"),
};

const AWS_PROTOCOLS: Readonly<Record<string, TraitWords>> = {
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
    noErrorWrapping: "the mark of errors without an element around them",
  }),
};

const TOOLS: Readonly<Record<string, TraitWords>> = {
  "aws.customizations#s3UnwrappedXmlOutput": flag(
    "the mark of XML without an element around it",
    "its XML has no element around it now",
    "its XML has an element around it now",
  ),
  "smithy.contracts#conditions": each("the conditions", "condition"),
  "smithy.mqtt#mqttJson": value("the protocol MQTT with JSON"),
  "smithy.mqtt#publish": value("the MQTT topic that it publishes to"),
  "smithy.mqtt#subscribe": value("the MQTT topic that it listens to"),
  "smithy.mqtt#topicLabel": is("the mark as part of the MQTT topic", "part of the MQTT topic"),
  "smithy.openapi#specificationExtension": parts("the extension in OpenAPI", {
    as: "the name of the extension in OpenAPI",
  }),
  "smithy.protocols#rpcv2Cbor": parts("the protocol RPC v2 with CBOR", HTTP_PROTOCOL_PARTS),
  "smithy.protocols#rpcv2Json": parts("the protocol RPC v2 with JSON", HTTP_PROTOCOL_PARTS),
  "smithy.rules#clientContextParams": each("the settings of clients", "setting of clients"),
  "smithy.rules#contextParam": parts("the parameter of the rules for hosts", {
    name: "the parameter of the rules for hosts",
  }),
  "smithy.rules#endpointBdd": value("the rules for hosts"),
  "smithy.rules#endpointRuleSet": value("the rules for hosts"),
  "smithy.rules#endpointTests": many("the tests of hosts"),
  "smithy.rules#operationContextParams": each(
    "the parameters of the rules for hosts",
    "parameter of the rules for hosts",
  ),
  "smithy.rules#staticContextParams": each(
    "the fixed parameters of the rules for hosts",
    "fixed parameter of the rules for hosts",
  ),
  "smithy.test#eventStreamTests": each("the tests of event streams", "test", "id"),
  "smithy.test#httpMalformedRequestTests": each("the tests of wrong requests", "test", "id"),
  "smithy.test#httpRequestTests": each("the tests of requests", "test", "id"),
  "smithy.test#httpResponseTests": each("the tests of responses", "test", "id"),
  "smithy.test#smokeTests": each("the smoke tests", "smoke test", "id"),
  "smithy.waiters#waitable": each("the waiters", "waiter"),
};

const BOTOCORE: Readonly<Record<string, TraitWords>> = {
  auth: many("the ways to authenticate"),
  authorizer: value("the authorizer"),
  authorizers: each("the authorizers", "authorizer"),
  authtype: value("the type of authentication"),
  awsQueryCompatible: value("the mark of errors as in AWS Query"),
  box: flag(
    "the mark of a value that can be absent",
    "it has no value by itself",
    "it has a value by itself",
  ),
  checksumFormat: value("the format of the checksum"),
  clientContextParams: each("the settings of clients", "setting of clients"),
  documentation: value("the text"),
  endpoint: parts("the host", { hostPrefix: "the beginning of the host" }),
  endpointPrefix: value("the beginning of the host"),
  endpointdiscovery: value("the finding of the host by a call"),
  endpointoperation: value("the mark as the call that finds the host"),
  error: parts("the error", {
    code: "the error code",
    httpStatusCode: "the HTTP status",
    senderFault: "the mark as the caller's fault",
  }),
  errors: value("what the operation says of its errors"),
  examples: many("the examples"),
  exception: value("the mark as an error"),
  fault: value("the mark as the service's fault"),
  fields: many("further details of the vendor's file"),
  globalEndpoint: value("the global host"),
  http: parts("the HTTP form", { method: "the method", requestUri: "the path", responseCode: "the status" }),
  httpChecksum: parts("the checksum", CHECKSUM_PARTS),
  input: value("what the operation says of its input"),
  jsonVersion: value("the version of JSON"),
  locationName: value("the name on the wire"),
  name: value("the operation's name on the wire"),
  output: value("what the operation says of its output"),
  paginator: parts("the pages", {
    input_token: "the token that is sent",
    output_token: "the token that is returned",
    result_key: "the list of entries",
    limit_key: "the page size",
    more_results: "the mark of more pages",
    non_aggregate_keys: "what stands beside the entries",
  }),
  protocol: value("the protocol"),
  protocols: many("the protocols"),
  resultWrapper: value("the element around the result"),
  ripServiceName: value("the name in lists of regions"),
  serviceAbbreviation: value("the short name of the service"),
  signatureVersion: value("the version of the signature"),
  signingName: value("the name in the signature"),
  synthetic: value("the mark of a shape that no file has"),
  targetPrefix: value("the beginning of the target header"),
  timestampFormat: value("the format of times"),
  uid: value("the id of the vendor's file"),
  wrapper: value("the mark of an element around the value"),
  xmlOrder: value("the order of elements in XML"),
};

const NAMESPACES: Readonly<Record<string, Readonly<Record<string, TraitWords>>>> = {
  "smithy.api": SMITHY,
  "aws.api": AWS_API,
  "aws.apigateway": AWS_GATEWAY,
  "aws.auth": AWS_AUTH,
  "aws.cloudformation": AWS_CLOUDFORMATION,
  "aws.endpoints": AWS_ENDPOINTS,
  "aws.iam": AWS_IAM,
  "aws.protocols": AWS_PROTOCOLS,
  "shapelog.botocore": BOTOCORE,
};

const WORDS: ReadonlyMap<string, TraitWords> = new Map([
  ...Object.entries(NAMESPACES).flatMap(([namespace, words]) =>
    Object.entries(words).map(([name, entry]) => [`${namespace}#${name}`, entry] as const),
  ),
  ...Object.entries(TOOLS),
]);

/**
 * Returns how findings speak of a trait: in words for those of Smithy, of AWS and of a vendor's file, by `@name` for any
 * other, which is how its owner writes it.
 */
export function traitWords(id: string): TraitWords {
  const known = WORDS.get(id);
  if (known) return known;
  const name = id.slice(id.indexOf("#") + 1);
  return id.startsWith("shapelog.botocore#")
    ? { noun: `the detail ${code(name)} of the vendor's file` }
    : { noun: code(`@${name}`) };
}

/** Returns whether a trait has words of its own. */
export function hasWords(id: string): boolean {
  return WORDS.has(id);
}

/** The schemes that lists of ways to authenticate name. */
const SCHEMES: ReadonlyMap<string, string> = new Map([
  ["aws.auth#sigv4", "the AWS signature version 4"],
  ["aws.auth#sigv4a", "the AWS signature version 4a"],
  ["aws.auth#cognitoUserPools", "a Cognito user pool"],
  ["smithy.api#httpApiKeyAuth", "an API key"],
  ["smithy.api#httpBasicAuth", "a name with a password"],
  ["smithy.api#httpBearerAuth", "a bearer token"],
  ["smithy.api#httpDigestAuth", "an HTTP digest"],
  ["smithy.api#noAuth", "no credentials"],
  ["smithy.api#optionalAuth", "no credentials"],
]);

/** Returns a text of a trait's value as readers know it: an id by the scheme it stands for, or by its name. */
export function textWords(text: string): string {
  const scheme = SCHEMES.get(text);
  return scheme ?? code(isShapeId(text) ? shapeName(text) : text);
}
