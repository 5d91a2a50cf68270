service Weather { operations: [Get] }
operation Get { input: All, output: Unit }

structure All {
    text: String
    scale: Scale
    level: Level
    flag: Boolean
    small: Byte
    big: Long
    part: Double
    whole: BigInteger
    exact: BigDecimal
    bytes: Blob
    any: Document
    at: Timestamp
    atDateTime: DateTime
    atHttpDate: HttpDate
    secret: Secret
    secretAt: SecretTime
    @timestampFormat("epoch-seconds")
    secretAtSeconds: SecretTime
    mixed: Mixed
    names: Names
    times: Times
    timesInSeconds: TimesInSeconds
    gaps: Gaps
    table: Table
    byName: ByName
    byScale: ByScale
    byRenamed: ByRenamed
    byTable: ByTable
    choice: Choice
    nothing: Nothing
}

enum Scale { C, F }
intEnum Level {
    LOW = 1
    HIGH = 2
}
@timestampFormat("date-time") timestamp DateTime
@timestampFormat("http-date") timestamp HttpDate
@sensitive string Secret
@sensitive @timestampFormat("date-time") timestamp SecretTime
list Names { member: String }
list Times { member: DateTime }
list TimesInSeconds { @timestampFormat("epoch-seconds") member: DateTime }
@sparse list Gaps { member: String }
list Table { member: Names }
map ByName { key: String, value: Double }
map ByScale { key: Scale, value: String }
map ByRenamed { @xmlName("k") key: String, value: String }
map ByTable { key: String, value: Table }
union Choice { one: String, many: Names, none: Unit }
structure Nothing {}
structure Mixed with [Own] { other: String }
@mixin structure Own { @required name: String, @required @idempotencyToken token: String }
