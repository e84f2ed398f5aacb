/**
 * What fields of specs mean, by the end of their path: `hostname`, or where that means several things `endpoints.host` or
 * `KubePrismConfigs.host`. The longest end that is there counts.
 */
export type FieldMeanings = Readonly<Record<string, string>>;
