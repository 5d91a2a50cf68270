$version: "2.0"

namespace example.signins

@aws.api#service(sdkId: "Sign Ins")
@aws.protocols#awsJson1_1
service SignIns {
    version: "2022-08-17"
    operations: [ListSignIns, PutRule]
}

operation ListSignIns {
    input: ListSignInsRequest
    output: ListSignInsResponse
    errors: [PoolNotFoundException, StalePoolException]
}

structure ListSignInsRequest {
    @required
    PoolId: String
}

structure ListSignInsResponse {
    @required
    SignIns: SignInList
}

list SignInList {
    member: SignIn
}

structure SignIn {
    SignInId: String
    Outcome: Outcome
    Kind: Kind
    Challenge: ChallengeOutcome
    Note: String
    @required
    Device: Device
}

structure Device {
    DeviceName: String
    Medium: Medium
}

enum Medium {
    Mail
}

enum Outcome {
    Success
    Failure
}

enum Kind {
    Password
    Passkey
}

enum ChallengeOutcome {
    Success
    Failure
}

operation PutRule {
    input: PutRuleRequest
}

structure PutRuleRequest {
    @required
    RuleName: RuleName

    Mode: Mode

    Owner: String
}

@length(min: 1, max: 64)
string RuleName

enum Mode {
    Audit
    Enforce
    Legacy
}

@error("client")
structure PoolNotFoundException {
    message: String
}

@error("client")
structure StalePoolException {
    message: String
}
