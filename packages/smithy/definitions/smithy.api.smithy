$version: "2.0"

namespace smithy.api

@trait(
    breakingChanges: [
        {
            change: "remove"
        }
    ]
    selector: "structure > member [trait|default]"
)
structure addedDefault {}

@trait(selector: ":is(service, operation)")
@uniqueItems
list auth {
    member: AuthTraitReference
}

@trait(
    breakingChanges: [
        {
            change: "presence"
        }
    ]
    selector: "structure[trait|trait]"
)
structure authDefinition {
    traits: TraitShapeIdList
}

@trait(
    selector: ":test(boolean, byte, short, integer, long, float, double,\nmember > :test(boolean, byte, short, integer, long, float, double))"
)
structure box {}

@trait(selector: "structure > member")
structure clientOptional {}

@trait(
    breakingChanges: [
        {
            change: "remove"
        }
    ]
    selector: "service"
)
structure cors {
    origin: NonEmptyString = "*"
    origins: NonEmptyStringMap
    maxAge: Integer = 600
    additionalAllowedHeaders: NonEmptyStringList
    additionalExposedHeaders: NonEmptyStringList
}

@trait(selector: ":is(simpleType, list, map, structure > member :test(> :is(simpleType, list, map)))")
document default

@trait
structure deprecated {
    message: String
    since: String
}

@trait
string documentation

@trait(
    breakingChanges: [
        {
            change: "any"
        }
    ]
    selector: "operation"
)
structure endpoint {
    @required
    hostPrefix: NonEmptyString
}

@deprecated(since: "2.0")
@length(min: 1)
@trait(
    breakingChanges: [
        {
            change: "presence"
        }
    ]
    selector: "string :not(enum)"
)
list enum {
    member: EnumDefinition
}

@tags(["diff.error.const"])
@trait(selector: ":is(enum, intEnum) > member")
document enumValue

@trait(
    breakingChanges: [
        {
            change: "any"
        }
    ]
    conflicts: ["smithy.api#trait"]
    selector: "structure"
)
enum error {
    CLIENT = "client"
    SERVER = "server"
}

@trait(
    breakingChanges: [
        {
            change: "any"
        }
    ]
    conflicts: ["smithy.api#eventPayload"]
    selector: "structure >\n:test(member > :test(boolean, byte, short, integer, long, blob, string, timestamp))"
)
structure eventHeader {}

@trait(
    breakingChanges: [
        {
            change: "any"
        }
    ]
    conflicts: ["smithy.api#eventHeader"]
    selector: "structure > :test(member > :test(blob, string, structure, union))"
    structurallyExclusive: "member"
)
structure eventPayload {}

@trait(selector: "operation")
list examples {
    member: Example
}

@length(min: 1)
@trait
map externalDocumentation {
    key: NonEmptyString
    value: NonEmptyString
}

@trait(
    breakingChanges: [
        {
            change: "any"
        }
    ]
    selector: "structure > :test(member[trait|required] > string)"
)
structure hostLabel {}

@trait(
    breakingChanges: [
        {
            change: "remove"
        }
        {
            change: "update"
            path: "/method"
        }
        {
            change: "update"
            path: "/uri"
        }
        {
            change: "update"
            path: "/code"
        }
        {
            change: "presence"
            path: "/code"
            severity: "DANGER"
        }
    ]
    selector: "operation"
)
structure http {
    @required
    method: NonEmptyString

    @required
    uri: NonEmptyString

    @range(max: 999, min: 100)
    code: Integer = 200
}

@authDefinition
@trait(
    breakingChanges: [
        {
            change: "remove"
        }
    ]
    selector: "service"
)
structure httpApiKeyAuth {
    @required
    name: NonEmptyString

    @required
    in: HttpApiKeyLocations

    scheme: NonEmptyString
}

@authDefinition
@trait(
    breakingChanges: [
        {
            change: "remove"
        }
    ]
    selector: "service"
)
structure httpBasicAuth {}

@authDefinition
@trait(
    breakingChanges: [
        {
            change: "remove"
        }
    ]
    selector: "service"
)
structure httpBearerAuth {}

