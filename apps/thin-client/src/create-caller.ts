import { Sha256 } from "@smithy/core/checksum";
import { ServiceException } from "@smithy/core/client";
import { parseUrl } from "@smithy/core/protocols";
import { TypeRegistry } from "@smithy/core/schema";
import { fromBase64, fromUtf8, toBase64, toUtf8 } from "@smithy/core/serde";
import { HttpRequest } from "@smithy/core/transport";
import { FetchHttpHandler, streamCollector } from "@smithy/fetch-http-handler";
import { SignatureV4 } from "@smithy/signature-v4";
import {
  type $ClientProtocolCtor,
  type HttpRequest as AnyRequest,
  type AwsCredentialIdentity,
  type HttpResponse,
  type MetadataBearer,
  type Provider,
  SMITHY_CONTEXT_KEY,
  type StaticErrorSchema,
  type StaticOperationSchema,
} from "@smithy/types";

export interface CallerOptions {
  /** A protocol of `@aws-sdk/core/protocols` or `@smithy/core/cbor`. */
  readonly protocol: $ClientProtocolCtor<AnyRequest, HttpResponse>;
  /** What the service's schemas say of the protocol: `protocolSettings`. */
  readonly settings: { readonly defaultNamespace: string; readonly serviceTarget: string };
  /** Where requests go, such as `https://cognito-idp.eu-central-1.amazonaws.com`. */
  readonly endpoint: string;
  /** What requests are signed for. */
  readonly region: string;
  readonly signingName: string;
  readonly credentials: AwsCredentialIdentity | Provider<AwsCredentialIdentity>;
}

/** An operation and the errors it can end with, as schemas. */
export interface CallSchemas {
  readonly operation: StaticOperationSchema;
  readonly errors: readonly StaticErrorSchema[];
}

/**
 * Returns a function that calls an operation: the protocol makes the request and reads the response by the schemas, and
 * there is no code for any one operation. It throws the errors of the schemas as `ServiceException`, with their names
 * and members. It sends a request once: who wants more tries calls again.
 */
export function createCaller<Input extends object, Output extends MetadataBearer>(
  { operation: schema, errors }: CallSchemas,
  options: CallerOptions,
): (input: Input) => Promise<Output> {
  const { protocol: Protocol, settings, endpoint, region, signingName: service, credentials } = options;
  const [, namespace, name, traits, input, output] = schema;
  const described = { namespace, name, traits, input, output };
  const registry = new TypeRegistry(settings.defaultNamespace);
  for (const error of errors) registry.registerError(error, exceptionOf(error));
  const protocol = new Protocol({ ...settings, errorTypeRegistries: [registry] });
  const signer = new SignatureV4({ credentials, region, service, sha256: Sha256 });
  const handler = new FetchHttpHandler();
  const context = {
    base64Decoder: fromBase64,
    base64Encoder: toBase64,
    utf8Decoder: fromUtf8,
    utf8Encoder: toUtf8,
    streamCollector,
    endpoint: async () => parseUrl(endpoint),
    [SMITHY_CONTEXT_KEY]: { service: settings.serviceTarget, operation: name },
  };
  protocol.setSerdeContext(context);
  return async (values) => {
    const request = await protocol.serializeRequest(described, values, context);
    request.headers.host = request.port ? `${request.hostname}:${request.port}` : request.hostname;
    const { response } = await handler.handle(new HttpRequest(await signer.sign(request)));
    return protocol.deserializeResponse<Output>(described, context, response);
  };
}

/** Returns the class of an error. The protocol gives its instances their members. */
function exceptionOf([, , name, traits]: StaticErrorSchema): typeof ServiceException {
  const fault = typeof traits === "object" && traits.error === "server" ? "server" : "client";
  return class extends ServiceException {
    constructor() {
      super({ name, $fault: fault, $metadata: {} });
    }
  };
}
