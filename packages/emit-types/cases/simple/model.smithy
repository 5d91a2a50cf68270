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
    input: GetInput
    output: Unit
}

structure GetInput {
    m0: At
    m1: Bytes
    m2: Anything
    m3: Degrees
    m4: Sunny
}

document Anything

timestamp At

blob Bytes

/// In Celsius.
double Degrees

boolean Sunny
