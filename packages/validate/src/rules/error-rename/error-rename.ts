import { hasTrait, type ShapeId, shapeName } from "@shapelog/model";
import { defineRule } from "../../rule.js";

/** Protocols that put the name of the error's shape on the wire. */
const PROTOCOLS = [
  "aws.protocols#awsJson1_0",
  "aws.protocols#awsJson1_1",
  "aws.protocols#awsQuery",
  "aws.protocols#ec2Query",
  "aws.protocols#restJson1",
  "aws.protocols#restXml",
];

/** Errors that a service renames although its protocol sends their names (Smithy 2.0, "AWS protocols"). */
export const errorRename = defineRule({
  name: "ErrorRename",
  events: {
    ErrorRename: {
      severity: "error",
      message: (d: { error: ShapeId; name: string; protocols: readonly string[] }) =>
        `The service renames the error ${d.error} to "${d.name}", but ${d.protocols.join(" and ")} ` +
        "cannot send it under another name. Take the rename out.",
    },
  },
  *validate(context, event) {
    for (const service of context.ofKind("service")) {
      const protocols = PROTOCOLS.filter((id) => hasTrait(service, id)).map(shapeName);
      if (protocols.length === 0) continue;
      for (const { shape: id, name } of service.rename) {
        const error = context.shape(id);
        if (!error || !hasTrait(error, "error")) continue;
        yield event("ErrorRename", { shape: service.id }, { error: id, name, protocols });
      }
    }
  },
});
