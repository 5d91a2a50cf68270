export { authSchemes } from "./auth.js";
export { canonicalJson } from "./canonical-json.js";
export { type CheckReferencesOptions, checkReferences, modelDiagnostics } from "./check-references.js";
export { findClosure } from "./closure.js";
export { createModel, pickShapes } from "./create-model.js";
export { resolveEnum } from "./enum-trait.js";
export { equalMembers, equalModels, equalNodes, equalShapes, isNodeArray, isNodeObject } from "./equal.js";
export { errorStatus } from "./error-status.js";
export { type OperationExample, operationExamples } from "./examples.js";
export { type ExternalDocumentation, externalDocumentation } from "./external-documentation.js";
export { INTEGER_RANGES } from "./integer-ranges.js";
export {
  findMember,
  findOperations,
  findServices,
  findShape,
  getShape,
  indexOfMember,
  shapesOfKind,
} from "./lookup.js";
export { memberPath } from "./member-path.js";
export {
  type Neighbor,
  neighbors,
  type Relationship,
  type VisitNeighbor,
  visitNeighbors,
} from "./neighbors.js";
export { isNullable, isPromised } from "./nullability.js";
export { kindRange, type Ranged, statedRange } from "./number-range.js";
export {
  type BigNumber,
  ceiling,
  compareNumbers,
  equalNumbers,
  floor,
  formatNumber,
  isBigNumber,
  isNodeNumber,
  isWhole,
  type NodeNumber,
  type NumberRange,
  nearestDouble,
  outside,
  printNumber,
  readNumber,
  requireNumber,
} from "./numbers.js";
export { operationErrors } from "./operation-errors.js";
export { type BlobPayload, findBlobPayload, holdsJson, isEventStream, isStreamingBlob } from "./payloads.js";
export {
  type FindPlacesOptions,
  type FindPositionsOptions,
  findPlaces,
  findPositions,
  type PlaceCount,
  type Places,
} from "./places/find-places.js";
export type { StepBudget } from "./places/find-ways.js";
export {
  type Direction,
  displayPath,
  findAncestors,
  findDirections,
  findSources,
  type Position,
} from "./positions.js";
export { PRELUDE_SHAPES } from "./prelude.js";
export { type DataForm, defaultProfile, demandedForm, isDemanded, type Profile } from "./presence.js";
export { printJson } from "./print-json.js";
export {
  type BodyEncoding,
  bindsHttp,
  bodyEncoding,
  findProtocol,
  jsonName,
  type Protocol,
} from "./protocol.js";
export type { Locate, ReadResult, SourceText } from "./read-result.js";
export { flattenMixins, resolveMixins, usesMixins } from "./resolve-mixins.js";
export { isSensitive } from "./sensitive.js";
export { type ServiceHost, serviceHost } from "./service-host.js";
export { findServiceOperations } from "./service-operations.js";
export {
  type AggregateShape,
  type Binding,
  type EnumShape,
  type IntEnumShape,
  isAggregate,
  isSimple,
  LIFECYCLE_SLOTS,
  type LifecycleBinding,
  type ListShape,
  type MapShape,
  type Member,
  type Model,
  NO_TRAITS,
  type NodeValue,
  NUMBER_KINDS,
  type OperationShape,
  type Rename,
  type ResourceShape,
  type ServiceShape,
  type Shape,
  type ShapeId,
  type ShapeKind,
  SIMPLE_KINDS,
  type SimpleShape,
  type StructureShape,
  type Traits,
  UNIT,
  type UnionShape,
  unreachable,
} from "./shape.js";
export {
  compareCodeUnits,
  isIdentifier,
  isShapeId,
  memberId,
  type ShapeIdParts,
  shapeName,
  splitShapeId,
} from "./shape-id.js";
export {
  placeTimes,
  statedTimestampFormat,
  TIME_BINDINGS,
  type TimePlace,
  type Timestamp,
  type TimestampFormat,
  timestampFormat,
} from "./timestamps.js";
export {
  type Bounds,
  bounds,
  type Deprecated,
  deprecated,
  documentation,
  enumValue,
  hasTrait,
  lengthBounds,
  type Pagination,
  pagination,
  stringListTrait,
  stringTrait,
  type Traited,
  trait,
  traitIn,
} from "./traits.js";
