/** YAML as Talos reads and prints it. */

export { type EmitProfile, emit } from './emit.ts';
export { outputOf } from './from-value.ts';
export { formatFloat } from './go-float.ts';
export type { SourceText, YamlDocument, YamlMap, YamlNode, YamlPair, YamlScalar, YamlSeq, YamlStream } from './node.ts';
export { type OutputMap, type OutputNode, outputMap, outputPlain, outputSeq, outputString } from './output.ts';
export { outputOfNode } from './output-of-node.ts';
export { type ParseYamlOptions, parseYaml } from './parse.ts';
export { plainYaml } from './plain-yaml.ts';
export { type ResolvedScalar, resolveScalar } from './resolve.ts';
