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
    m0: Sky
}

/// What one sees.
enum Sky {
    /// No clouds.
    CLEAR = "clear"

    @deprecated(message: "Say mist.")
    FOG = "fog"

    MIST = "mist"
}
