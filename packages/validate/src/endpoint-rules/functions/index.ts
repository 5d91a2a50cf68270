import { BOOLEAN, optional, record, STRING, STRINGS } from "../types.js";
import { findOlderPartition, findPartition } from "./find-partition.js";
import { isHostLabel, isVirtualHostableBucket } from "./host-labels.js";
import { parseArn } from "./parse-arn.js";
import { parseUrl } from "./parse-url.js";
import { definePlain, type RuleFunction, V1_0, V1_1 } from "./rule-function.js";
import { encodeUri, sliceAscii, splitText } from "./texts.js";

const URL_PARTS = record({
  scheme: STRING,
  authority: STRING,
  path: STRING,
  normalizedPath: STRING,
  isIp: BOOLEAN,
});
const ARN_PARTS = record({
  partition: STRING,
  service: STRING,
  region: STRING,
  accountId: STRING,
  resourceId: STRINGS,
});
const PARTITION = record({
  name: STRING,
  dnsSuffix: STRING,
  dualStackDnsSuffix: STRING,
  supportsFIPS: BOOLEAN,
  supportsDualStack: BOOLEAN,
  implicitGlobalRegion: STRING,
});

/** The functions by name (Smithy 2.0, "Rules engine standard library" and "AWS rules engine library functions"). */
export const FUNCTIONS: ReadonlyMap<string, RuleFunction> = new Map([
  ["aws.isVirtualHostableS3Bucket", definePlain(["string", "boolean"], BOOLEAN, isVirtualHostableBucket)],
  ["aws.parseArn", definePlain(["string"], optional(ARN_PARTS), ([text]) => parseArn(text))],
  ["aws.partition", definePlain(["string"], optional(PARTITION), ([region]) => findPartition(region))],
  ["booleanEquals", definePlain(["boolean", "boolean"], BOOLEAN, ([left, right]) => left === right)],
  ["coalesce", { since: V1_1, counts: [2, Number.POSITIVE_INFINITY] }],
  ["getAttr", { since: V1_0, counts: [2, 2] }],
  ["isSet", { since: V1_0, counts: [1, 1] }],
  ["isValidHostLabel", definePlain(["string", "boolean"], BOOLEAN, isHostLabel)],
  ["ite", { since: V1_1, counts: [3, 3] }],
  ["not", { since: V1_0, counts: [1, 1] }],
  ["parseURL", definePlain(["string"], optional(URL_PARTS), ([text]) => parseUrl(text))],
  ["split", { ...definePlain(["string", "string", "integer"], STRINGS, splitText), since: V1_1 }],
  ["stringEquals", definePlain(["string", "string"], BOOLEAN, ([left, right]) => left === right)],
  ["substring", definePlain(["string", "integer", "integer", "boolean"], optional(STRING), sliceAscii)],
  ["uriEncode", definePlain(["string"], STRING, ([text]) => encodeUri(text))],
]);

/** The functions with what was known of partitions before the `aws-iso` ones had dual-stack endpoints. */
export const OLDER_FUNCTIONS: ReadonlyMap<string, RuleFunction> = new Map([
  ...FUNCTIONS,
  ["aws.partition", definePlain(["string"], optional(PARTITION), ([region]) => findOlderPartition(region))],
]);
