import type { Rule } from "../rule/rule.js";
import { sensitiveChanged } from "./annotations/sensitive-changed.js";
import { toolingChanged } from "./annotations/tooling-changed.js";
import { traitRestated } from "./annotations/trait-restated.js";
import { vendorDetailChanged } from "./annotations/vendor-detail-changed.js";
import { authChanged } from "./auth/auth-changed.js";
import { authDropped } from "./auth/auth-dropped.js";
import { authExtended } from "./auth/auth-extended.js";
import { authIgnored } from "./auth/auth-ignored.js";
import { authRequired } from "./auth/auth-required.js";
import { requestSparseAdded } from "./collections/request-sparse-added.js";
import { requestSparseRemoved } from "./collections/request-sparse-removed.js";
import { requestUniqueItemsAdded } from "./collections/request-unique-items-added.js";
import { requestUniqueItemsRemoved } from "./collections/request-unique-items-removed.js";
import { responseSparseAdded } from "./collections/response-sparse-added.js";
import { responseSparseRemoved } from "./collections/response-sparse-removed.js";
import { responseUniqueItemsAdded } from "./collections/response-unique-items-added.js";
import { responseUniqueItemsRemoved } from "./collections/response-unique-items-removed.js";
import { requestDefaultChanged } from "./defaults/request-default-changed.js";
import { responseDefaultChanged } from "./defaults/response-default-changed.js";
import { deprecationAdded } from "./deprecation/deprecation-added.js";
import { deprecationChanged } from "./deprecation/deprecation-changed.js";
import { deprecationRemoved } from "./deprecation/deprecation-removed.js";
import { descriptionChanged } from "./documentation/description-changed.js";
import { documentationChanged } from "./documentation/documentation-changed.js";
import { documentationHiddenConstraint } from "./documentation/documentation-hidden-constraint.js";
import { endpointChanged } from "./endpoints/endpoint-changed.js";
import { transferChanged } from "./endpoints/transfer-changed.js";
import { enumConstantMoved } from "./enums/enum-constant-moved.js";
import { enumValueRenamed } from "./enums/enum-value-renamed.js";
import { requestEnumValueAdded } from "./enums/request-enum-value-added.js";
import { requestEnumValueRemoved } from "./enums/request-enum-value-removed.js";
import { requestEnumValuesReplaced } from "./enums/request-enum-values-replaced.js";
import { responseEnumValueAdded } from "./enums/response-enum-value-added.js";
import { responseEnumValueRemoved } from "./enums/response-enum-value-removed.js";
import { responseEnumValuesReplaced } from "./enums/response-enum-values-replaced.js";
import { errorChanged } from "./errors/error-changed.js";
import { operationErrorAdded } from "./errors/operation-error-added.js";
import { operationErrorRemoved } from "./errors/operation-error-removed.js";
import { responseErrorMessageChanged } from "./errors/response-error-message-changed.js";
import { serviceErrorAdded } from "./errors/service-error-added.js";
import { serviceErrorRemoved } from "./errors/service-error-removed.js";
import { operationIdempotencyAdded } from "./idempotency/operation-idempotency-added.js";
import { operationIdempotencyRemoved } from "./idempotency/operation-idempotency-removed.js";
import { requestIdempotencyTokenAdded } from "./idempotency/request-idempotency-token-added.js";
import { requestIdempotencyTokenDemanded } from "./idempotency/request-idempotency-token-demanded.js";
import { requestIdempotencyTokenRemoved } from "./idempotency/request-idempotency-token-removed.js";
import { requestIdempotencyTokenRequired } from "./idempotency/request-idempotency-token-required.js";
import { limitRestated } from "./limits/limit-restated.js";
import { requestLimitLoosened } from "./limits/request-limit-loosened.js";
import { requestLimitTightened } from "./limits/request-limit-tightened.js";
import { responseLimitLoosened } from "./limits/response-limit-loosened.js";
import { responseLimitTightened } from "./limits/response-limit-tightened.js";
import { requestMemberAdded } from "./members/request-member-added.js";
import { requestMemberProbableRename } from "./members/request-member-probable-rename.js";
import { requestMemberRemoved } from "./members/request-member-removed.js";
import { requestMemberRenamed } from "./members/request-member-renamed.js";
import { responseMemberAdded } from "./members/response-member-added.js";
import { responseMemberProbableRename } from "./members/response-member-probable-rename.js";
import { responseMemberRemoved } from "./members/response-member-removed.js";
import { responseMemberRenamed } from "./members/response-member-renamed.js";
import { metadataAdded } from "./metadata/metadata-added.js";
import { metadataChanged } from "./metadata/metadata-changed.js";
import { metadataRemoved } from "./metadata/metadata-removed.js";
import { operationInputChanged } from "./operation-data/operation-input-changed.js";
import { operationInputRenamed } from "./operation-data/operation-input-renamed.js";
import { operationOutputChanged } from "./operation-data/operation-output-changed.js";
import { operationOutputRenamed } from "./operation-data/operation-output-renamed.js";
import { operationAdded } from "./operations/operation-added.js";
import { operationBound } from "./operations/operation-bound.js";
import { operationMoved } from "./operations/operation-moved.js";
import { operationRemoved } from "./operations/operation-removed.js";
import { operationTargetChanged } from "./operations/operation-target-changed.js";
import { operationUnbound } from "./operations/operation-unbound.js";
import { optionalityChanged } from "./optionality/optionality-changed.js";
import { requestMemberOptional } from "./optionality/request-member-optional.js";
import { requestMemberRequired } from "./optionality/request-member-required.js";
import { requestMemberRequiredAdded } from "./optionality/request-member-required-added.js";
import { requestMemberRequiredWithDefault } from "./optionality/request-member-required-with-default.js";
import { responseMemberOptional } from "./optionality/response-member-optional.js";
import { responseMemberRequired } from "./optionality/response-member-required.js";
import { operationPaginationAdded } from "./pagination/operation-pagination-added.js";
import { operationPaginationChanged } from "./pagination/operation-pagination-changed.js";
import { operationPaginationRemoved } from "./pagination/operation-pagination-removed.js";
import { patternRestated } from "./patterns/pattern-restated.js";
import { requestPatternAdded } from "./patterns/request-pattern-added.js";
import { requestPatternChanged } from "./patterns/request-pattern-changed.js";
import { requestPatternLoosened } from "./patterns/request-pattern-loosened.js";
import { requestPatternRemoved } from "./patterns/request-pattern-removed.js";
import { requestPatternTightened } from "./patterns/request-pattern-tightened.js";
import { responsePatternAdded } from "./patterns/response-pattern-added.js";
import { responsePatternChanged } from "./patterns/response-pattern-changed.js";
import { responsePatternLoosened } from "./patterns/response-pattern-loosened.js";
import { responsePatternRemoved } from "./patterns/response-pattern-removed.js";
import { responsePatternTightened } from "./patterns/response-pattern-tightened.js";
import { operationHttpAdded } from "./protocols/operation-http-added.js";
import { operationHttpChanged } from "./protocols/operation-http-changed.js";
import { operationHttpRemoved } from "./protocols/operation-http-removed.js";
import { operationStatusChanged } from "./protocols/operation-status-changed.js";
import { protocolAdded } from "./protocols/protocol-added.js";
import { protocolChanged } from "./protocols/protocol-changed.js";
import { requestWireFormatChanged } from "./protocols/request-wire-format-changed.js";
import { requestWireTypeChanged } from "./protocols/request-wire-type-changed.js";
import { responseWireFormatChanged } from "./protocols/response-wire-format-changed.js";
import { responseWireTypeChanged } from "./protocols/response-wire-type-changed.js";
import { serviceWireTypesChanged } from "./protocols/service-wire-types-changed.js";
import { serviceWireTypesExtended } from "./protocols/service-wire-types-extended.js";
import { serviceXmlNamespaceChanged } from "./protocols/service-xml-namespace-changed.js";
import { wireFormatIgnored } from "./protocols/wire-format-ignored.js";
import { namespaceChanged } from "./services/namespace-changed.js";
import { resourceChanged } from "./services/resource-changed.js";
import { serviceAdded } from "./services/service-added.js";
import { serviceIdentityChanged } from "./services/service-identity-changed.js";
import { serviceRemoved } from "./services/service-removed.js";
import { serviceRenameChanged } from "./services/service-rename-changed.js";
import { serviceRenamed } from "./services/service-renamed.js";
import { serviceTargetChanged } from "./services/service-target-changed.js";
import { serviceVersionChanged } from "./services/service-version-changed.js";
import { mixinsChanged } from "./shapes/mixins-changed.js";
import { orderChanged } from "./shapes/order-changed.js";
import { shapeAdded } from "./shapes/shape-added.js";
import { shapeOrphanRemoved } from "./shapes/shape-orphan-removed.js";
import { shapeRemoved } from "./shapes/shape-removed.js";
import { shapeRenamed } from "./shapes/shape-renamed.js";
import { shapeReplaced } from "./shapes/shape-replaced.js";
import { unreachableChanged } from "./shapes/unreachable-changed.js";
import { requestStreamingChanged } from "./streaming/request-streaming-changed.js";
import { responseStreamingChanged } from "./streaming/response-streaming-changed.js";
import { traitChangedDanger } from "./traits/trait-changed-danger.js";
import { traitChangedError } from "./traits/trait-changed-error.js";
import { traitChangedNote } from "./traits/trait-changed-note.js";
import { traitChangedWarning } from "./traits/trait-changed-warning.js";
import { requestTypeChanged } from "./types/request-type-changed.js";
import { requestTypeClosed } from "./types/request-type-closed.js";
import { requestTypeExtended } from "./types/request-type-extended.js";
import { requestTypeNarrowed } from "./types/request-type-narrowed.js";
import { requestTypeOpened } from "./types/request-type-opened.js";
import { requestTypeRenamed } from "./types/request-type-renamed.js";
import { requestTypeWidened } from "./types/request-type-widened.js";
import { responseTypeChanged } from "./types/response-type-changed.js";
import { responseTypeClosed } from "./types/response-type-closed.js";
import { responseTypeExtended } from "./types/response-type-extended.js";
import { responseTypeNarrowed } from "./types/response-type-narrowed.js";
import { responseTypeOpened } from "./types/response-type-opened.js";
import { responseTypeRenamed } from "./types/response-type-renamed.js";
import { responseTypeWidened } from "./types/response-type-widened.js";
import { unclassified } from "./unclassified/unclassified.js";
import { requestUnionAlternativeAdded } from "./unions/request-union-alternative-added.js";
import { requestUnionAlternativeRemoved } from "./unions/request-union-alternative-removed.js";
import { responseUnionAlternativeAdded } from "./unions/response-union-alternative-added.js";
import { responseUnionAlternativeRemoved } from "./unions/response-union-alternative-removed.js";

