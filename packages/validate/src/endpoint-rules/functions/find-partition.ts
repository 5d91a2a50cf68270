import type { Value } from "../value.js";

interface Partition {
  readonly name: string;
  /** What its regions look like, those that are not built yet too. */
  readonly regions: RegExp;
  /** The name that stands for the whole partition. */
  readonly global?: string;
  readonly dnsSuffix: string;
  readonly dualStackDnsSuffix: string;
  readonly implicitGlobalRegion: string;
}

const AWS: Partition = {
  name: "aws",
  regions: /^(?:us|eu|ap|sa|ca|me|af|il|mx)-\w+-\d+$/,
  global: "aws-global",
  dnsSuffix: "amazonaws.com",
  dualStackDnsSuffix: "api.aws",
  implicitGlobalRegion: "us-east-1",
};

const PARTITIONS: readonly Partition[] = [
  AWS,
  {
    name: "aws-us-gov",
    regions: /^us-gov-\w+-\d+$/,
    global: "aws-us-gov-global",
    dnsSuffix: "amazonaws.com",
    dualStackDnsSuffix: "api.aws",
    implicitGlobalRegion: "us-gov-west-1",
  },
  {
    name: "aws-cn",
    regions: /^cn-\w+-\d+$/,
    global: "aws-cn-global",
    dnsSuffix: "amazonaws.com.cn",
    dualStackDnsSuffix: "api.amazonwebservices.com.cn",
    implicitGlobalRegion: "cn-northwest-1",
  },
  {
    name: "aws-iso",
    regions: /^us-iso-\w+-\d+$/,
    global: "aws-iso-global",
    dnsSuffix: "c2s.ic.gov",
    dualStackDnsSuffix: "api.aws.ic.gov",
    implicitGlobalRegion: "us-iso-east-1",
  },
  {
    name: "aws-iso-b",
    regions: /^us-isob-\w+-\d+$/,
    global: "aws-iso-b-global",
    dnsSuffix: "sc2s.sgov.gov",
    dualStackDnsSuffix: "api.aws.scloud",
    implicitGlobalRegion: "us-isob-east-1",
  },
  {
    name: "aws-iso-e",
    regions: /^eu-isoe-\w+-\d+$/,
    dnsSuffix: "cloud.adc-e.uk",
    dualStackDnsSuffix: "api.cloud-aws.adc-e.uk",
    implicitGlobalRegion: "eu-isoe-west-1",
  },
  {
    name: "aws-iso-f",
    regions: /^us-isof-\w+-\d+$/,
    global: "aws-iso-f-global",
    dnsSuffix: "csp.hci.ic.gov",
    dualStackDnsSuffix: "api.aws.hci.ic.gov",
    implicitGlobalRegion: "us-isof-south-1",
  },
  {
    name: "aws-eusc",
    regions: /^eusc-de-\w+-\d+$/,
    dnsSuffix: "amazonaws.eu",
    dualStackDnsSuffix: "api.amazonwebservices.eu",
    implicitGlobalRegion: "eusc-de-east-1",
  },
];

function partitionOf(region: string): Partition {
  return PARTITIONS.find(({ global, regions }) => region === global || regions.test(region)) ?? AWS;
}

/** `aws.partition`: what holds for all regions of a region's partition. A region of none counts as one of `aws`. */
export function findPartition(region: string): Value {
  return describePartition(partitionOf(region));
}

/** `aws.partition` as it was before the `aws-iso` partitions had dual-stack endpoints. Published models test for it. */
export function findOlderPartition(region: string): Value {
  const partition = partitionOf(region);
  const { name, dnsSuffix } = partition;
  return name.startsWith("aws-iso")
    ? describePartition({ ...partition, dualStackDnsSuffix: dnsSuffix }, false)
    : describePartition(partition);
}

function describePartition(partition: Partition, supportsDualStack = true): Value {
  return new Map<string, Value>([
    ["name", partition.name],
    ["dnsSuffix", partition.dnsSuffix],
    ["dualStackDnsSuffix", partition.dualStackDnsSuffix],
    ["supportsFIPS", true],
    ["supportsDualStack", supportsDualStack],
    ["implicitGlobalRegion", partition.implicitGlobalRegion],
  ]);
}
