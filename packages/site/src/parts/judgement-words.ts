import type { Finding } from "@shapelog/diff";

const WIRE: Readonly<Record<Finding["wire"], string>> = {
  error: "deployed programs break",
  danger: "deployed programs may go wrong",
  warning: "deployed programs may notice",
  note: "deployed programs go on",
};
const SOURCE: Readonly<Record<Finding["source"], string>> = {
  error: "TypeScript stops compiling",
  danger: "exhaustive switches stop compiling",
  warning: "TypeScript compiles with other types",
  note: "TypeScript compiles",
};

/** Returns what a severity means for programs that talk to the service as they are. */
export function describeWire(severity: Finding["wire"]): string {
  return WIRE[severity];
}

/** Returns what a severity means for programs compiled against the new generated package. */
export function describeSource(severity: Finding["source"]): string {
  return SOURCE[severity];
}
