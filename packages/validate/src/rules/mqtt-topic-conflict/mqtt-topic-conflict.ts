import type { ShapeId } from "@shapelog/model";
import { groupBy } from "../../knowledge/group-by.js";
import { type MqttTopic, mqttTopics } from "../../knowledge/mqtt-topics.js";
import { listNames } from "../../list-names.js";
import { defineRule } from "../../rule.js";

interface Found {
  readonly topic: string;
  readonly payload: ShapeId;
  /** One operation for each payload that goes to the topic. */
  readonly operations: readonly ShapeId[];
}

/** Topics that carry different payloads (Smithy 2.0, "MQTT protocol bindings", topic conflicts). */
export const mqttTopicConflict = defineRule({
  name: "MqttTopicConflict",
  events: {
    MqttTopicConflict: {
      severity: "error",
      message: (d: Found) =>
        `The topic "${d.topic}" carries ${d.payload} here, but its payload is not the same in all of ` +
        `${listNames(d.operations)}. Use one payload, or another topic.`,
    },
  },
  *validate(context, event) {
    for (const [, topics] of groupBy(mqttTopics(context).filter(hasPayload), ({ form }) => form)) {
      const payloads = groupBy(topics, ({ payload }) => payload);
      if (payloads.size < 2) continue;
      const operations = [...payloads.values()].flatMap(([first]) => (first ? [first.operation.id] : []));
      for (const { operation, trait, topic, payload } of topics) {
        yield event("MqttTopicConflict", { shape: operation.id, trait }, { topic, payload, operations });
      }
    }
  },
});

function hasPayload(topic: MqttTopic): topic is MqttTopic & { readonly payload: ShapeId } {
  return topic.payload !== undefined;
}
