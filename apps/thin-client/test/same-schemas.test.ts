import * as sdk from "@aws-sdk/client-cognito-identity-provider";
import * as ours from "@shapelog/cognito-identity-provider/schemas";
import { NormalizedSchema } from "@smithy/core/schema";
import type { StaticOperationSchema } from "@smithy/types";
import { describe, expect, it } from "vitest";

/**
 * What protocols can learn from a schema: that of a schema within itself is its name. The model does not state the
 * status of errors; protocols give what the response had.
 */
function describeSchema(schema: NormalizedSchema, within: readonly unknown[] = []): unknown {
  const { httpError, ...traits } = schema.getMergedTraits();
  const source = schema.getSchema();
  if (within.includes(source)) return schema.getName(true);
  const describePart = (part: NormalizedSchema) => describeSchema(part, [...within, source]);
  if (schema.isListSchema()) return { traits, list: describePart(schema.getValueSchema()) };
  if (schema.isMapSchema())
    return { traits, map: [describePart(schema.getKeySchema()), describePart(schema.getValueSchema())] };
  if (!schema.isStructSchema()) return { traits, simple: source };
  const members = [...schema.structIterator()].map(([name, member]) => [name, describePart(member)]);
  const [kind, , , , , , demanded] = source as readonly unknown[]; // of a structure
  return { traits, name: schema.getName(true), kind, demanded, members };
}

function describeOperation([, namespace, name, traits, input, output]: StaticOperationSchema): unknown {
  const parts = [input, output].map((part) => describeSchema(NormalizedSchema.of(part)));
  return { namespace, name, traits, parts };
}

describe("the schemas of the generated package and of the SDK", () => {
  it("tell protocols the same of the operation", () => {
    const described = describeOperation(ours.AdminListUserAuthEvents$);
    expect(described).toEqual(describeOperation(sdk.AdminListUserAuthEvents$));
    expect(JSON.stringify(described)).toContain("FeedbackDate");
  });

  it("tell the same of each of its errors", () => {
    const theirs = new Map(Object.entries(sdk));
    expect(ours.AdminListUserAuthEventsErrors$.length).toBeGreaterThan(7);
    for (const error of ours.AdminListUserAuthEventsErrors$) {
      const same = theirs.get(`${error[2]}$`) as typeof error; // the SDK names them so
      expect(describeSchema(NormalizedSchema.of(error))).toEqual(describeSchema(NormalizedSchema.of(same)));
    }
  });
});
