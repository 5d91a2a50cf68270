$version: "2.0"

// What is said here of the validator's warnings is no part of the API: it is not recorded in the ledger.
metadata suppressions = [
    {
        id: "EnumShape"
        namespace: "com.amazonaws.cognitoidentityprovider"
        reason: "The members are named as the values are on the wire. Other names would be new names in every SDK."
    }
    {
        id: "SigV4Traits"
        namespace: "com.amazonaws.cognitoidentityprovider"
        reason: "Requests are signed for cognito-idp. The sources of this model do not state an ARN namespace, so Smithy makes one of the service's name."
    }
]

namespace com.amazonaws.cognitoidentityprovider

use aws.api#service
use aws.auth#sigv4
use aws.protocols#awsJson1_1

/// Amazon Cognito user pools: a directory of users that applications sign up, sign in and manage. This model holds the part that reports what its threat protection saw of each user's activity.
@service(endpointPrefix: "cognito-idp", sdkId: "Cognito Identity Provider")
@sigv4(name: "cognito-idp")
@awsJson1_1
@title("Amazon Cognito Identity Provider")
service AWSCognitoIdentityProviderService {
    version: "2016-04-18"
    operations: [
        AdminListUserAuthEvents
    ]
}

/// Lists the sign-ins, sign-ups and password resets that one user of a user pool made, newest first, with what threat protection thought of each. Events are kept only while the pool's threat protection is on. Needs the administrator's AWS credentials; users cannot call it for themselves.
@paginated(inputToken: "NextToken", items: "AuthEvents", outputToken: "NextToken", pageSize: "MaxResults")
operation AdminListUserAuthEvents {
    input: AdminListUserAuthEventsRequest
    output: AdminListUserAuthEventsResponse
    errors: [
        InvalidParameterException
        ResourceNotFoundException
        TooManyRequestsException
        NotAuthorizedException
        UserNotFoundException
        OperationNotEnabledException
        UserPoolAddOnNotEnabledException
        InternalErrorException
    ]
}

/// Whose events to list, and how many at a time.
@input
structure AdminListUserAuthEventsRequest {
    /// The id of the user pool, made of its Region and a random part with an underscore between them, such as `us-east-1_EXAMPLE`.
    @required
    UserPoolId: UserPoolIdType

    /// The user's name in the pool, or an alias of it where the pool allows one: an email address, a phone number, or a preferred username.
    @required
    Username: UsernameType

    /// The most events to return in one page, from 0 to 60. Where it is left out the service chooses.
    MaxResults: QueryLimitType

    /// The token of the page before, to go on where it ended. Leave it out to start with the newest event.
    NextToken: PaginationKey
}

/// One page of a user's events.
@output
structure AdminListUserAuthEventsResponse {
    /// The events of this page, newest first.
    AuthEvents: AuthEventsType

    /// Pass this token to get the next page. It is missing on the last page.
    NextToken: PaginationKey
}

// An event, from what happened down to what was said of it later.
/// A list of events.
list AuthEventsType {
    /// One event.
    member: AuthEventType
}

/// One thing a user did or tried to do: when, from where, how it ended, and how risky it looked.
structure AuthEventType {
    /// The event's id, unique in the user pool. It is what feedback about an event is given for.
    EventId: StringType

    /// What the user did.
    EventType: EventType

    /// When the event took place.
    CreationDate: DateType

    /// How the event ended. Do not mistake it for `ChallengeResponse`, which tells how one challenge within the event ended and has values of its own.
    EventResponse: EventResponseType

    /// What threat protection thought of the event.
    EventRisk: EventRiskType

    /// The challenges that were put to the user in the course of the event, with how the user answered.
    ChallengeResponses: ChallengeResponseListType

    /// From where, and with what device, the user made the request.
    EventContextData: EventContextDataType

    /// What an administrator or the user later said of the event, where anyone did.
    EventFeedback: EventFeedbackType
}

/// A kind of event in a user's life.
enum EventType {
    /// The user signed in, or tried to.
    SignIn

    /// The user signed up.
    SignUp

    /// The user asked for a new password.
    ForgotPassword

    /// The user changed the password.
    PasswordChange

    /// The user asked for a confirmation code to be sent again.
    ResendCode
}

/// How an event ended. Stored records can hold values that were taken out of this list later, so read them with a default branch.
enum EventResponseType {
    /// The user got through: the sign-in, sign-up or reset was completed.
    Pass

    /// The user did not get through.
    Fail

    /// The event is not over: a challenge still waits for its answer. Count it neither as passed nor as failed.
    InProgress
}

/// What threat protection thought of an event, and what it did about it.
structure EventRiskType {
    /// What threat protection decided.
    RiskDecision: RiskDecisionType

    /// How risky the event looked. It says nothing where no risk was found.
    RiskLevel: RiskLevelType

    /// Whether the user's password is known from a leak elsewhere.
    CompromisedCredentialsDetected: WrappedBooleanType
}

