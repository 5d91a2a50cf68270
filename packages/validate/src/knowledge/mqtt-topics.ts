import { hasTrait, type OperationShape, type ShapeId, stringTrait } from "@shapelog/model";
import type { ValidationContext } from "../context.js";
import { findEventStream } from "./event-streams.js";

/** An operation that publishes or subscribes (Smithy 2.0, "MQTT protocol bindings"). */
export interface MqttTopic {
  readonly operation: OperationShape;
  readonly trait: ShapeId;
  readonly topic: string;
  readonly labels: readonly string[];
  /** The topic with all labels made the same: topics that meet have the same form. */
  readonly form: string;
  /** What is sent: the input where it publishes, the event stream where it subscribes. */
  readonly payload: ShapeId | undefined;
  /** What is wrong with the topic, as half a sentence. */
  readonly problem: string | undefined;
}

const PUBLISH = "smithy.mqtt#publish";
const SUBSCRIBE = "smithy.mqtt#subscribe";

/** Returns the operations that publish or subscribe, sorted by shape id. */
export function mqttTopics(context: ValidationContext): readonly MqttTopic[] {
  return context.know(findTopics);
}

function findTopics(context: ValidationContext): readonly MqttTopic[] {
  return context.ofKind("operation").flatMap((operation) => {
    const trait = hasTrait(operation, PUBLISH) ? PUBLISH : SUBSCRIBE;
    const topic = stringTrait(operation, trait);
    if (topic === undefined) return [];
    const payload = trait === PUBLISH ? operation.input : findEventStream(context, operation.output);
    return [{ operation, trait, topic, payload, ...readLevels(topic) }];
  });
}

function readLevels(topic: string): Pick<MqttTopic, "labels" | "form" | "problem"> {
  const levels = topic.split("/");
  const labels = levels.flatMap((level) => /^\{(.*)\}$/.exec(level)?.[1] ?? []);
  const form = levels.map((level) => (/^\{.*\}$/.test(level) ? "{}" : level)).join("/");
  return { labels, form, problem: findProblem(topic, levels, labels) };
}

function findProblem(
  topic: string,
  levels: readonly string[],
  labels: readonly string[],
): string | undefined {
  if (topic === "") return "is empty";
  if (/[#+]/.test(topic)) return "has a wildcard, which filters alone have";
  const malformed = labels.find((label) => !/^\w+$/.test(label));
  if (malformed !== undefined)
    return `has the label {${malformed}}; expected letters, digits and underscores`;
  const partial = levels.find((level) => /[{}]/.test(level) && !/^\{.*\}$/.test(level));
  if (partial !== undefined) return `has the level "${partial}"; expected a label to be all of its level`;
  const repeated = labels.find((label, index) => labels.indexOf(label) !== index);
  return repeated === undefined ? undefined : `has the label {${repeated}} twice`;
}
