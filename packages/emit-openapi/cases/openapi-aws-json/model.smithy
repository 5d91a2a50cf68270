$version: "2.0"

namespace example.weather

use aws.auth#sigv4
use aws.protocols#awsJson1_1

/// <p>Tells the <b>weather</b>.</p>
@sigv4(name: "weather")
@awsJson1_1
@paginated(inputToken: "NextToken", outputToken: "NextToken")
@title("Example Weather")
service Weather {
    version: "2026-01-01"
    operations: [
        ListCities
    ]
    errors: [
        Throttled
    ]
}

@deprecated(message: "Use <code>FindCities</code>.")
@paginated
operation ListCities {
    input: Page
    output: Page
    errors: [
        NotFound
        Invalid
    ]
}

@error("client")
structure Invalid {}

@error("client")
structure NotFound {}

structure Page {
    NextToken: String
}

/// <p>Too fast.</p><p>Wait.</p>
@error("client")
@httpError(429)
structure Throttled {}
