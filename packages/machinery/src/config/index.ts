/** Machine configurations: read, patch, judge, print. */
export { type ComputedPatch, computePatches } from './diff/compute-patch.ts';
export { configDiffText, type DocumentDiff, diffConfigs } from './diff/diff-configs.ts';
export { rebootPaths } from './diff/reboot-paths.ts';
export { unifiedDiff } from './diff/unified-diff.ts';
export type {
	ConfigDocument,
	ConfigPath,
	ConfigValue,
	DocumentKind,
	MachineConfig,
	ValidationMode,
	ValidationOptions,
} from './document.ts';
export { documentsOf, documentTitle, rootOf } from './documents.ts';
export { encodeConfig } from './encode.ts';
export { ConfigError, type ConfigErrorCode, type ConfigPlace } from './errors.ts';
export { type LoadOptions, loadConfig } from './load.ts';
export { type Contradiction, contradictions, type MendingPatch, mendingPatch } from './mending-patch.ts';
export { applyPatches, type PatchedConfig } from './patch/apply-patches.ts';
export { loadPatches, parsePatch, readPatchArgument } from './patch/load-patches.ts';
export type { Patch } from './patch/patch.ts';
export { plainDocuments, plainValue } from './plain-documents.ts';
export { ProblemList } from './problems.ts';
export { redactConfig } from './redact.ts';
export { documentKinds } from './types/index.ts';
export { protectedKubeletFields } from './types/k8s/kubelet-protected-fields.ts';
export { type UnexpandedVariable, unexpandedInPatches, unexpandedText, unexpandedVariables } from './unexpanded-variables.ts';
export { type ConfigWarning, type ValidationResult, validateConfig } from './validate.ts';
