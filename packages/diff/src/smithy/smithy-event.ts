import { type NodeValue, printJson, type ShapeId } from "@shapelog/model";

/** smithy-diff's severities from least to most severe. */
export const SMITHY_SEVERITIES = ["SUPPRESSED", "NOTE", "WARNING", "DANGER", "ERROR"] as const;

export type SmithySeverity = (typeof SMITHY_SEVERITIES)[number];

/** What smithy-diff calls a validation event. */
export interface SmithyEvent {
  readonly id: string;
  readonly severity: SmithySeverity;
  /** A shape's or member's id; absent for metadata. */
  readonly shape?: ShapeId;
  readonly message: string;
}

/** Returns the more severe of two. */
export function worseSmithySeverity(a: SmithySeverity, b: SmithySeverity): SmithySeverity {
  return SMITHY_SEVERITIES.indexOf(a) >= SMITHY_SEVERITIES.indexOf(b) ? a : b;
}

/** Returns a node value as smithy-diff prints it over several lines. */
export function printNode(value: NodeValue | undefined): string {
  return printJson(value ?? null, 4);
}

/** Returns a node value as Markdown code, as smithy-diff quotes it in messages. */
export function quoteNode(value: NodeValue | undefined): string {
  const text = printNode(value);
  if (text.includes("\n")) return `\n\`\`\`\n${text}\n\`\`\`\n`;
  return text.startsWith('"') ? `\`${text.slice(1, -1)}\`` : `\`${text}\``;
}
