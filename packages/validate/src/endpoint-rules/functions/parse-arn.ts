import type { Value } from "../value.js";

/** `aws.parseArn`: the parts of an ARN; unset for any other text. */
export function parseArn(text: string): Value {
  const [, partition, service, region = "", accountId = "", resource] =
    /^arn:([^:]+):([^:]+):([^:]*):([^:]*):(.+)$/s.exec(text) ?? [];
  if (partition === undefined || service === undefined || resource === undefined) return undefined;
  return new Map<string, Value>([
    ["partition", partition],
    ["service", service],
    ["region", region],
    ["accountId", accountId],
    ["resourceId", resource.split(/[:/]/)],
  ]);
}
