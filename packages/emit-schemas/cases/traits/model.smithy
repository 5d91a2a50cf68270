namespace example
use aws.protocols#awsQueryError
use aws.protocols#ec2QueryName
use aws.protocols#restXml

@restXml
@xmlNamespace(uri: "https://example.com/weather", prefix: "w")
service Weather { version: "2026-11-30", operations: [Put, Get] }

@idempotent
@http(method: "PUT", uri: "/{city}/{path+}?fixed=1", code: 201)
@endpoint(hostPrefix: "{city}.data.")
@httpChecksumRequired
operation Put { input: PutInput, output: PutOutput, errors: [Broken] }

@readonly
@http(method: "GET", uri: "/")
operation Get {}

structure PutInput {
    @httpLabel @required @hostLabel city: String
    @httpLabel @required path: String
    @httpQuery("q") filter: Names
    @httpQueryParams rest: ByName
    @httpHeader("X-Trace") trace: Trace
    @httpPrefixHeaders("X-Meta-") meta: ByName
    @idempotencyToken @required token: String
    @httpPayload @required body: Body
}

structure PutOutput {
    @httpResponseCode status: Integer
    @jsonName("_name") @xmlName("Name") @ec2QueryName("NAME") name: String
    @xmlAttribute id: String
    @xmlFlattened list: Items
    @xmlNamespace(uri: "https://example.com/inner") inner: Inner
}

@mediaType("application/json") string Trace
@streaming @requiresLength blob Body
list Names { member: String }
list Items { @xmlName("item") member: String }
map ByName { key: String, value: String }
@xmlName("inner") @xmlNamespace(uri: "https://example.com/own", prefix: "i") structure Inner { value: String }

@error("server") @httpError(503) @retryable @awsQueryError(code: "Gone", httpResponseCode: 410)
structure Broken { @required message: String }
