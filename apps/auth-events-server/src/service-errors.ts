import type { Errors } from "@shapelog/cognito-identity-provider";
import { AdminListUserAuthEventsErrors$ } from "@shapelog/cognito-identity-provider/schemas";

/** The errors that the model has. */
export type ServiceErrorName = keyof Errors;

/** Errors that AWS services share and no model lists, with the status that AWS documents for each. */
const PROTOCOL_STATUS = {
  IncompleteSignatureException: 403,
  InternalFailure: 500,
  MalformedHttpRequestException: 400,
  MissingAuthenticationTokenException: 403,
  RequestEntityTooLargeException: 413,
  RequestTimeoutException: 408,
  SerializationException: 400,
  UnknownOperationException: 404,
  UnsupportedMediaTypeException: 415,
} as const;

export type ProtocolErrorName = keyof typeof PROTOCOL_STATUS;

/** An answer that is an error, as it goes on the wire. */
export interface Refusal {
  readonly status: number;
  readonly type: ServiceErrorName | ProtocolErrorName;
  readonly message: string;
}

/** What is said where there is nothing more to tell. An error that the model gains or loses stops the compiler here. */
const MESSAGES = {
  InternalErrorException: "The service failed.",
  InvalidParameterException: "A parameter is not one that the service takes.",
  NotAuthorizedException: "User is not authorized to perform: cognito-idp:AdminListUserAuthEvents",
  OperationNotEnabledException: "AdminListUserAuthEvents is not enabled for this user pool.",
  ResourceNotFoundException: "User pool does not exist.",
  TooManyRequestsException: "Rate exceeded",
  UserNotFoundException: "User does not exist.",
  UserPoolAddOnNotEnabledException: "User pool add-on is not enabled: threat protection",
} satisfies Record<ServiceErrorName, string>;

/** Returns the model's error of a name. Its status follows from whose fault the model says it is. */
export function refuse(type: ServiceErrorName, message: string = MESSAGES[type]): Refusal {
  const [, , , traits] = AdminListUserAuthEventsErrors$.find(([, , name]) => name === type) ?? [];
  const isOurs = typeof traits === "object" && traits.error === "server";
  return { type, message, status: isOurs ? 500 : 400 };
}

/** Returns an error of the protocol. */
export function refuseCall(type: ProtocolErrorName, message: string): Refusal {
  return { type, message, status: PROTOCOL_STATUS[type] };
}

/** Returns whether the model has an error of this name. */
export function isServiceErrorName(name: string): name is ServiceErrorName {
  return Object.hasOwn(MESSAGES, name);
}
