import { parseSelector, type Selector } from "@shapelog/model/selectors";
import type { Option } from "./options.js";

/** Returns an option that is a selector. */
export function selectorOption(absent: Selector | undefined): Option<Selector | undefined> {
  return {
    expected: "a selector",
    absent,
    read: (value) => (typeof value === "string" ? parseSelector(value).selector : undefined),
  };
}
