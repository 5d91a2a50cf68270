$version: "2.0"

namespace example.weather

use aws.protocols#awsJson1_1

@awsJson1_1
service Weather {
    version: "2024-01-01"
    operations: [
        AdminListUserAuthEvents
    ]
}

/// <p>Lists a user's sign-in events.</p>
@paginated(inputToken: "NextToken", items: "AuthEvents", outputToken: "NextToken", pageSize: "MaxResults")
operation AdminListUserAuthEvents {
    input: AdminListUserAuthEventsRequest
    output: AdminListUserAuthEventsResponse
    errors: [
        InternalErrorException
        InvalidParameterException
        NotAuthorizedException
        ResourceNotFoundException
        TooManyRequestsException
        UserNotFoundException
        UserPoolAddOnNotEnabledException
    ]
}

structure AdminListUserAuthEventsRequest {
    /// The user pool.
    @required
    UserPoolId: UserPoolIdType

    @required
    Username: UsernameType

    MaxResults: QueryLimitType

    NextToken: PaginationKey
}

structure AdminListUserAuthEventsResponse {
    AuthEvents: AuthEventsType
    NextToken: PaginationKey
}

/// One sign-in event.
structure AuthEventType {
    EventId: StringType

    EventType: EventType

    /// When the event happened.
    CreationDate: DateType

    EventResponse: EventResponseType

    EventRisk: EventRiskType

    ChallengeResponses: ChallengeResponseListType

    EventContextData: EventContextDataType

    EventFeedback: EventFeedbackType
}

structure ChallengeResponseType {
    ChallengeName: ChallengeName
    ChallengeResponse: ChallengeResponse
}

structure EventContextDataType {
    IpAddress: StringType
    DeviceName: StringType
    Timezone: StringType
    City: StringType
    Country: StringType
}

structure EventFeedbackType {
    @required
    FeedbackValue: FeedbackValueType

    @required
    Provider: StringType

    FeedbackDate: DateType
}

structure EventRiskType {
    RiskDecision: RiskDecisionType
    RiskLevel: RiskLevelType
    CompromisedCredentialsDetected: WrappedBooleanType
}

@error("server")
structure InternalErrorException {
    message: MessageType
}

@error("client")
structure InvalidParameterException {
    message: MessageType
    reasonCode: InvalidParameterExceptionReasonCodeType
}

@error("client")
structure NotAuthorizedException {
    message: MessageType
}

@error("client")
structure ResourceNotFoundException {
    message: MessageType
}

@error("client")
structure TooManyRequestsException {
    message: MessageType
}

@error("client")
structure UserNotFoundException {
    message: MessageType
}

@error("client")
structure UserPoolAddOnNotEnabledException {
    message: MessageType
}

list AuthEventsType {
    member: AuthEventType
}

list ChallengeResponseListType {
    member: ChallengeResponseType
}

enum ChallengeName {
    Password
    Mfa
}

enum ChallengeResponse {
    Success
    Failure
}

timestamp DateType

enum EventResponseType {
    Pass
    Fail
    InProgress
}

enum EventType {
    SignIn
    SignUp
    ForgotPassword
    PasswordChange
    ResendCode
}

enum FeedbackValueType {
    Valid
    Invalid
}

string InvalidParameterExceptionReasonCodeType

string MessageType

@length(max: 131072, min: 1)
string PaginationKey

@range(max: 60, min: 0)
integer QueryLimitType

enum RiskDecisionType {
    NoRisk
    AccountTakeover
    Block
}

enum RiskLevelType {
    Low
    Medium
    High
}

@length(max: 131072, min: 0)
string StringType

@length(max: 55, min: 1)
@pattern("^[\\w-]+_[0-9a-zA-Z]+$")
string UserPoolIdType

@length(max: 128, min: 1)
@sensitive
string UsernameType

boolean WrappedBooleanType
