$version: "2.0"

namespace aws.endpoints

@endpointsModifier
@trait(
    breakingChanges: [
        {
            change: "any"
        }
    ]
    selector: "service"
)
structure dualStackOnlyEndpoints {}

@trait(
    breakingChanges: [
        {
            change: "presence"
        }
    ]
    selector: "structure[trait|trait]"
)
structure endpointsModifier {}

@endpointsModifier
@trait(
    breakingChanges: [
        {
            change: "any"
        }
    ]
    selector: "service"
)
@unstable
structure rulesBasedEndpoints {}

@endpointsModifier
@trait(
    breakingChanges: [
        {
            change: "any"
        }
    ]
    conflicts: ["aws.endpoints#standardRegionalEndpoints"]
    selector: "service"
)
structure standardPartitionalEndpoints {
    @required
    endpointPatternType: PartitionEndpointPattern

    partitionEndpointSpecialCases: PartitionEndpointSpecialCaseMap
}

@endpointsModifier
@trait(
    breakingChanges: [
        {
            change: "remove"
        }
    ]
    conflicts: ["aws.endpoints#standardPartitionalEndpoints"]
    selector: "service"
)
structure standardRegionalEndpoints {
    partitionSpecialCases: PartitionSpecialCaseMap
    regionSpecialCases: RegionSpecialCaseMap
}

@private
structure PartitionEndpointSpecialCase {
    endpoint: String
    region: String
    dualStack: Boolean
    fips: Boolean
}

@private
structure PartitionSpecialCase {
    @required
    endpoint: String

    dualStack: Boolean

    fips: Boolean
}

@private
structure RegionSpecialCase {
    @required
    endpoint: String

    dualStack: Boolean

    fips: Boolean

    signingRegion: String
}

@private
list PartitionEndpointSpecialCaseList {
    member: PartitionEndpointSpecialCase
}

@private
list PartitionSpecialCaseList {
    member: PartitionSpecialCase
}

@private
list RegionSpecialCaseList {
    member: RegionSpecialCase
}

@private
map PartitionEndpointSpecialCaseMap {
    key: String
    value: PartitionEndpointSpecialCaseList
}

@private
map PartitionSpecialCaseMap {
    key: String
    value: PartitionSpecialCaseList
}

@private
map RegionSpecialCaseMap {
    key: String
    value: RegionSpecialCaseList
}

@private
enum PartitionEndpointPattern {
    @deprecated(since: "2025-04-01")
    SERVICE_DNSSUFFIX = "service_dnsSuffix"

    @deprecated(since: "2025-04-01")
    SERVICE_REGION_DNSSUFFIX = "service_region_dnsSuffix"

    AWS_RECOMMENDED = "aws_recommended"
}
