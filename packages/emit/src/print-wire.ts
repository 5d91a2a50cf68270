import {
  type BodyEncoding,
  bodyEncoding,
  compareCodeUnits,
  type Model,
  type ServiceShape,
  type ShapeId,
  shapeName,
} from "@shapelog/model";
import { printCode } from "./documentation/inline-writer.js";
import { type BodyPiece, findPieces } from "./pieces/find-pieces.js";
import type { ReadmeOptions } from "./readme-options.js";

const MOST_BODIES = 30;

const BODIES: Readonly<Record<Exclude<BodyEncoding, "json">, string>> = {
  cbor: "CBOR, which has times and bytes of its own: what a decoder returns is what programs hold",
  xml: "XML",
  form: "forms, and answers are XML",
};

/** Says what is on the wire where it is not one JSON for each input and output. */
export function printWire({ model, service, name }: ReadmeOptions): string[] {
  const encoding = bodyEncoding(service);
  const { titles } = findPieces(model, service);
  const said: string[] = [];
  if (encoding !== "json")
    said.push(
      `Bodies are ${BODIES[encoding]}. There are no types, validators and schemas of a JSON that nobody sends: ` +
        `\`${name}/validators/sdk\` checks what clients take and return.`,
    );
  if (titles.size > 0) {
    const pieces = [
      [
        "`<Operation>RequestParams`",
        "`path`, `query` and `headers` of a request, as far as it has them; each alone is `<Operation>RequestPath`, `…Query` and `…Headers`",
      ],
      ...(encoding === "json" ? [["`<Operation>RequestBody`", "the JSON of a request's body"]] : []),
      ["`<Operation>ResponseHeaders`, `<Error>ResponseHeaders`", "the headers of a response"],
      ...(encoding === "json"
        ? [["`<Operation>ResponseBody`, `<Error>ResponseBody`", "the JSON of a response's body"]]
        : []),
    ];
    const rows = pieces.map(([piece, holds]) => `| ${piece} | ${holds} |`).join("\n");
    said.push(
      `Requests and responses are checked in pieces, where an operation has them:\n\n| piece | holds |\n|---|---|\n${rows}`,
      "Labels, query and headers are texts: labels and the query decoded, a parameter that may be there more than once as a " +
        "text or a list of texts, headers by name in lower case, as Node has them. The text of a number, a time or a list " +
        "is checked for what it stands for. Headers and parameters that the model does not know pass.",
    );
  }
  if (encoding === "json") said.push(...printRawBodies(model, service));
  return said.length === 0 ? [] : ["## On the wire", ...said];
}

/** The operations whose bodies are sent as they are. */
function printRawBodies(model: Model, service: ServiceShape): string[] {
  const { requests, responses } = findPieces(model, service);
  const raw = (what: string, all: ReadonlyMap<ShapeId, { readonly body?: BodyPiece }>) =>
    [...all].flatMap(([id, { body }]) =>
      body && body.shape === undefined
        ? [`- ${printCode(shapeName(id))}, ${what}: ${printCode(body.mediaType)}`]
        : [],
    );
  const listed = [...raw("request", requests), ...raw("response", responses)].sort(compareCodeUnits);
  if (listed.length === 0) return [];
  const more = listed.length - MOST_BODIES;
  const lines = more > 0 ? [...listed.slice(0, MOST_BODIES), `- and ${more} more`] : listed;
  return [`Bodies that are sent as they are, and have no validator:\n\n${lines.join("\n")}`];
}
