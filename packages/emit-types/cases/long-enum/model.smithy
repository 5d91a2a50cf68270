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
    m0: Hour
}

enum Hour {
    H0
    H1
    H2
    H3
    H4
    H5
    H6
    H7
    H8
    H9
    H10
    H11
    H12
    H13
    H14
    H15
}
