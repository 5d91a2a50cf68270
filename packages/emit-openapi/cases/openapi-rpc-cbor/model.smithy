$version: "2.0"

namespace example.clock

use smithy.protocols#rpcv2Cbor

@httpBearerAuth
@rpcv2Cbor
service Clock {
    resources: [
        Hand
    ]
}

resource Hand {
    operations: [
        Tick
    ]
}

@optionalAuth
operation Tick {
    input: Unit
    output: Time
}

structure Time {
    @required
    at: Timestamp
}
