import { hasTrait, memberId, type ShapeId } from "@shapelog/model";
import { mqttTopics } from "../../knowledge/mqtt-topics.js";
import { structureOf } from "../../knowledge/structure-of.js";
import { defineRule } from "../../rule.js";

const LABEL = "smithy.mqtt#topicLabel";

type Found = { readonly operation: ShapeId; readonly topic: string } & (
  | { readonly member: ShapeId }
  | { readonly labels: readonly string[] }
);

/** Labels of topics without a member, and the other way round (Smithy 2.0, "smithy.mqtt#topicLabel trait"). */
export const mqttTopicLabel = defineRule({
  name: "MqttTopicLabel",
  events: {
    MqttTopicLabel: {
      severity: "error",
      message: (d: Found) =>
        "member" in d
          ? `${d.member} has @${LABEL}, but the topic "${d.topic}" of ${d.operation} has no label of its name.`
          : `The topic "${d.topic}" of ${d.operation} has the labels ${d.labels.join(", ")}, ` +
            `for which the input has no members with @${LABEL}. Add them.`,
    },
    Model: {
      severity: "error",
      message: (d: { operation: ShapeId; topic: string; problem: string }) =>
        `The topic "${d.topic}" of ${d.operation} ${d.problem}.`,
    },
  },
  *validate(context, event) {
    for (const { operation, trait, topic, labels, problem } of mqttTopics(context)) {
      const found = { operation: operation.id, topic };
      const place = { shape: operation.id, trait };
      if (problem !== undefined) yield event("Model", place, { ...found, problem });
      const open = new Set(labels);
      for (const member of structureOf(context, operation.input)?.members ?? []) {
        if (!hasTrait(member, LABEL) || open.delete(member.name)) continue;
        const id = memberId(operation.input, member.name);
        yield event("MqttTopicLabel", { shape: id, trait: LABEL }, { ...found, member: id });
      }
      if (open.size > 0 && problem === undefined)
        yield event("MqttTopicLabel", place, { ...found, labels: [...open] });
    }
  },
});
