export {
  type ArbitraryModelOptions,
  arbitraryIdentifier,
  arbitraryModel,
  arbitraryNode,
  arbitraryTraits,
} from "./arbitrary-model.js";
export { AUTH_EVENTS_VALUES, type AuthEventsValues, authEventsModel, eventsId } from "./auth-events.js";
