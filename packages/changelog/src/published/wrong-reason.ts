import { unreachable } from "@shapelog/model";

/** Why what a page says is not so. */
export type WrongReason =
  | { readonly kind: "new-operation" | "known-operation" | "no-operation" | "kept-operation" }
  | { readonly kind: "no-side" | "no-member" | "known-member" | "no-enum" }
  | { readonly kind: "no-value" | "known-value"; readonly value: string }
  | { readonly kind: "other-type"; readonly said: string; readonly found: string };

/** Returns a reason as the end of a sentence. */
export function describeReason(reason: WrongReason): string {
  switch (reason.kind) {
    case "new-operation":
      return "it is new, and the page calls it updated";
    case "known-operation":
      return "it is not new, it was there before";
    case "no-operation":
      return "there is no such operation";
    case "kept-operation":
      return "it was not removed, it is still there";
    case "no-side":
      return "it has no members";
    case "no-member":
      return "there is no such member";
    case "known-member":
      return "it did not come, it was there before";
    case "no-enum":
      return "it lists no values";
    case "no-value":
      return `it does not list the value ${JSON.stringify(reason.value)}`;
    case "known-value":
      return `the value ${JSON.stringify(reason.value)} did not come, it was there before`;
    case "other-type":
      return `its type is ${JSON.stringify(reason.found)}, and the page says ${JSON.stringify(reason.said)}`;
    default:
      return unreachable(reason);
  }
}
