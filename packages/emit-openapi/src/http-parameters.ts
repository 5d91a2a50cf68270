import { hasTrait, isDemanded, type Member, type StructureShape, stringTrait } from "@shapelog/model";
import { examplesKeyword, memberExample, type NamedExample } from "./examples.js";
import type { OpenApiContext, Parameter } from "./openapi-context.js";
import { memberSchema } from "./shape-schema.js";
import { textContext } from "./text-context.js";

/** Where a member stands, and what it is called there. */
export interface Place {
  readonly member: Member;
  readonly in: Parameter["in"];
  readonly name: string;
  readonly required: boolean;
}

/** Returns the parameters of a request: members in the path, the query and the headers (Smithy 2.0, "HTTP bindings"). */
export function httpParameters(
  context: OpenApiContext,
  input: StructureShape | undefined,
  examples: readonly NamedExample[],
): Parameter[] {
  const found = new Map<string, Parameter>();
  for (const member of input?.members ?? []) {
    const place = findPlace(member);
    if (!input || !place) continue;
    const key = `${place.in} ${place.in === "header" ? place.name.toLowerCase() : place.name}`;
    if (found.has(key)) continue;
    const shown = examplesKeyword(examples, (example) =>
      memberExample(textContext(context), member, example.input),
    );
    found.set(key, { ...createParameter(context, input, place), ...shown });
  }
  return [...found.values()];
}

function findPlace(member: Member): Place | undefined {
  const required = isDemanded(member, "wire");
  if (hasTrait(member, "httpLabel")) return { member, in: "path", name: member.name, required: true };
  const query = stringTrait(member, "httpQuery");
  if (query !== undefined) return { member, in: "query", name: query, required };
  if (hasTrait(member, "httpQueryParams")) return { member, in: "query", name: member.name, required };
  const header = stringTrait(member, "httpHeader");
  return header === undefined ? undefined : { member, in: "header", name: header, required };
}

/** Returns a member as a parameter of its place. */
export function createParameter(context: OpenApiContext, shape: StructureShape, place: Place): Parameter {
  const { description, deprecated, ...schema } = memberSchema(textContext(context), shape, place.member);
  return {
    name: place.name,
    in: place.in,
    ...(description === undefined ? {} : { description }),
    ...(place.required ? { required: true } : {}),
    ...(deprecated === undefined ? {} : { deprecated }),
    schema,
  };
}
