$version: "2.0"

namespace example.files

use aws.protocols#restXml

@restXml
service Files {
    version: "1"
    operations: [
        GetAcl
        GetBucket
        DeleteBucket
    ]
}

@http(method: "DELETE", uri: "/{Name}")
operation DeleteBucket {
    input: Named
    output: Unit
}

@http(method: "GET", uri: "/{Bucket}?acl")
operation GetAcl {
    input: Unit
    output: Unit
}

@http(method: "GET", uri: "/{Bucket}")
operation GetBucket {
    input: Unit
    output: Unit
}

structure Named {
    @httpLabel
    @required
    Name: String
}
