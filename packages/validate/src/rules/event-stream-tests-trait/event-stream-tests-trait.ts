import {
  isNodeArray,
  isNodeObject,
  type NodeValue,
  type OperationShape,
  type ShapeId,
} from "@shapelog/model";
import type { ValidationContext } from "../../context.js";
import { checkBody } from "../../knowledge/check-body.js";
import { findEventStream } from "../../knowledge/event-streams.js";
import {
  checkPart,
  describePart,
  objectOf,
  type TestCase,
  type TestCaseProblem,
  testCases,
  textOf,
} from "../../knowledge/test-cases.js";
import { defineRule } from "../../rule.js";

const TRAIT = "smithy.test#eventStreamTests";

type Value = Readonly<Record<string, NodeValue>>;

interface Found {
  readonly severity?: "danger";
  readonly below?: string;
  readonly text: string;
}

/** Tests of event streams that do not fit the operation (Smithy 2.0, "Event stream protocol tests"). */
export const eventStreamTestsTrait = defineRule({
  name: "EventStreamTestsTrait",
  events: {
    EventStreamTestsTrait: { severity: "error", message: (d: { text: string }) => d.text },
  },
  *validate(context, event) {
    for (const testCase of testCases(context, TRAIT)) {
      const { shape, index, value } = testCase;
      if (shape.kind !== "operation") continue;
      const name = textOf(value, "id") ?? `${index}`;
      const place = { shape: shape.id, trait: TRAIT };
      for (const part of checkValues(context, shape, value)) {
        const { severity, below } = part.problem;
        const text = describePart(name, part);
        yield event("EventStreamTestsTrait", { ...place, severity, below }, { text });
      }
      for (const { text, ...rest } of findEventProblems(context, shape, testCase)) {
        yield event("EventStreamTestsTrait", { ...place, ...rest }, { text: `Test case ${name} ${text}.` });
      }
    }
  },
});

/** The parts of a test case that stand for shapes which the test case names. */
const NAMED = [
  ["initialRequest", "initialRequestShape"],
  ["initialResponse", "initialResponseShape"],
  ["vendorParams", "vendorParamsShape"],
] as const;

function checkValues(
  context: ValidationContext,
  operation: OperationShape,
  value: Value,
): readonly TestCaseProblem[] {
  const check = (id: ShapeId | undefined, path: string, part: Value | undefined) =>
    id === undefined || part === undefined ? [] : checkPart(context, { shape: id, path, value: part });
  const events = eventsOf(value).flatMap((each, index) => {
    const path = `events.${index}`;
    return [
      ...check(streamOf(context, operation, each), `${path}.params`, objectOf(each, "params")),
      ...check(
        textOf(each, "vendorParamsShape"),
        `${path}.vendorParams`,
        objectOf(each, "vendorParams") ?? {},
      ),
    ];
  });
  return [
    ...check(operation.input, "initialRequestParams", objectOf(value, "initialRequestParams")),
    ...check(operation.output, "initialResponseParams", objectOf(value, "initialResponseParams")),
    ...NAMED.flatMap(([key, shapeKey]) => check(textOf(value, shapeKey), key, objectOf(value, key) ?? {})),
    ...events,
  ];
}

function* findEventProblems(
  context: ValidationContext,
  operation: OperationShape,
  { value, index }: TestCase,
): Iterable<Found> {
  const events = eventsOf(value);
  for (const [position, each] of events.entries()) {
    const where = `events.${position}`;
    const type = textOf(each, "type");
    if (objectOf(each, "params") && type !== undefined && streamOf(context, operation, each) === undefined) {
      const below = type === "response" ? `${index}.${where}` : undefined;
      const text = `has a ${type} in ${where}, but ${operation.id} has no event stream for it`;
      yield below === undefined ? { text } : { below, text };
    }
    const broken = checkBody(textOf(each, "body") ?? "", textOf(each, "bodyMediaType") ?? "");
    if (broken !== undefined) yield { severity: "danger", text: `has a body in ${where} that ${broken}` };
  }
  const initial = ["initialRequestParams", "initialRequest", "initialResponseParams", "initialResponse"];
  if (events.length > 0 || initial.some((key) => objectOf(value, key))) return;
  yield { below: `${index}`, text: "has neither events nor an initial request or response" };
}

function eventsOf({ events }: Value): readonly Value[] {
  return isNodeArray(events) ? events.filter(isNodeObject) : [];
}

function streamOf(
  context: ValidationContext,
  { input, output }: OperationShape,
  event: Value,
): ShapeId | undefined {
  return findEventStream(context, textOf(event, "type") === "request" ? input : output);
}
