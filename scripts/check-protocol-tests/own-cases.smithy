$version: "2.0"

namespace example.protocols

use aws.protocols#awsJson1_0
use aws.protocols#awsJson1_1
use aws.protocols#awsQuery
use aws.protocols#awsQueryError
use aws.protocols#ec2Query
use aws.protocols#ec2QueryName
use aws.protocols#restJson1
use aws.protocols#restXml
use smithy.protocols#rpcv2Cbor
use smithy.test#httpRequestTests
use smithy.test#httpResponseTests

@awsJson1_1
service Json { version: "2026-11-30", operations: [Keep] }

@restJson1
service RestJson { version: "2026-11-30", operations: [Send] }

@restXml
@xmlNamespace(uri: "https://example.com/")
service RestXml { version: "2026-11-30", operations: [Send] }

@awsQuery
@xmlNamespace(uri: "https://example.com/")
service Query { version: "2026-11-30", operations: [Ask] }

@ec2Query
@xmlNamespace(uri: "https://example.com/")
service Ec2 { version: "2026-11-30", operations: [Ask] }

@rpcv2Cbor
service Cbor { version: "2026-11-30", operations: [Keep] }

@httpRequestTests([
    {
        id: "KeepInJson"
        protocol: awsJson1_1
        method: "POST"
        uri: "/"
        headers: { "Content-Type": "application/x-amz-json-1.1", "X-Amz-Target": "Json.Keep" }
        body: """
            {"text":"a","scale":"C","level":2,"at":1.5,"day":"1970-01-02T00:00:00Z","bytes":"YQ==","any":{"b":[1,null]},
            "gaps":["a",null],"byName":{"__proto__":"x"},"choice":{"tree":{"left":{"name":"l"},"name":"t"}},
            "secret":"s","part":"NaN","seconds":2}"""
        bodyMediaType: "application/json"
        params: {
            text: "a", scale: "C", level: 2, at: 1.5, day: 86400, bytes: "a", any: { b: [1, null] }
            gaps: ["a", null], byName: { "__proto__": "x" }
            choice: { tree: { name: "t", left: { name: "l" } } }
            secret: "s", part: "NaN", seconds: 2
        }
    }
    {
        id: "KeepInCbor"
        protocol: rpcv2Cbor
        method: "POST"
        uri: "/service/Cbor/operation/Keep"
        headers: { "smithy-protocol": "rpc-v2-cbor", "Content-Type": "application/cbor" }
        // {"text": "a", "bytes": h'61', "at": 1(1.5)}
        body: "o2R0ZXh0YWFlYnl0ZXNBYWJhdMH7P/gAAAAAAAA="
        bodyMediaType: "application/cbor"
        params: { text: "a", bytes: "a", at: 1.5 }
    }
])
@httpResponseTests([
    {
        id: "KeptInJson"
        protocol: awsJson1_1
        code: 200
        body: """
            {"text":"a","unknown":1,"at":1.5,"day":"1970-01-02T00:00:00Z","bytes":"YQ==","gaps":["a",null],
            "choice":{"many":["a"]},"exact":0.1,"whole":12,"any":[true,{"c":null}]}"""
        bodyMediaType: "application/json"
        params: {
            text: "a", at: 1.5, day: 86400, bytes: "a", gaps: ["a", null], choice: { many: ["a"] }
            exact: 0.1, whole: 12, any: [true, { c: null }]
        }
    }
    {
        id: "KeptInCbor"
        protocol: rpcv2Cbor
        code: 200
        headers: { "smithy-protocol": "rpc-v2-cbor", "Content-Type": "application/cbor" }
        // {"text": "a", "bytes": h'61', "at": 1(1.5)}
        body: "o2R0ZXh0YWFlYnl0ZXNBYWJhdMH7P/gAAAAAAAA="
        bodyMediaType: "application/cbor"
        params: { text: "a", bytes: "a", at: 1.5 }
    }
])
operation Keep {
    input: Kept
    output: Kept
    errors: [Gone]
}

structure Kept {
    text: String
    scale: Scale
    level: Level
    at: Timestamp
    day: Day
    @timestampFormat("epoch-seconds") seconds: Day
    bytes: Blob
    any: Document
    gaps: Gaps
    byName: ByName
    choice: Choice
    secret: Secret
    part: Double
    whole: BigInteger
    exact: BigDecimal
}

enum Scale { C, F }
intEnum Level {
    LOW = 1
    HIGH = 2
}
@timestampFormat("date-time") timestamp Day
@sparse list Gaps { member: String }
map ByName { key: String, value: String }
union Choice { tree: Tree, many: Names }
list Names { member: String }
structure Tree { name: String, left: Tree, right: Trees }
list Trees { member: Tree }
@sensitive string Secret

