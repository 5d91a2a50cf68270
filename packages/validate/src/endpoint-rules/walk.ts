import type { Condition, Endpoint, EndpointRules, Expression, Rule } from "./syntax.js";

/** Yields the endpoints of rules, those of nested rules too. */
export function* endpointsOf(rules: readonly Rule[]): Generator<Endpoint> {
  for (const rule of rules) {
    if (rule.kind === "endpoint") yield rule.endpoint;
    else if (rule.kind === "tree") yield* endpointsOf(rule.rules);
  }
}

/** Yields all expressions, each before those in it. */
export function* expressionsOf({ rules, diagram }: EndpointRules): Generator<Expression> {
  yield* expressionsOfConditions(diagram?.conditions ?? []);
  yield* expressionsOfRules(rules);
}

function* expressionsOfRules(rules: readonly Rule[]): Generator<Expression> {
  for (const rule of rules) {
    yield* expressionsOfConditions(rule.conditions);
    if (rule.kind === "tree") yield* expressionsOfRules(rule.rules);
    else if (rule.kind === "error") yield* withParts(rule.error);
    else {
      const { url, headers, properties } = rule.endpoint;
      for (const each of [url, ...[...headers.values()].flat(), ...properties.values()])
        yield* withParts(each);
    }
  }
}

function* expressionsOfConditions(conditions: readonly Condition[]): Generator<Expression> {
  for (const { call } of conditions) yield* withParts(call);
}

function* withParts(expression: Expression): Generator<Expression> {
  yield expression;
  for (const part of partsOf(expression)) yield* withParts(part);
}

function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case "string":
      return expression.parts.filter((part) => typeof part !== "string");
    case "call":
      return expression.args;
    case "attribute":
      return [expression.of];
    case "tuple":
      return expression.entries;
    case "record":
      return [...expression.fields.values()];
    default:
      return [];
  }
}
