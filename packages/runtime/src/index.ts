export { BackOff } from './controller/back-off.ts';
export { type Clock, systemClock } from './controller/clock.ts';
export type {
	Controller,
	ControllerRuntime,
	CreateOptions,
	Input,
	InputKind,
	ModifyOptions,
	Output,
	Reader,
	RemoveOptions,
	Writer,
} from './controller/controller.ts';
export type { DependencyEdge } from './controller/dependencies.ts';
export { Engine, type EngineOptions } from './controller/engine.ts';
export { ControllerError, type ControllerErrorCode } from './controller/errors.ts';
export { type Reconciler, reconciling } from './controller/reconciler.ts';
export type { ControllerFailure } from './controller/running-controller.ts';
export { type Transform, transforming } from './controller/transform.ts';
export { DefinitionError } from './meta/errors.ts';
export { Namespace, type NamespaceSpec } from './meta/namespace.ts';
export { createRegistry, publishDefinitions, type TypeRegistry } from './meta/registry.ts';
export { definitionOf, ResourceDefinition, type ResourceDefinitionSpec } from './meta/resource-definition.ts';
export { formatVersion, type Metadata, type Pairs, type Phase, parseVersion } from './resource/metadata.ts';
export { equalData } from './resource/plain-data.ts';
export {
	type IdQuery,
	type LabelOperator,
	type LabelQuery,
	type LabelTerm,
	labelCompares,
	labelEqual,
	labelExists,
	labelIn,
	matchesQuery,
	not,
	type ResourceQuery,
} from './resource/query.ts';
export {
	type Kind,
	type Pointer,
	type Resource,
	withMetadata,
	withSpec,
} from './resource/resource.ts';
export {
	defineResource,
	type NewResourceOptions,
	type PrintColumn,
	type ResourceType,
	type ResourceTypeOptions,
	type SpecCodec,
} from './resource/resource-type.ts';
export type { Condition } from './state/condition.ts';
export type {
	Bookmark,
	CallOptions,
	CoreState,
	ListOptions,
	OwnerOptions,
	ResourceEvent,
	UpdateOptions,
	Watch,
	WatchKindOptions,
	WatchOptions,
} from './state/core-state.ts';
export {
	isConflict,
	isInvalidBookmark,
	isNotFound,
	isOwnerConflict,
	isPhaseConflict,
	isUnsupported,
	StateError,
	type StateErrorCode,
} from './state/errors.ts';
export { type Access, type AccessRule, filteredState, isReadOnly } from './state/filtered.ts';
export { flatten } from './state/flatten.ts';
export { type InMemoryOptions, InMemoryState } from './state/in-memory/in-memory-state.ts';
export { namespacedState } from './state/namespaced.ts';
export { observedState, type StateObserver } from './state/observed.ts';
export { type Change, State } from './state/state.ts';