@httpRequestTests([
    {
        id: "SendJson"
        protocol: restJson1
        method: "PUT"
        uri: "/a%20b/c/d"
        host: "example.com"
        resolvedHost: "eu.example.com"
        queryParams: ["fixed=1", "n=1", "n=2", "also=x", "at=1970-01-01T00%3A00%3A01Z"]
        headers: { "X-At": "Thu, 01 Jan 1970 00:00:01 GMT", "X-Meta-One": "1", "Content-Type": "application/json" }
        body: "{\"_name\":\"b\",\"region\":\"eu\",\"token\":\"00000000-0000-4000-8000-000000000000\",\"at\":1}"
        bodyMediaType: "application/json"
        params: {
            city: "a b", path: "c/d", region: "eu", numbers: [1, 2], rest: { also: "x" }, queried: 1, header: 1
            meta: { One: "1" }, name: "b", at: 1
        }
    }
    {
        id: "SendXml"
        protocol: restXml
        method: "PUT"
        uri: "/a/b"
        resolvedHost: "eu.example.com"
        queryParams: ["fixed=1"]
        headers: { "Content-Type": "application/xml" }
        body: """
            <SendInput xmlns="https://example.com/" id="7"><Name>b</Name><region>eu</region>
            <flat>1</flat><flat>2</flat><token>00000000-0000-4000-8000-000000000123</token></SendInput>"""
        bodyMediaType: "application/xml"
        params: {
            city: "a", path: "b", region: "eu", name: "b", id: "7", flat: ["1", "2"]
            token: "00000000-0000-4000-8000-000000000123"
        }
    }
])
@httpResponseTests([
    {
        id: "SentJson"
        protocol: restJson1
        code: 202
        headers: { "X-Names": "a, \"b,c\"", "X-Meta-One": "1" }
        body: "{\"_name\":\"b\"}"
        bodyMediaType: "application/json"
        params: { status: 202, names: ["a", "b,c"], meta: { one: "1" }, name: "b" }
    }
    {
        id: "SentXml"
        protocol: restXml
        code: 200
        body: "<SendOutput id=\"7\"><Name>b</Name><item>1</item><item>2</item></SendOutput>"
        bodyMediaType: "application/xml"
        params: { status: 200, name: "b", id: "7", flat: ["1", "2"], meta: {} }
    }
])
@idempotent
@http(method: "PUT", uri: "/{city}/{path+}?fixed=1")
@endpoint(hostPrefix: "{region}.")
operation Send {
    input := {
        @required @httpLabel city: String
        @required @httpLabel path: String
        @required @hostLabel region: String
        @httpQuery("n") numbers: Numbers
        @httpQuery("at") queried: Timestamp
        @httpQueryParams rest: ByName
        @httpHeader("X-At") header: Timestamp
        @httpPrefixHeaders("X-Meta-") meta: ByName
        @jsonName("_name") @xmlName("Name") name: String
        @xmlAttribute id: String
        @xmlFlattened flat: Items
        @idempotencyToken token: String
        at: Timestamp
    }
    output := {
        @httpResponseCode status: Integer
        @httpHeader("X-Names") names: Names
        @httpPrefixHeaders("X-Meta-") meta: ByName
        @jsonName("_name") @xmlName("Name") name: String
        @xmlAttribute id: String
        @xmlFlattened @xmlName("item") flat: Names
    }
    errors: [Gone]
}

list Numbers { member: Integer }
list Items { @xmlName("item") member: String }

@httpRequestTests([
    {
        id: "AskInQuery"
        protocol: awsQuery
        method: "POST"
        uri: "/"
        headers: { "Content-Type": "application/x-www-form-urlencoded" }
        body: "Action=Ask&Version=2026-11-30&Text=a&Listed.member.1=b&Flat.1=c&Table.entry.1.key=k&Table.entry.1.value=v"
        bodyMediaType: "application/x-www-form-urlencoded"
        params: { text: "a", listed: ["b"], flat: ["c"], table: { k: "v" } }
    }
    {
        id: "AskInEc2"
        protocol: ec2Query
        method: "POST"
        uri: "/"
        body: "Action=Ask&Version=2026-11-30&TEXT=a&Listed.1=b&Flat.1=c"
        bodyMediaType: "application/x-www-form-urlencoded"
        params: { text: "a", listed: ["b"], flat: ["c"] }
    }
])
@httpResponseTests([
    {
        id: "AskedInQuery"
        protocol: awsQuery
        code: 200
        body: "<AskResponse xmlns=\"https://example.com/\"><AskResult><Listed><member>b</member></Listed></AskResult></AskResponse>"
        bodyMediaType: "application/xml"
        params: { listed: ["b"] }
    }
    {
        id: "AskedInEc2"
        protocol: ec2Query
        code: 200
        body: "<AskResponse xmlns=\"https://example.com/\"><Listed><member>b</member></Listed></AskResponse>"
        bodyMediaType: "application/xml"
        params: { listed: ["b"] }
    }
])
operation Ask {
    input := {
        @xmlName("Text") @ec2QueryName("TEXT") text: String
        @xmlName("Listed") listed: Names
        @xmlName("Flat") @xmlFlattened flat: Names
        @xmlName("Table") table: ByName
    }
    output := {
        @xmlName("Listed") listed: Names
    }
    errors: [Gone]
}

@httpResponseTests([
    {
        id: "GoneInJson"
        protocol: awsJson1_1
        code: 410
        body: "{\"__type\":\"example.protocols#Gone\",\"message\":\"no\",\"since\":1}"
        params: { message: "no", since: 1 }
    }
    {
        id: "GoneInRestJson"
        protocol: restJson1
        code: 410
        headers: { "X-Amzn-Errortype": "Gone:https://example.com/", "X-Trace": "t" }
        body: "{\"message\":\"no\",\"since\":1}"
        params: { message: "no", since: 1, trace: "t" }
    }
    {
        id: "GoneInQuery"
        protocol: awsQuery
        code: 410
        body: "<ErrorResponse><Error><Type>Sender</Type><Code>Example.Gone</Code><message>no</message></Error></ErrorResponse>"
        params: { message: "no" }
    }
])
@error("client")
@httpError(410)
@awsQueryError(code: "Example.Gone", httpResponseCode: 410)
structure Gone {
    message: String
    since: Timestamp
    @httpHeader("X-Trace") trace: String
}
