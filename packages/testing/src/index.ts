export {
  type ArbitraryModelOptions,
  arbitraryIdentifier,
  arbitraryModel,
  arbitraryNode,
  arbitraryTraits,
} from "./arbitrary-model.js";
export { AUTH_EVENTS_VALUES, type AuthEventsValues, authEventsModel, eventsId } from "./auth-events.js";
export { createShapes, type OperationParts, type ShapeBuilder, type TraitsByName } from "./create-shapes.js";
export { type DenseModelOptions, denseModel } from "./dense-model.js";
export { type ExpectGoldenOptions, expectGolden, isGoldenUpdate } from "./expect-golden.js";
export { type ExpectLinearOptions, expectLinear } from "./expect-linear.js";
export { expectPage } from "./expect-page.js";
export {
  HOSTILE_DOCS,
  HOSTILE_NAMES,
  HOSTILE_NUMBERS,
  HOSTILE_PATTERNS,
  HOSTILE_VALUES,
  type HostilePattern,
  hostileService,
  LEAK,
  PATTERN_NAMES,
} from "./hostile-service.js";
export { completeIdl, type ModelOfOptions, modelOf, serviceOf } from "./model-of.js";
export { type Block, type Page, type Replacement, readPage, writeBlocks } from "./page.js";
