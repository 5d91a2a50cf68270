$version: "2.0"

namespace example.weather

use aws.protocols#awsJson1_1

@awsJson1_1
service Weather {
    version: "2024-01-01"
    operations: [
        Get
    ]
}

operation Get {
    input: GetInput
    output: Unit
}

structure GetInput {
    m0: Scale
    m1: ByName
    m2: ByScale
    m3: Loop
    m4: LoopList
}

list LoopList {
    member: Loop
}

map ByName {
    key: String
    value: Float
}

map ByScale {
    key: Scale
    value: Float
}

map Loop {
    key: String
    value: LoopList
}

enum Scale {
    C
    F
}
