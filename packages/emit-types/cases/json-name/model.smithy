$version: "2.0"

namespace example.weather

use aws.protocols#restJson1

@restJson1
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
    m0: Swapped
}

structure Swapped {
    /// Sent as b.
    @jsonName("b")
    a: String

    /// Sent as a.
    @jsonName("a")
    b: Integer
}
