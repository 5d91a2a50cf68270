$version: "2.0"

namespace example.queue

use aws.protocols#awsQuery
use aws.protocols#awsQueryError

@awsQuery
service Queues {
    version: "2026-01-01"
    operations: [
        Purge
    ]
}

operation Purge {
    input: PurgeInput
    output: Unit
    errors: [
        Busy
    ]
}

@awsQueryError(code: "Busy", httpResponseCode: 403)
@error("client")
structure Busy {}

structure PurgeInput {
    Name: String
}
