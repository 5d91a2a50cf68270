import type { Rule } from "../rule.js";
import { authChanged } from "./auth-changed/auth-changed.js";
import { deprecationChanged } from "./deprecation-changed/deprecation-changed.js";
import { descriptionChanged } from "./description-changed/description-changed.js";
import { documentationChanged } from "./documentation-changed/documentation-changed.js";
import { endpointChanged } from "./endpoint-changed/endpoint-changed.js";
import { enumValueRenamed } from "./enum-value-renamed/enum-value-renamed.js";
import { errorChanged } from "./error-changed/error-changed.js";
import { mixinsChanged } from "./mixins-changed/mixins-changed.js";
import { operationAdded } from "./operation-added/operation-added.js";
import { operationErrorAdded } from "./operation-error-added/operation-error-added.js";
import { operationErrorRemoved } from "./operation-error-removed/operation-error-removed.js";
import { operationHttpChanged } from "./operation-http-changed/operation-http-changed.js";
import { operationIdempotencyAdded } from "./operation-idempotency-added/operation-idempotency-added.js";
import { operationIdempotencyRemoved } from "./operation-idempotency-removed/operation-idempotency-removed.js";
import { operationInputChanged } from "./operation-input-changed/operation-input-changed.js";
import { operationInputRenamed } from "./operation-input-renamed/operation-input-renamed.js";
import { operationOutputChanged } from "./operation-output-changed/operation-output-changed.js";
import { operationOutputRenamed } from "./operation-output-renamed/operation-output-renamed.js";
import { operationPaginationChanged } from "./operation-pagination-changed/operation-pagination-changed.js";
import { operationRemoved } from "./operation-removed/operation-removed.js";
import { optionalityChanged } from "./optionality-changed/optionality-changed.js";
import { orderChanged } from "./order-changed/order-changed.js";
import { protocolChanged } from "./protocol-changed/protocol-changed.js";
import { requestDefaultChanged } from "./request-default-changed/request-default-changed.js";
import { requestEnumValueAdded } from "./request-enum-value-added/request-enum-value-added.js";
import { requestEnumValueRemoved } from "./request-enum-value-removed/request-enum-value-removed.js";
import { requestEnumValuesReplaced } from "./request-enum-values-replaced/request-enum-values-replaced.js";
import { requestIdempotencyTokenAdded } from "./request-idempotency-token-added/request-idempotency-token-added.js";
import { requestIdempotencyTokenRemoved } from "./request-idempotency-token-removed/request-idempotency-token-removed.js";
import { requestLimitLoosened } from "./request-limit-loosened/request-limit-loosened.js";
import { requestLimitTightened } from "./request-limit-tightened/request-limit-tightened.js";
import { requestMemberAdded } from "./request-member-added/request-member-added.js";
import { requestMemberOptional } from "./request-member-optional/request-member-optional.js";
import { requestMemberRemoved } from "./request-member-removed/request-member-removed.js";
import { requestMemberRequired } from "./request-member-required/request-member-required.js";
import { requestMemberRequiredAdded } from "./request-member-required-added/request-member-required-added.js";
import { requestMemberTypeChanged } from "./request-member-type-changed/request-member-type-changed.js";
import { requestMemberTypeClosed } from "./request-member-type-closed/request-member-type-closed.js";
import { requestMemberTypeLimited } from "./request-member-type-limited/request-member-type-limited.js";
import { requestMemberTypeNarrowed } from "./request-member-type-narrowed/request-member-type-narrowed.js";
import { requestMemberTypeOpened } from "./request-member-type-opened/request-member-type-opened.js";
import { requestMemberTypeRenamed } from "./request-member-type-renamed/request-member-type-renamed.js";
import { requestMemberTypeWidened } from "./request-member-type-widened/request-member-type-widened.js";
import { requestPatternAdded } from "./request-pattern-added/request-pattern-added.js";
import { requestPatternChanged } from "./request-pattern-changed/request-pattern-changed.js";
import { requestPatternRemoved } from "./request-pattern-removed/request-pattern-removed.js";
import { requestShapeClosed } from "./request-shape-closed/request-shape-closed.js";
import { requestShapeKindChanged } from "./request-shape-kind-changed/request-shape-kind-changed.js";
import { requestShapeNarrowed } from "./request-shape-narrowed/request-shape-narrowed.js";
import { requestShapeOpened } from "./request-shape-opened/request-shape-opened.js";
import { requestShapeWidened } from "./request-shape-widened/request-shape-widened.js";
import { requestSparseAdded } from "./request-sparse-added/request-sparse-added.js";
import { requestSparseRemoved } from "./request-sparse-removed/request-sparse-removed.js";
import { requestStreamingChanged } from "./request-streaming-changed/request-streaming-changed.js";
import { requestUnionAlternativeAdded } from "./request-union-alternative-added/request-union-alternative-added.js";
import { requestUnionAlternativeRemoved } from "./request-union-alternative-removed/request-union-alternative-removed.js";
import { requestUniqueItemsAdded } from "./request-unique-items-added/request-unique-items-added.js";
import { requestUniqueItemsRemoved } from "./request-unique-items-removed/request-unique-items-removed.js";
import { requestWireFormatChanged } from "./request-wire-format-changed/request-wire-format-changed.js";
import { responseDefaultChanged } from "./response-default-changed/response-default-changed.js";
import { responseEnumValueAdded } from "./response-enum-value-added/response-enum-value-added.js";
import { responseEnumValueRemoved } from "./response-enum-value-removed/response-enum-value-removed.js";
import { responseEnumValuesReplaced } from "./response-enum-values-replaced/response-enum-values-replaced.js";
import { responseLimitLoosened } from "./response-limit-loosened/response-limit-loosened.js";
import { responseLimitTightened } from "./response-limit-tightened/response-limit-tightened.js";
import { responseMemberAdded } from "./response-member-added/response-member-added.js";
import { responseMemberOptional } from "./response-member-optional/response-member-optional.js";
import { responseMemberRemoved } from "./response-member-removed/response-member-removed.js";
import { responseMemberRequired } from "./response-member-required/response-member-required.js";
import { responseMemberTypeChanged } from "./response-member-type-changed/response-member-type-changed.js";
import { responseMemberTypeClosed } from "./response-member-type-closed/response-member-type-closed.js";
import { responseMemberTypeLimited } from "./response-member-type-limited/response-member-type-limited.js";
import { responseMemberTypeNarrowed } from "./response-member-type-narrowed/response-member-type-narrowed.js";
import { responseMemberTypeOpened } from "./response-member-type-opened/response-member-type-opened.js";
import { responseMemberTypeRenamed } from "./response-member-type-renamed/response-member-type-renamed.js";
import { responseMemberTypeWidened } from "./response-member-type-widened/response-member-type-widened.js";
import { responsePatternAdded } from "./response-pattern-added/response-pattern-added.js";
import { responsePatternChanged } from "./response-pattern-changed/response-pattern-changed.js";
import { responsePatternRemoved } from "./response-pattern-removed/response-pattern-removed.js";
import { responseShapeClosed } from "./response-shape-closed/response-shape-closed.js";
import { responseShapeKindChanged } from "./response-shape-kind-changed/response-shape-kind-changed.js";
import { responseShapeNarrowed } from "./response-shape-narrowed/response-shape-narrowed.js";
import { responseShapeOpened } from "./response-shape-opened/response-shape-opened.js";
import { responseShapeWidened } from "./response-shape-widened/response-shape-widened.js";
import { responseSparseAdded } from "./response-sparse-added/response-sparse-added.js";
import { responseSparseRemoved } from "./response-sparse-removed/response-sparse-removed.js";
import { responseStreamingChanged } from "./response-streaming-changed/response-streaming-changed.js";
import { responseUnionAlternativeAdded } from "./response-union-alternative-added/response-union-alternative-added.js";
import { responseUnionAlternativeRemoved } from "./response-union-alternative-removed/response-union-alternative-removed.js";
import { responseUniqueItemsAdded } from "./response-unique-items-added/response-unique-items-added.js";
import { responseUniqueItemsRemoved } from "./response-unique-items-removed/response-unique-items-removed.js";
import { responseWireFormatChanged } from "./response-wire-format-changed/response-wire-format-changed.js";
import { sensitiveChanged } from "./sensitive-changed/sensitive-changed.js";
import { serviceErrorChanged } from "./service-error-changed/service-error-changed.js";
import { serviceIdentityChanged } from "./service-identity-changed/service-identity-changed.js";
import { serviceOperationBound } from "./service-operation-bound/service-operation-bound.js";
import { serviceOperationUnbound } from "./service-operation-unbound/service-operation-unbound.js";
import { serviceRenameChanged } from "./service-rename-changed/service-rename-changed.js";
import { serviceVersionChanged } from "./service-version-changed/service-version-changed.js";
import { shapeAdded } from "./shape-added/shape-added.js";
import { shapeRemoved } from "./shape-removed/shape-removed.js";
import { toolingChanged } from "./tooling-changed/tooling-changed.js";
import { transferChanged } from "./transfer-changed/transfer-changed.js";
import { unreachableChanged } from "./unreachable-changed/unreachable-changed.js";
import { vendorDetailChanged } from "./vendor-detail-changed/vendor-detail-changed.js";