@trait(selector: "operation")
@unstable
structure httpChecksumRequired {}

@authDefinition
@trait(
    breakingChanges: [
        {
            change: "remove"
        }
    ]
    selector: "service"
)
structure httpDigestAuth {}

@trait(
    breakingChanges: [
        {
            change: "any"
        }
    ]
    selector: "structure[trait|error]"
)
integer httpError

@length(min: 1)
@trait(
    breakingChanges: [
        {
            change: "any"
        }
    ]
    conflicts: [
        "smithy.api#httpLabel"
        "smithy.api#httpQuery"
        "smithy.api#httpPrefixHeaders"
        "smithy.api#httpPayload"
        "smithy.api#httpResponseCode"
        "smithy.api#httpQueryParams"
    ]
    selector: "structure > :test(member > :test(boolean, number, string, timestamp,\nlist > member > :test(boolean, number, string, timestamp)))"
)
string httpHeader

@trait(
    breakingChanges: [
        {
            change: "presence"
        }
    ]
    conflicts: [
        "smithy.api#httpHeader"
        "smithy.api#httpQuery"
        "smithy.api#httpPrefixHeaders"
        "smithy.api#httpPayload"
        "smithy.api#httpResponseCode"
        "smithy.api#httpQueryParams"
    ]
    selector: "structure > member[trait|required] :test(> :test(string, number, boolean, timestamp))"
)
structure httpLabel {}

@trait(
    breakingChanges: [
        {
            change: "presence"
        }
    ]
    conflicts: [
        "smithy.api#httpLabel"
        "smithy.api#httpQuery"
        "smithy.api#httpHeader"
        "smithy.api#httpPrefixHeaders"
        "smithy.api#httpResponseCode"
        "smithy.api#httpQueryParams"
    ]
    selector: "structure > member"
    structurallyExclusive: "member"
)
structure httpPayload {}

@trait(
    breakingChanges: [
        {
            change: "any"
        }
    ]
    conflicts: [
        "smithy.api#httpLabel"
        "smithy.api#httpQuery"
        "smithy.api#httpHeader"
        "smithy.api#httpPayload"
        "smithy.api#httpResponseCode"
        "smithy.api#httpQueryParams"
    ]
    selector: "structure > member\n:test(> map :not([trait|sparse]) > member[id|member=value] > string)"
    structurallyExclusive: "member"
)
string httpPrefixHeaders

@length(min: 1)
@trait(
    breakingChanges: [
        {
            change: "any"
        }
    ]
    conflicts: [
        "smithy.api#httpLabel"
        "smithy.api#httpHeader"
        "smithy.api#httpPrefixHeaders"
        "smithy.api#httpPayload"
        "smithy.api#httpResponseCode"
        "smithy.api#httpQueryParams"
    ]
    selector: "structure > member\n:test(> :test(string, number, boolean, timestamp),\n> list > member > :test(string, number, boolean, timestamp))"
)
string httpQuery

@trait(
    breakingChanges: [
        {
            change: "any"
        }
    ]
    conflicts: [
        "smithy.api#httpLabel"
        "smithy.api#httpQuery"
        "smithy.api#httpHeader"
        "smithy.api#httpPayload"
        "smithy.api#httpResponseCode"
        "smithy.api#httpPrefixHeaders"
    ]
    selector: "structure > member\n:test(> map > member[id|member=value] > :test(string, list > member > string))"
    structurallyExclusive: "member"
)
structure httpQueryParams {}

@trait(
    breakingChanges: [
        {
            change: "any"
        }
    ]
    conflicts: [
        "smithy.api#httpLabel"
        "smithy.api#httpQuery"
        "smithy.api#httpHeader"
        "smithy.api#httpPrefixHeaders"
        "smithy.api#httpPayload"
        "smithy.api#httpQueryParams"
    ]
    selector: "structure :not([trait|input]) > member :test(> integer)"
    structurallyExclusive: "member"
)
structure httpResponseCode {}

@trait(selector: ":test(string, member > string)")
structure idRef {
    selector: String = "*"
    failWhenMissing: Boolean
    errorMessage: String
}

