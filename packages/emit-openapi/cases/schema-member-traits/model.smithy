$version: "2.0"

namespace example

use aws.protocols#restJson1

@restJson1
service Main {
    version: "1"
    errors: [
        User
    ]
}

structure User {
    @jsonName("renamed")
    @pattern("^\\_[\\w-.]+$")
    added: Short

    @length(max: 9, min: 5)
    replaced: Short

    @range(max: 1)
    ranged: Float

    @pattern("^(.*)-\\1$")
    refused: String

    @pattern("^(a+)+$")
    slow: String

    self: User

    @timestampFormat("date-time")
    stamped: When

    @timestampFormat("epoch-seconds")
    kept: When
}

float Float

@length(max: 3)
string Short

timestamp When
