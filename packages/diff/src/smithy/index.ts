export { printComparisonSmithy, printComparisonSmithyJson } from "./print-smithy.js";
export { createSmithyEvents } from "./smithy.js";
export type { SmithyEvent, SmithySeverity } from "./smithy-event.js";
