import { isDemanded, type Member, stringTrait } from "@shapelog/model";
import { examplesKeyword, memberExample } from "./examples.js";
import { createParameter } from "./http-parameters.js";
import type { OpenApiContext, OpenApiObject } from "./openapi-context.js";
import type { ResponseShape } from "./response-shape.js";

interface Header {
  readonly name: string;
  readonly fields: readonly OpenApiObject[];
}

/**
 * Returns the headers of a response that may hold any of some structures, by name. A header is required where each of
 * them requires it; where they say different things of it, it may have any of their schemas.
 */
export function httpHeaders(context: OpenApiContext, shapes: readonly ResponseShape[]): OpenApiObject {
  const found = new Map<string, Header>();
  for (const response of shapes) {
    for (const member of response.shape.members) {
      const name = stringTrait(member, "httpHeader");
      if (name === undefined) continue;
      const key = name.toLowerCase();
      const known = found.get(key) ?? { name, fields: [] };
      found.set(key, {
        ...known,
        fields: [...known.fields, headerFields(context, response, { member, name })],
      });
    }
  }
  return Object.fromEntries(
    [...found.values()].map(({ name, fields }) => [name, mergeFields(fields, shapes.length)]),
  );
}

function headerFields(
  context: OpenApiContext,
  { shape, examples }: ResponseShape,
  { member, name }: { readonly member: Member; readonly name: string },
): OpenApiObject {
  const place = { member, in: "header", name, required: isDemanded(member, "wire") } as const;
  const { name: _, in: _in, ...header } = createParameter(context, shape, place);
  const shown = examplesKeyword(examples, ({ output }) => memberExample(context, member, output));
  return { ...header, ...shown };
}

function mergeFields(all: readonly OpenApiObject[], count: number): OpenApiObject {
  const isRequired = all.length === count && all.every(({ required }) => required === true);
  const schemas = [...new Map(all.map(({ schema }) => [JSON.stringify(schema), schema])).values()];
  const examples = Object.assign({}, ...all.map((each) => each.examples)) as OpenApiObject;
  const { required: _, schema: _schema, examples: _examples, ...rest } = all[0] ?? {};
  return {
    ...rest,
    ...(isRequired ? { required: true } : {}),
    schema: schemas.length === 1 ? schemas[0] : { anyOf: schemas },
    ...(Object.keys(examples).length === 0 ? {} : { examples }),
  };
}
