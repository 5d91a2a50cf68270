$version: "2.0"

namespace example.weather

use aws.protocols#awsJson1_1

@awsJson1_1
service Weather {
    version: "2024-01-01"
    operations: [
        Get
    ]
}

operation Get {
    input: GetCommandInput
    output: Unit
}

structure GetCommandInput {
    a: Errors
    b: OneOf
    c: Kind
}

union OneOf {
    x: String
}

list Errors {
    member: KindValues
}

enum Kind {
    A
}

string KindValues
