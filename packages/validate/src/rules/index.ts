import type { Rule } from "../rule.js";
import { arnTemplate } from "./arn-template/arn-template.js";
import { arnTrait } from "./arn-trait/arn-trait.js";
import { authTrait } from "./auth-trait/auth-trait.js";
import { authorizersTrait } from "./authorizers-trait/authorizers-trait.js";
import { awsSpecialCaseEndpoint } from "./aws-special-case-endpoint/aws-special-case-endpoint.js";
import { bddTrait } from "./bdd-trait/bdd-trait.js";
import { cfnMutabilityTrait } from "./cfn-mutability-trait/cfn-mutability-trait.js";
import { cfnResourceProperty } from "./cfn-resource-property/cfn-resource-property.js";
import { clientEndpointDiscovery } from "./client-endpoint-discovery/client-endpoint-discovery.js";
import { cloudWatchNamespace } from "./cloud-watch-namespace/cloud-watch-namespace.js";
import { conditionKeyValueTrait } from "./condition-key-value-trait/condition-key-value-trait.js";
import { conditionKeysRule } from "./condition-keys/condition-keys.js";
import { conditionsTrait } from "./conditions-trait/conditions-trait.js";
import { corsTrait } from "./cors-trait/cors-trait.js";
import { defaultTrait } from "./default-trait/default-trait.js";
import { defaultValueInUpdate } from "./default-value-in-update/default-value-in-update.js";
import { defineConditionKeysTrait } from "./define-condition-keys-trait/define-condition-keys-trait.js";
import { deprecatedTrait } from "./deprecated-trait/deprecated-trait.js";
import { endpointBddTrait } from "./endpoint-bdd-trait/endpoint-bdd-trait.js";
import { endpointConfiguration } from "./endpoint-configuration/endpoint-configuration.js";
import { endpointRuleSetTrait } from "./endpoint-rule-set-trait/endpoint-rule-set-trait.js";
import { endpointTestsTrait } from "./endpoint-tests-trait/endpoint-tests-trait.js";
import { enumShape } from "./enum-shape/enum-shape.js";
import { enumTrait } from "./enum-trait/enum-trait.js";
import { errorRename } from "./error-rename/error-rename.js";
import { eventPayloadTrait } from "./event-payload-trait/event-payload-trait.js";
import { eventSource } from "./event-source/event-source.js";
import { eventStreamTestsTrait } from "./event-stream-tests-trait/event-stream-tests-trait.js";
import { examplesTrait } from "./examples-trait/examples-trait.js";
import { exclusiveStructureMemberTrait } from "./exclusive-structure-member-trait/exclusive-structure-member-trait.js";
import { gatewayResponsesCors } from "./gateway-responses-cors/gateway-responses-cors.js";
import { hostLabelTrait } from "./host-label-trait/host-label-trait.js";
import { httpApiKeyAuthTrait } from "./http-api-key-auth-trait/http-api-key-auth-trait.js";
import { httpBindingTraitIgnored } from "./http-binding-trait-ignored/http-binding-trait-ignored.js";
import { httpBindingsMissing } from "./http-bindings-missing/http-bindings-missing.js";
import { httpChecksumTrait } from "./http-checksum-trait/http-checksum-trait.js";
import { httpHeaderTrait } from "./http-header-trait/http-header-trait.js";
import { httpLabelTrait } from "./http-label-trait/http-label-trait.js";
import { httpMalformedRequestTests } from "./http-malformed-request-tests/http-malformed-request-tests.js";
import { httpMethodSemantics } from "./http-method-semantics/http-method-semantics.js";
import { httpPayload } from "./http-payload/http-payload.js";
import { httpPrefixHeadersTrait } from "./http-prefix-headers-trait/http-prefix-headers-trait.js";
import { httpQueryParamsTrait } from "./http-query-params-trait/http-query-params-trait.js";
import { httpQueryTrait } from "./http-query-trait/http-query-trait.js";
import { httpRequestTestsInput } from "./http-request-tests-input/http-request-tests-input.js";
import { httpResponseCodeSemantics } from "./http-response-code-semantics/http-response-code-semantics.js";
import { httpResponseTestsError } from "./http-response-tests-error/http-response-tests-error.js";
import { httpResponseTestsOutput } from "./http-response-tests-output/http-response-tests-output.js";
import { httpUriConflict } from "./http-uri-conflict/http-uri-conflict.js";
import { httpUriFormat } from "./http-uri-format/http-uri-format.js";
import { httpUriGreedyLabel } from "./http-uri-greedy-label/http-uri-greedy-label.js";
import { iamAction } from "./iam-action/iam-action.js";
import { iamResourceTrait } from "./iam-resource-trait/iam-resource-trait.js";
import { iamResourceTraitConflictingName } from "./iam-resource-trait-conflicting-name/iam-resource-trait-conflicting-name.js";
import { idempotencyTokenIgnored } from "./idempotency-token-ignored/idempotency-token-ignored.js";
import { idempotentTrait } from "./idempotent-trait/idempotent-trait.js";
import { jsonName } from "./json-name/json-name.js";
import { lengthTrait } from "./length-trait/length-trait.js";
import { malformedTrait } from "./malformed-trait/malformed-trait.js";
import { malformedUri } from "./malformed-uri/malformed-uri.js";
import { mediaType } from "./media-type/media-type.js";
import { memberShouldReferenceResource } from "./member-should-reference-resource/member-should-reference-resource.js";
import { metadataTrait } from "./metadata-trait/metadata-trait.js";
import { mqttTopicConflict } from "./mqtt-topic-conflict/mqtt-topic-conflict.js";
import { mqttTopicLabel } from "./mqtt-topic-label/mqtt-topic-label.js";
import { noInlineDocumentSupport } from "./no-inline-document-support/no-inline-document-support.js";
import { operation } from "./operation/operation.js";
import { operationContextParamsTrait } from "./operation-context-params-trait/operation-context-params-trait.js";
import { paginatedTrait } from "./paginated-trait/paginated-trait.js";
import { patternTrait } from "./pattern-trait/pattern-trait.js";
import { privateAccess } from "./private-access/private-access.js";
import { privateMixinMember } from "./private-mixin-member/private-mixin-member.js";
import { protocolHttp } from "./protocol-http/protocol-http.js";
import { protocolHttpPayload } from "./protocol-http-payload/protocol-http-payload.js";
import { queryErrorCode } from "./query-error-code/query-error-code.js";
import { rangeTrait } from "./range-trait/range-trait.js";
import { referencesTrait } from "./references-trait/references-trait.js";
import { requestCompressionTrait } from "./request-compression-trait/request-compression-trait.js";
import { resourceCycle } from "./resource-cycle/resource-cycle.js";
import { resourceIdentifier } from "./resource-identifier/resource-identifier.js";
import { resourceIdentifierBinding } from "./resource-identifier-binding/resource-identifier-binding.js";
import { resourceLifecycle } from "./resource-lifecycle/resource-lifecycle.js";
import { resourceOperationInputOutput } from "./resource-operation-input-output/resource-operation-input-output.js";
import { rpcv2CborTrait } from "./rpcv2-cbor-trait/rpcv2-cbor-trait.js";
import { rpcv2JsonTrait } from "./rpcv2-json-trait/rpcv2-json-trait.js";
import { ruleSetAuthSchemes } from "./rule-set-auth-schemes/rule-set-auth-schemes.js";
import { ruleSetAwsBuiltIn } from "./rule-set-aws-built-in/rule-set-aws-built-in.js";
import { ruleSetBuiltIn } from "./rule-set-built-in/rule-set-built-in.js";
import { ruleSetParamMissingDocs } from "./rule-set-param-missing-docs/rule-set-param-missing-docs.js";
import { ruleSetParameter } from "./rule-set-parameter/rule-set-parameter.js";
import { ruleSetTestCase } from "./rule-set-test-case/rule-set-test-case.js";
import { ruleSetUri } from "./rule-set-uri/rule-set-uri.js";
import { rulesEngineVersion } from "./rules-engine-version/rules-engine-version.js";
import { sdkServiceId } from "./sdk-service-id/sdk-service-id.js";
import { service } from "./service/service.js";
import { serviceAuthDefinitions } from "./service-auth-definitions/service-auth-definitions.js";
import { serviceBoundResourceOperation } from "./service-bound-resource-operation/service-bound-resource-operation.js";
import { serviceTagging } from "./service-tagging/service-tagging.js";
import { shapeClosure } from "./shape-closure/shape-closure.js";
import { shapeIdConflict } from "./shape-id-conflict/shape-id-conflict.js";
import { shapeRecursion } from "./shape-recursion/shape-recursion.js";
import { sigV4Traits } from "./sig-v4-traits/sig-v4-traits.js";
import { singleOperationBinding } from "./single-operation-binding/single-operation-binding.js";
import { singleResourceBinding } from "./single-resource-binding/single-resource-binding.js";
import { smokeTestCase } from "./smoke-test-case/smoke-test-case.js";
import { staticContextParamsTrait } from "./static-context-params-trait/static-context-params-trait.js";
import { streamingTrait } from "./streaming-trait/streaming-trait.js";
import { tagEnabledService } from "./tag-enabled-service/tag-enabled-service.js";
import { tagResourcePropertyName } from "./tag-resource-property-name/tag-resource-property-name.js";
import { tagResourcePropertyType } from "./tag-resource-property-type/tag-resource-property-type.js";
import { taggableResource } from "./taggable-resource/taggable-resource.js";
import { target } from "./target/target.js";
import { traitBreakingChanges } from "./trait-breaking-changes/trait-breaking-changes.js";
import { traitConflict } from "./trait-conflict/trait-conflict.js";
import { traitTarget } from "./trait-target/trait-target.js";
import { traitValidators } from "./trait-validators/trait-validators.js";
import { traitValue } from "./trait-value/trait-value.js";
import { typedMetadata } from "./typed-metadata/typed-metadata.js";
import { union } from "./union/union.js";
import { uniqueProtocolTestCaseId } from "./unique-protocol-test-case-id/unique-protocol-test-case-id.js";
import { uniqueSmokeTestCaseId } from "./unique-smoke-test-case-id/unique-smoke-test-case-id.js";
import { uniqueWaiterNames } from "./unique-waiter-names/unique-waiter-names.js";
import { unitType } from "./unit-type/unit-type.js";
import { unresolvedMixin } from "./unresolved-mixin/unresolved-mixin.js";
import { unresolvedTrait } from "./unresolved-trait/unresolved-trait.js";
import { unstableTrait } from "./unstable-trait/unstable-trait.js";
import { waitableTrait } from "./waitable-trait/waitable-trait.js";
import { xmlFlattenedTrait } from "./xml-flattened-trait/xml-flattened-trait.js";
import { xmlNamespaceTrait } from "./xml-namespace-trait/xml-namespace-trait.js";

