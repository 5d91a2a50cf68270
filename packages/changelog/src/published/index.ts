export { type CheckedPage, type CheckPageOptions, checkPage } from "./check-page.js";
export type {
  OperationWord,
  PageEntry,
  PageMember,
  PageOperation,
  PageSection,
  PageSide,
  PageValue,
  PlacedName,
  PlacedText,
  PublishedPage,
} from "./page.js";
export { joinTexts, placeText } from "./placed-text.js";
export { readPage } from "./read-page.js";
export type { IsNamed } from "./tell-prose.js";
