// What is used of the SDK, in a file of its own: a bundler then leaves out the service's other operations.
export {
  AdminListUserAuthEventsCommand,
  CognitoIdentityProviderClient,
} from "@aws-sdk/client-cognito-identity-provider";
