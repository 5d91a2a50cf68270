export {
  isAdminListUserAuthEventsRequest as isRequest,
  isAdminListUserAuthEventsResponse as isPage,
} from "@shapelog/cognito-identity-provider/validators";
