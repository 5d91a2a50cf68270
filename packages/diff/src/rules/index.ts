import type { Rule } from "../rule.js";
import { authChanged } from "./auth-changed/auth-changed.js";
import { authDropped } from "./auth-dropped/auth-dropped.js";
import { authRequired } from "./auth-required/auth-required.js";
import { deprecationAdded } from "./deprecation-added/deprecation-added.js";
import { deprecationChanged } from "./deprecation-changed/deprecation-changed.js";
import { deprecationRemoved } from "./deprecation-removed/deprecation-removed.js";
import { descriptionChanged } from "./description-changed/description-changed.js";
import { documentationChanged } from "./documentation-changed/documentation-changed.js";
import { documentationHiddenConstraint } from "./documentation-hidden-constraint/documentation-hidden-constraint.js";
import { endpointChanged } from "./endpoint-changed/endpoint-changed.js";
import { enumValueRenamed } from "./enum-value-renamed/enum-value-renamed.js";
import { errorChanged } from "./error-changed/error-changed.js";
import { limitRestated } from "./limit-restated/limit-restated.js";
import { mixinsChanged } from "./mixins-changed/mixins-changed.js";
import { operationAdded } from "./operation-added/operation-added.js";
import { operationBound } from "./operation-bound/operation-bound.js";
import { operationErrorAdded } from "./operation-error-added/operation-error-added.js";
import { operationErrorRemoved } from "./operation-error-removed/operation-error-removed.js";
import { operationHttpAdded } from "./operation-http-added/operation-http-added.js";
import { operationHttpChanged } from "./operation-http-changed/operation-http-changed.js";
import { operationHttpRemoved } from "./operation-http-removed/operation-http-removed.js";
import { operationIdempotencyAdded } from "./operation-idempotency-added/operation-idempotency-added.js";
import { operationIdempotencyRemoved } from "./operation-idempotency-removed/operation-idempotency-removed.js";
import { operationInputChanged } from "./operation-input-changed/operation-input-changed.js";
import { operationInputExtended } from "./operation-input-extended/operation-input-extended.js";
import { operationInputLimited } from "./operation-input-limited/operation-input-limited.js";
import { operationInputRenamed } from "./operation-input-renamed/operation-input-renamed.js";
import { operationMoved } from "./operation-moved/operation-moved.js";
import { operationOutputChanged } from "./operation-output-changed/operation-output-changed.js";
import { operationOutputExtended } from "./operation-output-extended/operation-output-extended.js";
import { operationOutputLimited } from "./operation-output-limited/operation-output-limited.js";
import { operationOutputOpened } from "./operation-output-opened/operation-output-opened.js";
import { operationOutputRenamed } from "./operation-output-renamed/operation-output-renamed.js";
import { operationPaginationAdded } from "./operation-pagination-added/operation-pagination-added.js";
import { operationPaginationChanged } from "./operation-pagination-changed/operation-pagination-changed.js";
import { operationPaginationRemoved } from "./operation-pagination-removed/operation-pagination-removed.js";
import { operationRemoved } from "./operation-removed/operation-removed.js";
import { operationUnbound } from "./operation-unbound/operation-unbound.js";
import { optionalityChanged } from "./optionality-changed/optionality-changed.js";
import { orderChanged } from "./order-changed/order-changed.js";
import { protocolChanged } from "./protocol-changed/protocol-changed.js";
import { requestDefaultChanged } from "./request-default-changed/request-default-changed.js";
import { requestEnumValueAdded } from "./request-enum-value-added/request-enum-value-added.js";
import { requestEnumValueRemoved } from "./request-enum-value-removed/request-enum-value-removed.js";
import { requestEnumValuesReplaced } from "./request-enum-values-replaced/request-enum-values-replaced.js";
import { requestIdempotencyTokenAdded } from "./request-idempotency-token-added/request-idempotency-token-added.js";
import { requestIdempotencyTokenDemanded } from "./request-idempotency-token-demanded/request-idempotency-token-demanded.js";
import { requestIdempotencyTokenRemoved } from "./request-idempotency-token-removed/request-idempotency-token-removed.js";
import { requestLimitLoosened } from "./request-limit-loosened/request-limit-loosened.js";
import { requestLimitTightened } from "./request-limit-tightened/request-limit-tightened.js";
import { requestMemberAdded } from "./request-member-added/request-member-added.js";
import { requestMemberOptional } from "./request-member-optional/request-member-optional.js";
import { requestMemberProbableRename } from "./request-member-probable-rename/request-member-probable-rename.js";
import { requestMemberRemoved } from "./request-member-removed/request-member-removed.js";
import { requestMemberRequired } from "./request-member-required/request-member-required.js";
import { requestMemberRequiredAdded } from "./request-member-required-added/request-member-required-added.js";
import { requestPatternAdded } from "./request-pattern-added/request-pattern-added.js";
import { requestPatternChanged } from "./request-pattern-changed/request-pattern-changed.js";
import { requestPatternRemoved } from "./request-pattern-removed/request-pattern-removed.js";
import { requestSparseAdded } from "./request-sparse-added/request-sparse-added.js";
import { requestSparseRemoved } from "./request-sparse-removed/request-sparse-removed.js";
import { requestStreamingChanged } from "./request-streaming-changed/request-streaming-changed.js";
import { requestTypeChanged } from "./request-type-changed/request-type-changed.js";
import { requestTypeClosed } from "./request-type-closed/request-type-closed.js";
import { requestTypeExtended } from "./request-type-extended/request-type-extended.js";
import { requestTypeLimited } from "./request-type-limited/request-type-limited.js";
import { requestTypeNarrowed } from "./request-type-narrowed/request-type-narrowed.js";
import { requestTypeOpened } from "./request-type-opened/request-type-opened.js";
import { requestTypeRenamed } from "./request-type-renamed/request-type-renamed.js";
import { requestTypeWidened } from "./request-type-widened/request-type-widened.js";
import { requestUnionAlternativeAdded } from "./request-union-alternative-added/request-union-alternative-added.js";
import { requestUnionAlternativeRemoved } from "./request-union-alternative-removed/request-union-alternative-removed.js";
import { requestUniqueItemsAdded } from "./request-unique-items-added/request-unique-items-added.js";
import { requestUniqueItemsRemoved } from "./request-unique-items-removed/request-unique-items-removed.js";
import { requestWireFormatChanged } from "./request-wire-format-changed/request-wire-format-changed.js";
import { requestWireTypeChanged } from "./request-wire-type-changed/request-wire-type-changed.js";
import { resourceChanged } from "./resource-changed/resource-changed.js";
import { responseDefaultChanged } from "./response-default-changed/response-default-changed.js";
import { responseEnumValueAdded } from "./response-enum-value-added/response-enum-value-added.js";
import { responseEnumValueRemoved } from "./response-enum-value-removed/response-enum-value-removed.js";
import { responseEnumValuesReplaced } from "./response-enum-values-replaced/response-enum-values-replaced.js";
import { responseLimitLoosened } from "./response-limit-loosened/response-limit-loosened.js";
import { responseLimitTightened } from "./response-limit-tightened/response-limit-tightened.js";
import { responseMemberAdded } from "./response-member-added/response-member-added.js";
import { responseMemberOptional } from "./response-member-optional/response-member-optional.js";
import { responseMemberProbableRename } from "./response-member-probable-rename/response-member-probable-rename.js";
import { responseMemberRemoved } from "./response-member-removed/response-member-removed.js";
import { responseMemberRequired } from "./response-member-required/response-member-required.js";
import { responsePatternAdded } from "./response-pattern-added/response-pattern-added.js";
import { responsePatternChanged } from "./response-pattern-changed/response-pattern-changed.js";
import { responsePatternRemoved } from "./response-pattern-removed/response-pattern-removed.js";
import { responseSparseAdded } from "./response-sparse-added/response-sparse-added.js";
import { responseSparseRemoved } from "./response-sparse-removed/response-sparse-removed.js";
import { responseStreamingChanged } from "./response-streaming-changed/response-streaming-changed.js";
import { responseTypeChanged } from "./response-type-changed/response-type-changed.js";
import { responseTypeClosed } from "./response-type-closed/response-type-closed.js";
import { responseTypeExtended } from "./response-type-extended/response-type-extended.js";
import { responseTypeLimited } from "./response-type-limited/response-type-limited.js";
import { responseTypeNarrowed } from "./response-type-narrowed/response-type-narrowed.js";
import { responseTypeOpened } from "./response-type-opened/response-type-opened.js";
import { responseTypeRenamed } from "./response-type-renamed/response-type-renamed.js";
import { responseTypeWidened } from "./response-type-widened/response-type-widened.js";
import { responseUnionAlternativeAdded } from "./response-union-alternative-added/response-union-alternative-added.js";
import { responseUnionAlternativeRemoved } from "./response-union-alternative-removed/response-union-alternative-removed.js";
import { responseUniqueItemsAdded } from "./response-unique-items-added/response-unique-items-added.js";
import { responseUniqueItemsRemoved } from "./response-unique-items-removed/response-unique-items-removed.js";
import { responseWireFormatChanged } from "./response-wire-format-changed/response-wire-format-changed.js";
import { responseWireTypeChanged } from "./response-wire-type-changed/response-wire-type-changed.js";
import { sensitiveChanged } from "./sensitive-changed/sensitive-changed.js";
import { serviceAdded } from "./service-added/service-added.js";
import { serviceErrorAdded } from "./service-error-added/service-error-added.js";
import { serviceErrorRemoved } from "./service-error-removed/service-error-removed.js";
import { serviceIdentityChanged } from "./service-identity-changed/service-identity-changed.js";
import { serviceRemoved } from "./service-removed/service-removed.js";
import { serviceRenameChanged } from "./service-rename-changed/service-rename-changed.js";
import { serviceRenamed } from "./service-renamed/service-renamed.js";
import { serviceVersionChanged } from "./service-version-changed/service-version-changed.js";
import { serviceWireTypesChanged } from "./service-wire-types-changed/service-wire-types-changed.js";
import { serviceXmlNamespaceChanged } from "./service-xml-namespace-changed/service-xml-namespace-changed.js";
import { shapeAdded } from "./shape-added/shape-added.js";
import { shapeOrphanRemoved } from "./shape-orphan-removed/shape-orphan-removed.js";
import { shapeRemoved } from "./shape-removed/shape-removed.js";
import { shapeRenamed } from "./shape-renamed/shape-renamed.js";
import { toolingChanged } from "./tooling-changed/tooling-changed.js";
import { transferChanged } from "./transfer-changed/transfer-changed.js";
import { unreachableChanged } from "./unreachable-changed/unreachable-changed.js";
import { vendorDetailChanged } from "./vendor-detail-changed/vendor-detail-changed.js";
import { wireFormatIgnored } from "./wire-format-ignored/wire-format-ignored.js";