@notProperty
@trait(
    breakingChanges: [
        {
            change: "remove"
        }
    ]
    selector: "structure > :test(member > string)"
    structurallyExclusive: "member"
)
structure idempotencyToken {}

@trait(
    breakingChanges: [
        {
            change: "remove"
        }
    ]
    conflicts: ["smithy.api#readonly"]
    selector: "operation"
)
structure idempotent {
    exists: IdempotentErrors
    notFound: IdempotentErrors
}

@trait(
    breakingChanges: [
        {
            change: "presence"
        }
    ]
    conflicts: ["smithy.api#output", "smithy.api#error"]
    selector: "structure"
)
structure input {}

@trait(
    breakingChanges: [
        {
            change: "remove"
            severity: "WARNING"
        }
    ]
)
structure internal {}

@trait(
    breakingChanges: [
        {
            change: "any"
        }
    ]
    selector: ":is(structure, union) > member"
)
string jsonName

@trait(selector: ":test(list, map, string, blob, member > :is(list, map, string, blob))")
structure length {
    min: Long
    max: Long
}

@trait(selector: "operation")
@unstable
structure longPoll {
    @range(min: 1)
    @required
    timeoutMillis: Integer
}

@trait(
    breakingChanges: [
        {
            change: "remove"
        }
    ]
    selector: ":is(blob, string)"
)
string mediaType

@trait(selector: "dataType :not([trait|input]) :not([trait|output])")
structure metadata {
    @length(min: 1)
    @required
    key: String
}

@trait(selector: ":not(member)")
structure mixin {
    localTraits: LocalMixinTraitList
}

@notProperty
@trait(
    breakingChanges: [
        {
            change: "any"
        }
    ]
    selector: "operation -[input, output]-> structure > member :test(> structure)"
    structurallyExclusive: "member"
)
structure nestedProperties {}

@trait(selector: "resource:test(-[put]->)")
structure noReplace {}

@notProperty
@trait(
    breakingChanges: [
        {
            change: "add"
        }
    ]
    selector: ":is(operation -[input, output]-> structure > member, [trait|trait])"
)
structure notProperty {}

@trait(
    breakingChanges: [
        {
            change: "remove"
        }
    ]
    selector: "operation"
)
structure optionalAuth {}

@trait(
    breakingChanges: [
        {
            change: "presence"
        }
    ]
    conflicts: ["smithy.api#input", "smithy.api#error"]
    selector: "structure"
)
structure output {}

@trait(
    breakingChanges: [
        {
            change: "remove"
        }
        {
            change: "update"
            path: "/inputToken"
        }
        {
            change: "update"
            path: "/outputToken"
        }
        {
            change: "remove"
            path: "/items"
        }
        {
            change: "add"
            path: "/items"
            severity: "NOTE"
        }
        {
            change: "update"
            path: "/items"
            severity: "NOTE"
        }
        {
            change: "update"
            path: "/pageSize"
        }
        {
            change: "remove"
            path: "/pageSize"
        }
    ]
    selector: ":is(service, operation)"
)
structure paginated {
    inputToken: NonEmptyString
    outputToken: NonEmptyString
    items: NonEmptyString
    pageSize: NonEmptyString
}

@trait(
    breakingChanges: [
        {
            change: "add"
            severity: "WARNING"
        }
        {
            change: "update"
            severity: "NOTE"
        }
    ]
    selector: ":test(string, member > string)"
)
string pattern

@trait
structure private {}

@trait(
    breakingChanges: [
        {
            change: "remove"
        }
        {
            change: "update"
        }
    ]
    conflicts: ["smithy.api#resourceIdentifier"]
    selector: "structure > member"
)
structure property {
    name: String
}

@trait(
    breakingChanges: [
        {
            change: "presence"
        }
    ]
    selector: "structure[trait|trait]"
)
structure protocolDefinition {
    traits: TraitShapeIdList

    @deprecated
    noInlineDocumentSupport: Boolean
}

@trait(selector: ":test(number, member > number)")
structure range {
    min: BigDecimal
    max: BigDecimal
}

