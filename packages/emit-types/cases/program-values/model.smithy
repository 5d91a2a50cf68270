$version: "2"

namespace example.weather

service Weather {
    operations: [GetMap, PutMap, Watch]
}

operation GetMap {
    input := {
        whole: Count
        exact: Exact
        tags: Tags
        wholes: Wholes
        @range(min: 1)
        short: Count
    }
    output := {
        /// The picture.
        @required
        picture: Picture
        size: Long
    }
}

@http(method: "PUT", uri: "/map")
operation PutMap {
    input := {
        @httpPayload
        tiles: Tiles
    }
    output := {
        @httpPayload
        tiles: Tiles
    }
}

operation Watch {
    input := {
        @required
        picture: Picture
    }
    output := {
        @required
        seen: Seen
    }
}

bigInteger Count

bigDecimal Exact

list Wholes {
    member: Count
}

map Tags {
    key: String
    value: Notes
}

@mediaType("application/json")
string Notes

@streaming
blob Picture

blob Tiles

@streaming
union Seen {
    storm: Storm
}

structure Storm {
    name: String
}
