$version: "2.0"

namespace example.signins

@aws.api#service(sdkId: "Sign Ins")
@aws.protocols#awsJson1_1
service SignIns {
    version: "2022-08-18"
    operations: [ListSignIns, PutRule]
}

operation ListSignIns {
    input: ListSignInsRequest
    output: ListSignInsResponse
    errors: [PoolNotFoundException]
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
    Device: Device
}

structure Device {
    DeviceName: String
    Medium: Medium
}

enum Medium {
    Mail
    Text
}

enum Outcome {
    Pass
    Fail
    InProgress
}

enum Kind {
    Password
    Passkey
    Code
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

    @required
    Owner: String
}

@length(min: 1, max: 16)
string RuleName

enum Mode {
    Audit
    Enforce
}

@error("client")
structure PoolNotFoundException {
    message: String
}
