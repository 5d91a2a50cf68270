export { type AwsGraph, type AwsMember, type AwsShape, createAwsGraph } from "./aws-shape.js";
export type { AwsEntry, AwsValue } from "./aws-value.js";
export { type AwsDelta, type AwsSide, type AwsUpdate, createAwsDelta } from "./delta.js";
export { type PrintAwsPageOptions, printAwsPage } from "./page.js";
export { printAwsJson } from "./print-json.js";