/**
 * Every rule, in the order they are asked: what one claims the next do not see. Rules for special cases come first,
 * those that take what is left come last.
 */
export const RULES: readonly Rule[] = [
  requestEnumValuesReplaced,
  responseEnumValuesReplaced,
  requestUnionAlternativeAdded,
  requestUnionAlternativeRemoved,
  responseUnionAlternativeAdded,
  responseUnionAlternativeRemoved,
  requestMemberRequiredAdded,
  operationAdded,
  operationRemoved,
  operationInputRenamed,
  operationOutputRenamed,
  serviceOperationUnbound,
  errorChanged,
  transferChanged,
  authChanged,
  serviceIdentityChanged,
  endpointChanged,
  requestMemberTypeClosed,
  requestMemberTypeLimited,
  requestMemberTypeNarrowed,
  requestMemberTypeOpened,
  requestMemberTypeRenamed,
  requestMemberTypeWidened,
  requestShapeClosed,
  requestShapeNarrowed,
  requestShapeOpened,
  requestShapeWidened,
  responseMemberTypeClosed,
  responseMemberTypeLimited,
  responseMemberTypeNarrowed,
  responseMemberTypeOpened,
  responseMemberTypeRenamed,
  responseMemberTypeWidened,
  responseShapeClosed,
  responseShapeNarrowed,
  responseShapeOpened,
  responseShapeWidened,
  deprecationChanged,
  documentationChanged,
  enumValueRenamed,
  mixinsChanged,
  operationErrorAdded,
  operationErrorRemoved,
  operationHttpChanged,
  operationIdempotencyAdded,
  operationIdempotencyRemoved,
  operationInputChanged,
  operationOutputChanged,
  operationPaginationChanged,
  optionalityChanged,
  orderChanged,
  requestDefaultChanged,
  requestEnumValueAdded,
  requestEnumValueRemoved,
  requestIdempotencyTokenAdded,
  requestIdempotencyTokenRemoved,
  requestLimitLoosened,
  requestLimitTightened,
  requestMemberAdded,
  requestMemberOptional,
  requestMemberRemoved,
  requestMemberRequired,
  requestMemberTypeChanged,
  requestPatternAdded,
  requestPatternChanged,
  requestPatternRemoved,
  requestShapeKindChanged,
  requestSparseAdded,
  requestSparseRemoved,
  requestStreamingChanged,
  requestUniqueItemsAdded,
  requestUniqueItemsRemoved,
  requestWireFormatChanged,
  responseDefaultChanged,
  responseEnumValueAdded,
  responseEnumValueRemoved,
  responseLimitLoosened,
  responseLimitTightened,
  responseMemberAdded,
  responseMemberOptional,
  responseMemberRemoved,
  responseMemberRequired,
  responseMemberTypeChanged,
  responsePatternAdded,
  responsePatternChanged,
  responsePatternRemoved,
  responseShapeKindChanged,
  responseSparseAdded,
  responseSparseRemoved,
  responseStreamingChanged,
  responseUniqueItemsAdded,
  responseUniqueItemsRemoved,
  responseWireFormatChanged,
  sensitiveChanged,
  serviceErrorChanged,
  serviceOperationBound,
  serviceRenameChanged,
  serviceVersionChanged,
  shapeAdded,
  shapeRemoved,
  protocolChanged,
  descriptionChanged,
  toolingChanged,
  vendorDetailChanged,
  unreachableChanged,
];
