export {
  createContext,
  membersOf,
  type Subject,
  subjectsOf,
  type TraitUse,
  type ValidationContext,
} from "./context.js";
export {
  type EventDraft,
  type EventPlace,
  isAtOrBelow,
  type SuppressedEvent,
  type Suppression,
  type ValidationEvent,
} from "./event.js";
export { LINTERS } from "./linters/index.js";
export {
  type Configuration,
  type CreateEvent,
  defineLinter,
  defineRule,
  type EventEntry,
  type EventTable,
  type Linter,
  type Rule,
  type Stage,
} from "./rule.js";
export { RULES } from "./rules/index.js";
export {
  type LocateSubject,
  type ValidateModelOptions,
  type Validation,
  validateModel,
} from "./validate-model.js";
