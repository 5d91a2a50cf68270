$version: "2.0"

namespace example

use aws.protocols#awsJson1_1

@awsJson1_1
service Main {
    version: "1"
    errors: [
        All
    ]
}

/// <p>Has <code>all</code> kinds.</p>
@error("client")
structure All {
    @length(max: 4, min: 1)
    blob: Blob

    byte: Byte

    @range(min: 0)
    double: Double

    document: Document

    @required
    long: Long

    time: Timestamp

    @timestampFormat("http-date")
    httpDate: Timestamp

    choice: Choice

    @deprecated
    tags: Tags
}

union Choice {
    flag: Boolean
    level: Level
}

@length(max: 3)
@sparse
@uniqueItems
list Colors {
    member: Color
}

map Tags {
    key: Color
    value: Colors
}

enum Color {
    RED = "Red"
    BLUE = "Blue"
}

intEnum Level {
    LOW = 1
    HIGH = 10
}