@trait(
    breakingChanges: [
        {
            change: "remove"
        }
    ]
    conflicts: ["smithy.api#idempotent"]
    selector: "operation"
)
structure readonly {}

@trait(
    conflicts: ["smithy.api#required"]
    selector: "structure > member"
)
structure recommended {
    reason: String
}

@trait(selector: ":is(structure, string)")
list references {
    member: Reference
}

@trait(
    breakingChanges: [
        {
            change: "remove"
            severity: "DANGER"
        }
        {
            change: "remove"
            path: "/encodings"
        }
        {
            change: "add"
            path: "/encodings/member"
            severity: "NOTE"
        }
        {
            change: "remove"
            path: "/encodings/member"
            severity: "DANGER"
        }
        {
            change: "update"
            path: "/encodings/member"
            severity: "DANGER"
        }
    ]
    selector: "operation"
)
structure requestCompression {
    @required
    encodings: RequestCompressionEncodingsList
}

@trait(selector: "structure > member")
structure required {}

@trait(
    breakingChanges: [
        {
            change: "presence"
        }
    ]
    selector: "blob[trait|streaming]"
)
structure requiresLength {}

@length(min: 1)
@notProperty
@trait(
    breakingChanges: [
        {
            change: "remove"
        }
    ]
    selector: "structure > :test(member[trait|required] > string)"
)
string resourceIdentifier

@trait(
    breakingChanges: [
        {
            change: "remove"
        }
    ]
    selector: "structure[trait|error]"
)
structure retryable {
    throttling: Boolean
}

@trait(selector: ":not(:test(service, operation, resource, member))")
structure sensitive {}

@trait
string since

@trait(
    breakingChanges: [
        {
            change: "presence"
        }
    ]
    selector: ":is(list, map)"
)
structure sparse {}

@trait(
    breakingChanges: [
        {
            change: "any"
        }
    ]
    selector: ":is(blob, union)"
    structurallyExclusive: "target"
)
structure streaming {}

@trait
list suppress {
    @length(min: 1)
    member: String
}

@trait
list tags {
    member: String
}

@trait(
    breakingChanges: [
        {
            change: "any"
        }
    ]
    selector: ":test(timestamp, member > timestamp)"
)
enum timestampFormat {
    DATE_TIME = "date-time"
    EPOCH_SECONDS = "epoch-seconds"
    HTTP_DATE = "http-date"
}

@trait
string title

@trait(
    breakingChanges: [
        {
            change: "presence"
        }
        {
            change: "any"
            path: "/structurallyExclusive"
        }
        {
            change: "update"
            path: "/conflicts"
            severity: "NOTE"
        }
    ]
    selector: ":is(simpleType, list, map, structure, union)"
)
structure trait {
    selector: String
    structurallyExclusive: StructurallyExclusive
    conflicts: NonEmptyStringList
    breakingChanges: TraitDiffRules
}

@trait(selector: "[trait|trait]")
map traitValidators {
    @length(min: 1)
    key: String

    value: TraitValidator
}

@trait(
    breakingChanges: [
        {
            change: "presence"
            severity: "WARNING"
        }
    ]
    conflicts: ["smithy.api#sparse"]
    selector: "list :not(> member ~> :is(float, double, document))"
)
structure uniqueItems {}

@trait(selector: "[id=smithy.api#Unit]")
structure unitType {}

@trait
structure unstable {}

@trait(
    breakingChanges: [
        {
            change: "any"
        }
    ]
    conflicts: ["smithy.api#xmlNamespace"]
    selector: "structure > :test(member > :test(boolean, number, string, timestamp))"
)
structure xmlAttribute {}

@trait(
    breakingChanges: [
        {
            change: "any"
        }
    ]
    selector: ":is(structure, union) > :test(member > :test(list, map))"
)
structure xmlFlattened {}

@pattern("^[a-zA-Z_][a-zA-Z_0-9-]*(:[a-zA-Z_][a-zA-Z_0-9-]*)?$")
@trait(
    breakingChanges: [
        {
            change: "any"
        }
    ]
    selector: ":is(structure, union, member)"
)
string xmlName

