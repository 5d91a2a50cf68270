import type { Rule } from "../rule.js";
import { deprecationChanged } from "./deprecation-changed/deprecation-changed.js";
import { documentationChanged } from "./documentation-changed/documentation-changed.js";
import { enumValueRenamed } from "./enum-value-renamed/enum-value-renamed.js";
import { operationAdded } from "./operation-added/operation-added.js";
import { operationErrorAdded } from "./operation-error-added/operation-error-added.js";
import { operationErrorRemoved } from "./operation-error-removed/operation-error-removed.js";
import { operationRemoved } from "./operation-removed/operation-removed.js";
import { orderChanged } from "./order-changed/order-changed.js";
import { requestEnumValueAdded } from "./request-enum-value-added/request-enum-value-added.js";
import { requestEnumValueRemoved } from "./request-enum-value-removed/request-enum-value-removed.js";
import { requestEnumValuesReplaced } from "./request-enum-values-replaced/request-enum-values-replaced.js";
import { requestLimitLoosened } from "./request-limit-loosened/request-limit-loosened.js";
import { requestLimitTightened } from "./request-limit-tightened/request-limit-tightened.js";
import { requestMemberAdded } from "./request-member-added/request-member-added.js";
import { requestMemberOptional } from "./request-member-optional/request-member-optional.js";
import { requestMemberRemoved } from "./request-member-removed/request-member-removed.js";
import { requestMemberRequired } from "./request-member-required/request-member-required.js";
import { requestMemberRequiredAdded } from "./request-member-required-added/request-member-required-added.js";
import { requestMemberTypeChanged } from "./request-member-type-changed/request-member-type-changed.js";
import { requestShapeKindChanged } from "./request-shape-kind-changed/request-shape-kind-changed.js";
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
import { responseShapeKindChanged } from "./response-shape-kind-changed/response-shape-kind-changed.js";
import { serviceOperationBound } from "./service-operation-bound/service-operation-bound.js";
import { shapeAdded } from "./shape-added/shape-added.js";
import { shapeRemoved } from "./shape-removed/shape-removed.js";

/**
 * Every rule, in the order they are asked: what one claims the next do not see. Rules that explain a special case
 * come before the general rule for the same change; the rest are sorted.
 */
export const RULES: readonly Rule[] = [
  requestEnumValuesReplaced,
  responseEnumValuesReplaced,
  requestMemberRequiredAdded,
  operationAdded,
  operationRemoved,
  deprecationChanged,
  documentationChanged,
  enumValueRenamed,
  operationErrorAdded,
  operationErrorRemoved,
  orderChanged,
  requestEnumValueAdded,
  requestEnumValueRemoved,
  requestLimitLoosened,
  requestLimitTightened,
  requestMemberAdded,
  requestMemberOptional,
  requestMemberRemoved,
  requestMemberRequired,
  requestMemberTypeChanged,
  requestShapeKindChanged,
  responseEnumValueAdded,
  responseEnumValueRemoved,
  responseLimitLoosened,
  responseLimitTightened,
  responseMemberAdded,
  responseMemberOptional,
  responseMemberRemoved,
  responseMemberRequired,
  responseMemberTypeChanged,
  responseShapeKindChanged,
  serviceOperationBound,
  shapeAdded,
  shapeRemoved,
];
