import type { Context } from '@ichor/std';
import type { Phase } from '../resource/metadata.ts';
import type { Kind, Pointer, Resource } from '../resource/resource.ts';
import type { ListOptions } from '../state/core-state.ts';
import type { Change } from '../state/state.ts';

/**
 * Keeps some resources as they should be, given others. Controllers know nothing of each other: all that one has of
 * another is the resources it reads.
 */
export interface Controller {
	/** Unique in an engine; the owner of everything that the controller writes. */
	readonly name: string;
	readonly inputs: readonly Input[];
	readonly outputs: readonly Output[];
	/**
	 * Runs until the context is cancelled. Returning ends the controller for good; throwing restarts it after a pause
	 * that grows with each failure.
	 */
	run(context: Context, runtime: ControllerRuntime): Promise<void>;
}

/** Resources that a controller may read, and whose changes wake it: one, or all of a kind. */
export interface Input extends Kind {
	readonly id?: string;
	readonly kind: InputKind;
}

/**
 * weak: only read. strong: the controller may also put finalizers on it, which keep it from being destroyed.
 * destroyReady: an output of its own; wakes only when it is torn down and has no finalizers left.
 */
export type InputKind = 'weak' | 'strong' | 'destroyReady';

/** A type of resource that a controller writes; exclusive when no other controller does. */
export interface Output {
	readonly type: string;
	readonly kind: 'exclusive' | 'shared';
}

/** What a controller may read. Anything but inputs and outputs is refused. */
export interface Reader {
	/** Throws "not found" when it is not there. */
	get<Spec>(pointer: Pointer<Spec>): Promise<Resource<Spec>>;
	/** The resource, undefined when it is not there. */
	find<Spec>(pointer: Pointer<Spec>): Promise<Resource<Spec> | undefined>;
	list<Spec>(kind: Kind<Spec>, options?: ListOptions): Promise<readonly Resource<Spec>[]>;
	/** A signal that aborts when the resource is torn down or destroyed. */
	signalUntilTeardown(pointer: Pointer): Promise<AbortSignal>;
}

/** What a controller may write: its outputs, of which it becomes the owner, and finalizers on strong inputs. */
export interface Writer {
	create<Spec>(resource: Resource<Spec>, options?: CreateOptions): Promise<Resource<Spec>>;
	update<Spec>(resource: Resource<Spec>): Promise<Resource<Spec>>;
	/** Changes a resource, or creates it by changing an empty one. Nothing is written when nothing changes. */
	modify<Spec>(empty: Resource<Spec>, change: Change<Spec>, options?: ModifyOptions): Promise<Resource<Spec>>;
	/** Marks a resource as being torn down and says whether it can be destroyed now. */
	teardown(pointer: Pointer, options?: RemoveOptions): Promise<boolean>;
	destroy(pointer: Pointer, options?: RemoveOptions): Promise<void>;
	addFinalizer(pointer: Pointer, finalizer: string): Promise<void>;
	removeFinalizer(pointer: Pointer, finalizer: string): Promise<void>;
}

/** What an engine gives to a controller. */
export interface ControllerRuntime extends Reader, Writer {
	/**
	 * Waits until there is something to do: the controller has just started, an input has changed, or somebody asked.
	 * Changes that come together count once. False when the controller must return.
	 */
	nextReconcile(): Promise<boolean>;
	/** Asks for a reconcile: for events that come from elsewhere than from resources. */
	queueReconcile(): void;
	/** Says that all is well: the pause after the next failure is short again. */
	resetRestartBackoff(): void;
	/** Replaces the inputs. */
	updateInputs(inputs: readonly Input[]): void;
	/** Begins to note which outputs are written. */
	startTrackingOutputs(): void;
	/** Destroys what this controller owns of these kinds and has not written since `startTrackingOutputs`; then all is well. */
	cleanupOutputs(...kinds: readonly Kind[]): Promise<void>;
}

export interface CreateOptions {
	/** Leave the resource to everybody. */
	readonly noOwner?: boolean;
}

export interface ModifyOptions extends CreateOptions {
	/** The phase that the stored resource must be in; running unless told otherwise. */
	readonly expectedPhase?: Phase | 'any';
}

export interface RemoveOptions {
	/** On behalf of another owner. */
	readonly owner?: string;
}
