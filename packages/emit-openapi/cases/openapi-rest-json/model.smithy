$version: "2.0"

namespace example.files

use aws.protocols#restJson1

@restJson1
service Files {
    version: "1"
    operations: [
        PutFile
    ]
}

@http(code: 201, method: "PUT", uri: "/files/{Folder}/{Path+}")
operation PutFile {
    input: PutFileInput
    output: PutFileOutput
}

structure PutFileInput {
    @httpLabel
    @required
    Folder: String

    @httpLabel
    @required
    Path: String

    @httpHeader("If-Modified-Since")
    Since: Timestamp

    @httpQuery("until")
    Until: Timestamp

    @jsonName("title")
    @required
    Title: String
}

structure PutFileOutput {
    @httpHeader("ETag")
    Tag: String

    @httpPayload
    Body: Blob
}