/** All rules, by name. */
export const RULES: readonly Rule[] = [
  arnTemplate,
  arnTrait,
  authTrait,
  authorizersTrait,
  awsSpecialCaseEndpoint,
  bddTrait,
  cfnMutabilityTrait,
  cfnResourceProperty,
  clientEndpointDiscovery,
  cloudWatchNamespace,
  conditionKeyValueTrait,
  conditionKeysRule,
  conditionsTrait,
  corsTrait,
  defaultTrait,
  defaultValueInUpdate,
  defineConditionKeysTrait,
  deprecatedTrait,
  endpointBddTrait,
  endpointConfiguration,
  endpointRuleSetTrait,
  endpointTestsTrait,
  enumShape,
  enumTrait,
  errorRename,
  eventPayloadTrait,
  eventSource,
  eventStreamTestsTrait,
  examplesTrait,
  exclusiveStructureMemberTrait,
  gatewayResponsesCors,
  hostLabelTrait,
  httpApiKeyAuthTrait,
  httpBindingTraitIgnored,
  httpBindingsMissing,
  httpChecksumTrait,
  httpHeaderTrait,
  httpLabelTrait,
  httpMalformedRequestTests,
  httpMethodSemantics,
  httpPayload,
  httpPrefixHeadersTrait,
  httpQueryParamsTrait,
  httpQueryTrait,
  httpRequestTestsInput,
  httpResponseCodeSemantics,
  httpResponseTestsError,
  httpResponseTestsOutput,
  httpUriConflict,
  httpUriFormat,
  httpUriGreedyLabel,
  iamAction,
  iamResourceTrait,
  iamResourceTraitConflictingName,
  idempotencyTokenIgnored,
  idempotentTrait,
  jsonName,
  lengthTrait,
  malformedTrait,
  malformedUri,
  mediaType,
  memberShouldReferenceResource,
  metadataTrait,
  mqttTopicConflict,
  mqttTopicLabel,
  noInlineDocumentSupport,
  operation,
  operationContextParamsTrait,
  paginatedTrait,
  patternTrait,
  privateAccess,
  privateMixinMember,
  protocolHttp,
  protocolHttpPayload,
  queryErrorCode,
  rangeTrait,
  referencesTrait,
  requestCompressionTrait,
  resourceCycle,
  resourceIdentifier,
  resourceIdentifierBinding,
  resourceLifecycle,
  resourceOperationInputOutput,
  rpcv2CborTrait,
  rpcv2JsonTrait,
  ruleSetAuthSchemes,
  ruleSetAwsBuiltIn,
  ruleSetBuiltIn,
  ruleSetParamMissingDocs,
  ruleSetParameter,
  ruleSetTestCase,
  ruleSetUri,
  rulesEngineVersion,
  sdkServiceId,
  service,
  serviceAuthDefinitions,
  serviceBoundResourceOperation,
  serviceTagging,
  shapeClosure,
  shapeIdConflict,
  shapeRecursion,
  sigV4Traits,
  singleOperationBinding,
  singleResourceBinding,
  smokeTestCase,
  staticContextParamsTrait,
  streamingTrait,
  tagEnabledService,
  tagResourcePropertyName,
  tagResourcePropertyType,
  taggableResource,
  target,
  traitBreakingChanges,
  traitConflict,
  traitTarget,
  traitValidators,
  traitValue,
  typedMetadata,
  union,
  uniqueProtocolTestCaseId,
  uniqueSmokeTestCaseId,
  uniqueWaiterNames,
  unitType,
  unresolvedMixin,
  unresolvedTrait,
  unstableTrait,
  waitableTrait,
  xmlFlattenedTrait,
  xmlNamespaceTrait,
];
