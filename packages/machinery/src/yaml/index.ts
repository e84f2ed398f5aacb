/** YAML as Talos reads and prints it. */
export { type EmitProfile, emit } from './emit.ts';
export type { SourceText, YamlDocument, YamlMap, YamlNode, YamlPair, YamlScalar, YamlSeq, YamlStream } from './node.ts';
export { type OutputNode, outputMap, outputPlain, outputSeq, outputString } from './output.ts';
export { type ParseYamlOptions, parseYaml } from './parse.ts';
