import type { Check } from "../check.js";
import type { CheckKeyword } from "../define-check.js";
import { callCheck } from "./call.js";
import { decimalCheck } from "./decimal.js";
import { enumCheck } from "./enum.js";
import { listCheck } from "./list.js";
import { mapCheck } from "./map.js";
import { structureCheck, unionCheck } from "./members.js";
import { numberCheck } from "./number.js";
import { blobCheck, booleanCheck, timestampCheck } from "./simple.js";
import { eventsCheck, streamCheck } from "./stream.js";
import { stringCheck } from "./string.js";
import { textCheck } from "./text.js";

/** The keywords that checks compile to, by kind. `any` checks nothing, so nothing is printed for it. */
export const CHECK_KEYWORDS: Readonly<Record<Exclude<Check["kind"], "any">, CheckKeyword>> = {
  blob: blobCheck,
  boolean: booleanCheck,
  call: callCheck,
  decimal: decimalCheck,
  enum: enumCheck,
  events: eventsCheck,
  list: listCheck,
  map: mapCheck,
  number: numberCheck,
  stream: streamCheck,
  string: stringCheck,
  structure: structureCheck,
  text: textCheck,
  timestamp: timestampCheck,
  union: unionCheck,
};
