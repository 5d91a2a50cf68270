$version: "2.0"

namespace example.weather

use aws.protocols#awsJson1_1

@awsJson1_1
service Weather {
    version: "2024-01-01"
    operations: [
        ListReports
    ]
}

/// Lists reports.
@deprecated(message: "Use SearchReports.")
@paginated(inputToken: "next", items: "page.reports", outputToken: "next")
operation ListReports {
    input: ListReportsInput
    output: ListReportsOutput
    errors: [
        Throttled
        NotFound
    ]
}

structure ListReportsInput {
    next: String
}

structure ListReportsOutput {
    next: String
    page: String
}

@error("client")
structure NotFound {
    message: String
}

@error("server")
structure Throttled {}
