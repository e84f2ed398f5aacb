import type { Context } from '@ichor/std';

/** How a service is known, what it waits for and how it runs. */
export interface Service {
	readonly id: string;
	/** Services that must be up first. */
	readonly dependsOn?: readonly string[];
	/** Volumes that must be mounted first, and stay so while it runs. */
	readonly volumes?: readonly string[];
	/** What else must be so first. */
	readonly conditions?: readonly Condition[];
	/** Prepares what it needs and says how to run it. Called at each start. */
	prepare(context: Context): Promise<Runner>;
	readonly health?: HealthCheck;
	/** Milliseconds between an end and the next start, should the usual pause be too long. */
	readonly restartPause?: number;
	/** Whether people may start, stop and restart it. */
	readonly manageable?: boolean;
}

/** Something that a service waits for. */
export interface Condition {
	/** As in "Waiting for ...". */
	readonly what: string;
	met(context: Context): Promise<void>;
}

export interface HealthCheck {
	/** Throws when the service is not well. */
	check(context: Context): Promise<void>;
	/** Milliseconds before the first check, between two, and for one. */
	readonly initialDelay?: number;
	readonly period?: number;
	readonly timeout?: number;
}

/** One run of a service. */
export interface Runner {
	/** Starts it, or finds it running from before machined was restarted. Returns what to tell about it. */
	start(context: Context): Promise<string>;
	/** Resolves when it has ended by itself, with what to tell about it. */
	ended(): Promise<string>;
	stop(context: Context): Promise<void>;
	/** The process that it is, once it has been started. */
	readonly pid?: number | undefined;
}

export type ServiceState =
	| 'Initialized'
	| 'Preparing'
	| 'Waiting'
	| 'Starting'
	| 'Running'
	| 'Stopping'
	| 'Finished'
	| 'Failed'
	| 'Skipped';

export interface ServiceEvent {
	readonly state: ServiceState;
	readonly message: string;
	/** Milliseconds since 1970. */
	readonly at: number;
}

export interface ServiceHealth {
	readonly unknown: boolean;
	readonly healthy: boolean;
	readonly lastMessage: string;
	readonly lastChange: number;
}
