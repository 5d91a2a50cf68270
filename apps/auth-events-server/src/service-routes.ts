import { Buffer } from "node:buffer";
import { TextDecoder } from "node:util";
import { protocolSettings } from "@shapelog/cognito-identity-provider/schemas";
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { checkSignature } from "./check-signature.js";
import type { EventStore } from "./event-store.js";
import { listAuthEvents } from "./list-auth-events.js";
import { type Refusal, refuse, refuseCall } from "./service-errors.js";
import type { Throttle } from "./throttle.js";

const MEDIA_TYPE = "application/x-amz-json-1.1";
const TARGET = `${protocolSettings.serviceTarget}.AdminListUserAuthEvents`;
const UTF8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

export interface ServiceOptions {
  readonly store: EventStore;
  readonly throttle: Throttle;
}

/** Adds the service's one address, which speaks `awsJson1_1` (https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html). */
export function addServiceRoutes(app: FastifyInstance, { store, throttle }: ServiceOptions): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("*", { parseAs: "buffer" }, (_request, body, done) => done(null, body));
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    if (error.statusCode === undefined || error.statusCode >= 500)
      request.log.error({ failure: error }, "a call failed");
    return sendRefusal(reply, describeError(error));
  });
  app.setNotFoundHandler((request, reply) => sendRefusal(reply, describeUnknown(request)));
  app.post("/", {
    onRequest: async (request, reply) => {
      const refusal = checkHead(request) ?? (throttle() ? undefined : refuse("TooManyRequestsException"));
      if (refusal) return sendRefusal(reply, refusal);
      return undefined;
    },
    handler: (request, reply) => answer(store, request, reply),
  });
}

/** Checks all that can be told before the body is read. */
function checkHead(request: FastifyRequest): Refusal | undefined {
  if (request.headers["x-amz-target"] !== TARGET) return describeUnknown(request);
  const [type = ""] = (request.headers["content-type"] ?? "").split(";");
  if (type.trim().toLowerCase() !== MEDIA_TYPE) {
    return refuseCall("UnsupportedMediaTypeException", `The content type has to be ${MEDIA_TYPE}.`);
  }
  // Without a schema fastify does not say what a query holds; it is texts, or lists of them.
  return checkSignature({
    headers: request.headers,
    query: request.query as Readonly<Record<string, unknown>>,
  });
}

function describeUnknown({ method, headers }: FastifyRequest): Refusal {
  const what = headers["x-amz-target"] === undefined ? "a call without X-Amz-Target" : "this X-Amz-Target";
  return refuseCall(
    "UnknownOperationException",
    `${method}: ${what} is unknown here; ${TARGET} is known at POST /.`,
  );
}

/** Bodies are sent as bytes: to the type of a text fastify adds a charset, which the service does not. */
function answer(store: EventStore, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const body = readBody(request.body);
  if ("refusal" in body) return sendRefusal(reply, body.refusal);
  const result = listAuthEvents(store, body.json);
  request.notes.call = body.json;
  if (result.kind === "refusal") return sendRefusal(reply, result.refusal);
  if (result.drift.length > 0) request.notes.drift = result.drift;
  return reply.header("x-amzn-requestid", request.id).type(MEDIA_TYPE).send(Buffer.from(result.json));
}

function readBody(body: unknown): { readonly json: unknown } | { readonly refusal: Refusal } {
  try {
    return { json: JSON.parse(UTF8.decode(body instanceof Buffer ? body : Buffer.alloc(0))) };
  } catch {
    return { refusal: refuseCall("SerializationException", "The body is not JSON in UTF-8.") };
  }
}

function sendRefusal(reply: FastifyReply, { status, type, message }: Refusal): FastifyReply {
  reply.request.notes.error = type;
  return reply
    .status(status)
    .header("x-amzn-requestid", reply.request.id)
    .header("x-amzn-errortype", type)
    .type(MEDIA_TYPE)
    .send(Buffer.from(JSON.stringify({ __type: type, message })));
}

/** What fastify could not read is the caller's doing; whatever else went wrong is ours, and is told in the log alone. */
function describeError(error: FastifyError): Refusal {
  if (error.statusCode === 413) {
    return refuseCall("RequestEntityTooLargeException", "The body is larger than 1 MiB.");
  }
  if (error.statusCode !== undefined && error.statusCode < 500) {
    return refuseCall("MalformedHttpRequestException", error.message);
  }
  return refuse("InternalErrorException");
}
