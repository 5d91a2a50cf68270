$version: "2.0"

namespace example.weather

use aws.protocols#awsJson1_1

@awsJson1_1
service Weather {
    version: "2024-01-01"
    operations: [
        GetReport
    ]
}

operation GetReport {
    input: Report
    output: Unit
}

/// A weather report.
structure Report {
    /// The city.
    @required
    city: String

    at: Timestamp

    @idempotencyToken
    @required
    token: String

    @deprecated(message: "Use tiles.", since: "2024-02")
    map: Blob

    extra: Document

    /// A report within.
    inner: Report
}
