import { SEVERITIES } from "@shapelog/diagnostics";

const severity = { enum: [...SEVERITIES] };
const pattern = { type: "string", minLength: 1 };

/** The JSON Schema (2020-12) of a policy, in a file of its own or under `policy` in `shapelog.config.json`. */
export const POLICY_SCHEMA = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  $id: "https://shapelog.dev/schema/policy-1.json",
  title: "Shapelog policy",
  description: "What a team makes of findings. The last rule that matches a finding decides.",
  type: "object",
  additionalProperties: false,
  properties: {
    $schema: { type: "string" },
    extends: { enum: ["default", "strict", "smithy"], description: "The policy whose rules come first." },
    rules: {
      type: "array",
      items: {
        type: "object",
        required: ["reason"],
        additionalProperties: false,
        properties: {
          rule: { ...pattern, description: "A rule's id; * stands for any text." },
          shape: { ...pattern, description: "A shape's id or name; * stands for any text." },
          member: { ...pattern, description: "A member's name; * stands for any text." },
          operation: { ...pattern, description: "An operation's id or name; * stands for any text." },
          direction: { enum: ["request", "response"] },
          used: {
            type: "boolean",
            description: "Whether traffic met what the finding is about; nothing matches without traffic.",
          },
          severity: {
            description: "For both verdicts, or one for each.",
            anyOf: [
              severity,
              {
                type: "object",
                minProperties: 1,
                additionalProperties: false,
                properties: { wire: severity, source: severity },
              },
            ],
          },
          suppress: { const: true },
          reason: { type: "string", pattern: "\\S", description: "Why. Shown in every view." },
        },
        oneOf: [{ required: ["severity"] }, { required: ["suppress"] }],
      },
    },
  },
} as const;
