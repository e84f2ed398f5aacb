import type { KubernetesClient } from '@ichor/kubernetes';
import type { Engine, State, TypeRegistry } from '@ichor/runtime';
import type { Context } from '@ichor/std';
import type { Configuration } from './boot/configuration.ts';
import type { EventBus } from './events/event-bus.ts';
import type { Journal } from './history/journal.ts';
import type { Sequencer } from './sequencer/sequencer.ts';
import type { EtcdControl } from './services/etcd-control.ts';
import type { ServiceSet } from './services/service-set.ts';

/** What the parts of machined have in common. */
export interface Machine {
	readonly context: Context;
	readonly state: State;
	readonly registry: TypeRegistry;
	/** The controllers. */
	readonly engine: Engine;
	readonly events: EventBus;
	readonly services: ServiceSet;
	readonly sequencer: Sequencer;
	readonly configuration: Configuration;
	readonly etcd: EtcdControl;
	/** What has happened to resources. */
	readonly journal: Journal;
	/** What the node asks Kubernetes with, as itself; undefined while it is no node. */
	readonly openNodeClient: () => Promise<KubernetesClient | undefined>;
	/** Ends this process as PID 1 understands it: 0 is a shutdown, 64 a reboot. */
	exit(code: number): void;
}