/**
 * Every rule, in the order they are asked: what one claims the next do not see. Rules for special cases come first,
 * those that take what is left come last.
 */
export const RULES: readonly Rule[] = [
  requestEnumValuesReplaced,
  responseEnumValuesReplaced,
  requestEnumValueAdded,
  responseEnumValueAdded,
  requestEnumValueRemoved,
  responseEnumValueRemoved,
  enumValueRenamed,
  requestUnionAlternativeAdded,
  requestUnionAlternativeRemoved,
  responseUnionAlternativeAdded,
  responseUnionAlternativeRemoved,
  requestMemberProbableRename,
  responseMemberProbableRename,
  requestMemberRequiredAdded,
  requestMemberAdded,
  requestMemberRemoved,
  responseMemberAdded,
  responseMemberRemoved,
  requestMemberRequired,
  requestMemberOptional,
  responseMemberRequired,
  responseMemberOptional,
  requestDefaultChanged,
  responseDefaultChanged,
  requestLimitTightened,
  requestLimitLoosened,
  responseLimitLoosened,
  responseLimitTightened,
  limitRestated,
  requestPatternAdded,
  requestPatternRemoved,
  requestPatternChanged,
  responsePatternAdded,
  responsePatternRemoved,
  responsePatternChanged,
  requestUniqueItemsAdded,
  requestUniqueItemsRemoved,
  responseUniqueItemsAdded,
  responseUniqueItemsRemoved,
  requestSparseAdded,
  requestSparseRemoved,
  responseSparseAdded,
  responseSparseRemoved,
  requestTypeRenamed,
  responseTypeRenamed,
  requestTypeClosed,
  requestTypeOpened,
  responseTypeClosed,
  responseTypeOpened,
  requestTypeWidened,
  requestTypeNarrowed,
  responseTypeWidened,
  responseTypeNarrowed,
  requestTypeExtended,
  responseTypeExtended,
  requestTypeLimited,
  responseTypeLimited,
  requestTypeChanged,
  responseTypeChanged,
  requestStreamingChanged,
  responseStreamingChanged,
  requestWireTypeChanged,
  responseWireTypeChanged,
  wireFormatIgnored,
  requestWireFormatChanged,
  responseWireFormatChanged,
  requestIdempotencyTokenAdded,
  requestIdempotencyTokenDemanded,
  requestIdempotencyTokenRemoved,
  operationAdded,
  operationRemoved,
  operationUnbound,
  operationBound,
  operationMoved,
  operationInputRenamed,
  operationInputExtended,
  operationInputLimited,
  operationInputChanged,
  operationOutputRenamed,
  operationOutputExtended,
  operationOutputLimited,
  operationOutputOpened,
  operationOutputChanged,
  operationErrorAdded,
  operationErrorRemoved,
  operationHttpChanged,
  operationHttpAdded,
  operationHttpRemoved,
  operationIdempotencyAdded,
  operationIdempotencyRemoved,
  operationPaginationAdded,
  operationPaginationRemoved,
  operationPaginationChanged,
  serviceWireTypesChanged,
  serviceRenamed,
  serviceAdded,
  serviceRemoved,
  serviceErrorAdded,
  serviceErrorRemoved,
  serviceVersionChanged,
  serviceXmlNamespaceChanged,
  serviceRenameChanged,
  serviceIdentityChanged,
  authRequired,
  authDropped,
  authChanged,
  endpointChanged,
  transferChanged,
  errorChanged,
  protocolChanged,
  deprecationAdded,
  deprecationRemoved,
  deprecationChanged,
  documentationHiddenConstraint,
  documentationChanged,
  descriptionChanged,
  sensitiveChanged,
  optionalityChanged,
  orderChanged,
  resourceChanged,
  shapeRenamed,
  shapeOrphanRemoved,
  shapeRemoved,
  shapeAdded,
  mixinsChanged,
  toolingChanged,
  vendorDetailChanged,
  unreachableChanged,
];