/// What threat protection decided about an event.
enum RiskDecisionType {
    /// Nothing spoke against it; the user went on unhindered.
    NoRisk

    /// Somebody else may have been at work; the user had to prove more, or was told, as the pool is set up.
    AccountTakeover

    /// The user was not let through.
    Block
}

/// How risky an event looked.
enum RiskLevelType {
    /// A little out of the ordinary.
    Low

    /// Out of the ordinary.
    Medium

    /// Very likely somebody else.
    High
}

/// A list of challenges with their answers.
list ChallengeResponseListType {
    /// One challenge with its answer.
    member: ChallengeResponseType
}

/// A challenge that was put to a user, and how it ended.
structure ChallengeResponseType {
    /// Which kind of challenge it was.
    ChallengeName: ChallengeName

    /// Whether the user answered it.
    ChallengeResponse: ChallengeResponse
}

/// A kind of challenge that a user has to answer to go on.
enum ChallengeName {
    /// The user was asked for the password.
    Password

    /// The user was asked for a code of a second factor.
    Mfa
}

/// How a challenge ended. Its values are its own: what becomes of those of `EventResponseType` says nothing about these.
enum ChallengeResponse {
    /// The user answered the challenge rightly.
    Success

    /// The user answered the challenge wrongly, or not at all.
    Failure
}

/// From where a request came, as far as the client told.
structure EventContextDataType {
    /// The IP address that the user's request came from.
    IpAddress: StringType

    /// The name of the user's device, made from what its browser or app said of itself.
    DeviceName: StringType

    /// The time zone of the user's device.
    Timezone: StringType

    /// The city the IP address is in, as looked up by the service.
    City: StringType

    /// The country the IP address is in, as looked up by the service.
    Country: StringType
}

/// What someone said of an event after the fact. Threat protection learns from it.
structure EventFeedbackType {
    /// Whether the event was the user's own doing.
    @required
    FeedbackValue: FeedbackValueType

    /// Who gave the feedback: the administrator or the user.
    @required
    Provider: StringType

    /// When the feedback was given.
    FeedbackDate: DateType
}

/// Whether an event was the user's own doing.
enum FeedbackValueType {
    /// It was the user.
    Valid

    /// It was somebody else.
    Invalid
}

// Errors, in the order the operation lists them.
/// A parameter of the request is not one that the service takes.
@error("client")
structure InvalidParameterException {
    /// Which parameter it is, and why it was refused.
    message: MessageType

    /// A code for why the parameter was refused, for programs.
    reasonCode: InvalidParameterExceptionReasonCodeType
}

/// A code that says why a parameter was refused.
string InvalidParameterExceptionReasonCodeType

/// There is no such user pool in this account and Region.
@error("client")
structure ResourceNotFoundException {
    /// What was not found.
    message: MessageType
}

/// There were more requests than the account may make in this time. Wait, then try again more slowly.
@error("client")
structure TooManyRequestsException {
    /// Which limit was reached.
    message: MessageType
}

/// The caller may not do this. Its credentials are wrong, or no policy allows the operation.
@error("client")
structure NotAuthorizedException {
    /// Why it was refused.
    message: MessageType
}

/// The user pool has no user of this name.
@error("client")
structure UserNotFoundException {
    /// Whom the service looked for.
    message: MessageType
}

/// The operation is not switched on for this user pool.
@error("client")
structure OperationNotEnabledException {
    /// Which operation it is, and what would switch it on.
    message: MessageType
}

/// Threat protection is not on in this user pool, so that there are no events to list.
@error("client")
structure UserPoolAddOnNotEnabledException {
    /// Which add-on is missing.
    message: MessageType
}

/// The service failed on its own account. Try again, waiting longer each time.
@error("server")
structure InternalErrorException {
    /// What went wrong, in words for people.
    message: MessageType
}

// Simple types: ids, limits, tokens and texts.
/// The id of a user pool.
@length(min: 1, max: 55)
@pattern("^[\\w-]+_[0-9a-zA-Z]+$")
string UserPoolIdType

/// The name or alias of a user. It can be personal data, so it is kept out of logs.
@length(min: 1, max: 128)
@pattern("^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+$")
@sensitive
string UsernameType

/// A number of events, from 0 to 60.
@range(min: 0, max: 60)
integer QueryLimitType

/// A token that says where a page begins. Nothing is to be read from it.
@length(min: 1, max: 131072)
@pattern("^[\\S]+$")
string PaginationKey

/// A point in time. On the wire it is a number of seconds since 1970-01-01T00:00:00Z, with fractions.
timestamp DateType

/// A text for people.
string MessageType

/// A text.
@length(min: 0, max: 131072)
string StringType

/// True, false, or not said.
boolean WrappedBooleanType