@trait(
    breakingChanges: [
        {
            change: "any"
        }
    ]
    conflicts: ["smithy.api#xmlAttribute"]
    selector: ":is(service, member, simpleType, list, map, structure, union)"
)
structure xmlNamespace {
    @required
    uri: NonEmptyString

    @pattern("^[a-zA-Z_][a-zA-Z_0-9-]*$")
    prefix: NonEmptyString
}

@private
structure EnumDefinition {
    @required
    value: NonEmptyString

    name: EnumConstantBodyName

    documentation: String

    tags: NonEmptyStringList

    deprecated: Boolean
}

@private
structure Example {
    @required
    title: String

    documentation: String

    input: Document

    output: Document

    error: ExampleError

    allowConstraintErrors: Boolean
}

@private
structure ExampleError {
    @idRef(selector: "structure[trait|error]")
    shapeId: String

    content: Document
}

@private
structure Reference {
    @required
    resource: NonEmptyString

    ids: NonEmptyStringMap

    service: NonEmptyString

    rel: NonEmptyString
}

@private
structure ShapeClosure {
    @required
    id: ClosureId

    includeNamespaces: Namespaces = []

    @length(min: 1)
    includeBySelector: String

    rename: Renames = {}

    documentation: CommonMark
}

@private
structure TraitDiffRule {
    path: String

    @required
    change: TraitChangeType

    severity: Severity = "ERROR"

    message: String
}

@private
structure TraitValidator {
    @required
    selector: String

    message: String

    severity: Severity = "ERROR"
}

@unitType
structure Unit {}

@private
list IdempotentErrors {
    @idRef(selector: "[trait|error]")
    member: String
}

@private
list LocalMixinTraitList {
    member: LocalMixinTrait
}

@private
@uniqueItems
list Namespaces {
    member: String
}

@private
list NonEmptyStringList {
    member: NonEmptyString
}

@private
list RequestCompressionEncodingsList {
    member: String
}

@metadata(key: "shapeClosures")
@private
list ShapeClosures {
    member: ShapeClosure
}

@length(min: 1)
@private
list TraitDiffRules {
    member: TraitDiffRule
}

@private
list TraitShapeIdList {
    member: TraitShapeId
}

@private
map NonEmptyStringMap {
    key: NonEmptyString
    value: NonEmptyString
}

@private
map Renames {
    @idRef(failWhenMissing: true, selector: ":not(:is(member, service, resource, operation))")
    key: String

    value: Identifier
}

@idRef(selector: "[trait|authDefinition]")
@private
string AuthTraitReference

bigDecimal BigDecimal

bigInteger BigInteger

blob Blob

boolean Boolean

byte Byte

@idRef(failWhenMissing: false)
@private
string ClosureId

@mediaType("text/markdown; charset=UTF-8; variant=CommonMark")
@private
string CommonMark

document Document

double Double

@pattern("^[a-zA-Z_]+[a-zA-Z_0-9]*$")
@private
string EnumConstantBodyName

float Float

@private
enum HttpApiKeyLocations {
    HEADER = "header"
    QUERY = "query"
}

@pattern("^(_+[a-zA-Z0-9]|[a-zA-Z])\\w*$")
@private
string Identifier

integer Integer

@idRef(failWhenMissing: true, selector: "[trait|trait]")
@private
string LocalMixinTrait

long Long

@length(min: 1)
@private
string NonEmptyString

@default(false)
boolean PrimitiveBoolean

@default(0)
byte PrimitiveByte

@default(0)
double PrimitiveDouble

@default(0)
float PrimitiveFloat

@default(0)
integer PrimitiveInteger

@default(0)
long PrimitiveLong

@default(0)
short PrimitiveShort

@private
enum Severity {
    NOTE
    WARNING
    DANGER
    ERROR
}

short Short

string String

@private
enum StructurallyExclusive {
    MEMBER = "member"
    TARGET = "target"
}

timestamp Timestamp

@private
enum TraitChangeType {
    UPDATE = "update"
    ADD = "add"
    REMOVE = "remove"
    PRESENCE = "presence"
    ANY = "any"
}

@idRef(failWhenMissing: true, selector: "[trait|trait]")
@private
string TraitShapeId
