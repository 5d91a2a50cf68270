$version: "2.0"
namespace example.b

service Weather {
    operations: [Get]
    rename: { "example.b#Renamed": "Other" }
}
operation Get { input: GetInput }
structure GetInput { a: Array, b: default, c: Renamed, d: n0, e: protocolSettings, f: StaticListSchema }
structure Array {}
structure default {}
structure Renamed {}
structure n0 {}
structure protocolSettings {}
structure StaticListSchema { list: Arrays }
list Arrays { member: Array }