/**
 * Every rule, in the order they are asked: what one claims the next do not see. Rules for special cases come first,
 * those that take what is left come last.
 */
export const RULES: readonly Rule[] = [
  enumConstantMoved,
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
  responseErrorMessageChanged,
  requestMemberRenamed,
  requestMemberProbableRename,
  responseMemberRenamed,
  responseMemberProbableRename,
  requestIdempotencyTokenRequired,
  requestMemberRequiredAdded,
  requestMemberRequiredWithDefault,
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
  patternRestated,
  requestPatternAdded,
  requestPatternRemoved,
  requestPatternTightened,
  requestPatternLoosened,
  requestPatternChanged,
  responsePatternAdded,
  responsePatternRemoved,
  responsePatternTightened,
  responsePatternLoosened,
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
  operationInputChanged,
  operationOutputRenamed,
  operationOutputChanged,
  operationErrorAdded,
  operationErrorRemoved,
  operationTargetChanged,
  operationStatusChanged,
  operationHttpChanged,
  operationHttpAdded,
  operationHttpRemoved,
  operationIdempotencyAdded,
  operationIdempotencyRemoved,
  operationPaginationAdded,
  operationPaginationRemoved,
  operationPaginationChanged,
  namespaceChanged,
  serviceWireTypesChanged,
  serviceWireTypesExtended,
  serviceRenamed,
  serviceAdded,
  serviceRemoved,
  serviceErrorAdded,
  serviceErrorRemoved,
  serviceVersionChanged,
  serviceXmlNamespaceChanged,
  serviceTargetChanged,
  serviceRenameChanged,
  serviceIdentityChanged,
  authIgnored,
  authRequired,
  authDropped,
  authExtended,
  authChanged,
  endpointChanged,
  transferChanged,
  errorChanged,
  protocolChanged,
  protocolAdded,
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
  shapeReplaced,
  shapeRemoved,
  shapeAdded,
  mixinsChanged,
  toolingChanged,
  vendorDetailChanged,
  unreachableChanged,
  metadataAdded,
  metadataRemoved,
  metadataChanged,
  traitRestated,
  traitChangedError,
  traitChangedDanger,
  traitChangedWarning,
  traitChangedNote,
  unclassified,
];

/** The rules about changes after which all holds as before. */
export const RESTATED: readonly Rule[] = [
  requestTypeRenamed,
  responseTypeRenamed,
  operationInputRenamed,
  operationOutputRenamed,
  unreachableChanged,
  traitRestated,
];
